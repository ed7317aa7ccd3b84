import { sql, type Insertable } from 'kysely';
import type {
  AttendanceSettings,
  EventDetails,
  EventVirtualConfig,
  HostMessage,
  RecordingPolicy,
  RoomFacts,
} from '../../../src/core/index.js';
import type { Database } from './database.js';
import type { EventsTable } from './tables.js';

/** An event and all that is known of its room. */
export interface EventRecord {
  event: EventDetails;
  room: RoomFacts;
  /** What a host says to those who wait. */
  waitingMessage?: HostMessage;
  /** Absent until a room was made for the event. */
  conferenceRoom?: { id: string; createdAt: number };
}

/** An event as its organizer made it, and the request that made it. */
export interface NewEvent {
  event: EventDetails;
  createdAt: number;
  createdBy: string;
  idempotencyKey: string | null;
  requestHash: string;
}

const columnsOf = (
  event: EventDetails,
): Omit<Insertable<EventsTable>, 'id' | 'created_at' | 'created_by' | 'idempotency_key' | 'request_hash'> => ({
  title: event.title,
  starts_at: event.startsAt,
  ends_at: event.endsAt,
  time_zone: event.timeZone,
  location: event.location ?? null,
  guests_allowed: event.guestsAllowed ? 1 : 0,
  recording_policy: event.recordingPolicy ? JSON.stringify(event.recordingPolicy) : null,
  status: event.status,
  attendance_type: event.attendanceType,
  virtual_config: JSON.stringify(event.virtualConfig),
  version: event.version,
});

export const insertEvent = async (database: Database, made: NewEvent): Promise<void> => {
  const row: Insertable<EventsTable> = {
    id: made.event.id,
    ...columnsOf(made.event),
    created_at: made.createdAt,
    created_by: made.createdBy,
    idempotency_key: made.idempotencyKey,
    request_hash: made.requestHash,
  };
  await database.insertInto('events').values(row).execute();
};

export const updateEvent = async (database: Database, event: EventDetails): Promise<void> => {
  await database.updateTable('events').set(columnsOf(event)).where('id', '=', event.id).execute();
};

export const setWaitingMessage = async (
  database: Database,
  eventId: string,
  message: HostMessage | null,
): Promise<void> => {
  const row = { waiting_message: message && JSON.stringify(message) };
  await database.updateTable('events').set(row).where('id', '=', eventId).execute();
};

/** The event that a request with this key made before. */
export const findEventRequest = (
  database: Database,
  createdBy: string,
  idempotencyKey: string,
): Promise<{ id: string; request_hash: string | null } | undefined> =>
  database
    .selectFrom('events')
    .select(['id', 'request_hash'])
    .where('created_by', '=', createdBy)
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirst();

const selectRecords = (database: Database) =>
  database
    .selectFrom('events')
    .leftJoin('conference_rooms', 'conference_rooms.event_id', 'events.id')
    .selectAll('events')
    .select([
      'conference_rooms.room_id',
      'conference_rooms.state',
      'conference_rooms.started_at',
      'conference_rooms.ended_at',
      'conference_rooms.created_at as room_created_at',
    ])
    .select(
      sql<number>`(
        select count(distinct pubkey) from stays
        where stays.event_id = events.id and source = 'media' and joined_at is not null and left_at is null
      )`.as('participant_count'),
    );

type RecordRow = Awaited<ReturnType<ReturnType<typeof selectRecords>['executeTakeFirstOrThrow']>>;

const settingsOf = (row: RecordRow): AttendanceSettings => ({
  attendanceType: row.attendance_type,
  virtualConfig: {
    ...(JSON.parse(row.virtual_config) as EventVirtualConfig),
    ...(row.room_id !== null && { conferenceRoomId: row.room_id }),
  },
});

const recordOf = (row: RecordRow): EventRecord => ({
  event: {
    id: row.id,
    title: row.title,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    timeZone: row.time_zone,
    ...(row.location !== null && { location: row.location }),
    ...(row.guests_allowed === 1 && { guestsAllowed: true }),
    ...(row.recording_policy !== null && { recordingPolicy: JSON.parse(row.recording_policy) as RecordingPolicy }),
    status: row.status,
    ...settingsOf(row),
    version: row.version,
  },
  room: {
    state: row.state ?? 'idle',
    ...(row.started_at !== null && { startedAt: row.started_at }),
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
    participantCount: row.participant_count,
    recording: false,
  },
  ...(row.waiting_message !== null && { waitingMessage: JSON.parse(row.waiting_message) as HostMessage }),
  ...(row.room_id !== null && { conferenceRoom: { id: row.room_id, createdAt: row.room_created_at! } }),
});

export const findEvent = async (database: Database, eventId: string): Promise<EventRecord | undefined> => {
  const row = await selectRecords(database).where('events.id', '=', eventId).executeTakeFirst();
  return row && recordOf(row);
};

/** The latest events, in the order of their start. */
export const listEvents = async (database: Database, atMost: number): Promise<EventRecord[]> => {
  const rows = await selectRecords(database).orderBy('starts_at', 'desc').orderBy('id').limit(atMost).execute();
  return rows.reverse().map(recordOf);
};
