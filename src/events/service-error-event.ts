import type { VirtualEventError } from '../core/virtual-event-error.js';

/** Something went wrong in a method of the service that returns nothing. */
export class ServiceErrorEvent extends Event {
  readonly error: VirtualEventError;
  readonly eventId: string;

  constructor(error: VirtualEventError, eventId: string) {
    super('error');
    this.error = error;
    this.eventId = eventId;
  }
}
