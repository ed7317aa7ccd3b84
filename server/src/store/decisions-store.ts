import type { Insertable, Selectable } from 'kysely';
import type { Database } from './database.js';
import type { DecisionsTable } from './tables.js';

export type DecisionRecord = Selectable<DecisionsTable>;

export const insertDecision = async (database: Database, decision: Insertable<DecisionsTable>): Promise<void> => {
  await database.insertInto('decisions').values(decision).execute();
};

/** What hosts decided last about someone, if they did. */
export const lastDecision = (
  database: Database,
  eventId: string,
  pubkey: string,
): Promise<DecisionRecord | undefined> =>
  database
    .selectFrom('decisions')
    .selectAll()
    .where('event_id', '=', eventId)
    .where('pubkey', '=', pubkey)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** What hosts decided last about each person, by pubkey. */
export const lastDecisions = async (database: Database, eventId: string): Promise<Map<string, DecisionRecord>> => {
  const rows = await database
    .selectFrom('decisions')
    .selectAll()
    .where('id', 'in', (query) =>
      query
        .selectFrom('decisions')
        .select(({ fn }) => fn.max('id').as('id'))
        .where('event_id', '=', eventId)
        .groupBy('pubkey'),
    )
    .execute();
  return new Map(rows.map((row) => [row.pubkey, row]));
};
