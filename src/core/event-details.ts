import { recordingPolicyLimits, type RecordingPolicy } from './consent.js';
import { checkAttendanceSettings } from './check-settings.js';
import type { Finding } from './finding.js';
import { safeUrl } from './safe-url.js';
import type { AttendanceSettings, BackendFeature, ConfigCircumstances } from './virtual-config.js';

/** An event as its organizer published it. */
export interface EventDetails extends AttendanceSettings {
  id: string;
  title: string;
  /** Epoch milliseconds. */
  startsAt: number;
  /** Epoch milliseconds, after `startsAt`. */
  endsAt: number;
  /** IANA name of the zone in which the event takes place, e.g. `Europe/Lisbon`. */
  timeZone: string;
  /** Where people meet in person, in words. */
  location?: string;
  /** People without an account may come in with only a name. Default `false`. */
  guestsAllowed?: boolean;
  /** What those who come are told about recordings, where the library's own words do not do. */
  recordingPolicy?: RecordingPolicy;
  status: 'published' | 'cancelled';
  /** Counts the changes made to the event; grows by one with each. */
  version: number;
}

/** What is given to make an event; the attendance settings may be left for later. */
export type EventDraft = Pick<
  EventDetails,
  'title' | 'startsAt' | 'endsAt' | 'timeZone' | 'location' | 'guestsAllowed' | 'recordingPolicy'
> &
  Partial<AttendanceSettings>;

/** The facts about an event's conference room that anyone may see. */
export interface RoomFacts {
  state: 'idle' | 'open' | 'ended';
  /** When a host started before the time or the event began, epoch milliseconds. */
  startedAt?: number;
  /** When the conference ended, epoch milliseconds. */
  endedAt?: number;
  /** People inside now. */
  participantCount: number;
  /** Whether it is being recorded now. */
  recording: boolean;
}

/** An event, its room and the moment at which both were true. */
export interface EventSnapshot {
  event: EventDetails;
  room: RoomFacts;
  /** What the backend offers; a config that asks for more is refused. */
  features: readonly BackendFeature[];
  /** The server's clock when this was said, epoch milliseconds. */
  serverNow: number;
}

/** What came of saving settings: the event as it stands, and what there is to say of them all the same. */
export type SavedSettings = EventSnapshot & {
  /** Warnings alone: settings with an error are not saved. */
  findings: readonly Finding[];
};

export const textLimits = { title: 200, location: 300, displayName: 80, hostMessage: 300 } as const;

/** The last moment that dates can express; what lies beyond is not a time. */
const lastMoment = 8.64e15;
const isMoment = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= lastMoment;

/** Whether the name is that of a time zone which this machine knows. */
export const isTimeZone = (name: unknown): name is string => {
  if (typeof name !== 'string' || name === '') return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

const checkRecordingPolicy = (policy: unknown): Finding[] => {
  if (policy === undefined) return [];
  const field = 'recordingPolicy';
  if (typeof policy !== 'object' || policy === null) return [{ code: 'wrong-type', severity: 'error', field }];
  const findings: Finding[] = [];
  const { what, who, howLong, policyUrl, locale } = policy as Partial<Record<keyof RecordingPolicy, unknown>>;
  const { words } = recordingPolicyLimits;
  const parts = { what, who, howLong, policyUrl, locale };
  const longest = { what: words, who: words, howLong: words, ...recordingPolicyLimits };
  for (const [key, value] of Object.entries(parts) as [keyof typeof parts, unknown][]) {
    const at = { severity: 'error', field: `${field}.${key}` } as const;
    if (value === undefined) continue;
    if (typeof value !== 'string') findings.push({ code: 'wrong-type', ...at });
    else if (value.length > longest[key]) findings.push({ code: 'too-long', ...at, params: { max: longest[key] } });
  }
  if (typeof policyUrl === 'string' && safeUrl(policyUrl) === null) {
    findings.push({ code: 'wrong-type', severity: 'error', field: `${field}.policyUrl` });
  }
  return findings;
};

/**
 * All that is wrong with an event's own facts, and with its settings where it has some. Takes anything, as it also stands
 * at the door of the backend.
 */
export const checkEventDraft = (value: unknown, circumstances: ConfigCircumstances = {}): Finding[] => {
  if (typeof value !== 'object' || value === null) return [{ code: 'wrong-type', severity: 'error', field: '' }];
  const draft = value as Partial<Record<keyof EventDraft, unknown>>;
  const findings: Finding[] = [];
  const { title, startsAt, endsAt, timeZone, location, guestsAllowed } = draft;
  if (typeof title !== 'string' || title.trim() === '') {
    findings.push({ code: 'required', severity: 'error', field: 'title' });
  } else if (title.length > textLimits.title) {
    findings.push({ code: 'too-long', severity: 'error', field: 'title', params: { max: textLimits.title } });
  }
  if (!isMoment(startsAt)) findings.push({ code: 'required', severity: 'error', field: 'startsAt' });
  if (!isMoment(endsAt)) findings.push({ code: 'required', severity: 'error', field: 'endsAt' });
  if (isMoment(startsAt) && isMoment(endsAt) && endsAt <= startsAt) {
    findings.push({ code: 'end-before-start', severity: 'error', field: 'endsAt' });
  }
  if (!isTimeZone(timeZone)) findings.push({ code: 'unknown-zone', severity: 'error', field: 'timeZone' });
  if (location !== undefined && typeof location !== 'string') {
    findings.push({ code: 'wrong-type', severity: 'error', field: 'location' });
  } else if (typeof location === 'string' && location.length > textLimits.location) {
    findings.push({ code: 'too-long', severity: 'error', field: 'location', params: { max: textLimits.location } });
  }
  if (guestsAllowed !== undefined && typeof guestsAllowed !== 'boolean') {
    findings.push({ code: 'wrong-type', severity: 'error', field: 'guestsAllowed' });
  }
  findings.push(...checkRecordingPolicy(draft.recordingPolicy));
  if (draft.attendanceType !== undefined || draft.virtualConfig !== undefined) {
    findings.push(...checkAttendanceSettings(draft, circumstances));
  }
  return findings;
};
