import type { Reason } from '../core/reason.js';
import { msg } from '../locales/localization.js';

/** A reason in words: what is the matter, and what to do next. */
export interface ReasonWords {
  what: string;
  next: string;
}

const words: Readonly<Record<Reason, () => ReasonWords>> = {
  'not-open': () => ({
    what: msg('Not open yet', { id: 'events.reasons.not-open' }),
    next: msg('The doors open a little later.', { id: 'events.reasons.not-open.next' }),
  }),
  ended: () => ({
    what: msg('This event has ended', { id: 'events.reasons.ended' }),
    next: msg('Its room is closed.', { id: 'events.reasons.ended.next' }),
  }),
  cancelled: () => ({
    what: msg('This event was cancelled', { id: 'events.reasons.cancelled' }),
    next: msg('Its organizer can say more.', { id: 'events.reasons.cancelled.next' }),
  }),
  full: () => ({
    what: msg('All places are taken', { id: 'events.reasons.full' }),
    next: msg('Try again when someone has left.', { id: 'events.reasons.full.next' }),
  }),
  waiting: () => ({
    what: msg('The host will let you in', { id: 'events.reasons.waiting' }),
    next: msg('Leave this page open.', { id: 'events.reasons.waiting.next' }),
  }),
  denied: () => ({
    what: msg('The host did not let you in', { id: 'events.reasons.denied' }),
    next: msg('Ask the organizer if this is a mistake.', { id: 'events.reasons.denied.next' }),
  }),
  removed: () => ({
    what: msg('A host removed you from this event', { id: 'events.reasons.removed' }),
    next: msg('Ask the organizer if this is a mistake.', { id: 'events.reasons.removed.next' }),
  }),
  'consent-required': () => ({
    what: msg('This event needs your consent', { id: 'events.reasons.consent-required' }),
    next: msg('It is recorded. Agree to it, then join.', { id: 'events.reasons.consent-required.next' }),
  }),
  'consent-outdated': () => ({
    what: msg('What you agreed to has changed', { id: 'events.reasons.consent-outdated' }),
    next: msg('Read it again, then join.', { id: 'events.reasons.consent-outdated.next' }),
  }),
  'credential-missing': () => ({
    what: msg('Sign in to join', { id: 'events.reasons.credential-missing' }),
    next: msg('This page does not know who you are yet.', { id: 'events.reasons.credential-missing.next' }),
  }),
  'credential-invalid': () => ({
    what: msg('Your sign-in has expired', { id: 'events.reasons.credential-invalid' }),
    next: msg('Sign in again, then go on.', { id: 'events.reasons.credential-invalid.next' }),
  }),
  'ticket-invalid': () => ({
    what: msg('Your place is no longer kept', { id: 'events.reasons.ticket-invalid' }),
    next: msg('Go back to the event’s page and join again.', { id: 'events.reasons.ticket-invalid.next' }),
  }),
  forbidden: () => ({
    what: msg('This is not open to you', { id: 'events.reasons.forbidden' }),
    next: msg('Ask the organizer to invite you.', { id: 'events.reasons.forbidden.next' }),
  }),
  'not-found': () => ({
    what: msg('This event was not found', { id: 'events.reasons.not-found' }),
    next: msg('It may have been removed.', { id: 'events.reasons.not-found.next' }),
  }),
  'rate-limited': () => ({
    what: msg('Too many tries', { id: 'events.reasons.rate-limited' }),
    next: msg('Wait a moment, then try again.', { id: 'events.reasons.rate-limited.next' }),
  }),
  'invalid-input': () => ({
    what: msg('Something entered does not fit', { id: 'events.reasons.invalid-input' }),
    next: msg('Look it over, then try again.', { id: 'events.reasons.invalid-input.next' }),
  }),
  'too-large': () => ({
    what: msg('That is too much at once', { id: 'events.reasons.too-large' }),
    next: msg('Make it shorter, then try again.', { id: 'events.reasons.too-large.next' }),
  }),
  conflict: () => ({
    what: msg('Someone else changed this', { id: 'events.reasons.conflict' }),
    next: msg('Look at their version, then try again.', { id: 'events.reasons.conflict.next' }),
  }),
  unsupported: () => ({
    what: msg('The event’s server does not offer this', { id: 'events.reasons.unsupported' }),
    next: msg('Ask whoever runs it.', { id: 'events.reasons.unsupported.next' }),
  }),
  unavailable: () => ({
    what: msg('The event’s server is not answering', { id: 'events.reasons.unavailable' }),
    next: msg('Try again in a moment.', { id: 'events.reasons.unavailable.next' }),
  }),
  offline: () => ({
    what: msg('You are offline', { id: 'events.reasons.offline' }),
    next: msg('Check your connection, then try again.', { id: 'events.reasons.offline.next' }),
  }),
  timeout: () => ({
    what: msg('The event’s server takes too long', { id: 'events.reasons.timeout' }),
    next: msg('Try again in a moment.', { id: 'events.reasons.timeout.next' }),
  }),
  'popup-blocked': () => ({
    what: msg('The new tab was blocked', { id: 'events.reasons.popup-blocked' }),
    next: msg('Open the room here instead.', { id: 'events.reasons.popup-blocked.next' }),
  }),
  'media-denied': () => ({
    what: msg('Your browser keeps the camera or microphone to itself', { id: 'events.reasons.media-denied' }),
    next: msg('Allow it beside the address, or join without.', { id: 'events.reasons.media-denied.next' }),
  }),
  'media-missing': () => ({
    what: msg('No camera or microphone was found', { id: 'events.reasons.media-missing' }),
    next: msg('Plug one in, or join without.', { id: 'events.reasons.media-missing.next' }),
  }),
  'media-in-use': () => ({
    what: msg('Another app uses your camera or microphone', { id: 'events.reasons.media-in-use' }),
    next: msg('Close it there, or join without.', { id: 'events.reasons.media-in-use.next' }),
  }),
  'media-insecure': () => ({
    what: msg('This page may not use camera and microphone', { id: 'events.reasons.media-insecure' }),
    next: msg('Its address must begin with https.', { id: 'events.reasons.media-insecure.next' }),
  }),
  'media-framed': () => ({
    what: msg('The site around this page keeps camera and microphone from it', { id: 'events.reasons.media-framed' }),
    next: msg('Open the room in a tab of its own, or join without.', { id: 'events.reasons.media-framed.next' }),
  }),
  'media-failed': () => ({
    what: msg('Camera or microphone did not start', { id: 'events.reasons.media-failed' }),
    next: msg('Plug it in again, or join without.', { id: 'events.reasons.media-failed.next' }),
  }),
  'media-unsupported': () => ({
    what: msg('This browser cannot take part in calls', { id: 'events.reasons.media-unsupported' }),
    next: msg('Open the link in another browser, or allow WebRTC in this one.', {
      id: 'events.reasons.media-unsupported.next',
    }),
  }),
  'media-server-down': () => ({
    what: msg('The room is not reachable', { id: 'events.reasons.media-server-down' }),
    next: msg('It is tried again by itself.', { id: 'events.reasons.media-server-down.next' }),
  }),
  'connection-lost': () => ({
    what: msg('The connection was lost', { id: 'events.reasons.connection-lost' }),
    next: msg('It is tried again by itself.', { id: 'events.reasons.connection-lost.next' }),
  }),
  'duplicate-identity': () => ({
    what: msg('You joined from another tab or device', { id: 'events.reasons.duplicate-identity' }),
    next: msg('Go on there, or join here again.', { id: 'events.reasons.duplicate-identity.next' }),
  }),
};

/** Plain words for a reason. Call it while rendering: the words are those of the language that holds there. */
export const reasonWords = (reason: Reason): ReasonWords => words[reason]();
