import type { EventDetails } from '../core/event-details.js';

/** What an organizer set was saved by the backend. */
export class SaveEvent extends Event {
  /** The event as it is now. */
  readonly event: EventDetails;

  constructor(event: EventDetails) {
    super('save', { bubbles: true, composed: true });
    this.event = event;
  }
}

declare global {
  interface HTMLElementEventMap {
    save: SaveEvent;
  }
}
