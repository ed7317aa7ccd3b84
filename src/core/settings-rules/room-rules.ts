import type { Fix } from '../finding.js';
import { limits } from '../virtual-config.js';
import { at, fix, keep, type Rule, type Situation } from './rule.js';

/** As many places as all that are known of need. */
const moreRoom = ({ rsvpCount = 0, inside = 0 }: Situation): Fix[] => {
  const places = Math.max(rsvpCount, inside);
  const raise = fix('raise-limit', { maxVirtualAttendees: places }, { places });
  return [...(places <= limits.maxVirtualAttendees.max ? [raise] : []), fix('no-limit', { maxVirtualAttendees: null })];
};

/** Whether there is a room, and how many fit. */
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
