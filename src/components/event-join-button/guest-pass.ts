import { claimsOf } from '../../services/credential-claims.js';
import { keep, kept } from './storage.js';

const keyOf = (eventId: string): string => `vee.pass ${eventId}`;

/** Passes that this page was opened with, by event; `''` for one that names none. */
const passes = new Map<string, string>();

/**
 * Takes a guest pass out of the page's address, where it came as `#pass=…`, so that it is not shown, shared or kept in the
 * history; it holds as long as the tab.
 */
export const takePass = (): void => {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const pass = fragment.get('pass');
  if (!pass) return;
  fragment.delete('pass');
  const rest = fragment.toString();
  history.replaceState(history.state, '', location.pathname + location.search + (rest && `#${rest}`));
  for (const eventId of claimsOf(pass).events ?? ['']) {
    passes.set(eventId, pass);
    keep('sessionStorage', keyOf(eventId), JSON.stringify(pass));
  }
};

/** The pass for an event, if the visitor came with one. */
export const passFor = (eventId: string): string | undefined => {
  for (const id of [eventId, '']) {
    const pass = passes.get(id) ?? kept('sessionStorage', keyOf(id));
    if (typeof pass === 'string') return pass;
  }
  return undefined;
};
