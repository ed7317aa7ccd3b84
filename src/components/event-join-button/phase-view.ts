import { html, nothing, type TemplateResult } from 'lit/html.js';
import { countdownTo } from '../../core/countdown.js';
import type { EventSnapshot } from '../../core/event-details.js';
import type { JoinButtonPhase } from '../../events/phase-change-event.js';
import { formatClock, formatDay, formatNumber, formatTime, formatUnit } from '../../locales/format.js';
import { counted, msg, str } from '../../locales/localization.js';
import type { Attempt } from './attempt.js';

/** All that is drawn from. */
export interface JoinButtonView {
  phase: JoinButtonPhase;
  /** The last facts, kept through trouble. */
  snapshot: EventSnapshot | undefined;
  /** The server's clock, epoch milliseconds. */
  now: number;
  /** Seconds until the doors open. */
  left: number;
  language: string;
  isCompact: boolean;
  /** A button that loses its use while it has the focus must not drop it. */
  isFocused: boolean;
  /** What is known may no longer hold. */
  isStale: boolean;
  /** What came of a press, until it is settled. */
  attempt: Attempt | undefined;
  press: (event: Event) => void;
}

/** What stands where: a dot or an icon with the status in words, the button or what is in its place, the line beneath. */
export interface JoinButtonParts {
  mark?: unknown;
  words?: string;
  badges?: unknown;
  box: TemplateResult;
  line?: unknown;
  end?: unknown;
  /** The words must be read, also in the compact variant and when they take two lines. */
  isTrouble?: boolean;
  /** What a screen reader says beside the words when they change. */
  spoken?: string;
}

export const sizeOf = ({ isCompact }: JoinButtonView): string => (isCompact ? '' : 'large wide');

export const dot = (kind: 'soon' | 'open' | 'live' | 'over'): TemplateResult => html`<span class="dot ${kind}"></span>`;

/** The button; `off` has a say and no use. */
export const pressable = (
  view: JoinButtonView,
  kind: 'primary' | 'secondary' | 'off',
  label: unknown,
  isBusy = false,
): TemplateResult =>
  html`<button
    part="button"
    type="button"
    class="button ${sizeOf(view)} ${kind}"
    ?disabled=${kind === 'off' && !view.isFocused}
    aria-disabled=${kind === 'off' || isBusy}
    @click=${view.press}
  >
    ${label}
  </button>`;

/** A label that a page may replace. */
export const label = ({ phase }: JoinButtonView, words: unknown): TemplateResult =>
  html`<slot name=${phase}>${words}</slot>`;

/** The size and look of what stands in the button's place where there is nothing to press. */
export const plate = (view: JoinButtonView): string => `button ${sizeOf(view)} off`;

/** What is left, in its two largest units; on a clock when under an hour. */
export const leftWords = (language: string, left: number, unitDisplay: 'long' | 'narrow' = 'long'): string => {
  const { days, hours, minutes, seconds } = countdownTo(left * 1000, 0);
  if (left < 3600) return formatClock(language, minutes, seconds);
  const large = days
    ? formatUnit(language, days, 'day', unitDisplay)
    : formatUnit(language, hours, 'hour', unitDisplay);
  const [small, unit] = days ? ([hours, 'hour'] as const) : ([minutes, 'minute'] as const);
  return small ? `${large} ${formatUnit(language, small, unit, unitDisplay)}` : large;
};

const onDay = (language: string, at: number, time: string): string =>
  msg(str`${formatDay(language, at)}, ${time}`, { id: 'events.joinButton.onDay' });

/** A moment in the visitor's zone. */
export const momentWords = ({ language, now }: JoinButtonView, at: number): string => {
  const time = formatTime(language, at);
  return new Date(at).toDateString() === new Date(now).toDateString()
    ? msg(str`Today, ${time}`, { id: 'events.joinButton.today' })
    : onDay(language, at, time);
};

