import { html } from 'lit/html.js';
import { isPassing } from '../../core/virtual-event-error.js';
import { formatNumber, formatTime, formatUnit } from '../../locales/format.js';
import { msg, str } from '../../locales/localization.js';
import { plural } from '../../locales/plural.js';
import type { WatchedEvent } from '../../services/event-watch.js';
import { buttonStates } from '../../styles/button-states.js';
import { moreTokens } from '../../styles/more-tokens.js';
import { secondaryButton } from '../../styles/secondary-button.js';
import { spinner } from '../../styles/spinner.js';
import { calendarX, circleAlert, mapPin, refresh, wifiOff } from '../icons.js';
import { reasonWords } from '../reason-words.js';
import { adopt } from './adopt.js';
import { asideStyles } from './aside.styles.js';
import type { Attempt } from './attempt.js';

import type { EventJoinButton } from './event-join-button.js';
import type { Blocked, Embedded } from './join.js';
import {
  dot,
  label,
  momentWords,
  phaseParts,
  plate,
  pressable,
  type JoinButtonParts,
  type JoinButtonView,
} from './phase-view.js';
import type { Refused } from './refused.js';

/** Gives an element the styles of what is drawn here. */
export const dress = (element: EventJoinButton): void =>
  adopt(element, [moreTokens, buttonStates, secondaryButton, spinner, asideStyles]);

const tryAgain = (): string => msg('Try again', { id: 'events.joinButton.tryAgain' });

const embedded = (element: EventJoinButton, { ticket }: Embedded): Partial<JoinButtonParts> => {
  const { backend, service, eventId } = element;
  const onLeave = (): void => element.become(undefined);
  // That someone came in is told once, by the button.
  const onJoin = (event: Event): void => event.stopPropagation();
  return {
    mark: dot('live'),
    words: msg('You are in', { id: 'events.joinButton.inside' }),
    box: html`<event-conference
      part="conference"
      .backend=${backend}
      .eventId=${eventId}
      .service=${service}
      .ticket=${ticket}
      @join=${onJoin}
      @leave=${onLeave}
    ></event-conference>`,
  };
};

const attemptParts = (view: JoinButtonView, attempt: Attempt, element: EventJoinButton): Partial<JoinButtonParts> => {
  if (attempt.state === 'embedded') return embedded(element, attempt as Embedded);
  if (attempt.state === 'opening') {
    const words = msg('Opening the room', { id: 'events.joinButton.opening' });
    return { box: pressable(view, 'primary', html`<span class="spinner"></span>${words}`, true) };
  }
  if (attempt.state === 'blocked') {
    const { room, until, follow } = attempt as Blocked;
    const line = msg(str`Your place is kept until ${formatTime(view.language, until)}`, {
      id: 'events.joinButton.placeKept',
    });
    return {
      isTrouble: true,
      mark: circleAlert(),
      words: reasonWords('popup-blocked').what,
      box: html`<a part="button" class="button primary ${view.isCompact ? '' : 'large wide'}" href=${room} @click=${follow}
        >${msg('Open the room here', { id: 'events.joinButton.openHere' })}</a
      >`,
      line,
      spoken: line,
      end: undefined,
    };
  }
  const { error, message } = attempt as Refused;
  const { reason } = error;
  const { what, next: advice } = reasonWords(reason);
  const next = message ? msg(str`${message.from}: ${message.text}`, { id: 'events.joinButton.hostSays' }) : advice;
  const isUnknown = reason === 'credential-missing' || reason === 'credential-invalid';
  const said = {
    isTrouble: true,
    mark: isPassing(reason) ? wifiOff() : circleAlert(),
    words: what,
    line: next,
    spoken: next,
    end: isUnknown ? html`<slot name="sign-in"></slot>` : undefined,
  };
  if (reason !== 'full') return said;
  const limit = view.snapshot?.event.virtualConfig.maxVirtualAttendees ?? 0;
  const taken = msg(
    plural(limit, [formatNumber(view.language, limit)], {
      one: 'The only place is taken',
      other: 'All {0} places are taken',
    }),
    { id: 'events.joinButton.allTaken' },
  );
  const line = msg('The button returns when a place is free', { id: 'events.joinButton.returns' });
  return {
    ...said,
    mark: dot('over'),
    words: msg('Full', { id: 'events.joinButton.full' }),
    box: pressable(view, 'off', limit ? taken : what),
    line,
    spoken: line,
  };
};

const troubleParts = (
  view: JoinButtonView,
  { error, retryAt }: WatchedEvent,
  element: EventJoinButton,
): Partial<JoinButtonParts> | undefined => {
  if (!error) return undefined;
  const { reason } = error;
  const { what, next } = reasonWords(reason);
  const ask = (): void => void element.refresh();
  const wait =
    retryAt && formatUnit(view.language, Math.max(0, Math.ceil((retryAt - Date.now()) / 1000)), 'second', 'narrow');
  return {
    isTrouble: true,
    mark: isPassing(reason) ? wifiOff() : circleAlert(),
    words:
      reason === 'unavailable' ? msg('No connection to the event', { id: 'events.joinButton.noConnection' }) : what,
    ...(!view.snapshot && { box: pressable(view, 'secondary', html`${refresh()}${label(view, tryAgain())}`) }),
    line: wait ? msg(str`Tries by itself in ${wait}`, { id: 'events.joinButton.triesIn' }) : next,
    end: view.snapshot && html`<button type="button" class="again" @click=${ask}>${tryAgain()}</button>`,
  };
};

/** The parts where something is beside the four phases; `undefined` where nothing is. */
export const asideParts = (
  view: JoinButtonView,
  watched: WatchedEvent,
  element: EventJoinButton,
): JoinButtonParts | undefined => {
  const { phase, snapshot, attempt } = view;
  let parts: JoinButtonParts | undefined;
  if (phase === 'misconfigured') {
    parts = {
      isTrouble: true,
      mark: circleAlert(),
      words: msg('This button is not set up', { id: 'events.joinButton.notSetUp' }),
      box: pressable(view, 'off', msg('Not available', { id: 'events.joinButton.notAvailable' })),
      line: element.eventId
        ? msg('It needs the address of its backend.', { id: 'events.joinButton.needsBackend' })
        : msg('It needs the id of an event.', { id: 'events.joinButton.needsEvent' }),
    };
  } else if (snapshot && phase === 'cancelled') {
    parts = {
      mark: html`<span class="cancelled">${calendarX()}</span>`,
      words: msg('Cancelled', { id: 'events.joinButton.cancelled' }),
      box: pressable(view, 'off', label(view, msg('Event Cancelled', { id: 'events.joinButton.eventCancelled' }))),
      line: html`<s>${momentWords(view, snapshot.event.startsAt)}</s>`,
    };
  } else if (snapshot && phase === 'in-person') {
    const place = snapshot.event.location ?? msg('At the venue', { id: 'events.joinButton.atTheVenue' });
    parts = {
      mark: dot('over'),
      words: msg('In person only', { id: 'events.joinButton.inPersonOnly' }),
      box: html`<p part="place" class="${plate(view)} place">
        ${mapPin()}${label(view, html`<span>${place}</span>`)}
      </p>`,
      line: momentWords(view, snapshot.event.startsAt),
    };
  }
  const beside = attempt ? attemptParts(view, attempt, element) : troubleParts(view, watched, element);
  if (!parts && !beside) return undefined;
  return { ...(parts ?? phaseParts(view)), ...beside };
};
