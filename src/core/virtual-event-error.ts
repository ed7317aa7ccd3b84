import type { Finding } from './finding.js';
import type { Reason } from './reason.js';

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

/** The one error that the service, the adapters and the conference throw. Tell cases apart by `reason`. */
export class VirtualEventError extends Error {
  override readonly name = 'VirtualEventError';
  readonly reason: Reason;
  readonly status: number | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly findings: readonly Finding[];

  constructor(reason: Reason, options: VirtualEventErrorOptions = {}) {
    super(options.detail ?? reason, options);
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
  /^(unavailable|offline|timeout|rate-limited|media-server-down|connection-lost)$/.test(reason);
