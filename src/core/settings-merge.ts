import type { AttendanceSettings } from './virtual-config.js';

/*
 * Two organizers may edit one event. What each of them set is compared field by field, where fields that only make sense
 * together count as one and go by the name of the leading one.
 */

const room = 'virtualConfig.';
const breakouts = 'virtualConfig.breakoutConfig.';

/** What the backend alone sets: never anyone's change. */
const backendsOwn = new Set([`${room}conferenceRoomId`, `${room}recordingUrl`]);

const leaders: Readonly<Record<string, string>> = {
  [`${room}enabled`]: 'attendanceType',
  [`${breakouts}enabled`]: `${room}breakoutRoomsEnabled`,
  [`${breakouts}roomNames`]: `${breakouts}roomCount`,
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Leaves = Map<string, unknown>;

const leavesOf = ({ virtualConfig, ...rest }: AttendanceSettings): Leaves => {
  const leaves: Leaves = new Map(Object.entries(rest));
  for (const [key, value] of Object.entries(virtualConfig)) {
    if (key !== 'breakoutConfig' || !isRecord(value)) leaves.set(room + key, value);
    else for (const [inner, leaf] of Object.entries(value)) leaves.set(breakouts + inner, leaf);
  }
  for (const [path, value] of leaves) if (value === undefined) leaves.delete(path);
  return leaves;
};

const settingsFrom = (leaves: Leaves): AttendanceSettings => {
  const under = (prefix: string, but = '\0'): [string, unknown][] =>
    [...leaves].flatMap(([path, value]) =>
      path.startsWith(prefix) && !path.startsWith(but) ? [[path.slice(prefix.length), value]] : [],
    );
  const inner = under(breakouts);
  return {
    ...Object.fromEntries(under('', room)),
    virtualConfig: Object.fromEntries([
      ...under(room, breakouts),
      ...(inner.length > 0 ? [['breakoutConfig', Object.fromEntries(inner)] as const] : []),
    ]),
  } as unknown as AttendanceSettings;
};

const ordered = (_: string, value: unknown): unknown =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value;

/** What is set as one thing, by the name of its leading field; each as text that can be compared. */
const unitsOf = (settings: AttendanceSettings): Map<string, string> => {
  const units = new Map<string, [string, unknown][]>();
  for (const [path, value] of leavesOf(settings)) {
    if (backendsOwn.has(path)) continue;
    const unit = leaders[path] ?? path;
    units.set(unit, [...(units.get(unit) ?? []), [path, value]]);
  }
  return new Map([...units].map(([unit, leaves]) => [unit, JSON.stringify(Object.fromEntries(leaves), ordered)]));
};

/** The leading fields (dotted paths) of all that differs, whatever the order of fields; what the backend sets does not count. */
export const changedFields = (before: AttendanceSettings, after: AttendanceSettings): string[] => {
  const [from, to] = [unitsOf(before), unitsOf(after)];
  return [...new Set([...to.keys(), ...from.keys()])].filter((unit) => from.get(unit) !== to.get(unit));
};

/** The settings with one thing, named by its leading field, as it is in `others`. */
export const withFieldOf = (
  settings: AttendanceSettings,
  field: string,
  others: AttendanceSettings,
): AttendanceSettings => {
  const isOf = (path: string): boolean => (leaders[path] ?? path) === field;
  const leaves = leavesOf(settings);
  for (const path of [...leaves.keys()]) if (isOf(path)) leaves.delete(path);
  for (const [path, value] of leavesOf(others)) if (isOf(path)) leaves.set(path, value);
  return settingsFrom(leaves);
};

/** What two people's changes to the same settings come to. */
export interface MergedSettings {
  /** Theirs with my changes; where both changed a field to different values, mine. */
  settings: AttendanceSettings;
  /** Leading fields that both changed, to different values. */
  conflicts: string[];
  /** Leading fields that only they changed. */
  taken: string[];
}

/** Brings together what both made of `base`. What the backend alone sets is theirs. */
export const mergeSettings = (
  base: AttendanceSettings,
  mine: AttendanceSettings,
  theirs: AttendanceSettings,
): MergedSettings => {
  const changedByMe = changedFields(base, mine);
  const differing = new Set(changedFields(mine, theirs));
  const changedByThem = new Set(changedFields(base, theirs));
  return {
    settings: changedByMe.reduce((merged, field) => withFieldOf(merged, field, mine), theirs),
    conflicts: changedByMe.filter((field) => changedByThem.has(field) && differing.has(field)),
    taken: [...changedByThem].filter((field) => !changedByMe.includes(field)),
  };
};
