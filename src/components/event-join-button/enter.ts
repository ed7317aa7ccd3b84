import { safeUrl } from '../../core/safe-url.js';
import { isPassing, VirtualEventError } from '../../core/virtual-event-error.js';
import { JoinErrorEvent } from '../../events/join-error-event.js';
import { JoinEvent } from '../../events/join-event.js';
import { languageAt, msg, speaking } from '../../locales/localization.js';
import { serviceFor } from '../service-context.js';
import type { Attempt, EventJoinButton } from './event-join-button.js';

/** The browser refused the tab: a link to the room stands in the button's place. */
export interface Blocked extends Attempt {
  state: 'blocked';
  room: string;
  /** How long the place is kept, epoch milliseconds. */
  until: number;
  /** Called when the link is followed. */
  follow: () => void;
}

/** One may not come in. */
export interface Refused extends Attempt {
  state: 'refused';
  error: VirtualEventError;
}

/** How long, in milliseconds, a place is kept for whoever has the link; and until one asks anew whether a place is free. */
const keptFor = 120_000;
const fullFor = 30_000;

/** Kept while it is unknown whether an attempt went through, so that trying again takes no second seat. */
const keys = new WeakMap<EventJoinButton, { eventId: string; key: string }>();

/** Says in the tab, empty until its address is known, what it waits for. */
const greet = (tab: Window, words: string): void => {
  try {
    const { document } = tab;
    document.title = words;
    // Through the style object, as a strict policy of the page holds in the tab too and forbids style attributes.
    document.documentElement.style.colorScheme = 'light dark';
    Object.assign(document.body.style, {
      display: 'grid',
      placeContent: 'center',
      blockSize: '100vh',
      margin: '0',
      font: '1.125rem/1.5 system-ui, sans-serif',
      opacity: '0.7',
    });
    document.body.append(words);
  } catch {
    // A frame that is not of its page's origin may open a tab but not write into it.
  }
};

const send = (tab: Window, room: string): void => {
  try {
    tab.opener = null;
    tab.location.replace(room);
  } catch {
    // Closed in the meantime. That cannot be asked: a policy of the page makes every tab look closed.
  }
};

const roomOf = (conferenceUrl: string, ticket: string): string => {
  const address = safeUrl(conferenceUrl);
  if (address === null) throw new VirtualEventError('unavailable', { detail: 'The conference’s address is not one.' });
  const room = new URL(address);
  room.hash = `ticket=${encodeURIComponent(ticket)}`;
  return room.href;
};

const blocked = (element: EventJoinButton, room: string, until: number): Blocked => {
  const { eventId } = element;
  let isFollowed = false;
  return {
    state: 'blocked',
    room,
    until,
    stands: ({ now }) => !isFollowed && now < until,
    follow: () => {
      element.dispatchEvent(new JoinEvent(eventId));
      isFollowed = true;
    },
  };
};

const refused = (element: EventJoinButton, error: VirtualEventError): Refused => {
  const { phase, credential } = element;
  let until: number | undefined;
  let inside: number | undefined;
  return {
    state: 'refused',
    error,
    stands: (view) => {
      if (view.phase !== phase) return false;
      // Someone signed in. A function may be a new one with each rendering of the page, and says nothing.
      if (typeof element.credential === 'string' && element.credential !== credential) return false;
      if (error.reason !== 'full') return true;
      const { participantCount = 0 } = view.snapshot?.room ?? {};
      until ??= view.now + fullFor;
      inside ??= participantCount;
      return view.now < until && participantCount >= inside;
    },
  };
};

const fail = (element: EventJoinButton, error: VirtualEventError): Refused => {
  const { reason } = error;
  if (!isPassing(reason)) keys.delete(element);
  element.dispatchEvent(new JoinErrorEvent(error));
  // The backend knows something that this page does not.
  if (reason === 'not-open' || reason === 'ended' || reason === 'cancelled') void element.refresh();
  return refused(element, error);
};

/**
 * Asks to come in and goes there: in the tab that the press opened; in this page's place where `tab` is `undefined`; by a
 * link where it is `null`, as the browser refused one. What is left to be shown, if anything.
 */
export const enter = async (element: EventJoinButton, tab: Window | null | undefined): Promise<Attempt | undefined> => {
  const { eventId, displayName, credential } = element;
  const service = serviceFor(element);
  if (!service) return undefined;
  const kept = keys.get(element);
  const key = kept?.eventId === eventId ? kept.key : crypto.randomUUID();
  keys.set(element, { eventId, key });
  if (tab) {
    const words = (): string => msg('Opening the room…', { id: 'events.joinButton.openingTab' });
    greet(tab, speaking(languageAt(element), words));
  }
  try {
    const input = { displayName: displayName || undefined, idempotencyKey: key };
    const { conferenceUrl, ticket } = await service.requestAdmission(eventId, input, { credential });
    keys.delete(element);
    const room = roomOf(conferenceUrl, ticket);
    if (!tab && !element.isConnected) {
      // Nobody is left to go there: the place returns at once.
      await service.adapter.depart(ticket);
      return undefined;
    }
    if (tab === null) {
      element.dispatchEvent(new JoinErrorEvent(new VirtualEventError('popup-blocked')));
      // Whoever pressed by keyboard goes on where the button was.
      if (element.matches(':focus-within')) setTimeout(() => element.renderRoot.querySelector('a')?.focus());
      return blocked(element, room, service.adapter.now() + keptFor);
    }
    element.dispatchEvent(new JoinEvent(eventId));
    if (tab) send(tab, room);
    else location.assign(room);
    return undefined;
  } catch (thrown) {
    tab?.close();
    return fail(element, VirtualEventError.from(thrown));
  }
};
