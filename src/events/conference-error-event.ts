import type { VirtualEventError } from '../core/virtual-event-error.js';

/** The call could not be entered or held. What is the matter is in `error.reason`. */
export class ConferenceErrorEvent extends Event {
  readonly error: VirtualEventError;

  constructor(error: VirtualEventError) {
    super('error');
    this.error = error;
  }
}
