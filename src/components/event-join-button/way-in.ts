import { consentTextFor, isConsentRequired, type ConsentGiven, type ConsentText } from '../../core/consent.js';
import { claimsOf } from '../../services/credential-claims.js';
import type { EventJoinButton } from './event-join-button.js';
import { passFor } from './guest-pass.js';
import { keep, kept } from './storage.js';

/** What someone is to be asked before they ask to come in. */
export interface Questions {
  /** What they have to agree to. */
  consent: ConsentText | undefined;
  /** They agreed to something else before. */
  isOutdated: boolean;
  /** They have no account, and are asked for a name. */
  needsName: boolean;
  /** The name that is proposed. */
  name: string;
}

/** What someone asks to come in with. */
export interface Answers {
  displayName: string | undefined;
  guestKey: string | undefined;
  consent: ConsentGiven | undefined;
}

const nameKey = 'vee.name';

/** By what a guest's browser is known again, so that the same guest takes one seat. */
const guestKey = (): string => {
  const before = kept('localStorage', 'vee.guest');
  if (typeof before === 'string') return before;
  const key = crypto.randomUUID();
  keep('localStorage', 'vee.guest', JSON.stringify(key));
  return key;
};

/** What an element's function last gave for a credential. */
const fetched = new WeakMap<EventJoinButton, { credential: string | undefined }>();

const given = (element: EventJoinButton): EventJoinButton['credential'] =>
  element.credential ?? passFor(element.eventId);

/** Asks a site's function who the visitor is, so that it is known when they press. */
export const getToKnow = async (element: EventJoinButton): Promise<void> => {
  const credential = given(element);
  if (typeof credential === 'function') fetched.set(element, { credential: await credential() });
};

/** Who may press soon is got to know where it matters what they are asked. */
export const expect = (element: EventJoinButton): void => {
  const { event, room } = element;
  if (!event || !room || fetched.has(element)) return;
  if (!event.guestsAllowed && !isConsentRequired(event, room)) return;
  getToKnow(element).catch(() => {
    // It is asked again when they press, and told then.
  });
};

/** What the visitor comes with, as far as it is known: what the site gave, else the guest pass that led them here. */
const knownCredential = (element: EventJoinButton): string | undefined => {
  const credential = given(element);
  return typeof credential === 'function' ? fetched.get(element)?.credential : credential;
};

/** The same for the service, which asks again when it has expired. */
export const credentialFor = (element: EventJoinButton): EventJoinButton['credential'] => {
  const credential = given(element);
  if (typeof credential !== 'function') return credential;
  let fresh = fetched.get(element);
  return () => {
    const first = fresh;
    fresh = undefined;
    return first ? first.credential : credential();
  };
};

/** Whether they come without an account, as far as it is known. */
const isGuest = (element: EventJoinButton): boolean => {
  if (element.event?.guestsAllowed !== true || element.service?.hasCredential) return false;
  const isUnknown = typeof given(element) === 'function' && !fetched.has(element);
  return !isUnknown && !knownCredential(element);
};

/**
 * Where it is kept what someone agreed to: with their account, as another person may come in on the same machine; that of
 * a guest, or of someone unknown, only as long as the tab.
 */
const consentPlace = (element: EventJoinButton): ['sessionStorage' | 'localStorage', string] => {
  const { sub } = claimsOf(knownCredential(element) ?? '');
  const key = `vee.consent ${element.backend} ${element.eventId}`;
  return sub === undefined ? ['sessionStorage', key] : ['localStorage', `${key} ${sub}`];
};

const consentBefore = (element: EventJoinButton): ConsentGiven | undefined =>
  kept(...consentPlace(element)) as ConsentGiven | undefined;

/** Keeps what someone agreed to, or that they no longer do. */
export const rememberConsent = (element: EventJoinButton, consent: ConsentGiven | undefined): void =>
  keep(...consentPlace(element), consent && JSON.stringify(consent));

export const rememberName = (name: string): void => keep('sessionStorage', nameKey, JSON.stringify(name));

const nameBefore = (element: EventJoinButton): string => {
  const before = kept('sessionStorage', nameKey);
  return element.displayName || (typeof before === 'string' ? before : '');
};

/** What the visitor has to be asked; `undefined` where there is nothing. `demanded` is that the backend wants consent. */
export const questionsFor = (element: EventJoinButton, demanded = false): Questions | undefined => {
  const { event, room } = element;
  if (!event || !room) return undefined;
  const before = consentBefore(element);
  const text = consentTextFor(event, element.language);
  const isCurrent = before?.textVersion === text.version && !demanded;
  const consent = (isConsentRequired(event, room) || demanded) && !isCurrent ? text : undefined;
  const needsName = isGuest(element) && !element.displayName;
  if (!consent && !(needsName && !nameBefore(element))) return undefined;
  return { consent, isOutdated: before !== undefined, needsName, name: nameBefore(element) };
};

/** What the visitor asks to come in with, as far as it is known. */
export const answersOf = (element: EventJoinButton): Answers => ({
  displayName: (isGuest(element) ? nameBefore(element) : element.displayName) || undefined,
  guestKey: isGuest(element) ? guestKey() : undefined,
  consent: consentBefore(element),
});
