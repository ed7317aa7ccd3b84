import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  applyPatch,
  checkAttendanceSettings,
  defaultVirtualConfig,
  findingCodes,
  limits,
  type AttendanceSettings,
  type BreakoutRoomConfig,
  type ConfigCircumstances,
  type EventVirtualConfig,
  type FindingCode,
  type FixCode,
} from '../../src/core/index.js';
import { endsAt, minute, startsAt } from './sample-event.js';

const hybrid = (config: Partial<EventVirtualConfig> = {}): AttendanceSettings => ({
  attendanceType: 'hybrid',
  virtualConfig: { ...defaultVirtualConfig(), enabled: true, ...config },
});

const breakouts = (config: Partial<BreakoutRoomConfig>, room: Partial<EventVirtualConfig> = {}): AttendanceSettings =>
  hybrid({
    breakoutRoomsEnabled: true,
    breakoutConfig: { enabled: true, autoAssign: true, allowSelfSelect: false, ...config },
    ...room,
  });

const inPerson = (config: Partial<EventVirtualConfig> = {}): AttendanceSettings => ({
  ...hybrid(config),
  attendanceType: 'in-person',
});

const said = (value: unknown, circumstances?: ConfigCircumstances): string[] =>
  checkAttendanceSettings(value, circumstances).map(({ field, code }) => `${field}: ${code}`);

describe('each field by itself', () => {
  const config = 'virtualConfig';
  const rooms = `${config}.breakoutConfig`;
  const cases: [string, unknown, string[]][] = [
    ['nothing', null, [': wrong-type']],
    ['a list', [], [': wrong-type']],
    ['no config', { attendanceType: 'virtual' }, [`${config}: wrong-type`]],
    ['an unknown type', { ...hybrid(), attendanceType: 'astral' }, ['attendanceType: wrong-type']],
    ['the least minutes', hybrid({ autoStartMinutes: 0 }), []],
    ['the most minutes', hybrid({ autoStartMinutes: 60 }), []],
    ['too many minutes', hybrid({ autoStartMinutes: 61 }), [`${config}.autoStartMinutes: out-of-range`]],
    ['half a minute', hybrid({ autoStartMinutes: 0.5 }), [`${config}.autoStartMinutes: out-of-range`]],
    ['no number of minutes', hybrid({ autoStartMinutes: NaN }), [`${config}.autoStartMinutes: out-of-range`]],
    ['minutes as text', hybrid({ autoStartMinutes: '15' as never }), [`${config}.autoStartMinutes: wrong-type`]],
    ['one place', hybrid({ maxVirtualAttendees: 1 }), []],
    ['a thousand places', hybrid({ maxVirtualAttendees: 1000 }), []],
    ['no place', hybrid({ maxVirtualAttendees: 0 }), [`${config}.maxVirtualAttendees: out-of-range`]],
    ['too many places', hybrid({ maxVirtualAttendees: 1001 }), [`${config}.maxVirtualAttendees: out-of-range`]],
    ['a switch that is text', hybrid({ e2eeRequired: 'yes' as never }), [`${config}.e2eeRequired: wrong-type`]],
    ['fields from a newer version', hybrid({ someday: { soon: 1 } } as never), []],
    ['one breakout room', breakouts({ roomCount: 1 }), [`${rooms}.roomCount: out-of-range`]],
    ['fifty breakout rooms', breakouts({ roomCount: 50 }), []],
    ['a name without end', breakouts({ roomNames: ['x'.repeat(101), 'Two'] }), [`${rooms}.roomNames: too-long`]],
    [
      'names without end',
      breakouts({ roomCount: 2, roomNames: Array.from({ length: 100_000 }, (_, index) => `Room ${index}`) }),
      [`${rooms}.roomNames: too-many`],
    ],
    [
      'names with a hole',
      breakouts({ roomCount: 2, roomNames: [, 'Two'] as never }),
      [`${rooms}.roomNames: wrong-type`],
    ],
    [
      'rooms that are not wanted',
      hybrid({ breakoutConfig: { duration: 0 } as never }),
      [
        `${rooms}.enabled: wrong-type`,
        `${rooms}.autoAssign: wrong-type`,
        `${rooms}.allowSelfSelect: wrong-type`,
        `${rooms}.duration: out-of-range`,
      ],
    ],
  ];
  for (const [name, value, findings] of cases) {
    it(name, () => expect(said(value)).to.deep.equal(findings));
  }

  it('tells limits with what is out of them, and the nearest that will do', () => {
    expect(checkAttendanceSettings(hybrid({ autoStartMinutes: 75.4 }))[0]).to.deep.equal({
      code: 'out-of-range',
      severity: 'error',
      field: 'virtualConfig.autoStartMinutes',
      params: { min: 0, max: 60 },
      fixes: [{ code: 'use-nearest', patch: { virtualConfig: { autoStartMinutes: 60 } } }],
    });
  });

  it('says what else there is beside a field that is at fault', () => {
    const wanted = hybrid({ autoStartMinutes: NaN, recordingEnabled: true });
    expect(said(wanted)).to.deep.equal([
      'virtualConfig.autoStartMinutes: out-of-range',
      'virtualConfig.recordingConsentRequired: recording-without-consent',
    ]);
  });

  it('accepts every whole number within the limits', () => {
    const { autoStartMinutes, maxVirtualAttendees } = limits;
    fc.assert(
      fc.property(fc.integer(autoStartMinutes), fc.integer(maxVirtualAttendees), (doors, places) => {
        expect(said(hybrid({ autoStartMinutes: doors, maxVirtualAttendees: places }))).to.deep.equal([]);
      }),
    );
  });
});

