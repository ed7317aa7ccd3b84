import { sql, type Updateable } from 'kysely';
import type { Database } from './database.js';
import type { AdmissionsTable } from './tables.js';

export type AdmissionRecord = AdmissionsTable;

export const insertAdmission = async (database: Database, admission: AdmissionRecord): Promise<void> => {
  await database.insertInto('admissions').values(admission).execute();
};

export const updateAdmission = async (
  database: Database,
  id: string,
  change: Pick<Updateable<AdmissionsTable>, 'seat_until' | 'departed_at' | 'ticket_hash' | 'state' | 'waiting_until'>,
): Promise<void> => {
  await database.updateTable('admissions').set(change).where('id', '=', id).execute();
};

export const findAdmission = (database: Database, id: string): Promise<AdmissionRecord | undefined> =>
  database.selectFrom('admissions').selectAll().where('id', '=', id).executeTakeFirst();

export const findAdmissionByTicket = (database: Database, ticketHash: string): Promise<AdmissionRecord | undefined> =>
  database.selectFrom('admissions').selectAll().where('ticket_hash', '=', ticketHash).executeTakeFirst();

export const findAdmissionRequest = (
  database: Database,
  eventId: string,
  pubkey: string,
  idempotencyKey: string,
): Promise<AdmissionRecord | undefined> =>
  database
    .selectFrom('admissions')
    .selectAll()
    .where('event_id', '=', eventId)
    .where('pubkey', '=', pubkey)
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirst();

/** The admissions of an event, of one person or of all, in the order in which they were asked for. */
export const listAdmissions = (database: Database, eventId: string, pubkey?: string): Promise<AdmissionRecord[]> =>
  database
    .selectFrom('admissions')
    .selectAll()
    .where('event_id', '=', eventId)
    .$if(pubkey !== undefined, (query) => query.where('pubkey', '=', pubkey!))
    .orderBy('created_at')
    .orderBy(sql`rowid`)
    .execute();

/** Notes that those who wait are still there. */
export const prolongWaiting = async (database: Database, ids: readonly string[], until: number): Promise<void> => {
  await database
    .updateTable('admissions')
    .set({ waiting_until: until })
    .where('id', 'in', ids)
    .where('state', '=', 'waiting')
    .execute();
};

/**
 * The people who hold a seat now: those who were let in and are inside or were given it only lately. A seat that
 * nobody claimed comes back by itself, as it is compared with the clock.
 */
export const seatHolders = async (database: Database, eventId: string, now: number): Promise<Set<string>> => {
  const rows = await database
    .selectFrom('admissions')
    .select('pubkey')
    .distinct()
    .where('event_id', '=', eventId)
    .where('state', '=', 'admitted')
    .where((where) =>
      where.or([
        where('seat_until', '>', now),
        where.exists(
          where
            .selectFrom('stays')
            .select('stays.id')
            .whereRef('stays.admission_id', '=', 'admissions.id')
            .where('stays.joined_at', 'is not', null)
            .where('stays.left_at', 'is', null),
        ),
      ]),
    )
    .execute();
  return new Set(rows.map(({ pubkey }) => pubkey));
};
