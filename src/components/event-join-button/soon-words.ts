import { doorsOpenAt } from '../../core/event-phase.js';
import { thresholdPassed } from '../../core/spoken-thresholds.js';
import { msg, str } from '../../locales/localization.js';
import type { EventJoinButton } from './event-join-button.js';
import { leftWords, type JoinButtonView } from './phase-view.js';

interface Reading {
  doors: number;
  left: number;
  /** What was left when that was last worth saying aloud, if it was. */
  spoken: number | undefined;
}

const readings = new WeakMap<EventJoinButton, Reading>();

/** What a screen reader says as the doors' opening comes near: at a few thresholds, not each second. */
export const soonWords = (view: JoinButtonView, element: EventJoinButton): string | undefined => {
  const { phase, snapshot, left, language } = view;
  if (phase !== 'not-started' || !snapshot) return undefined;
  const doors = doorsOpenAt(snapshot.event);
  const before = readings.get(element);
  const isSame = before?.doors === doors;
  const spoken = isSame ? (thresholdPassed(before.left, left) ?? before.spoken) : undefined;
  readings.set(element, { doors, left, spoken });
  return spoken === undefined
    ? undefined
    : msg(str`Opens in ${leftWords(language, spoken)}`, { id: 'events.joinButton.opensInSpoken' });
};

/** Whether something is said as what is left goes on from one reading to the next, in seconds. */
export const isSaidBetween = (before: number, left: number): boolean => thresholdPassed(before, left) !== undefined;