interface Told {
  code: FindingCode;
  /** Below `virtualConfig`, unless it has a dot in front. */
  at: string;
  value: AttendanceSettings;
  met?: ConfigCircumstances;
  params?: Record<string, number | string>;
  fixes?: FixCode[];
}

const before = { startsAt, endsAt, now: startsAt - 5 * minute };
const names = (...roomNames: string[]): AttendanceSettings => breakouts({ roomCount: roomNames.length, roomNames });
const open = (config: Partial<EventVirtualConfig> = {}): ConfigCircumstances => ({
  startsAt,
  endsAt,
  now: startsAt + minute,
  isLive: true,
  saved: hybrid(config),
});

const errors: Told[] = [
  {
    code: 'locked-while-live',
    at: '.attendanceType',
    value: inPerson({ enabled: false }),
    met: open(),
    fixes: ['keep-as-it-is'],
  },
  {
    code: 'locked-while-live',
    at: 'e2eeRequired',
    value: hybrid({ e2eeRequired: true, waitingRoomEnabled: true }),
    met: open({ waitingRoomEnabled: true }),
    fixes: ['keep-as-it-is'],
  },
  { code: 'room-off', at: 'enabled', value: hybrid({ enabled: false }), fixes: ['turn-on-room', 'turn-off-room'] },
  {
    code: 'unsupported-by-backend',
    at: 'waitingRoomEnabled',
    value: hybrid({ waitingRoomEnabled: true }),
    met: { features: ['e2ee'] },
    params: { feature: 'waiting-room' },
    fixes: ['do-without'],
  },
  {
    code: 'e2ee-with-recording',
    at: 'recordingEnabled',
    value: hybrid({
      e2eeRequired: true,
      waitingRoomEnabled: true,
      recordingEnabled: true,
      recordingConsentRequired: true,
    }),
    fixes: ['turn-off-recording', 'turn-off-e2ee'],
  },
  {
    code: 'breakouts-not-set-up',
    at: 'breakoutRoomsEnabled',
    value: hybrid({ breakoutRoomsEnabled: true }),
    fixes: ['set-up-breakouts', 'turn-off-breakouts'],
  },
  {
    code: 'breakouts-not-set-up',
    at: 'breakoutRoomsEnabled',
    value: breakouts({ enabled: false, roomCount: 2 }),
    fixes: ['set-up-breakouts', 'turn-off-breakouts'],
  },
  {
    code: 'names-differ-from-count',
    at: 'breakoutConfig.roomNames',
    value: breakouts({ roomCount: 3, roomNames: ['One', 'Two'] }),
    params: { names: 2, rooms: 3 },
    fixes: ['match-room-count', 'name-rooms-by-number'],
  },
  {
    code: 'names-differ-from-count',
    at: 'breakoutConfig.roomNames',
    value: breakouts({ roomCount: 3, roomNames: ['One'] }),
    params: { names: 1, rooms: 3 },
    fixes: ['name-rooms-by-number'],
  },
];

