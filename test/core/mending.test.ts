import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  applyPatch,
  checkAttendanceSettings,
  limits,
  type AttendanceSettings,
  type ConfigCircumstances,
  type Finding,
} from '../../src/core/index.js';
import { asSavedBefore, circumstances, illFormed, wellFormed } from './settings-arbitraries.js';

/** Any settings in any circumstances. */
const anything: fc.Arbitrary<[unknown, ConfigCircumstances]> = fc.oneof(
  fc.tuple(wellFormed, circumstances),
  asSavedBefore,
  fc.tuple(illFormed, circumstances),
);
const runs = { numRuns: 1500 };

const keyOf = ({ code, field }: Finding): string => `${code} ${field}`;
const errorsOf = (findings: readonly Finding[]): string[] =>
  findings.filter(({ severity }) => severity === 'error').map(keyOf);

/** Applies fixes until nothing can be mended, each chosen by `choose`; what is said at the end. */
const mend = (
  value: unknown,
  met: ConfigCircumstances,
  choose: <T>(from: readonly T[]) => T,
): { settings: AttendanceSettings; findings: Finding[] } => {
  let settings = value as AttendanceSettings;
  const seen = new Set<string>();
  for (let step = 0; step <= 100; step += 1) {
    const findings = checkAttendanceSettings(settings, met);
    const fixes = findings.filter((finding) => finding.fixes !== undefined);
    if (fixes.length === 0) return { settings, findings };
    settings = applyPatch(settings, choose(choose(fixes).fixes!).patch);
    const state = JSON.stringify(settings);
    if (seen.has(state)) throw new Error(`It goes in a circle at ${findings.map(keyOf).join(', ')}.`);
    seen.add(state);
  }
  throw new Error('It does not end.');
};

describe('mending', () => {
  it('ends without errors when the first fix of the first finding is taken again and again', () => {
    fc.assert(
      fc.property(anything, ([value, met]) => {
        const { findings } = mend(value, met, ([first]) => first!);
        expect(errorsOf(findings)).to.deep.equal([]);
      }),
      runs,
    );
  });

  it('ends without errors in whatever order whichever fixes are taken', () => {
    fc.assert(
      fc.property(anything, fc.infiniteStream(fc.nat()), ([value, met], numbers) => {
        const pick = <T>(from: readonly T[]): T => from[numbers.next().value! % from.length]!;
        const { findings } = mend(value, met, pick);
        expect(errorsOf(findings)).to.deep.equal([]);
      }),
      runs,
    );
  });

  it('has a fix for every error; each fix removes what it mends, and brings no error', () => {
    fc.assert(
      fc.property(anything, ([value, met]) => {
        const findings = checkAttendanceSettings(value, met);
        // Where there is no config at all, that comes first.
        const isWhole = findings.every(({ field }) => field !== '' && field !== 'virtualConfig');
        for (const finding of findings) {
          const isError = finding.severity === 'error';
          if (isError && isWhole) expect(finding.fixes, keyOf(finding)).not.to.equal(undefined);
          for (const { patch } of finding.fixes ?? []) {
            const after = checkAttendanceSettings(applyPatch(value as AttendanceSettings, patch), met);
            expect(after.map(keyOf)).not.to.include(keyOf(finding));
            expect(errorsOf(findings)).to.include.members(errorsOf(after));
          }
        }
      }),
      runs,
    );
  });

  it('leaves fields that it does not know as they are', () => {
    fc.assert(
      fc.property(fc.oneof(asSavedBefore, fc.tuple(wellFormed, circumstances)), ([value, met]) => {
        const unknownOf = (settings: AttendanceSettings): unknown[] => {
          const { breakoutConfig } = settings.virtualConfig;
          return [settings, settings.virtualConfig, breakoutConfig].map(
            (part) => (part as { ofTomorrow?: unknown } | undefined)?.ofTomorrow,
          );
        };
        const given = JSON.stringify(value);
        const { settings } = mend(value, met, ([first]) => first!);
        expect(unknownOf(settings)).to.deep.equal(unknownOf(value));
        expect(JSON.stringify(value), 'what was given is not touched').to.equal(given);
      }),
    );
  });
});

describe('hostile input', () => {
  const isSwitch = (value: unknown): boolean => typeof value === 'boolean';
  const isWhole = (value: unknown, { min, max }: { min: number; max: number }): boolean =>
    Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
  const orNone = (value: unknown, check: (value: unknown) => boolean): boolean => value === undefined || check(value);

  /** Said anew, without the code that is being tested. */
  const isStorable = (value: unknown): boolean => {
    const { attendanceType, virtualConfig: room } = value as { attendanceType: unknown; virtualConfig: never };
    const config = room as Record<string, unknown>;
    const rooms = config['breakoutConfig'] as Record<string, unknown> | undefined;
    return (
      ['in-person', 'virtual', 'hybrid'].includes(attendanceType as string) &&
      [
        'enabled',
        'waitingRoomEnabled',
        'recordingEnabled',
        'recordingConsentRequired',
        'breakoutRoomsEnabled',
        'e2eeRequired',
      ].every((key) => isSwitch(config[key])) &&
      isWhole(config['autoStartMinutes'], limits.autoStartMinutes) &&
      orNone(config['maxVirtualAttendees'], (places) => isWhole(places, limits.maxVirtualAttendees)) &&
      orNone(config['recordingUrl'], (url) => typeof url === 'string') &&
      (rooms === undefined ||
        (['enabled', 'autoAssign', 'allowSelfSelect'].every((key) => isSwitch(rooms[key])) &&
          orNone(rooms['roomCount'], (count) => isWhole(count, limits.roomCount)) &&
          orNone(rooms['duration'], (minutes) => isWhole(minutes, limits.duration)) &&
          orNone(
            rooms['roomNames'],
            (names) =>
              Array.isArray(names) &&
              names.length <= limits.roomCount.max &&
              Array.from(names).every((name) => typeof name === 'string' && name.length <= limits.roomName.max),
          )))
    );
  };

  it('never throws, and is never taken as in order', () => {
    fc.assert(
      fc.property(illFormed, circumstances, (value, met) => {
        const findings = checkAttendanceSettings(value, met);
        if (errorsOf(findings).length === 0) expect(isStorable(value)).to.equal(true);
      }),
      runs,
    );
  });

  it('never throws as what is in force either', () => {
    fc.assert(
      fc.property(wellFormed, illFormed, (settings, saved) => {
        checkAttendanceSettings(settings, { saved: saved as AttendanceSettings, isLive: true });
      }),
    );
  });

  it('of the prototype changes nothing', () => {
    const value = JSON.parse(
      '{"attendanceType": "hybrid", "__proto__": {"x": 1}, "virtualConfig": {"__proto__": {"enabled": true, "x": 1}}}',
    ) as AttendanceSettings;
    const { settings } = mend(value, {}, ([first]) => first!);
    expect(({} as { x?: number }).x).to.equal(undefined);
    expect(Object.getPrototypeOf(settings.virtualConfig)).to.equal(Object.prototype);
    expect(Object.hasOwn(settings.virtualConfig, 'enabled')).to.equal(true);
  });
});
