import { reasons, type Reason } from '../../core/reason.js';
import { VirtualEventError } from '../../core/virtual-event-error.js';

const byStatus: Partial<Record<number, Reason>> = {
  400: 'invalid-input',
  401: 'credential-invalid',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  412: 'conflict',
  413: 'too-large',
  422: 'invalid-input',
  429: 'rate-limited',
  501: 'unsupported',
};

/** What an answer that is none means: its problem details where it has some, else its status. */
export const failureOf = async (response: Response): Promise<VirtualEventError> => {
  const problem: unknown = await response.json().catch(() => undefined);
  const told = typeof problem === 'object' && problem !== null ? (problem as Partial<Record<string, unknown>>) : {};
  const reason = reasons.find((known) => known === told['reason']) ?? byStatus[response.status] ?? 'unavailable';
  const retryAfter = Number(response.headers.get('retry-after') ?? NaN);
  return new VirtualEventError(reason, {
    status: response.status,
    ...(typeof told['detail'] === 'string' && { detail: told['detail'] }),
    ...(Number.isFinite(retryAfter) && { retryAfterSeconds: retryAfter }),
    ...(Array.isArray(told['findings']) && { findings: told['findings'] }),
  });
};
