import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Context } from 'hono';
import { VirtualEventError, type Reason } from '../../../src/core/index.js';

const statusByReason: Partial<Record<Reason, ContentfulStatusCode>> = {
  'credential-missing': 401,
  'credential-invalid': 401,
  'ticket-invalid': 401,
  forbidden: 403,
  'not-found': 404,
  'not-open': 409,
  full: 409,
  waiting: 409,
  denied: 403,
  removed: 403,
  'consent-required': 403,
  'consent-outdated': 403,
  conflict: 409,
  ended: 410,
  cancelled: 410,
  'too-large': 413,
  'invalid-input': 400,
  'rate-limited': 429,
  unsupported: 501,
  unavailable: 503,
  'media-server-down': 503,
};

const titles: Partial<Record<Reason, string>> = {
  'credential-missing': 'A credential is needed',
  'credential-invalid': 'The credential is not valid',
  'ticket-invalid': 'The ticket is not valid',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  'not-open': 'The doors are not open yet',
  full: 'All places are taken',
  waiting: 'A host has not let them in yet',
  denied: 'A host did not let them in',
  removed: 'A host removed them',
  'consent-required': 'Consent is needed',
  'consent-outdated': 'What was agreed to has changed',
  conflict: 'In conflict with what is there',
  ended: 'The event has ended',
  cancelled: 'The event is cancelled',
  'too-large': 'Too large',
  'invalid-input': 'Something in the request is not right',
  unsupported: 'Not offered by this server',
  unavailable: 'Not available at the moment',
  'media-server-down': 'The media server does not answer',
};

const retryAfterSeconds = 5;

const schemes: Partial<Record<Reason, string>> = {
  'credential-missing': 'Bearer',
  'credential-invalid': 'Bearer error="invalid_token"',
  'ticket-invalid': 'Ticket',
};

/** An answer as RFC 9457 wants it, with the reason that core, API and events share. */
export const problemResponse = (context: Context, error: VirtualEventError): Response => {
  const { reason, findings } = error;
  const status = (error.status as ContentfulStatusCode | undefined) ?? statusByReason[reason] ?? 500;
  const title = titles[reason] ?? reason;
  const headers: Record<string, string> = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' };
  if (status === 503 || status === 429) headers['Retry-After'] = String(error.retryAfterSeconds ?? retryAfterSeconds);
  const scheme = schemes[reason];
  if (scheme) headers['WWW-Authenticate'] = scheme;
  const detail = error.message === reason ? title : error.message;
  const body = { type: 'about:blank', title, status, detail, reason, ...(findings.length > 0 && { findings }) };
  return context.body(JSON.stringify(body), status, headers);
};

const reasonByStatus: Partial<Record<number, Reason>> = { 404: 'not-found', 413: 'too-large' };

const fullOrLocked = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_SQLITE_ERROR';

/** Whatever was thrown, as an error with a reason. What is not expected says nothing of its inside. */
export const errorOf = (thrown: unknown): VirtualEventError => {
  if (thrown instanceof VirtualEventError) return thrown;
  if (thrown instanceof HTTPException) {
    const { status, message } = thrown;
    const reason = reasonByStatus[status] ?? 'invalid-input';
    return new VirtualEventError(reason, { status, detail: message || undefined, cause: thrown });
  }
  if (fullOrLocked(thrown)) {
    return new VirtualEventError('unavailable', { detail: 'The database cannot be used.', status: 503, cause: thrown });
  }
  return new VirtualEventError('unavailable', { detail: 'Something went wrong here.', status: 500, cause: thrown });
};
