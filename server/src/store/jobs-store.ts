import type { Database } from './database.js';
import type { JobKind, JobsTable } from './tables.js';

export interface JobAddress {
  kind: JobKind;
  eventId: string;
  subject?: string;
}

/**
 * Puts a job on the schedule, or moves it there: an earlier plan for the same is void, also one that someone is at.
 */
export const planJob = async (
  database: Database,
  { kind, eventId, subject = '' }: JobAddress,
  runAt: number,
): Promise<void> => {
  const plan = { run_at: runAt, attempts: 0, lease: null, leased_until: null };
  await database
    .insertInto('jobs')
    .values({ id: crypto.randomUUID(), kind, event_id: eventId, subject, ...plan })
    .onConflict((conflict) => conflict.columns(['kind', 'event_id', 'subject']).doUpdateSet(plan))
    .execute();
};

export const dropJobs = async (database: Database, eventId: string, kinds: readonly JobKind[]): Promise<void> => {
  await database.deleteFrom('jobs').where('event_id', '=', eventId).where('kind', 'in', kinds).execute();
};

/** Takes due jobs, for as long as the lease lasts; nobody else gets them meanwhile. */
export const claimJobs = (
  database: Database,
  { now, leaseUntil, atMost }: { now: number; leaseUntil: number; atMost: number },
): Promise<JobsTable[]> =>
  database
    .updateTable('jobs')
    .set({ lease: crypto.randomUUID(), leased_until: leaseUntil })
    .where('id', 'in', (query) =>
      query
        .selectFrom('jobs')
        .select('id')
        .where('run_at', '<=', now)
        .where((where) => where.or([where('leased_until', 'is', null), where('leased_until', '<=', now)]))
        .orderBy('run_at')
        .limit(atMost),
    )
    .returningAll()
    .execute();

/** Takes a job off the schedule, unless it was planned anew meanwhile. */
export const finishJob = async (database: Database, { id, lease }: JobsTable): Promise<void> => {
  await database.deleteFrom('jobs').where('id', '=', id).where('lease', '=', lease).execute();
};

/** Puts a job back for later, unless it was planned anew meanwhile. */
export const postponeJob = async (
  database: Database,
  { id, lease }: JobsTable,
  { runAt, attempts }: { runAt: number; attempts: number },
): Promise<void> => {
  await database
    .updateTable('jobs')
    .set({ run_at: runAt, attempts, lease: null, leased_until: null })
    .where('id', '=', id)
    .where('lease', '=', lease)
    .execute();
};

/** When the next job that nobody is at becomes due, or someone's lease on one runs out. */
export const nextJobAt = async (database: Database): Promise<number | undefined> => {
  const rows = await database
    .selectFrom('jobs')
    .select(({ fn }) => fn.coalesce('leased_until', 'run_at').as('at'))
    .orderBy('at')
    .limit(1)
    .execute();
  return rows[0]?.at;
};