const warnings: Told[] = [
  { code: 'room-not-used', at: 'enabled', value: inPerson(), fixes: ['turn-off-room'] },
  { code: 'end-missing', at: '.endsAt', value: hybrid(), met: { startsAt } },
  {
    code: 'doors-already-open',
    at: 'autoStartMinutes',
    value: hybrid(),
    met: before,
    fixes: ['open-doors-later'],
  },
  {
    code: 'no-time-to-let-in',
    at: 'autoStartMinutes',
    value: hybrid({ waitingRoomEnabled: true, autoStartMinutes: 0 }),
    fixes: ['open-doors-earlier', 'turn-off-waiting-room'],
  },
  {
    code: 'below-rsvps',
    at: 'maxVirtualAttendees',
    value: hybrid({ maxVirtualAttendees: 50 }),
    met: { rsvpCount: 64 },
    params: { rsvps: 64, places: 50 },
    fixes: ['raise-limit', 'no-limit'],
  },
  {
    code: 'below-rsvps',
    at: 'maxVirtualAttendees',
    value: hybrid({ maxVirtualAttendees: 1000 }),
    met: { rsvpCount: 1001 },
    params: { rsvps: 1001, places: 1000 },
    fixes: ['no-limit'],
  },
  {
    code: 'below-inside',
    at: 'maxVirtualAttendees',
    value: hybrid({ maxVirtualAttendees: 10 }),
    met: { ...open({ maxVirtualAttendees: 40 }), inside: 11 },
    params: { inside: 11, places: 10 },
    fixes: ['keep-as-it-is', 'raise-limit', 'no-limit'],
  },
  {
    code: 'e2ee-without-waiting-room',
    at: 'e2eeRequired',
    value: hybrid({ e2eeRequired: true }),
    fixes: ['turn-on-waiting-room', 'turn-off-e2ee'],
  },
  {
    // What the backend does not offer, and what is locked, is no way out.
    code: 'e2ee-without-waiting-room',
    at: 'e2eeRequired',
    value: hybrid({ e2eeRequired: true }),
    met: { ...open({ e2eeRequired: true }), features: ['e2ee'] },
  },
  {
    code: 'recording-without-consent',
    at: 'recordingConsentRequired',
    value: hybrid({ recordingEnabled: true }),
    fixes: ['require-consent', 'turn-off-recording'],
  },
  { code: 'rooms-not-counted', at: 'breakoutConfig.roomCount', value: breakouts({}), fixes: ['set-room-count'] },
  {
    code: 'rooms-not-counted',
    at: 'breakoutConfig.roomCount',
    value: breakouts({ roomNames: ['Only'] }),
    fixes: ['set-room-count'],
  },
  {
    code: 'more-rooms-than-people',
    at: 'breakoutConfig.roomCount',
    value: breakouts({ roomCount: 8 }),
    met: { rsvpCount: 6 },
    params: { rooms: 8, people: 6 },
    fixes: ['fewer-rooms', 'turn-off-breakouts'],
  },
  {
    code: 'more-rooms-than-people',
    at: 'breakoutConfig.roomCount',
    value: breakouts({ roomCount: 8 }, { maxVirtualAttendees: 6 }),
    params: { rooms: 8, people: 6 },
    fixes: ['fewer-rooms', 'raise-limit', 'turn-off-breakouts'],
  },
  {
    code: 'rooms-of-one',
    at: 'breakoutConfig.roomCount',
    value: breakouts({ roomCount: 2 }),
    met: { rsvpCount: 3 },
    params: { rooms: 2, people: 3 },
    fixes: ['turn-off-breakouts'],
  },
  {
    code: 'room-names-empty',
    at: 'breakoutConfig.roomNames',
    value: names('Red', ' \u200B', 'Blue'),
    fixes: ['number-names', 'name-rooms-by-number'],
  },
  {
    code: 'room-names-repeated',
    at: 'breakoutConfig.roomNames',
    value: names('Red', 'red ', 'Blue'),
    params: { name: 'red ' },
    fixes: ['number-names', 'name-rooms-by-number'],
  },
  {
    code: 'assigned-and-chosen',
    at: 'breakoutConfig.allowSelfSelect',
    value: breakouts({ roomCount: 2, allowSelfSelect: true }),
    fixes: ['only-auto-assign', 'only-self-select'],
  },
  {
    code: 'neither-assigned-nor-chosen',
    at: 'breakoutConfig.autoAssign',
    value: breakouts({ roomCount: 2, autoAssign: false }),
    fixes: ['only-auto-assign', 'only-self-select'],
  },
  {
    code: 'breakouts-longer-than-event',
    at: 'breakoutConfig.duration',
    value: breakouts({ roomCount: 2, duration: 121 }),
    met: { startsAt, endsAt },
    params: { duration: 121, event: 120 },
    fixes: ['shorten-breakouts', 'no-duration'],
  },
  {
    code: 'doors-close-again',
    at: 'autoStartMinutes',
    value: hybrid({ autoStartMinutes: 2 }),
    met: { ...open(), ...before },
    fixes: ['keep-as-it-is'],
  },
  {
    code: 'no-effect-while-live',
    at: 'autoStartMinutes',
    value: hybrid({ autoStartMinutes: 2 }),
    met: { ...open(), ...before, startedAt: startsAt - 6 * minute },
    fixes: ['keep-as-it-is'],
  },
  {
    // Both are past.
    code: 'no-effect-while-live',
    at: 'autoStartMinutes',
    value: hybrid({ autoStartMinutes: 30 }),
    met: { ...open(), ...before },
    fixes: ['keep-as-it-is'],
  },
  {
    // The room is there still, but its doors were to open later.
    code: 'doors-already-open',
    at: 'autoStartMinutes',
    value: hybrid({ autoStartMinutes: 30 }),
    met: { ...open({ autoStartMinutes: 2 }), ...before },
    fixes: ['open-doors-later'],
  },
  {
    code: 'waiting-room-holds-newcomers',
    at: 'waitingRoomEnabled',
    value: hybrid({ waitingRoomEnabled: true }),
    met: open(),
    fixes: ['keep-as-it-is'],
  },
  {
    code: 'waiting-room-lets-in',
    at: 'waitingRoomEnabled',
    value: hybrid(),
    met: { ...open({ waitingRoomEnabled: true }), inside: 0 },
    fixes: ['keep-as-it-is'],
  },
  {
    code: 'recording-asks-again',
    at: 'recordingEnabled',
    value: hybrid({ recordingEnabled: true, recordingConsentRequired: true }),
    met: { ...open(), inside: 12 },
    params: { inside: 12 },
    fixes: ['keep-as-it-is'],
  },
];