const countdown = (view: JoinButtonView): TemplateResult => {
  const { language, left, isCompact } = view;
  const short = leftWords(language, left, 'narrow');
  // The clock of the last hour is written by itself, each second.
  return html`<p part="countdown" role="timer" class="${plate(view)} countdown">
    ${label(view, msg('Opens in', { id: 'events.joinButton.opensIn' }))}
    <b
      >${
        left < 3600
          ? html`<span class="clock"></span>`
          : isCompact
            ? short
            : html`<span class="long">${leftWords(language, left)}</span><span class="short">${short}</span>`
      }</b
    >
  </p>`;
};

/** What there is before anything can be said. */
export const bones = (view: JoinButtonView): JoinButtonParts => ({
  box: html`<div class="button ${sizeOf(view)} bone"></div>`,
});

const noConnection = (): Pick<JoinButtonParts, 'mark' | 'words'> => ({
  mark: dot('over'),
  words: msg('No connection to the event', { id: 'events.joinButton.noConnection' }),
});

const knownParts = (view: JoinButtonView): JoinButtonParts => {
  const { phase, snapshot, language, now } = view;
  if (phase === 'unavailable') {
    const again = msg('Try again', { id: 'events.joinButton.tryAgain' });
    return {
      ...noConnection(),
      box: pressable(view, 'primary', label(view, again)),
    };
  }
  if (snapshot) {
    const { startsAt, endsAt } = snapshot.event;
    const { startedAt, endedAt, participantCount } = snapshot.room;
    const isEarly = startedAt === undefined && now < startsAt;
    const open = { mark: dot('open'), words: msg('Doors are open', { id: 'events.joinButton.doorsOpen' }) };
    const starts = msg(str`Starts at ${formatTime(language, startsAt)}`, { id: 'events.joinButton.startsAt' });
    switch (phase) {
      case 'not-started':
        return {
          mark: dot('soon'),
          words: msg('Not open yet', { id: 'events.joinButton.notOpenYet' }),
          box: countdown(view),
          line: momentWords(view, startsAt),
        };
      case 'waiting-room': {
        const words = msg('Join Waiting Room', { id: 'events.joinButton.joinWaitingRoom' });
        return { ...open, box: pressable(view, 'primary', label(view, words)), line: starts };
      }
      case 'live': {
        const words = msg('Join Now', { id: 'events.joinButton.joinNow' });
        return {
          ...(isEarly ? open : { mark: dot('live'), words: msg('Live', { id: 'events.joinButton.live' }) }),
          box: pressable(view, 'primary', [view.isCompact ? dot('live') : nothing, label(view, words)]),
          line: participantCount
            ? msg(counted(participantCount, str`${formatNumber(language, participantCount)} here`), {
                id: 'events.joinButton.here',
              })
            : msg('No one here yet', { id: 'events.joinButton.noneHere' }),
          end: isEarly
            ? starts
            : now < endsAt && msg(str`until ${formatTime(language, endsAt)}`, { id: 'events.joinButton.until' }),
        };
      }
      case 'ended': {
        const from = startedAt ?? startsAt;
        const until = formatTime(language, endedAt ?? endsAt);
        return {
          mark: dot('over'),
          words: msg('Ended', { id: 'events.joinButton.ended' }),
          box: pressable(view, 'off', label(view, msg('Event Ended', { id: 'events.joinButton.eventEnded' }))),
          line: onDay(language, from, `${formatTime(language, from)}–${until}`),
        };
      }
    }
  }
  return bones(view);
};

/** The four phases; and, until more is known or has arrived, bones or the plainest of words. */
export const phaseParts = (view: JoinButtonView): JoinButtonParts => ({
  ...knownParts(view),
  ...(view.isStale && noConnection()),
});

/** Puts the parts in their places; of the compact variant only the button, unless the words must be read. */
export const frame = ({ isCompact }: JoinButtonView, parts: JoinButtonParts): TemplateResult => {
  const { mark, words, badges, box, line, end, isTrouble } = parts;
  if (isCompact && !isTrouble) return box;
  const bone = html`<span class="bone"></span>`;
  const lines = isTrouble ? 'words' : '';
  return html`<p part="status" class="status ${lines}">${words ? [mark, html`<span>${words}</span>`, badges] : bone}</p>
    ${box}
    <p part="line" class="line ${lines}">
      <span>${words ? line : bone}</span>${end ? html`<span>${end}</span>` : nothing}
    </p>`;
};
