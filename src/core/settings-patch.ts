import { defaultBreakoutConfig } from './virtual-config.js';
import type {
  AttendanceSettings,
  BreakoutRoomConfig,
  EventAttendanceType,
  EventVirtualConfig,
} from './virtual-config.js';

type Patched<T> = { [K in keyof T]?: T[K] | null };

/** A JSON merge patch (RFC 7396) on `AttendanceSettings`: what it names it sets, `null` removes, all else stays. */
export interface SettingsPatch {
  attendanceType?: EventAttendanceType;
  virtualConfig?: Patched<Omit<EventVirtualConfig, 'breakoutConfig'>> & {
    breakoutConfig?: Patched<BreakoutRoomConfig> | null;
  };
}

type Loose = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const merged = (target: unknown, patch: unknown): unknown => {
  if (!isRecord(patch)) return patch;
  const result = new Map(isRecord(target) ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) result.delete(key);
    else if (value !== undefined) result.set(key, merged(result.get(key), value));
  }
  // Makes own properties of all, also of one called `__proto__`.
  return Object.fromEntries(result);
};

/**
 * The settings with what the patch changes; neither of the two is touched, and fields that are not known stay. Where the
 * patch sets something about breakout rooms, the three switches of `breakoutConfig` are there afterwards.
 */
export const applyPatch = (settings: AttendanceSettings, patch: SettingsPatch): AttendanceSettings => {
  const result = merged(settings, patch) as AttendanceSettings;
  if (!isRecord(patch.virtualConfig?.breakoutConfig)) return result;
  const { virtualConfig } = result;
  const breakoutConfig = { ...defaultBreakoutConfig(), ...virtualConfig.breakoutConfig };
  return { ...result, virtualConfig: { ...virtualConfig, breakoutConfig } };
};