const silent: [string, AttendanceSettings, ConfigCircumstances][] = [
  [
    'what nobody sees of breakouts that are off',
    hybrid({
      breakoutConfig: breakouts({ roomCount: 3, roomNames: ['One'], duration: 400 }).virtualConfig.breakoutConfig!,
    }),
    { startsAt, endsAt },
  ],
  [
    'what an in-person event would have online',
    inPerson({ enabled: false, e2eeRequired: true, recordingEnabled: true }),
    { features: [] },
  ],
  [
    'a recording of an encrypted call that a host’s browser makes',
    hybrid({ e2eeRequired: true, waitingRoomEnabled: true, recordingEnabled: true, recordingConsentRequired: true }),
    { recorder: 'browser' },
  ],
  ['as many places as people', hybrid({ maxVirtualAttendees: 64 }), { rsvpCount: 64 }],
  ['doors that open in a moment', hybrid({ autoStartMinutes: 4 }), before],
  ['doors that were open before', hybrid(), { ...before, saved: hybrid({ autoStartMinutes: 10 }) }],
  ['a start that is past', hybrid(), { startsAt, endsAt, now: startsAt }],
  [
    'a limit that was there before the hosts came',
    hybrid({ maxVirtualAttendees: 10 }),
    { ...open({ maxVirtualAttendees: 10 }), inside: 12 },
  ],
  [
    'a recording that asks nobody, as nobody is inside',
    hybrid({ recordingEnabled: true, recordingConsentRequired: true }),
    { ...open(), inside: 0 },
  ],
  [
    'from in person to online while nothing is live',
    hybrid({ e2eeRequired: true, waitingRoomEnabled: true }),
    { saved: hybrid(), isLive: false },
  ],
  [
    'what changes while the room is open and empty',
    hybrid({ e2eeRequired: true, waitingRoomEnabled: true, recordingEnabled: true, recordingConsentRequired: true }),
    { ...open(), inside: 0, recorder: 'browser' },
  ],
  ['doors that close before anyone came', hybrid({ autoStartMinutes: 2 }), { ...open(), ...before, inside: 0 }],
  ['an open, empty room that is given up', inPerson({ enabled: false }), { ...open(), inside: 0 }],
  ['hybrid become virtual while live', { ...hybrid(), attendanceType: 'virtual' }, open()],
  ['a room live that was never saved', hybrid({ e2eeRequired: true, waitingRoomEnabled: true }), { isLive: true }],
  ['two for each room', breakouts({ roomCount: 3 }), { rsvpCount: 6 }],
  ['breakouts where nobody replied yet', breakouts({ roomCount: 3 }), { rsvpCount: 0 }],
  [
    'many rooms to choose from',
    breakouts({ roomCount: 6, autoAssign: false, allowSelfSelect: true }),
    { rsvpCount: 7 },
  ],
  ['names without a count', breakouts({ roomNames: ['Red', 'Blue'] }), {}],
  ['an empty list of names', breakouts({ roomCount: 2, roomNames: [] }), {}],
  ['breakouts as long as the event', breakouts({ roomCount: 2, duration: 120 }), { startsAt, endsAt }],
  ['an event of which no time is known', hybrid(), {}],
];

