/**
 * Every way in which something can be refused or go wrong, the same in core, API and events.
 * Codes are stable: words for them are made where they are shown.
 */
export const reasons = [
  'not-open',
  'ended',
  'cancelled',
  'full',
  'denied',
  'removed',
  'consent-required',
  'consent-outdated',
  'credential-missing',
  'credential-invalid',
  'ticket-invalid',
  'forbidden',
  'not-found',
  'rate-limited',
  'invalid-input',
  'too-large',
  'conflict',
  'unsupported',
  'unavailable',
  'offline',
  'timeout',
  'popup-blocked',
  'media-denied',
  'media-missing',
  'media-in-use',
  'media-insecure',
  'media-failed',
  'media-server-down',
  'connection-lost',
  'duplicate-identity',
] as const;

/** Why something was refused or failed. */
export type Reason = (typeof reasons)[number];

export interface VirtualEventErrorOptions {
  /** One plain sentence for developers and logs; pages show words of their own for the `reason`. */
  detail?: string | undefined;
  /** The HTTP status that carried it, where there was one. */
  status?: number | undefined;
  /** Seconds to wait before trying again, where the other side said so. */
  retryAfterSeconds?: number | undefined;
  /** What is wrong with which field, for `invalid-input`. */
  findings?: readonly Finding[] | undefined;
  cause?: unknown;
}

/** One thing to say about one or more fields of what was entered. */
export interface Finding {
  /** Stable code, e.g. `out-of-range`. */
  code: FindingCode;
  /** `error` stops saving, `warning` does not. */
  severity: 'error' | 'warning';
  /** Dotted path of the field it is about, e.g. `virtualConfig.autoStartMinutes`. */
  field: string;
  /** Figures that belong to it, e.g. `min` and `max`. */
  params?: Readonly<Record<string, number | string>>;
}

export const findingCodes = [
  'required',
  'wrong-type',
  'out-of-range',
  'too-long',
  'unknown-zone',
  'end-before-start',
  'names-differ-from-count',
  'below-rsvps',
  'doors-already-open',
  'unsupported-by-backend',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** The one error that the service, the adapters and the conference throw. Tell cases apart by `reason`. */
export class VirtualEventError extends Error {
  override readonly name = 'VirtualEventError';
  readonly reason: Reason;
  readonly status: number | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly findings: readonly Finding[];

  constructor(reason: Reason, options: VirtualEventErrorOptions = {}) {
    super(options.detail ?? reason, options.cause === undefined ? undefined : { cause: options.cause });
    this.reason = reason;
    this.status = options.status;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.findings = options.findings ?? [];
  }

  /** The error itself, or whatever else was thrown wrapped as `unavailable` (an abort stays an abort). */
  static from(thrown: unknown): VirtualEventError {
    if (thrown instanceof VirtualEventError) return thrown;
    return new VirtualEventError('unavailable', { detail: String(thrown), cause: thrown });
  }
}

/** Whether trying the same again later may work without anyone changing anything. */
export const isPassing = (reason: Reason): boolean =>
  reason === 'unavailable' ||
  reason === 'offline' ||
  reason === 'timeout' ||
  reason === 'rate-limited' ||
  reason === 'media-server-down' ||
  reason === 'connection-lost';
