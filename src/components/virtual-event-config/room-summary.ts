import { html, type TemplateResult } from 'lit';
import { formatNumber, formatUnit } from '../../locales/format.js';
import { msg, str } from '../../locales/localization.js';
import { plural } from '../../locales/plural.js';
import { clockIn } from './clock.js';
import type { FormView } from './form-view.js';
import { timeStrip } from './time-strip.js';

const opening = (view: FormView): string => {
  const { autoStartMinutes } = view.entry.settings.virtualConfig;
  const { startsAt, timeZone, language } = view;
  if (startsAt !== undefined) {
    const doorsAt = startsAt - autoStartMinutes * 60_000;
    const time = clockIn(timeZone, { ...view, startsAt }, doorsAt).tell(doorsAt);
    return msg(str`The room opens at ${time}.`, { id: 'events.virtualConfig.summary.opensAt' });
  }
  if (autoStartMinutes === 0) {
    return msg('The room opens at the start.', { id: 'events.virtualConfig.summary.opensAtStart' });
  }
  const minutes = formatUnit(language, autoStartMinutes, 'minute');
  return msg(str`The room opens ${minutes} before the start.`, { id: 'events.virtualConfig.summary.opensBefore' });
};

const breakouts = ({ entry, language }: FormView): string => {
  const { roomCount = entry.roomNames?.length, duration } = entry.breakouts;
  if (roomCount === undefined) {
    return msg('There are breakout rooms.', { id: 'events.virtualConfig.summary.someBreakouts' });
  }
  const rooms = formatNumber(language, roomCount);
  if (duration === undefined) {
    return msg(
      plural(roomCount, [rooms], { one: 'There is {0} breakout room.', other: 'There are {0} breakout rooms.' }),
      { id: 'events.virtualConfig.summary.breakouts' },
    );
  }
  return msg(
    plural(roomCount, [rooms, formatUnit(language, duration, 'minute')], {
      one: '{0} breakout room lasts {1}.',
      other: '{0} breakout rooms last {1}.',
    }),
    {
      id: 'events.virtualConfig.summary.breakoutsFor',
    },
  );
};

const places = (limit: number, language: string): string =>
  msg(
    plural(limit, [formatNumber(language, limit)], {
      one: '{0} person can come online at once.',
      other: '{0} people can come online at once.',
    }),
    { id: 'events.virtualConfig.summary.limit' },
  );

const sentences = (view: FormView): string[] => {
  const config = view.entry.settings.virtualConfig;
  const said = [
    opening(view),
    config.waitingRoomEnabled
      ? msg('You let people in.', { id: 'events.virtualConfig.summary.waitingRoom' })
      : msg('People come in by themselves.', { id: 'events.virtualConfig.summary.noWaitingRoom' }),
    config.maxVirtualAttendees === undefined
      ? msg('Online, there is a place for everyone.', { id: 'events.virtualConfig.summary.noLimit' })
      : places(config.maxVirtualAttendees, view.language),
  ];
  if (config.e2eeRequired) {
    said.push(msg('The call is end-to-end encrypted.', { id: 'events.virtualConfig.summary.e2ee' }));
  }
  if (config.recordingEnabled) {
    said.push(
      config.recordingConsentRequired
        ? msg('Recording needs their consent.', { id: 'events.virtualConfig.summary.consent' })
        : msg('You can record without asking each person.', { id: 'events.virtualConfig.summary.recording' }),
    );
  }
  if (config.breakoutRoomsEnabled) said.push(breakouts(view));
  return said;
};

/** What the settings of a room come to, in words and as a strip of time. */
export const roomSummary = (view: FormView): TemplateResult =>
  html`<p role="status">${sentences(view).join(' ')}</p>
    ${timeStrip(view, view.entry.settings.virtualConfig.autoStartMinutes)}`;
