import { html, nothing, type TemplateResult } from 'lit';
import { countdownTo } from '../../core/countdown.js';
import type { EventSnapshot } from '../../core/event-details.js';
import type { VirtualEventError } from '../../core/virtual-event-error.js';
import type { JoinButtonPhase } from '../../events/phase-change-event.js';
import { formatClock, formatDay, formatNumber, formatTime, formatUnit, isSameDay } from '../../locales/format.js';
import { msg, str } from '../../locales/localization.js';
import type { TroubleWords } from './trouble.js';

/** What came of the last press: it is under way, the tab was refused and a link stands instead, or one may not come in. */
export type Attempt =
  | { state: 'opening' }
  | { state: 'blocked'; room: string; until: number }
  | { state: 'refused'; error: VirtualEventError; until: number };

/** All that is drawn. */
export interface JoinButtonView {
  phase: JoinButtonPhase;
  /** The last facts, kept through trouble. */
  snapshot: EventSnapshot | undefined;
  /** The server's clock, epoch milliseconds. */
  now: number;
  /** Seconds until the doors open. */
  left: number;
  attempt: Attempt | undefined;
  /** What is wrong; without words where they could not be loaded. */
  trouble: TroubleWords | true | undefined;
  /** Seconds until it is tried again by itself. */
  retryIn: number | undefined;
  language: string;
  compact: boolean;
  join: () => void;
  refresh: () => void;
}

const dots: Partial<Record<JoinButtonPhase, string>> = {
  'not-started': 'soon',
  'waiting-room': 'open',
  live: 'live',
};

/** Whether the doors are open and the event itself has not begun. */
const isEarly = ({ snapshot, now }: JoinButtonView): boolean =>
  snapshot !== undefined && snapshot.room.startedAt === undefined && now < snapshot.event.startsAt;

/** The phase in words. */
export const phaseWords = (view: JoinButtonView): string => {
  switch (view.phase) {
    case 'loading':
      return msg('Loading', { id: 'events.joinButton.loading' });
    case 'not-started':
      return msg('Not open yet', { id: 'events.joinButton.notOpenYet' });
    case 'ended':
      return msg('Ended', { id: 'events.joinButton.ended' });
    case 'cancelled':
      return msg('Cancelled', { id: 'events.joinButton.cancelled' });
    case 'in-person':
      return msg('In person only', { id: 'events.joinButton.inPersonOnly' });
    case 'waiting-room':
    case 'live':
      return isEarly(view)
        ? msg('Doors are open', { id: 'events.joinButton.doorsOpen' })
        : msg('Live', { id: 'events.joinButton.live' });
    default:
      return msg('No connection to the event', { id: 'events.joinButton.noConnection' });
  }
};

/** What is left, in its two largest units; on a clock when under an hour. */
export const leftWords = (language: string, left: number, unitDisplay: 'long' | 'narrow' = 'long'): string => {
  const { days, hours, minutes, seconds } = countdownTo(left * 1000, 0);
  if (left < 3600) return formatClock(language, minutes, seconds);
  const units =
    days > 0
      ? ([
          [days, 'day'],
          [hours, 'hour'],
        ] as const)
      : ([
          [hours, 'hour'],
          [minutes, 'minute'],
        ] as const);
  return units
    .filter(([value]) => value > 0)
    .map(([value, unit]) => formatUnit(language, value, unit, unitDisplay))
    .join(' ');
};

const moment = ({ language, now }: JoinButtonView, at: number): string => {
  const time = formatTime(language, at);
  return isSameDay(at, now)
    ? msg(str`Today, ${time}`, { id: 'events.joinButton.today' })
    : msg(str`${formatDay(language, at)}, ${time}`, { id: 'events.joinButton.onDay' });
};

const status = (view: JoinButtonView): TemplateResult => {
  const { phase, trouble } = view;
  const words = trouble === true ? undefined : trouble;
  return html`<p part="status" class="status">
    ${
      phase === 'loading'
        ? html`<span class="bone"></span><span class="hidden">${phaseWords(view)}</span>`
        : html`<span class="phase ${trouble ? 'warn' : ''}"
          >${words?.icon ?? html`<span class="dot ${(!trouble && dots[phase]) || 'over'}"></span>`}<span class="text"
            >${words?.what ?? phaseWords(view)}</span
          ></span
        >`
    }
  </p>`;
};

const plainLabel = (phase: JoinButtonPhase): string => {
  switch (phase) {
    case 'waiting-room':
      return msg('Join Waiting Room', { id: 'events.joinButton.joinWaitingRoom' });
    case 'live':
      return msg('Join Now', { id: 'events.joinButton.joinNow' });
    case 'ended':
      return msg('Event Ended', { id: 'events.joinButton.eventEnded' });
    case 'cancelled':
      return msg('Event Cancelled', { id: 'events.joinButton.eventCancelled' });
    case 'misconfigured':
      return msg('Not available', { id: 'events.joinButton.notAvailable' });
    default:
      return msg('Try again', { id: 'events.joinButton.tryAgain' });
  }
};

