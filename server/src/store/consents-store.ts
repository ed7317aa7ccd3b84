import type { Insertable, Selectable } from 'kysely';
import type { Database } from './database.js';
import type { ConsentsTable } from './tables.js';

export type ConsentRecord = Selectable<ConsentsTable>;

export const insertConsent = async (database: Database, consent: Insertable<ConsentsTable>): Promise<void> => {
  await database.insertInto('consents').values(consent).execute();
};

/** What someone agreed to last, if to anything. */
export const lastConsent = (database: Database, eventId: string, pubkey: string): Promise<ConsentRecord | undefined> =>
  database
    .selectFrom('consents')
    .selectAll()
    .where('event_id', '=', eventId)
    .where('pubkey', '=', pubkey)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
