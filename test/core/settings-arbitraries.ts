import fc from 'fast-check';
import {
  applyPatch,
  attendanceTypes,
  limits,
  type AttendanceSettings,
  type BackendFeature,
  type ConfigCircumstances,
} from '../../src/core/index.js';
import { minute, startsAt } from './sample-event.js';

const features: BackendFeature[] = ['waiting-room', 'recording', 'e2ee', 'breakout-rooms', 'reminders'];

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });

const withoutUndefined = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

const name = fc.constantFrom('', ' ', '\u200B', 'Red', 'red', 'Blue', '2', '3', 'Red 2', 'x'.repeat(100));

const breakouts = fc
  .record({
    enabled: fc.boolean(),
    autoAssign: fc.boolean(),
    allowSelfSelect: fc.boolean(),
    roomCount: maybe(fc.oneof(fc.integer({ min: 2, max: 6 }), fc.integer(limits.roomCount))),
    roomNames: maybe(fc.array(name, { maxLength: 6 })),
    duration: maybe(fc.integer(limits.duration)),
    ofTomorrow: maybe(fc.jsonValue()),
  })
  .map(withoutUndefined);

/** Settings of which each field is in order by itself, with fields of tomorrow. */
export const wellFormed = fc
  .record({
    attendanceType: fc.constantFrom(...attendanceTypes),
    virtualConfig: fc
      .record({
        enabled: fc.boolean(),
        autoStartMinutes: fc.oneof(fc.constant(0), fc.integer(limits.autoStartMinutes)),
        waitingRoomEnabled: fc.boolean(),
        recordingEnabled: fc.boolean(),
        recordingConsentRequired: fc.boolean(),
        maxVirtualAttendees: maybe(fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer(limits.maxVirtualAttendees))),
        breakoutRoomsEnabled: fc.boolean(),
        breakoutConfig: maybe(breakouts),
        e2eeRequired: fc.boolean(),
        ofTomorrow: maybe(fc.jsonValue()),
      })
      .map(withoutUndefined),
    ofTomorrow: maybe(fc.jsonValue()),
  })
  .map(withoutUndefined) as fc.Arbitrary<AttendanceSettings>;

const paths = [
  ...['attendanceType', 'virtualConfig', 'virtualConfig.breakoutConfig'],
  ...['enabled', 'autoStartMinutes', 'e2eeRequired', 'recordingEnabled', 'maxVirtualAttendees', 'recordingUrl'].map(
    (key) => `virtualConfig.${key}`,
  ),
  ...['enabled', 'autoAssign', 'roomCount', 'roomNames', 'duration'].map(
    (key) => `virtualConfig.breakoutConfig.${key}`,
  ),
];

const oddValue = fc.oneof(
  fc.anything({ withNullPrototype: true, withSparseArray: true, withDate: true, withMap: true }),
  fc.constantFrom(NaN, Infinity, -Infinity, -0, 1e300, 0.5, '15', null),
  fc.array(fc.oneof(name, fc.constant('y'.repeat(101)), fc.anything()), { minLength: 49, maxLength: 70 }),
  fc.constant('{"__proto__": {"enabled": true}}').map((json): unknown => JSON.parse(json)),
);

/** Settings in which anything may stand anywhere. */
export const illFormed: fc.Arbitrary<unknown> = fc.oneof(
  oddValue,
  fc
    .tuple(wellFormed, fc.array(fc.tuple(fc.constantFrom(...paths), oddValue), { minLength: 1, maxLength: 4 }))
    .map(([settings, oddities]) =>
      oddities.reduce((value, [path, odd]) => {
        const keys = path.split('.');
        const holder = keys
          .slice(0, -1)
          .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
        if (typeof holder === 'object' && holder !== null && !Object.isFrozen(holder)) {
          Object.defineProperty(holder, keys.at(-1)!, { value: odd, enumerable: true, configurable: true });
        }
        return value;
      }, structuredClone(settings)),
    ),
);

const moment = (from: number, to: number): fc.Arbitrary<number> =>
  fc.integer({ min: from, max: to }).map((offset) => startsAt + offset * minute);

/** All that settings may meet, from nothing known to everything. */
export const circumstances: fc.Arbitrary<ConfigCircumstances> = fc.record(
  {
    startsAt: fc.constantFrom(startsAt, NaN, undefined),
    endsAt: fc.oneof(moment(-10, 600), fc.constantFrom(NaN, undefined)),
    now: fc.oneof(
      moment(-70, 130),
      fc.integer({ min: -minute, max: minute }).map((offset) => startsAt + offset),
    ),
    startedAt: moment(-70, 10),
    rsvpCount: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 2000 }), fc.constant(NaN)),
    inside: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 2000 })),
    features: maybe(fc.subarray(features)),
    saved: maybe(wellFormed),
    isLive: fc.boolean(),
    recorder: fc.constantFrom('server', 'browser', undefined),
  },
  { requiredKeys: [] },
);

/** Settings, and circumstances in which about half of their fields are as they were saved. */
export const asSavedBefore: fc.Arbitrary<[AttendanceSettings, ConfigCircumstances]> = fc
  .tuple(wellFormed, wellFormed, circumstances, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }))
  .map(([settings, other, met, choices]) => {
    const kept = Object.entries(other.virtualConfig).filter((_, index) => choices[index]);
    const saved = applyPatch(settings, { virtualConfig: Object.fromEntries(kept) });
    return [settings, { ...met, saved }];
  });
