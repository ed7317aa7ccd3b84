import '../define/event-conference.js';
import type { ConferenceErrorEvent } from '../events/conference-error-event.js';

/** Keeps an event's ticket for this tab, so that a reload comes back to the call. */
class KeptTicket {
  readonly #key: string;
  // A browser that is told to keep nothing throws when asked for the place.
  readonly #place = ((): Storage | undefined => {
    try {
      return sessionStorage;
    } catch {
      return undefined;
    }
  })();

  constructor(eventId: string) {
    this.#key = `virtual-event-ticket:${eventId}`;
  }

  get ticket(): string {
    return this.#place?.getItem(this.#key) ?? '';
  }

  keep(ticket: string): void {
    this.#place?.setItem(this.#key, ticket);
  }

  forget(): void {
    this.#place?.removeItem(this.#key);
  }
}

/** The ticket from the address, which it is taken out of at once. */
const takeTicket = (): string | null => {
  const ticket = new URLSearchParams(location.hash.slice(1)).get('ticket');
  if (ticket !== null) history.replaceState(history.state, '', location.pathname + location.search);
  return ticket;
};

const conference = document.querySelector('event-conference');
if (conference) {
  const kept = new KeptTicket(conference.eventId);
  const comeWith = (ticket: string): void => {
    kept.keep(ticket);
    conference.ticket = ticket;
  };
  comeWith(takeTicket() ?? kept.ticket);
  // The link from the event's page, followed once more in the same tab.
  addEventListener('hashchange', () => {
    const ticket = takeTicket();
    if (ticket !== null) comeWith(ticket);
  });
  conference.addEventListener('join', () => kept.keep(conference.ticket));
  // Whoever a host put out reads so after a reload too, and comes back with the same ticket once they may.
  let isPutOut = false;
  conference.addEventListener('error', (event: Event) => {
    isPutOut = (event as Event & Pick<ConferenceErrorEvent, 'error'>).error.reason === 'removed';
  });
  conference.addEventListener('leave', () => {
    if (!isPutOut) kept.forget();
    isPutOut = false;
  });
}
