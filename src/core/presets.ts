import type { SettingsPatch } from './settings-patch.js';
import { featureSwitches, type AttendanceSettings, type BackendFeature } from './virtual-config.js';

/** A kind of event that organizers often have. */
export type PresetId = 'open-talk' | 'members-meeting' | 'sensitive-meeting' | 'workshop';

/** What such an event’s room is like. How people take part is not a preset’s matter. */
export interface Preset {
  id: PresetId;
  patch: SettingsPatch;
}

type RoomPatch = NonNullable<SettingsPatch['virtualConfig']>;

const preset = (id: PresetId, different: RoomPatch): Preset => ({
  id,
  patch: {
    virtualConfig: {
      autoStartMinutes: 15,
      waitingRoomEnabled: false,
      maxVirtualAttendees: null,
      recordingEnabled: false,
      e2eeRequired: false,
      breakoutRoomsEnabled: false,
      ...different,
    },
  },
});

/** The presets, from the most open to the most particular. */
export const presets: readonly Preset[] = [
  preset('open-talk', {}),
  preset('members-meeting', { waitingRoomEnabled: true }),
  preset('sensitive-meeting', { autoStartMinutes: 5, waitingRoomEnabled: true, e2eeRequired: true }),
  // Working together starts at once: nobody waits to be let in.
  preset('workshop', {
    breakoutRoomsEnabled: true,
    breakoutConfig: {
      enabled: true,
      autoAssign: true,
      allowSelfSelect: false,
      roomCount: 4,
      roomNames: null,
      duration: null,
    },
  }),
];

const isSet = (value: unknown, patch: unknown): boolean => {
  if (patch === null) return value === undefined;
  if (typeof patch !== 'object') return value === patch;
  const fields = (value ?? {}) as Partial<Record<string, unknown>>;
  return Object.entries(patch).every(([key, part]) => isSet(fields[key], part));
};

/** Which preset the settings are now; `undefined` where they are none, or there is no room online. */
export const presetOf = (settings: AttendanceSettings): PresetId | undefined =>
  settings.attendanceType === 'in-person' ? undefined : presets.find(({ patch }) => isSet(settings, patch))?.id;

/** What a backend can do of a preset, and what it has to do without. Without `features` everything is offered. */
export const offeredPreset = (
  { patch }: Preset,
  features: readonly BackendFeature[] | undefined,
): { patch: SettingsPatch; without: BackendFeature[] } => {
  const dropped = featureSwitches.filter(
    ([key, feature]) => patch.virtualConfig?.[key] && features && !features.includes(feature),
  );
  const { breakoutConfig, ...room } = patch.virtualConfig ?? {};
  const off = Object.fromEntries(dropped.map(([key]) => [key, false])) as RoomPatch;
  const hasBreakouts = breakoutConfig !== undefined && !('breakoutRoomsEnabled' in off);
  return {
    patch: { ...patch, virtualConfig: { ...room, ...off, ...(hasBreakouts && { breakoutConfig }) } },
    without: dropped.map(([, feature]) => feature),
  };
};
