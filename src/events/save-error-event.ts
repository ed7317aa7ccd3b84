import type { Reason } from '../core/reason.js';
import type { VirtualEventError } from '../core/virtual-event-error.js';

/** Saving did not work; the element says why in words and keeps what was entered. */
export class SaveErrorEvent extends Event {
  readonly error: VirtualEventError;

  constructor(error: VirtualEventError) {
    super('save-error', { bubbles: true, composed: true });
    this.error = error;
  }

  /** Why: `conflict` where someone else changed the event meanwhile. */
  get reason(): Reason {
    return this.error.reason;
  }
}

declare global {
  interface HTMLElementEventMap {
    'save-error': SaveErrorEvent;
  }
}