describe('what settings come to', () => {
  const table = [...errors, ...warnings];

  for (const { code, at, value, met = {}, params, fixes } of table) {
    it(`${code} at ${at}, with ${fixes?.join(', ') ?? 'nothing to press'}`, () => {
      const findings = checkAttendanceSettings(value, met);
      expect(findings.map((finding) => finding.code)).to.deep.equal([code]);
      const [finding] = findings;
      expect(finding!.field).to.equal(at.startsWith('.') ? at.slice(1) : `virtualConfig.${at}`);
      expect(finding!.fields?.[0] ?? finding!.field).to.equal(finding!.field);
      expect(finding!.severity).to.equal(errors.some((told) => told.code === code) ? 'error' : 'warning');
      if (params) expect(finding!.params).to.deep.equal(params);
      expect(finding!.fixes?.map((fix) => fix.code)).to.deep.equal(fixes);
    });
  }

  for (const [what, value, met] of silent) {
    it(`says nothing of ${what}`, () => expect(said(value, met)).to.deep.equal([]));
  }

  it('has a case for every code', () => {
    const elsewhere: FindingCode[] = [
      ...(['required', 'unknown-zone', 'end-before-start'] as const), // Of an event's own facts.
      ...(['wrong-type', 'out-of-range', 'too-long', 'too-many'] as const), // Of a field by itself.
    ];
    expect([...new Set(table.map(({ code }) => code)), ...elsewhere]).to.have.members([...findingCodes]);
  });

  it('locks the encryption, and what would go against it', () => {
    const wanted = hybrid({ recordingEnabled: true, recordingConsentRequired: true, waitingRoomEnabled: true });
    const met = open({ e2eeRequired: true, waitingRoomEnabled: true });
    const locked = checkAttendanceSettings(wanted, met).find(({ severity }) => severity === 'error');
    expect(locked!.fixes!.map(({ code }) => code)).to.deep.equal(['keep-e2ee-without-recording']);
    expect(said(applyPatch(wanted, locked!.fixes![0]!.patch), met)).to.deep.equal([]);
  });

  const mended = (value: AttendanceSettings, met: ConfigCircumstances = {}, fix = 0): EventVirtualConfig =>
    applyPatch(value, checkAttendanceSettings(value, met)[0]!.fixes![fix]!.patch).virtualConfig;

  it('opens the doors at the next minute that is not past', () => {
    for (const seconds of [1, 59, 60, 61, 299, 300, 899]) {
      const now = startsAt - seconds * 1000;
      const { autoStartMinutes } = mended(hybrid(), { startsAt, endsAt, now });
      expect(startsAt - autoStartMinutes * minute).to.be.greaterThan(now);
      expect(startsAt - (autoStartMinutes + 1) * minute).to.be.at.most(now);
    }
  });

  it('gives each room a name of its own', () => {
    const { breakoutConfig } = mended(names('', 'Red', '1', 'red', 'Red 2', ' ', 'x'.repeat(100), 'X'.repeat(100)));
    expect(breakoutConfig!.roomNames).to.deep.equal([
      '2',
      'Red',
      '1',
      'red 3',
      'Red 2',
      '6',
      'x'.repeat(100),
      `${'X'.repeat(98)} 2`,
    ]);
  });

  it('counts rooms by the people, about four in each, and keeps the first names', () => {
    expect(mended(breakouts({}), { rsvpCount: 21 }).breakoutConfig!.roomCount).to.equal(5);
    expect(mended(breakouts({})).breakoutConfig!.roomCount).to.equal(4);
    const four = breakouts({ roomNames: ['A', 'B', 'C', 'D'] });
    expect(mended(four, { rsvpCount: 5 }).breakoutConfig)
      .to.include({ roomCount: 2 })
      .and.to.deep.include({
        roomNames: ['A', 'B'],
      });
  });

  it('proposes half the event for breakouts, in round minutes', () => {
    const long = breakouts({ roomCount: 2, duration: 400 });
    const proposed = (minutes: number): number | undefined =>
      mended(long, { startsAt, endsAt: startsAt + minutes * minute }).breakoutConfig!.duration;
    expect([120, 95, 15, 2, 0.5].map(proposed)).to.deep.equal([60, 45, 7, 1, undefined]);
  });
});
