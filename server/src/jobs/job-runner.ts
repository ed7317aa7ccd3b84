import type { Clock } from '../clock.js';
import type { Logger } from '../logger.js';
import type { Database } from '../store/database.js';
import { claimJobs, finishJob, nextJobAt, postponeJob } from '../store/jobs-store.js';
import type { JobKind, JobsTable } from '../store/tables.js';

/** Does a job; tells when it must be done again (epoch milliseconds), or `null` when it is done for good. */
export type JobHandler = (job: { eventId: string; subject: string }) => Promise<number | null>;

export type JobHandlers = Readonly<Record<JobKind, JobHandler>>;

export interface JobRunnerOptions {
  database: Database;
  clock: Clock;
  log: Logger;
  handlers: JobHandlers;
}

const atOnce = 8;
/** Longer than any job takes; one whose runner died is taken over after it. */
const lease = 60_000;
/** Also when nothing is due: another process may have planned something. */
const lookAtLeastEvery = 15_000;
const longestBackOff = 60_000;

const backOff = (attempts: number): number => Math.min(longestBackOff, 1000 * 2 ** attempts);

/**
 * Does what the schedule in the database says, when it is due, also after the process was down. Several runners may
 * share a database: a job is leased to one of them.
 */
export class JobRunner {
  #stopped = false;
  #again = false;
  #running: Promise<void> | undefined;
  #cancelTimer = (): void => {};

  constructor(private readonly options: JobRunnerOptions) {}

  /** Looks at the schedule now; also begins to look at it from time to time. */
  wake(): void {
    this.#again = true;
    if (this.#stopped || this.#running) return;
    this.#cancelTimer();
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
      if (this.#again) this.wake();
    });
  }

  /** Does not begin anything new; resolves when what was begun is done. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelTimer();
    await this.#running;
  }

  /** Does all that is due now, and waits for it. */
  async runDue(): Promise<void> {
    this.wake();
    while (this.#running) await this.#running;
  }

  async #drain(): Promise<void> {
    const { database, clock } = this.options;
    while (!this.#stopped) {
      const now = clock.now();
      const jobs = await claimJobs(database, { now, leaseUntil: now + lease, atMost: atOnce });
      if (jobs.length === 0) return;
      await Promise.all(jobs.map((job) => this.#do(job)));
    }
  }

  async #run(): Promise<void> {
    const { database, clock, log } = this.options;
    let next: number | undefined;
    try {
      while (this.#again) {
        this.#again = false;
        await this.#drain();
      }
      next = await nextJobAt(database);
    } catch (error) {
      log.error('schedule not read', { error });
    }
    if (this.#stopped) return;
    const wait = (next ?? Infinity) - clock.now();
    this.#cancelTimer = clock.after(Math.min(lookAtLeastEvery, Math.max(0, wait)), () => this.wake());
  }

  async #do(job: JobsTable): Promise<void> {
    const { database, clock, log, handlers } = this.options;
    const facts = { kind: job.kind, eventId: job.event_id };
    try {
      const again = await handlers[job.kind]({ eventId: job.event_id, subject: job.subject });
      if (again === null) await finishJob(database, job);
      else await postponeJob(database, job, { runAt: again, attempts: 0 });
      log.debug('job done', facts);
    } catch (error) {
      log.warn('job failed', { ...facts, attempts: job.attempts + 1, error });
      const runAt = clock.now() + backOff(job.attempts);
      await postponeJob(database, job, { runAt, attempts: job.attempts + 1 });
    }
  }
}
