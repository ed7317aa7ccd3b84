import type { Fix } from '../finding.js';
import type { SettingsPatch } from '../settings-patch.js';
import { limits, type BreakoutRoomConfig } from '../virtual-config.js';
import { foldName, isBlank, numberedNames } from './room-names.js';
import { at, fix, type Rule, type Situation } from './rule.js';

type BreakoutsPatch = NonNullable<NonNullable<SettingsPatch['virtualConfig']>['breakoutConfig']>;

const inside = (key: keyof BreakoutRoomConfig): string => `${at('breakoutConfig')}.${key}`;

const fixRooms = (code: Fix['code'], breakoutConfig: BreakoutsPatch, params?: Fix['params']): Fix =>
  fix(code, { breakoutConfig }, params);

const turnOff = fix('turn-off-breakouts', { breakoutRoomsEnabled: false });

const ways = [
  fixRooms('only-auto-assign', { autoAssign: true, allowSelfSelect: false }),
  fixRooms('only-self-select', { autoAssign: false, allowSelfSelect: true }),
];

/** The breakout rooms as they are wanted; `undefined` where there shall be none. */
const wanted = ({ config }: Situation): BreakoutRoomConfig | undefined =>
  config.breakoutRoomsEnabled ? config.breakoutConfig : undefined;

const namesOf = (situation: Situation): readonly string[] => wanted(situation)?.roomNames ?? [];

/** How many rooms there will be, as far as that was said; a single name is no word on it. */
const roomsOf = (situation: Situation): number | undefined => {
  const names = namesOf(situation).length;
  return wanted(situation)?.roomCount ?? (names >= limits.roomCount.min ? names : undefined);
};

/** How many people are to be spread at most, as far as that is known. With no reply yet nobody knows. */
const peopleOf = ({ config, rsvpCount = 0, inside: now = 0 }: Situation): number =>
  Math.min(rsvpCount > 0 ? Math.max(rsvpCount, now) : Infinity, config.maxVirtualAttendees ?? Infinity);

const clampRooms = (rooms: number): number => Math.min(Math.max(rooms, limits.roomCount.min), limits.roomCount.max);

/** Rooms of about four; four of them where nobody knows how many people will come. */
const goodRoomCount = (situation: Situation): number => {
  const people = peopleOf(situation);
  return people === Infinity ? 4 : clampRooms(Math.floor(people / 4));
};

const fewerRooms = (situation: Situation): Fix[] => {
  const rooms = clampRooms(Math.floor(peopleOf(situation) / 2));
  const names = namesOf(situation);
  const roomNames = names.length > 0 && { roomNames: names.slice(0, rooms) };
  const places = 2 * (roomsOf(situation) ?? 0);
  return [
    fixRooms('fewer-rooms', { roomCount: rooms, ...roomNames }, { rooms }),
    fix('raise-limit', { maxVirtualAttendees: places }, { places }),
    turnOff,
  ];
};

const byNumber = (situation: Situation): Fix => {
  const roomCount = roomsOf(situation);
  return fixRooms('name-rooms-by-number', { roomNames: null, ...(roomCount !== undefined && { roomCount }) });
};

const betterNames = (situation: Situation): Fix[] => [
  fixRooms('number-names', { roomNames: numberedNames(namesOf(situation)) }),
  byNumber(situation),
];

/** Minutes between start and end; unbounded where they are not known to be in order. */
const eventMinutes = ({ startsAt = NaN, endsAt = NaN }: Situation): number =>
  endsAt > startsAt ? (endsAt - startsAt) / 60_000 : Infinity;

/** Half the event, in round minutes where there are many. */
const goodDuration = (situation: Situation): number => {
  const half = Math.floor(eventMinutes(situation) / 2);
  return Math.min(Math.max(half >= 10 ? half - (half % 5) : half, limits.duration.min), limits.duration.max);
};

