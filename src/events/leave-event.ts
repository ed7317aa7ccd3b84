/** Someone left the call, or it ended for them. */
export class LeaveEvent extends Event {
  readonly eventId: string;

  constructor(eventId: string) {
    super('leave', { bubbles: true, composed: true });
    this.eventId = eventId;
  }
}

declare global {
  interface HTMLElementEventMap {
    leave: LeaveEvent;
  }
}