const box = (view: JoinButtonView): TemplateResult => {
  const { phase, snapshot, attempt, compact, language, left } = view;
  const size = compact ? '' : 'large wide';
  if (phase === 'loading') return html`<div class="button ${size} bone"></div>`;
  if (phase === 'not-started') {
    const isClock = left < 3600;
    const long = leftWords(language, left, compact ? 'narrow' : 'long');
    return html`<p part="countdown" role="timer" class="button ${size} off count">
      <slot name="not-started"><span>${msg('Opens in', { id: 'events.joinButton.opensIn' })}</span></slot>
      <b class="number ${isClock ? 'clock' : ''}"
        >${
          isClock || compact
            ? long
            : html`<span class="long">${long}</span><span class="short">${leftWords(language, left, 'narrow')}</span>`
        }</b
      >
    </p>`;
  }
  if (phase === 'in-person') {
    return html`<p part="place" class="button ${size} off">
      <slot name="in-person"
        ><span class="text"
          >${snapshot?.event.location ?? msg('At the venue', { id: 'events.joinButton.atTheVenue' })}</span
        ></slot
      >
    </p>`;
  }
  if (attempt?.state === 'blocked') {
    return html`<a part="button" class="button ${size} primary" href=${attempt.room} @click=${view.join}
      >${msg('Open the room here', { id: 'events.joinButton.openHere' })}</a
    >`;
  }
  const isOpening = attempt?.state === 'opening';
  const canJoin = phase === 'live' || phase === 'waiting-room';
  const limit = snapshot?.event.virtualConfig.maxVirtualAttendees;
  const isFull = canJoin && attempt?.state === 'refused' && attempt.error.reason === 'full';
  const canPress = (canJoin && !isFull) || phase === 'unavailable';
  const kind = canJoin && !isFull ? 'primary' : canPress ? 'secondary' : 'off';
  return html`<button
    part="button"
    type="button"
    class="button ${size} ${kind}"
    aria-disabled=${!canPress || isOpening}
    @click=${canJoin ? view.join : view.refresh}
  >
    ${
      isOpening
        ? html`<span class="spinner"></span>${msg('Opening the room', { id: 'events.joinButton.opening' })}`
        : isFull && limit !== undefined
          ? msg(str`All ${formatNumber(language, limit)} places are taken`, { id: 'events.joinButton.full' })
          : html`${compact && phase === 'live' ? html`<span class="dot live"></span>` : nothing}<slot name=${phase}
              >${plainLabel(phase)}</slot
            >`
    }
  </button>`;
};

const halves = (view: JoinButtonView): unknown[] => {
  const { phase, snapshot, trouble, retryIn, attempt, language, now } = view;
  if (trouble) {
    if (retryIn !== undefined) {
      const wait = formatUnit(language, retryIn, 'second', 'short');
      return [
        msg(str`Tries by itself in ${wait}`, { id: 'events.joinButton.triesIn' }),
        phase !== 'unavailable' &&
          html`<button type="button" class="again" @click=${view.refresh}>${plainLabel('unavailable')}</button>`,
      ];
    }
    return [trouble === true ? '' : trouble.next];
  }
  if (attempt?.state === 'blocked') return [msg('Your place is kept', { id: 'events.joinButton.placeKept' })];
  if (!snapshot) return [html`<span class="bone"></span>`];
  const { event, room } = snapshot;
  const starts = moment(view, event.startsAt);
  switch (phase) {
    case 'waiting-room':
      return [msg(str`Starts: ${starts}`, { id: 'events.joinButton.starts' })];
    case 'live': {
      const here = formatNumber(language, room.participantCount);
      return [
        room.participantCount === 0
          ? msg('No one here yet', { id: 'events.joinButton.noneHere' })
          : msg(str`${here} here`, { id: 'events.joinButton.here' }),
        isEarly(view)
          ? msg(str`starts ${formatTime(language, event.startsAt)}`, { id: 'events.joinButton.startsAt' })
          : now < event.endsAt &&
            msg(str`until ${formatTime(language, event.endsAt)}`, { id: 'events.joinButton.until' }),
      ];
    }
    case 'ended': {
      const from = room.startedAt ?? event.startsAt;
      const to = formatTime(language, room.endedAt ?? event.endsAt);
      return [`${formatDay(language, from)}, ${formatTime(language, from)}–${to}`];
    }
    case 'cancelled':
      return [html`<s>${starts}</s>`];
    default:
      return [starts];
  }
};

/** The status, the button and the line beneath; of the compact kind only the button, and words when something is wrong. */
export const joinButton = (view: JoinButtonView): TemplateResult => {
  const { compact, trouble } = view;
  const [first, second] = halves(view);
  return html`${compact && !trouble ? nothing : status(view)}${box(view)}${
    compact && !trouble
      ? nothing
      : html`<p part="line" class="line ${trouble ? 'words' : ''}">
        <span>${first}</span>${second ? html`<span>${second}</span>` : nothing}
      </p>`
  }`;
};
