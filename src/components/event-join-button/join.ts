import type { ConsentGiven } from '../../core/consent.js';
import { isPassing, VirtualEventError } from '../../core/virtual-event-error.js';
import { JoinErrorEvent } from '../../events/join-error-event.js';
import { JoinEvent } from '../../events/join-event.js';
import { JoinRequestEvent } from '../../events/join-request-event.js';
import { msg, speaking } from '../../locales/localization.js';
import { directionOf } from '../../locales/mark-language.js';
import { serviceFor } from '../service-context.js';
import { dress } from './aside-view.js';
import type { Attempt } from './attempt.js';
import type { EventJoinButton } from './event-join-button.js';
import { refused } from './refused.js';
import { begin, type Stay } from './stay.js';
import { answersOf, credentialFor, getToKnow, questionsFor, rememberConsent, type Questions } from './way-in.js';
import type { Asked } from './way-in-dialog.js';

/** The browser refused the tab: a link to the room stands in the button's place. */
export interface Blocked extends Attempt {
  state: 'blocked';
  room: string;
  /** How long the place is kept, epoch milliseconds. */
  until: number;
  /** Called when the link is followed. */
  follow: () => void;
}

/** The conference stands in the button's place. */
export interface Embedded extends Attempt {
  state: 'embedded';
  ticket: string;
}

/** How long, in milliseconds, a place is kept for whoever has the link. */
const keptFor = 120_000;

/** Kept while it is unknown whether an attempt went through, so that trying again takes no second seat. */
const keys = new WeakMap<EventJoinButton, { eventId: string; key: string }>();

/** Says in the tab, empty until its address is known, what it waits for. */
const greet = (tab: Window, language: string, words: string): void => {
  try {
    const { document } = tab;
    document.title = words;
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
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

const blocked = (element: EventJoinButton, { room }: Stay, until: number): Blocked => {
  let isFollowed = false;
  element.dispatchEvent(new JoinErrorEvent(new VirtualEventError('popup-blocked')));
  return {
    state: 'blocked',
    room,
    until,
    stands: ({ now }) => !isFollowed && now < until,
    follow: () => {
      element.dispatchEvent(new JoinEvent(element.eventId));
      isFollowed = true;
    },
  };
};

const fail = (element: EventJoinButton, error: VirtualEventError): Attempt => {
  const { reason } = error;
  if (!isPassing(reason)) keys.delete(element);
  element.dispatchEvent(new JoinErrorEvent(error));
  // The backend knows something that this page does not.
  if (reason === 'not-open' || reason === 'ended' || reason === 'cancelled') void element.refresh();
  return refused(element, error);
};

/** Opens the tab in which the room will be; within a press, as browsers refuse it else. */
const openTab = ({ target }: EventJoinButton): Window | null | undefined =>
  target === '_self' || target === 'embed' ? undefined : open('', '_blank');

/** Asks the visitor what has to be asked. */
const answered = async (element: EventJoinButton, questions: Questions): Promise<Asked & { refusal?: Attempt }> => {
  const { ask } = await import('./way-in-dialog.js');
  const asked = await ask(element, questions, () => openTab(element));
  const isOver = element.phase !== 'live' && element.phase !== 'waiting-room';
  if (asked.goesOn || asked.isDropped || !questions.consent || isOver) return asked;
  return { ...asked, refusal: refused(element, new VirtualEventError('consent-required')) };
};

const requested = async (element: EventJoinButton): Promise<Stay> => {
  const { eventId } = element;
  const kept = keys.get(element);
  const key = kept?.eventId === eventId ? kept.key : crypto.randomUUID();
  keys.set(element, { eventId, key });
  const input = { ...answersOf(element), idempotencyKey: key };
  const admission = await serviceFor(element)!.requestAdmission(eventId, input, {
    credential: credentialFor(element),
  });
  keys.delete(element);
  return begin(element, admission);
};

/** Goes to the room: in place of the button or of the page, or in the tab; by a link where the browser refused one. */
const go = async (
  element: EventJoinButton,
  stay: Stay,
  tab: Window | null | undefined,
): Promise<Attempt | undefined> => {
  const { eventId, target } = element;
  if (tab === null) return blocked(element, stay, serviceFor(element)!.adapter.now() + keptFor);
  if (stay.state === 'admitted') element.dispatchEvent(new JoinEvent(eventId));
  if (tab) send(tab, stay.room);
  else if (target === 'embed') {
    await (element.constructor as typeof EventJoinButton).defineConference?.();
    const embedded: Embedded = { state: 'embedded', ticket: stay.ticket, stands: () => true };
    return embedded;
  } else location.assign(stay.room);
  return undefined;
};

const enter = async (element: EventJoinButton, isDemanded = false): Promise<Attempt | undefined> => {
  // Within the press, as browsers refuse it later; the address follows. Who is asked something first presses again.
  const questions = questionsFor(element, isDemanded);
  let tab = questions ? undefined : openTab(element);
  element.become({ state: 'opening', stands: () => true });
  try {
    let consent: ConsentGiven | undefined;
    if (questions) {
      const asked = await answered(element, questions);
      ({ tab, consent } = asked);
      if (!asked.goesOn) return asked.refusal;
    }
    const words = (): string => msg('Opening the room…', { id: 'events.joinButton.openingTab' });
    if (tab) greet(tab, element.language, speaking(element.language, words));
    await getToKnow(element);
    if (consent) rememberConsent(element, consent);
    if (!questions && questionsFor(element, isDemanded)) {
      // They turn out to be a guest, or someone else than before.
      tab?.close();
      return await enter(element, isDemanded);
    }
    const stay = await requested(element);
    if (!tab && !element.isConnected) {
      // Nobody is left to go there: the place returns at once.
      await serviceFor(element)!.adapter.depart(stay.ticket);
      return undefined;
    }
    return await go(element, stay, tab);
  } catch (thrown) {
    tab?.close();
    const error = VirtualEventError.from(thrown);
    const wantsConsent = error.reason === 'consent-required' || error.reason === 'consent-outdated';
    if (!wantsConsent || isDemanded) return fail(element, error);
    // It is recorded since, or what is agreed to changed: they are asked once more.
    if (error.reason === 'consent-required') rememberConsent(element, undefined);
    await element.refresh();
    return enter(element, true);
  }
};

/** Does what a press of the button does: asks the page, the visitor and the backend, and goes to the room. */
export const join = async (element: EventJoinButton): Promise<void> => {
  if (!serviceFor(element) || !element.dispatchEvent(new JoinRequestEvent(element.eventId))) return;
  dress(element);
  element.become(await enter(element));
};
