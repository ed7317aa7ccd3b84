import { html, nothing, type TemplateResult } from 'lit';
import { countdownTo } from '../../core/countdown.js';
import type { EventSnapshot } from '../../core/event-details.js';
import type { JoinButtonPhase } from '../../events/phase-change-event.js';
import { formatClock, formatDay, formatNumber, formatTime, formatUnit, isSameDay } from '../../locales/format.js';
import { msg, str } from '../../locales/localization.js';

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
  press: () => void;
}

/** What stands where: a dot or an icon with the status in words, the button or what is in its place, the line beneath. */
export interface JoinButtonParts {
  mark?: unknown;
  words?: string;
  box: TemplateResult;
  line?: unknown;
  end?: unknown;
  /** The words must be read, also in the compact variant and when they take two lines. */
  isTrouble?: boolean;
}

const sizeOf = ({ isCompact }: JoinButtonView): string => (isCompact ? '' : 'large wide');

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

/** What stands in the button's place where there is nothing to press. */
export const plate = (view: JoinButtonView, part: string, content: unknown): TemplateResult =>
  html`<p part=${part} role=${part === 'countdown' ? 'timer' : nothing} class="button ${sizeOf(view)} off ${part}">
    ${content}
  </p>`;

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

/** A moment in the visitor's zone. */
export const momentWords = ({ language, now }: JoinButtonView, at: number): string => {
  const time = formatTime(language, at);
  return isSameDay(at, now)
    ? msg(str`Today, ${time}`, { id: 'events.joinButton.today' })
    : msg(str`${formatDay(language, at)}, ${time}`, { id: 'events.joinButton.onDay' });
};

const countdown = (view: JoinButtonView): TemplateResult => {
  const { language, left, isCompact } = view;
  const long = leftWords(language, left);
  const short = leftWords(language, left, 'narrow');
  return plate(
    view,
    'countdown',
    html`${label(view, msg('Opens in', { id: 'events.joinButton.opensIn' }))}
      <b
        >${
          left < 3600 || isCompact
            ? html`<span class="clock">${short}</span>`
            : html`<span class="long">${long}</span><span class="short">${short}</span>`
        }</b
      >`,
  );
};

/** The four phases; and, until more is known or has arrived, bones or the plainest of words. */
export const phaseParts = (view: JoinButtonView): JoinButtonParts => {
  const { phase, snapshot, language, now } = view;
  if (phase === 'unavailable') {
    return {
      mark: dot('over'),
      words: msg('No connection to the event', { id: 'events.joinButton.noConnection' }),
      box: pressable(view, 'secondary', label(view, msg('Try again', { id: 'events.joinButton.tryAgain' }))),
    };
  }
  const { event, room } = snapshot ?? {};
  if (event && room) {
    const { startsAt, endsAt } = event;
    const hasStarted = room.startedAt !== undefined || now >= startsAt;
    const doorsOpen = { mark: dot('open'), words: msg('Doors are open', { id: 'events.joinButton.doorsOpen' }) };
    const starts = msg(str`Starts at ${formatTime(language, startsAt)}`, { id: 'events.joinButton.startsAt' });
    const here = room.participantCount;
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
        return { ...doorsOpen, box: pressable(view, 'primary', label(view, words)), line: starts };
      }
      case 'live':
        return {
          mark: dot('live'),
          words: msg('Live', { id: 'events.joinButton.live' }),
          ...(!hasStarted && doorsOpen),
          box: pressable(
            view,
            'primary',
            html`${view.isCompact ? dot('live') : nothing}${label(
              view,
              msg('Join Now', { id: 'events.joinButton.joinNow' }),
            )}`,
          ),
          line: here
            ? msg(str`${formatNumber(language, here)} here`, { id: 'events.joinButton.here' })
            : msg('No one here yet', { id: 'events.joinButton.noneHere' }),
          end: hasStarted
            ? now < endsAt && msg(str`until ${formatTime(language, endsAt)}`, { id: 'events.joinButton.until' })
            : starts,
        };
      case 'ended': {
        const from = room.startedAt ?? startsAt;
        const times = `${formatTime(language, from)}–${formatTime(language, room.endedAt ?? endsAt)}`;
        return {
          mark: dot('over'),
          words: msg('Ended', { id: 'events.joinButton.ended' }),
          box: pressable(view, 'off', label(view, msg('Event Ended', { id: 'events.joinButton.eventEnded' }))),
          line: `${formatDay(language, from)}, ${times}`,
        };
      }
    }
  }
  return { box: html`<div class="button ${sizeOf(view)} bone"></div>` };
};

/** Puts the parts in their places; of the compact variant only the button, unless the words must be read. */
export const frame = ({ isCompact }: JoinButtonView, parts: JoinButtonParts): TemplateResult => {
  const { mark, words, box, line, end, isTrouble } = parts;
  const hasLines = !isCompact || isTrouble;
  const bone = html`<span class="bone"></span>`;
  return html`${
    hasLines ? html`<p part="status" class="status">${words ? html`${mark}<span>${words}</span>` : bone}</p>` : nothing
  }${box}${
    hasLines
      ? html`<p part="line" class="line ${isTrouble ? 'words' : ''}">
        <span>${words ? line : bone}</span>${end ? html`<span>${end}</span>` : nothing}
      </p>`
      : nothing
  }`;
};
