import { onWordsChange } from '../../locales/words-change.js';
import type { EventJoinButton } from './event-join-button.js';
import { dress } from './extras-view.js';
import { takePass } from './guest-pass.js';
import { dropOpened } from './opened.js';
import { forgetSight, watchSight } from './sight.js';
import { attend, retire } from './stay.js';

const stops = new Map<EventJoinButton, () => void>();

/** Keeps an element in the page up to date with its language and with what its visitor has from coming in. */
export const lookAfter = (element: EventJoinButton): void => {
  dress(element);
  if (location.hash) takePass();
  if (!stops.has(element)) {
    stops.set(
      element,
      onWordsChange(element, () => element.requestUpdate()),
    );
    watchSight(element);
  }
  attend(element);
};

/** Lets go of an element that left the page. */
export const letGo = (element: EventJoinButton): void => {
  dropOpened(element);
  stops.get(element)?.();
  stops.delete(element);
  forgetSight(element);
  retire(element);
};
