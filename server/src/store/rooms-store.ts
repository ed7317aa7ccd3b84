import type { Updateable } from 'kysely';
import type { Database } from './database.js';
import type { ConferenceRoomsTable } from './tables.js';

/** Gives the event a room if it has none; however often and from wherever it is called, the event has one. */
export const ensureRoom = async (
  database: Database,
  eventId: string,
  newRoomId: string,
  now: number,
): Promise<ConferenceRoomsTable> => {
  await database
    .insertInto('conference_rooms')
    .values({ event_id: eventId, room_id: newRoomId, state: 'idle', started_at: null, ended_at: null, created_at: now })
    .onConflict((conflict) => conflict.column('event_id').doNothing())
    .execute();
  return database.selectFrom('conference_rooms').selectAll().where('event_id', '=', eventId).executeTakeFirstOrThrow();
};

export const updateRoom = async (
  database: Database,
  eventId: string,
  change: Pick<Updateable<ConferenceRoomsTable>, 'state' | 'started_at' | 'ended_at'>,
): Promise<void> => {
  await database.updateTable('conference_rooms').set(change).where('event_id', '=', eventId).execute();
};

export const findRoom = (database: Database, roomId: string): Promise<ConferenceRoomsTable | undefined> =>
  database.selectFrom('conference_rooms').selectAll().where('room_id', '=', roomId).executeTakeFirst();
