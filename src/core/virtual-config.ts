/** How people can take part in an event. */
export type EventAttendanceType = 'in-person' | 'virtual' | 'hybrid';

export const attendanceTypes: readonly EventAttendanceType[] = ['in-person', 'virtual', 'hybrid'];

/** How an event can be attended from afar. */
export interface EventVirtualConfig {
  enabled: boolean;
  /** The conference room's id. Made when the room opens, never entered. */
  conferenceRoomId?: string;
  /** Minutes before the start at which the doors open: whole, 0–60, default 15. */
  autoStartMinutes: number;
  waitingRoomEnabled: boolean;
  recordingEnabled: boolean;
  recordingConsentRequired: boolean;
  /** How many people may be inside online at once: whole, 1–1,000; without it there is no limit. */
  maxVirtualAttendees?: number;
  breakoutRoomsEnabled: boolean;
  breakoutConfig?: BreakoutRoomConfig;
  /** Where the recording can be watched, after the event. Set by the backend. */
  recordingUrl?: string;
  e2eeRequired: boolean;
}

/** How people are spread over breakout rooms. */
export interface BreakoutRoomConfig {
  enabled: boolean;
  /** Spreads the people by itself. */
  autoAssign: boolean;
  /** How many rooms: whole, 2–50; by default as many as there are names. */
  roomCount?: number;
  /** The rooms' names, in order; as many as `roomCount` where both are given. */
  roomNames?: string[];
  /** Lets attendees choose their room. */
  allowSelfSelect: boolean;
  /** Minutes until everyone comes back: whole, 1–480. */
  duration?: number;
}

/** What an organizer sets: the value of `<virtual-event-config>`. */
export interface AttendanceSettings {
  attendanceType: EventAttendanceType;
  virtualConfig: EventVirtualConfig;
}

/** Inclusive limits of the numbers, and the default of those that have one. */
export const limits = {
  autoStartMinutes: { min: 0, max: 60, default: 15 },
  maxVirtualAttendees: { min: 1, max: 1000 },
  roomCount: { min: 2, max: 50 },
  duration: { min: 1, max: 480 },
  roomName: { max: 100 },
} as const;

/** Parts of the product that a backend may or may not offer. */
export type BackendFeature = 'waiting-room' | 'recording' | 'e2ee' | 'breakout-rooms' | 'reminders';

/** What the advice on a config depends on beside the config. Everything may be left out. */
export interface ConfigCircumstances {
  /** Start of the event, epoch milliseconds. */
  startsAt?: number | undefined;
  /** End of the event, epoch milliseconds. */
  endsAt?: number | undefined;
  /** People who said that they will come. */
  rsvpCount?: number | undefined;
  /** The time, epoch milliseconds. */
  now?: number | undefined;
  /** What the backend offers; without it everything is taken as offered. */
  features?: readonly BackendFeature[] | undefined;
  /** The settings in force, of an event that has been saved before. */
  saved?: AttendanceSettings | undefined;
  /** Whether the room is open now. What it means for the settings is told where `saved` is given too. */
  isLive?: boolean | undefined;
  /** When a host started the conference, epoch milliseconds; absent where the room opened by the clock. */
  startedAt?: number | undefined;
  /** People inside now; without it a room that is open is taken as one with people in it. */
  inside?: number | undefined;
  /** Who makes recordings. A server, which is the default, sees nothing of an end-to-end encrypted call. */
  recorder?: 'server' | 'browser' | undefined;
}

type Loose = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A fresh config with every default: doors 15 minutes before the start, everything else off. */
export const defaultVirtualConfig = (): EventVirtualConfig => ({
  enabled: false,
  autoStartMinutes: limits.autoStartMinutes.default,
  waitingRoomEnabled: false,
  recordingEnabled: false,
  recordingConsentRequired: false,
  breakoutRoomsEnabled: false,
  e2eeRequired: false,
});

/** How breakout rooms are at first: people are spread by themselves. */
export const defaultBreakoutConfig = (): BreakoutRoomConfig => ({
  enabled: true,
  autoAssign: true,
  allowSelfSelect: false,
});

/** Settings of an event nobody has configured: in person only. */
export const defaultAttendanceSettings = (): AttendanceSettings => ({
  attendanceType: 'in-person',
  virtualConfig: defaultVirtualConfig(),
});

/** Changes the type alone: what was set for the room stays, so that switching back brings it back. */
export const withAttendanceType = (
  settings: AttendanceSettings,
  attendanceType: EventAttendanceType,
): AttendanceSettings => ({
  ...settings,
  attendanceType,
  virtualConfig: { ...settings.virtualConfig, enabled: attendanceType !== 'in-person' },
});

/**
 * Settings made whole from whatever was given, as a page's markup may hold less or something else: what is missing gets
 * its default, and there is a room where the type says so. Fields that are not known pass through.
 */
export const wholeSettings = (value: unknown): AttendanceSettings => {
  const given = isRecord(value) ? value : {};
  const config = isRecord(given['virtualConfig']) ? given['virtualConfig'] : {};
  const type = attendanceTypes.find((known) => known === given['attendanceType']) ?? 'in-person';
  return withAttendanceType({ ...given, virtualConfig: { ...defaultVirtualConfig(), ...config } } as never, type);
};

/** What each of the switches needs of a backend. */
export const featureSwitches = [
  ['waitingRoomEnabled', 'waiting-room'],
  ['recordingEnabled', 'recording'],
  ['e2eeRequired', 'e2ee'],
  ['breakoutRoomsEnabled', 'breakout-rooms'],
] as const satisfies readonly (readonly [keyof EventVirtualConfig, BackendFeature])[];
