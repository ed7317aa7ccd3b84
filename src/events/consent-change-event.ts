/** Someone agreed to be recorded, or did not. */
export class ConsentChangeEvent extends Event {
  readonly eventId: string;
  /** Whether they agreed. */
  readonly given: boolean;

  constructor(eventId: string, given: boolean) {
    super('consent-change', { bubbles: true, composed: true });
    this.eventId = eventId;
    this.given = given;
  }
}

declare global {
  interface HTMLElementEventMap {
    'consent-change': ConsentChangeEvent;
  }
}