/** Breakout rooms beside their number, names, people and time. */
export const breakoutRules: readonly Rule[] = [
  {
    code: 'breakouts-not-set-up',
    severity: 'error',
    fields: [at('breakoutRoomsEnabled'), at('breakoutConfig'), inside('enabled')],
    when: ({ config }) => config.breakoutRoomsEnabled && !config.breakoutConfig?.enabled,
    fixes: (situation) => [
      fixRooms('set-up-breakouts', {
        enabled: true,
        ...(!wanted(situation) && { roomCount: goodRoomCount(situation) }),
      }),
      turnOff,
    ],
  },
  {
    code: 'names-differ-from-count',
    severity: 'error',
    fields: [inside('roomNames'), inside('roomCount')],
    when: (situation) => {
      const names = namesOf(situation).length;
      const rooms = wanted(situation)?.roomCount;
      return rooms !== undefined && names > 0 && names !== rooms && { names, rooms };
    },
    fixes: (situation) => {
      const rooms = namesOf(situation).length;
      return [fixRooms('match-room-count', { roomCount: rooms }, { rooms }), byNumber(situation)];
    },
  },
  {
    code: 'rooms-not-counted',
    severity: 'warning',
    fields: [inside('roomCount'), inside('roomNames')],
    when: (situation) => wanted(situation) !== undefined && roomsOf(situation) === undefined,
    fixes: (situation) => {
      const rooms = goodRoomCount(situation);
      return [fixRooms('set-room-count', { roomCount: rooms, roomNames: null }, { rooms })];
    },
  },
  {
    code: 'more-rooms-than-people',
    severity: 'warning',
    fields: [inside('roomCount'), at('maxVirtualAttendees'), inside('roomNames')],
    when: (situation) => {
      const [rooms = 0, people] = [roomsOf(situation), peopleOf(situation)];
      return rooms > people && { rooms, people };
    },
    fixes: fewerRooms,
  },
  {
    code: 'rooms-of-one',
    severity: 'warning',
    fields: [inside('roomCount'), at('maxVirtualAttendees'), inside('roomNames'), inside('autoAssign')],
    when: (situation) => {
      const [rooms = 0, people] = [roomsOf(situation), peopleOf(situation)];
      return wanted(situation)?.autoAssign === true && rooms <= people && people < 2 * rooms && { rooms, people };
    },
    fixes: fewerRooms,
  },
  {
    code: 'room-names-empty',
    severity: 'warning',
    fields: [inside('roomNames')],
    when: (situation) => namesOf(situation).some(isBlank),
    fixes: betterNames,
  },
  {
    code: 'room-names-repeated',
    severity: 'warning',
    fields: [inside('roomNames')],
    when: (situation) => {
      const names = namesOf(situation).filter((name) => !isBlank(name));
      const repeated = names.find(
        (name, index) => names.findIndex((other) => foldName(other) === foldName(name)) < index,
      );
      return repeated !== undefined && { name: repeated };
    },
    fixes: betterNames,
  },
  {
    code: 'assigned-and-chosen',
    severity: 'warning',
    fields: [inside('allowSelfSelect'), inside('autoAssign')],
    when: (situation) => {
      const rooms = wanted(situation);
      return rooms !== undefined && rooms.autoAssign && rooms.allowSelfSelect;
    },
    fixes: () => ways,
  },
  {
    code: 'neither-assigned-nor-chosen',
    severity: 'warning',
    fields: [inside('autoAssign'), inside('allowSelfSelect')],
    when: (situation) => {
      const rooms = wanted(situation);
      return rooms !== undefined && !rooms.autoAssign && !rooms.allowSelfSelect;
    },
    fixes: () => ways,
  },
  {
    code: 'breakouts-longer-than-event',
    severity: 'warning',
    fields: [inside('duration')],
    when: (situation) => {
      const [duration = 0, event] = [wanted(situation)?.duration, eventMinutes(situation)];
      return duration > event && { duration, event: Math.floor(event) };
    },
    fixes: (situation) => {
      const duration = goodDuration(situation);
      return [fixRooms('shorten-breakouts', { duration }, { duration }), fixRooms('no-duration', { duration: null })];
    },
  },
];
