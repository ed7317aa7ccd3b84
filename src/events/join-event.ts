/** Someone was let in. */
export class JoinEvent extends Event {
  readonly eventId: string;

  constructor(eventId: string) {
    super('join', { bubbles: true, composed: true });
    this.eventId = eventId;
  }
}

declare global {
  interface HTMLElementEventMap {
    join: JoinEvent;
  }
}
