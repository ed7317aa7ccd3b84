import type { EventJoinButton } from './event-join-button.js';

const opened = new WeakMap<EventJoinButton, () => void>();

/** Notes what an element has open over the page: the browser closes it without a word when the element is moved. */
export const noteOpened = (element: EventJoinButton, drop: () => void): void => void opened.set(element, drop);

/** What was open is closed. */
export const noteClosed = (element: EventJoinButton): void => void opened.delete(element);

/** Closes what an element has open as it leaves the page. */
export const dropOpened = (element: EventJoinButton): void => opened.get(element)?.();
