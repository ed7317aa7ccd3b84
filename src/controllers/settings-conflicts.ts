import { changedFields, type MergedSettings } from '../core/settings-merge.js';
import type { AttendanceSettings } from '../core/virtual-config.js';

/** A field that two people set to different values: what it was, and what the other one made of it. */
export interface SettingsConflict {
  /** Dotted path of the leading field, as `mergeSettings` names it. */
  field: string;
  was: AttendanceSettings;
  theirs: AttendanceSettings;
}

/** What is in dispute now: what was before, and what came with the last change of theirs, as far as the two still differ. */
export const openConflicts = (
  before: readonly SettingsConflict[],
  base: AttendanceSettings,
  { settings, conflicts }: MergedSettings,
  theirs: AttendanceSettings,
): SettingsConflict[] => {
  const differing = changedFields(settings, theirs);
  const known = before.map(({ field }) => field);
  const added = conflicts.filter((field) => !known.includes(field)).map((field) => ({ field, was: base }));
  return [...before, ...added]
    .filter(({ field }) => differing.includes(field))
    .map(({ field, was }) => ({ field, was, theirs }));
};
