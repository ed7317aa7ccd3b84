/** Someone asks to join and nothing has happened yet: `preventDefault()` keeps it so. */
export class JoinRequestEvent extends Event {
  readonly eventId: string;

  constructor(eventId: string) {
    super('join-request', { bubbles: true, composed: true, cancelable: true });
    this.eventId = eventId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'join-request': JoinRequestEvent;
  }
}
