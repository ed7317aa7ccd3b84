import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { EventDetails } from '../../core/event-details.js';
import { safeUrl } from '../../core/safe-url.js';
import { securityBadges, type SecurityBadge } from '../../core/security-badges.js';
import { formatOffset, formatTime, formatUnit } from '../../locales/format.js';
import { languageAt, msg, str } from '../../locales/localization.js';
import { markLanguage } from '../../locales/mark-language.js';
import { buttonStates } from '../../styles/button-states.js';
import { moreTokens } from '../../styles/more-tokens.js';
import { secondaryButton } from '../../styles/secondary-button.js';
import { calendarPlus, lock, play } from '../icons.js';
import { adopt } from './adopt.js';
import type { EventJoinButton } from './event-join-button.js';
import { extrasStyles } from './extras.styles.js';
import { sizeOf, type JoinButtonParts, type JoinButtonView } from './phase-view.js';
import { stayParts } from './stay-view.js';

/** Those whose visitor asked for the time at the event. */
const inEventZone = new WeakSet<EventJoinButton>();

/** Gives an element the styles of what is drawn here. */
export const dress = (element: EventJoinButton): void =>
  adopt(element, [moreTokens, buttonStates, secondaryButton, extrasStyles]);

const badgeWords = (badge: SecurityBadge): string => {
  switch (badge) {
    case 'e2ee':
      return msg('End-to-end encrypted', { id: 'events.badges.e2ee' });
    case 'recording':
      return msg('Recording', { id: 'events.badges.recording' });
    case 'will-be-recorded':
      return msg('Will be recorded', { id: 'events.badges.willBeRecorded' });
  }
};

const badgesOf = ({ snapshot, now }: JoinButtonView): TemplateResult | undefined => {
  const badges = snapshot ? securityBadges(snapshot.event, snapshot.room, now) : [];
  if (badges.length === 0) return undefined;
  return html`<span part="badges" class="badges"
    >${badges.map(
      (badge) =>
        html`<span part="badge" class="badge ${badge}"
          >${badge === 'e2ee' ? lock() : html`<span class="mark"></span>`}<span class="word"
            >${badgeWords(badge)}</span
          ></span
        >`,
    )}</span
  >`;
};

const onCalendar = async (element: EventJoinButton, event: Event): Promise<void> => {
  const anchor = event.currentTarget as HTMLButtonElement;
  const { openCalendarMenu } = await import('./calendar-menu.js');
  openCalendarMenu(element, anchor);
};

const calendar = (element: EventJoinButton): TemplateResult =>
  html`<button
    part="calendar"
    type="button"
    class="link calendar"
    aria-haspopup="menu"
    @click=${(event: Event) => void onCalendar(element, event)}
  >
    ${calendarPlus()}<span class="word">${msg('Add to calendar', { id: 'events.joinButton.addToCalendar' })}</span>
  </button>`;

const ofVisitors = new WeakMap<EventDetails, boolean>();

/** Whether clocks where the event is show then what the visitor's do. Each event is looked up once, not each second. */
const isVisitorsClock = (event: EventDetails): boolean => {
  const { startsAt, timeZone } = event;
  if (!ofVisitors.has(event)) {
    ofVisitors.set(event, formatOffset('en', startsAt) === formatOffset('en', startsAt, timeZone));
  }
  return ofVisitors.get(event)!;
};

/** The start in the visitor's zone; where the event's is another, a press tells it in that one. */
const startLine = (view: JoinButtonView, line: unknown, element: EventJoinButton): unknown => {
  const { language } = view;
  const { startsAt, timeZone } = view.snapshot!.event;
  if (isVisitorsClock(view.snapshot!.event)) return line;
  const place = timeZone.split('/').at(-1)!.replaceAll('_', ' ');
  const there = msg(str`${formatTime(language, startsAt, timeZone)} in ${place}`, {
    id: 'events.joinButton.timeThere',
  });
  const isThere = inEventZone.has(element);
  const turn = (): void => {
    if (!inEventZone.delete(element)) inEventZone.add(element);
    element.requestUpdate();
  };
  return html`<button
    part="time"
    type="button"
    class="link time"
    aria-label=${
      isThere
        ? msg(str`${there}. Show in my time`, { id: 'events.joinButton.showMyTime' })
        : msg(str`${line}. Show in the event’s time`, { id: 'events.joinButton.showEventTime' })
    }
    @click=${turn}
  >
    ${isThere ? there : line}
  </button>`;
};

/** How long something took, in hours and minutes. */
const lengthWords = (language: string, from: number, until: number): string => {
  const minutes = Math.round((until - from) / 60_000);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const units = [
    hours && formatUnit(language, hours, 'hour', 'short'),
    rest && formatUnit(language, rest, 'minute', 'short'),
  ];
  return units.filter(Boolean).join(' ');
};

const endedParts = (view: JoinButtonView, { box, end }: JoinButtonParts): Partial<JoinButtonParts> => {
  const { event, room } = view.snapshot!;
  const recording = safeUrl(event.virtualConfig.recordingUrl, document.baseURI);
  if (recording === null) return { end };
  const link = html`<a
    part="recording"
    class="button ${sizeOf(view)} secondary"
    href=${recording}
    target="_blank"
    rel="noopener noreferrer"
    >${play()}${msg('Watch recording', { id: 'events.joinButton.watchRecording' })}</a
  >`;
  return {
    box: view.isCompact ? link : html`<div class="pair">${box}${link}</div>`,
    end: lengthWords(view.language, room.startedAt ?? event.startsAt, room.endedAt ?? event.endsAt),
  };
};

/** The parts with what is beside the way in: badges, the calendar, the time at the event, the recording. */
export const adorned = (view: JoinButtonView, parts: JoinButtonParts, element: EventJoinButton): JoinButtonParts => {
  const { phase, snapshot, now } = view;
  void element.updateComplete.then(() => markLanguage(element.renderRoot, languageAt(element), view.language));
  if (!snapshot || parts.isTrouble || view.isStale) return parts;
  const isJoinable = phase === 'live' || phase === 'waiting-room';
  const stay = isJoinable && !view.attempt ? stayParts(view, parts, element) : undefined;
  if (phase === 'ended') return { ...parts, ...endedParts(view, parts) };
  const isAhead = phase === 'not-started' || (phase === 'in-person' && now < snapshot.event.endsAt);
  return {
    ...parts,
    ...stay,
    badges: badgesOf(view) ?? nothing,
    ...(isAhead && { line: startLine(view, parts.line, element), end: calendar(element) }),
  };
};
