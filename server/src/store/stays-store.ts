import { sql } from 'kysely';
import type { Database } from './database.js';
import type { StaysTable } from './tables.js';

export type StayRecord = StaysTable;

/** One connection of one person, as LiveKit tells of it. */
export interface MediaSession {
  eventId: string;
  pubkey: string;
  admissionId: string;
  /** `null` where it is not known which of the room's sessions it is. */
  roomSid: string | null;
  participantSid: string;
}

const upsert = (
  database: Database,
  session: MediaSession,
  times: Pick<StaysTable, 'joined_at' | 'left_at' | 'seen_at'>,
) =>
  database
    .insertInto('stays')
    .values({
      id: crypto.randomUUID(),
      event_id: session.eventId,
      pubkey: session.pubkey,
      source: 'media',
      admission_id: session.admissionId,
      room_sid: session.roomSid,
      participant_sid: session.participantSid,
      left_guessed: 0,
      ...times,
    })
    .onConflict((conflict) =>
      conflict.column('participant_sid').doUpdateSet({
        room_sid: sql`coalesce(stays.room_sid, excluded.room_sid)`,
        joined_at: sql`coalesce(stays.joined_at, excluded.joined_at)`,
        left_at: sql`case
          when excluded.left_at is null then stays.left_at
          when stays.left_at is null or stays.left_guessed = 1 then excluded.left_at
          else min(stays.left_at, excluded.left_at)
        end`,
        left_guessed: sql`case when excluded.left_at is null then stays.left_guessed else 0 end`,
        seen_at: sql`max(coalesce(stays.seen_at, excluded.seen_at), coalesce(excluded.seen_at, stays.seen_at))`,
      }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();

/** Notes that a connection stands. The stay stays closed if its end was heard of before. */
export const noteJoined = (
  database: Database,
  session: MediaSession,
  joinedAt: number,
  seenAt: number,
): Promise<StayRecord> => upsert(database, session, { joined_at: joinedAt, left_at: null, seen_at: seenAt });

/** Notes that a connection ended, also when its beginning was never heard of. */
export const noteLeft = (
  database: Database,
  session: MediaSession,
  joinedAt: number | null,
  leftAt: number,
): Promise<StayRecord> => upsert(database, session, { joined_at: joinedAt, left_at: leftAt, seen_at: null });

export const findStay = (database: Database, participantSid: string): Promise<StayRecord | undefined> =>
  database.selectFrom('stays').selectAll().where('participant_sid', '=', participantSid).executeTakeFirst();

/** Stays that are not over. */
export const openStays = (
  database: Database,
  eventId: string,
  source: StaysTable['source'] = 'media',
): Promise<StayRecord[]> =>
  database
    .selectFrom('stays')
    .selectAll()
    .where('event_id', '=', eventId)
    .where('source', '=', source)
    .where('left_at', 'is', null)
    .execute();

export const closeStays = async (database: Database, ids: readonly string[], leftAt: number): Promise<void> => {
  if (ids.length === 0) return;
  await database
    .updateTable('stays')
    .set({ left_at: sql`max(coalesce(joined_at, ${leftAt}), ${leftAt})` })
    .where('id', 'in', ids)
    .where('left_at', 'is', null)
    .execute();
};

/** Closes a stay that is not seen any more, until it is told when it really ended. */
export const closeUnseen = async (database: Database, id: string, lastSeenAt: number): Promise<void> => {
  await database
    .updateTable('stays')
    .set({ left_at: lastSeenAt, left_guessed: 1 })
    .where('id', '=', id)
    .where('left_at', 'is', null)
    .execute();
};

export const insertToldStay = async (
  database: Database,
  { eventId, pubkey, joinedAt }: { eventId: string; pubkey: string; joinedAt: number },
): Promise<StayRecord> =>
  database
    .insertInto('stays')
    .values({
      id: crypto.randomUUID(),
      event_id: eventId,
      pubkey,
      source: 'told',
      admission_id: null,
      room_sid: null,
      participant_sid: null,
      joined_at: joinedAt,
      left_at: null,
      left_guessed: 0,
      seen_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();

/** All stays whose beginning is known. */
export const listStays = (database: Database, eventId: string): Promise<(StayRecord & { joined_at: number })[]> =>
  database
    .selectFrom('stays')
    .selectAll()
    .where('event_id', '=', eventId)
    .where('joined_at', 'is not', null)
    .$narrowType<{ joined_at: number }>()
    .execute();

/** Remembers a webhook's id; `false` when it was known. Those of long ago are forgotten. */
export const rememberWebhook = async (database: Database, id: string, now: number): Promise<boolean> => {
  const aWeek = 7 * 24 * 60 * 60_000;
  await database
    .deleteFrom('webhook_events')
    .where('received_at', '<', now - aWeek)
    .execute();
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('webhook_events')
    .values({ id, received_at: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
};
