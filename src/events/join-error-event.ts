import type { Reason } from '../core/reason.js';
import type { VirtualEventError } from '../core/virtual-event-error.js';

/** Joining did not work; the element says why in words. */
export class JoinErrorEvent extends Event {
  readonly error: VirtualEventError;

  constructor(error: VirtualEventError) {
    super('join-error', { bubbles: true, composed: true });
    this.error = error;
  }

  /** Why: `popup-blocked` where the browser refused the new tab and a link took its place. */
  get reason(): Reason {
    return this.error.reason;
  }
}

declare global {
  interface HTMLElementEventMap {
    'join-error': JoinErrorEvent;
  }
}
