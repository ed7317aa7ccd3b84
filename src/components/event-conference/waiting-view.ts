import { html, nothing, type TemplateResult } from 'lit';
import { canBeHeard } from '../../controllers/chime.js';
import type { DevicePreviewController } from '../../controllers/device-preview-controller.js';
import type { HostMessage } from '../../core/admission-state.js';
import { countdownTo } from '../../core/countdown.js';
import type { EventDetails } from '../../core/event-details.js';
import type { Reason } from '../../core/reason.js';
import { formatClock, formatDay, formatNumber, formatTime } from '../../locales/format.js';
import { msg, speaking, str } from '../../locales/localization.js';
import { everySecond } from './every-second.js';
import { hostWords } from './host-words.js';
import { ownPicture } from './own-picture.js';

export interface WaitingView {
  /** `waiting`, `full` or `not-open`. */
  reason: Reason;
  displayName: string;
  message: HostMessage | undefined;
  /** Since when one waits, epoch milliseconds; not known in the first moment. */
  since: number | undefined;
  event: Pick<EventDetails, 'title' | 'startsAt'> | undefined;
  /** The server's clock, epoch milliseconds. */
  now: () => number;
  language: string;
  preview: DevicePreviewController;
  /** The backend does not answer. */
  isCutOff: boolean;
  onLeave: () => void;
}

const words = (reason: Reason): { what: string; next: string } => {
  const stay = canBeHeard()
    ? msg('Leave this page open. You will hear a sound.', { id: 'events.conference.stayAndHear' })
    : msg('Leave this page open. You come in by yourself.', { id: 'events.conference.stayAndCome' });
  if (reason === 'full') {
    return {
      what: msg('All places are taken', { id: 'events.conference.full' }),
      next: msg('You come in as soon as one is free. Leave this page open.', { id: 'events.conference.full.next' }),
    };
  }
  if (reason === 'not-open') {
    return {
      what: msg('The doors are closed for now', { id: 'events.conference.notOpen' }),
      next: msg('The event was moved. Leave this page open until they open again.', {
        id: 'events.conference.notOpen.next',
      }),
    };
  }
  return { what: msg('The host will let you in', { id: 'events.conference.waiting' }), next: stay };
};

/** What is left until the start; under an hour on a clock. */
const timeLeft = (language: string, startsAt: number, now: number): string => {
  const { days, hours, minutes, seconds } = countdownTo(startsAt, now);
  const clock = formatClock(language, minutes, seconds);
  const allHours = days * 24 + hours;
  return allHours > 0 ? `${formatNumber(language, allHours)}:${clock}` : clock;
};

const clock = ({ event, since, now, language }: WaitingView): TemplateResult | typeof nothing => {
  if (event && now() < event.startsAt) {
    const { startsAt } = event;
    const isToday = new Date(startsAt).toDateString() === new Date(now()).toDateString();
    const time = formatTime(language, startsAt);
    const day = formatDay(language, startsAt);
    const start = isToday ? time : msg(str`${day}, ${time}`, { id: 'events.conference.onDay' });
    return html`<div class="clock">
      <span class="number" role="timer">${everySecond(() => timeLeft(language, startsAt, now()))}</span>
      <span class="muted">${msg(str`until the start, ${start}`, { id: 'events.conference.untilStart' })}</span>
    </div>`;
  }
  if (since === undefined) return nothing;
  // Told outside of drawing, where the language does not hold by itself.
  const waited = (): string =>
    speaking(language, () => {
      const clock = timeLeft(language, now(), since);
      return msg(str`You have waited ${clock}`, { id: 'events.conference.waited' });
    });
  return html`<p class="number muted">${everySecond(waited)}</p>`;
};

const cutOff = (): TemplateResult => html`
  <p class="advice">
    <span class="spinner"></span>
    ${msg('The connection was lost. Your place is kept for a while; trying again …', { id: 'events.conference.cutOff' })}
  </p>
`;

/** Until one is let in: one's own picture, a calm sentence, what the host says, the time. */
export const waiting = (view: WaitingView): TemplateResult => {
  const { reason, displayName, message, event, preview, isCutOff, onLeave } = view;
  const { what, next } = words(reason);
  return html`
    <div class="lobby">
      <div class="inner said wait">
        ${ownPicture(preview, displayName)}
        <div>
          ${event ? html`<p class="muted event">${event.title}</p>` : nothing}
          <h1 tabindex="-1">${what}</h1>
          <p class="muted">${next}</p>
        </div>
        <div class="told" role="status">${isCutOff ? cutOff() : message ? hostWords(message) : nothing}</div>
        ${clock(view)}
        <button class="button secondary" part="action" @click=${onLeave}>
          ${msg('Stop waiting', { id: 'events.conference.stopWaiting' })}
        </button>
      </div>
    </div>
  `;
};
