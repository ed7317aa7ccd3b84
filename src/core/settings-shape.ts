import type { Finding, Fix, FixCode } from './finding.js';
import { applyPatch, type SettingsPatch } from './settings-patch.js';
import { shortened } from './settings-rules/room-names.js';
import {
  attendanceTypes,
  defaultBreakoutConfig,
  defaultVirtualConfig,
  featureSwitches,
  limits,
  type AttendanceSettings,
  type BackendFeature,
} from './virtual-config.js';

/** A fault of one field by itself; its first fix always mends it. */
export type Fault = Finding & { fixes: readonly [Fix, ...Fix[]] };

type Loose = Readonly<Record<string, unknown>>;
interface Limit {
  min: number;
  max: number;
}

const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The patch that sets what is at a path. */
const patchAt = (path: readonly string[], value: unknown): SettingsPatch =>
  path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as SettingsPatch;

const fault = (
  code: Fault['code'],
  path: readonly string[],
  [fixCode, value]: readonly [FixCode, unknown],
  params?: Finding['params'],
): Fault => ({
  code,
  severity: 'error',
  field: path.join('.'),
  ...(params && { params }),
  fixes: [{ code: fixCode, patch: patchAt(path, value) }],
});

const checkSwitches = (value: Loose, path: readonly string[], defaults: object): Fault[] =>
  Object.entries(defaults)
    .filter(([key, standard]) => typeof standard === 'boolean' && typeof value[key] !== 'boolean')
    .map(([key, standard]) => fault('wrong-type', [...path, key], ['use-default', standard]));

/** A number that is to be whole and within limits. Without a default it may be missing. */
const checkWhole = (value: unknown, path: readonly string[], { min, max }: Limit, standard?: number): Fault[] => {
  if (value === undefined && standard === undefined) return [];
  const back = ['use-default', standard ?? null] as const;
  if (typeof value !== 'number') return [fault('wrong-type', path, back)];
  if (Number.isInteger(value) && value >= min && value <= max) return [];
  const nearest = ['use-nearest', Math.min(Math.max(Math.round(value), min), max)] as const;
  return [fault('out-of-range', path, Number.isNaN(value) ? back : nearest, { min, max })];
};

const checkNames = (names: unknown, path: readonly string[], rooms: number | undefined): Fault[] => {
  if (names === undefined) return [];
  if (!Array.isArray(names)) return [fault('wrong-type', path, ['use-default', null])];
  const most = limits.roomCount.max;
  if (names.length > most) {
    const first = names.slice(0, rooms ?? most).filter((name) => typeof name === 'string');
    const short = first.map((name) => shortened(name, limits.roomName.max));
    return [fault('too-many', path, ['drop-names', short], { max: most })];
  }
  // Copied, as holes in a list are not looked at otherwise.
  const listed: unknown[] = Array.from<unknown>(names);
  if (!listed.every((name) => typeof name === 'string')) return [fault('wrong-type', path, ['use-default', null])];
  const { max } = limits.roomName;
  if (listed.every((name) => name.length <= max)) return [];
  return [fault('too-long', path, ['shorten-names', listed.map((name) => shortened(name, max))], { max })];
};

const checkBreakouts = (breakouts: unknown): Fault[] => {
  const path = ['virtualConfig', 'breakoutConfig'];
  if (breakouts === undefined) return [];
  if (!isRecord(breakouts)) return [fault('wrong-type', path, ['use-default', null])];
  const count = checkWhole(breakouts['roomCount'], [...path, 'roomCount'], limits.roomCount);
  const rooms = count.length === 0 ? (breakouts['roomCount'] as number | undefined) : undefined;
  return [
    ...checkSwitches(breakouts, path, defaultBreakoutConfig()),
    ...count,
    ...checkNames(breakouts['roomNames'], [...path, 'roomNames'], rooms),
    ...checkWhole(breakouts['duration'], [...path, 'duration'], limits.duration),
  ];
};

/** What is wrong with settings field by field. Takes anything; fields that are not known may be from a newer version. */
export const faultsOf = (value: unknown): Fault[] => {
  if (!isRecord(value)) {
    const settings = { attendanceType: 'in-person', virtualConfig: defaultVirtualConfig() } as const;
    return [{ code: 'wrong-type', severity: 'error', field: '', fixes: [{ code: 'use-default', patch: settings }] }];
  }
  const { attendanceType, virtualConfig: config } = value;
  const given = attendanceTypes.find((known) => known === attendanceType);
  const isOnline = isRecord(config) && config['enabled'] === true;
  const type: Fault[] = given
    ? []
    : [fault('wrong-type', ['attendanceType'], ['use-default', isOnline ? 'hybrid' : 'in-person'])];
  const defaults = { ...defaultVirtualConfig(), enabled: given !== undefined && given !== 'in-person' };
  if (!isRecord(config)) return [...type, fault('wrong-type', ['virtualConfig'], ['use-default', defaults])];
  const path = ['virtualConfig'];
  const { autoStartMinutes: doors, maxVirtualAttendees: places } = limits;
  return [
    ...type,
    ...checkSwitches(config, path, defaults),
    ...['conferenceRoomId', 'recordingUrl']
      .filter((key) => config[key] !== undefined && typeof config[key] !== 'string')
      .map((key) => fault('wrong-type', [...path, key], ['use-default', null])),
    ...checkWhole(config['autoStartMinutes'], [...path, 'autoStartMinutes'], doors, doors.default),
    ...checkWhole(config['maxVirtualAttendees'], [...path, 'maxVirtualAttendees'], places),
    ...checkBreakouts(config['breakoutConfig']),
  ];
};

/** What settings ask of a backend that does not offer it. */
export const unofferedIn = (
  { virtualConfig }: AttendanceSettings,
  features: readonly BackendFeature[] | undefined,
): Fault[] =>
  featureSwitches
    .filter(([key, feature]) => virtualConfig[key] && features && !features.includes(feature))
    .map(([key, feature]) =>
      fault('unsupported-by-backend', ['virtualConfig', key], ['do-without', false], { feature }),
    );

/** Settings without fault: each field that is at fault as the first fix would have it. */
export const soundSettings = (value: unknown, faults: readonly Fault[] = faultsOf(value)): AttendanceSettings =>
  faults.reduce((settings, { fixes: [fix] }) => applyPatch(settings, fix.patch), value as AttendanceSettings);
