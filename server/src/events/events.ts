import {
  checkAttendanceSettings,
  checkEventDraft,
  circumstancesOf,
  defaultAttendanceSettings,
  VirtualEventError,
  type AttendanceSettings,
  type BackendFeature,
  type EventDetails,
  type EventDraft,
  type EventSnapshot,
  type Finding,
  type RecordingPolicy,
  type SavedSettings,
} from '../../../src/core/index.js';
import type { ConferenceContext } from '../conference/conference-context.js';
import { requireEvent } from '../conference/conferences.js';
import { sha256 } from '../identity/tickets.js';
import { planEvent } from '../jobs/schedule.js';
import type { Database } from '../store/database.js';
import { findEventRequest, insertEvent, listEvents, updateEvent, type EventRecord } from '../store/events-store.js';
import { cleanText } from './clean-text.js';
import { plainData } from './plain-data.js';

/** What this server offers beside the way in and the call. */
export const features: readonly BackendFeature[] = ['waiting-room'];

const listedAtMost = 200;

export type EventChanges = Partial<
  Pick<
    EventDetails,
    'title' | 'startsAt' | 'endsAt' | 'timeZone' | 'location' | 'guestsAllowed' | 'recordingPolicy' | 'status'
  >
>;

export const snapshotOf = ({ event, room }: EventRecord, serverNow: number): EventSnapshot => ({
  event,
  room,
  features,
  serverNow,
});

/** Refuses what cannot be kept; what there is to say all the same comes back. */
const accepted = (found: readonly Finding[]): readonly Finding[] => {
  const findings = found.filter(({ severity }) => severity === 'error');
  if (findings.length === 0) return found;
  throw new VirtualEventError('invalid-input', { status: 422, detail: 'Some fields are not right.', findings });
};

const refuseOtherVersion = ({ event }: EventRecord, version: number | undefined): void => {
  if (version !== undefined && version !== event.version) {
    throw new VirtualEventError('conflict', { status: 412, detail: 'Someone changed the event meanwhile.' });
  }
};

/** The settings to keep: what the server itself sets is not taken from anyone. */
const ownSettings = ({ attendanceType, virtualConfig }: AttendanceSettings): AttendanceSettings => {
  const { conferenceRoomId, recordingUrl, ...rest } = plainData(virtualConfig) as AttendanceSettings['virtualConfig'];
  return { attendanceType, virtualConfig: rest };
};

const cleanedPolicy = (policy: RecordingPolicy): RecordingPolicy =>
  Object.fromEntries(
    Object.entries(policy)
      .map(([part, words]) => [part, cleanText(words as string)] as const)
      .filter(([, words]) => words !== ''),
  );

/** Texts without what turns or breaks them, moments in whole milliseconds: a page's clock may give parts of one. */
const cleaned = <Facts extends Partial<EventDraft>>(facts: Facts): Facts => ({
  ...facts,
  ...(facts.title !== undefined && { title: cleanText(facts.title) }),
  ...(facts.location !== undefined && { location: cleanText(facts.location) }),
  ...(facts.startsAt !== undefined && { startsAt: Math.round(facts.startsAt) }),
  ...(facts.endsAt !== undefined && { endsAt: Math.round(facts.endsAt) }),
  ...(facts.recordingPolicy !== undefined && { recordingPolicy: cleanedPolicy(facts.recordingPolicy) }),
});

/** The events: made, found, changed. */
export class Events {
  constructor(private readonly context: ConferenceContext) {}

  async find(eventId: string): Promise<EventSnapshot> {
    const { database, clock } = this.context;
    return snapshotOf(await requireEvent(database, eventId), clock.now());
  }

  async list(): Promise<EventSnapshot[]> {
    const { database, clock } = this.context;
    const records = await listEvents(database, listedAtMost);
    return records.map((record) => snapshotOf(record, clock.now()));
  }

  /** Makes an event; the same request with the same key makes it once. */
  async create(draft: EventDraft, createdBy: string, idempotencyKey: string | null): Promise<SavedSettings> {
    const wanted = cleaned(draft);
    const { title, startsAt, endsAt, timeZone, location, guestsAllowed, recordingPolicy } = wanted;
    const circumstances = { startsAt, endsAt, now: this.context.clock.now(), features };
    accepted(checkEventDraft(wanted, circumstances));
    const settings = { ...defaultAttendanceSettings(), ...wanted };
    const findings = accepted(checkAttendanceSettings(settings, circumstances));
    const event: EventDetails = {
      id: crypto.randomUUID(),
      title,
      startsAt,
      endsAt,
      timeZone,
      ...(location && { location }),
      ...(guestsAllowed && { guestsAllowed }),
      ...(recordingPolicy && { recordingPolicy }),
      status: 'published',
      ...ownSettings(settings),
      version: 1,
    };
    const requestHash = sha256(JSON.stringify({ ...event, id: undefined }));
    const eventId = await this.context.database.transaction().execute(async (transaction) => {
      const before = idempotencyKey ? await findEventRequest(transaction, createdBy, idempotencyKey) : undefined;
      if (before) {
        if (before.request_hash === requestHash) return before.id;
        throw new VirtualEventError('conflict', { detail: 'The idempotency key was used for another event.' });
      }
      const createdAt = this.context.clock.now();
      await insertEvent(transaction, { event, createdAt, createdBy, idempotencyKey, requestHash });
      await this.#plan(transaction, event.id);
      return event.id;
    });
    return { ...(await this.#told(eventId)), findings };
  }

  /** Changes an event's own facts. When it takes place cannot be changed any more once the conference has ended. */
  async update(eventId: string, changes: EventChanges, version: number | undefined): Promise<EventSnapshot> {
    return this.#change(eventId, version, ({ event, room }) => {
      const wanted = cleaned(changes);
      if (room.state === 'ended' && ('startsAt' in wanted || 'endsAt' in wanted || 'status' in wanted)) {
        throw new VirtualEventError('ended');
      }
      const { location, ...rest } = { ...event, ...wanted };
      const changed = { ...rest, ...(location && { location }) };
      accepted(checkEventDraft(changed));
      return changed;
    });
  }

  /** Sets how an event can be attended; what there is to say of that comes with it. */
  async saveSettings(
    eventId: string,
    settings: AttendanceSettings,
    version: number | undefined,
  ): Promise<SavedSettings> {
    let findings: readonly Finding[] = [];
    const saved = await this.#change(eventId, version, (record) => {
      if (record.room.state === 'ended') throw new VirtualEventError('ended');
      const circumstances = circumstancesOf(snapshotOf(record, this.context.clock.now()));
      findings = accepted(checkAttendanceSettings(settings, circumstances));
      return { ...record.event, ...ownSettings(settings) };
    });
    return { ...saved, findings };
  }

  async #change(
    eventId: string,
    version: number | undefined,
    change: (record: EventRecord) => EventDetails,
  ): Promise<EventSnapshot> {
    await this.context.database.transaction().execute(async (transaction) => {
      const record = await requireEvent(transaction, eventId);
      refuseOtherVersion(record, version);
      const changed = change(record);
      await updateEvent(transaction, {
        ...changed,
        ...ownSettings(changed),
        version: record.event.version + 1,
      });
      await this.#plan(transaction, eventId);
    });
    return this.#told(eventId);
  }

  async #plan(transaction: Database, eventId: string): Promise<void> {
    await planEvent(transaction, await requireEvent(transaction, eventId), this.context.clock.now());
  }

  async #told(eventId: string): Promise<EventSnapshot> {
    this.context.wakeJobs();
    this.context.changes.publish(eventId);
    return this.find(eventId);
  }
}
