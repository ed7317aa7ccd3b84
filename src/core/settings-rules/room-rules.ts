import type { Fix } from '../finding.js';
import { limits } from '../virtual-config.js';
import { at, fix, keep, type Rule, type Situation } from './rule.js';

/** The most minutes before the start at which the doors are still closed; -1 where there are none. */
const minutesLeft = ({ startsAt = NaN, now = NaN }: Situation): number => {
  const left = Math.ceil((startsAt - now) / 60_000) - 1;
  return Number.isNaN(left) ? limits.autoStartMinutes.max : Math.max(left, -1);
};

const isBeforeStart = ({ startsAt, now }: Situation): boolean =>
  startsAt === undefined || now === undefined || now < startsAt;

const wouldBeOpen = (situation: Situation, autoStartMinutes: number): boolean =>
  isBeforeStart(situation) && autoStartMinutes > minutesLeft(situation);

/** As many places as all that are known of need. */
const moreRoom = ({ rsvpCount = 0, inside = 0 }: Situation): Fix[] => {
  const places = Math.max(rsvpCount, inside);
  const raise = fix('raise-limit', { maxVirtualAttendees: places }, { places });
  return [...(places <= limits.maxVirtualAttendees.max ? [raise] : []), fix('no-limit', { maxVirtualAttendees: null })];
};

/** Whether there is a room, when its doors open and how many fit. */
export const roomRules: readonly Rule[] = [
  {
    code: 'room-off',
    severity: 'error',
    fields: [at('enabled'), 'attendanceType'],
    when: ({ settings, config }) => settings.attendanceType !== 'in-person' && !config.enabled,
    fixes: () => [
      fix('turn-on-room', { enabled: true }),
      { code: 'turn-off-room', patch: { attendanceType: 'in-person' } },
    ],
  },
  {
    code: 'room-not-used',
    severity: 'warning',
    fields: [at('enabled'), 'attendanceType'],
    isGeneral: true,
    when: ({ settings, config, live }) => settings.attendanceType === 'in-person' && config.enabled && !live,
    fixes: () => [fix('turn-off-room', { enabled: false })],
  },
  {
    code: 'end-missing',
    severity: 'warning',
    fields: ['endsAt'],
    when: ({ startsAt, endsAt }) => startsAt !== undefined && endsAt === undefined,
  },
  {
    code: 'doors-already-open',
    severity: 'warning',
    fields: [at('autoStartMinutes')],
    when: (situation) =>
      !situation.isLive &&
      wouldBeOpen(situation, situation.config.autoStartMinutes) &&
      !(situation.saved && wouldBeOpen(situation, situation.saved.virtualConfig.autoStartMinutes)),
    fixes: (situation) => {
      const minutes = minutesLeft(situation);
      return [fix('open-doors-later', { autoStartMinutes: minutes }, { minutes })];
    },
  },
  {
    code: 'no-time-to-let-in',
    severity: 'warning',
    fields: [at('autoStartMinutes'), at('waitingRoomEnabled')],
    when: (situation) =>
      situation.config.waitingRoomEnabled &&
      situation.config.autoStartMinutes === 0 &&
      !situation.isLive &&
      isBeforeStart(situation),
    fixes: (situation) => {
      const minutes = Math.min(limits.autoStartMinutes.default, minutesLeft(situation));
      return [
        fix('open-doors-earlier', { autoStartMinutes: minutes }, { minutes }),
        fix('turn-off-waiting-room', { waitingRoomEnabled: false }),
      ];
    },
  },
  {
    code: 'below-rsvps',
    severity: 'warning',
    fields: [at('maxVirtualAttendees')],
    when: ({ config: { maxVirtualAttendees: places = Infinity }, rsvpCount: rsvps = 0 }) =>
      rsvps > places && { rsvps, places },
    fixes: moreRoom,
  },
  {
    code: 'below-inside',
    severity: 'warning',
    fields: [at('maxVirtualAttendees')],
    when: ({ config: { maxVirtualAttendees: places = Infinity }, live, inside = 0 }) =>
      // Hosts are inside too and take no place: only a limit that is lowered tells of more people than places.
      live !== undefined && places < (live.maxVirtualAttendees ?? Infinity) && inside > places && { inside, places },
    fixes: (situation) => [keep(situation, 'maxVirtualAttendees'), ...moreRoom(situation)],
  },
];
