import type { Clock } from '../clock.js';
import type { Logger } from '../logger.js';
import { prolongWaiting } from '../store/admissions-store.js';
import type { Database } from '../store/database.js';

/**
 * How long, in milliseconds, someone who waits counts as being there after they last followed: a tab in the background
 * may be asleep for a minute.
 */
export const waitingLease = 90_000;
const prolongEvery = 20_000;
/** How many are prolonged by one statement. */
const atOnce = 500;

/** Keeps those who wait and follow in the waiting room: for all in this process by few writes. */
export class WaitingLeases {
  readonly #held = new Map<string, number>();
  #stopBeat: (() => void) | undefined;

  constructor(private readonly options: { database: Database; clock: Clock; log: Logger }) {}

  /** Keeps someone's place from now on; returns the way to stop, after which it is kept for one more lease. */
  async hold(admissionId: string): Promise<() => void> {
    this.#held.set(admissionId, (this.#held.get(admissionId) ?? 0) + 1);
    this.#stopBeat ??= this.options.clock.after(prolongEvery, this.#beat);
    await this.#prolong([admissionId]);
    return () => {
      const others = this.#held.get(admissionId)! - 1;
      if (others > 0) this.#held.set(admissionId, others);
      else this.#held.delete(admissionId);
    };
  }

  stop(): void {
    this.#stopBeat?.();
    this.#held.clear();
  }

  readonly #beat = (): void => {
    this.#stopBeat = this.#held.size > 0 ? this.options.clock.after(prolongEvery, this.#beat) : undefined;
    this.#prolong([...this.#held.keys()]).catch((error: unknown) => {
      this.options.log.warn('waiting not prolonged', { error });
    });
  };

  async #prolong(ids: readonly string[]): Promise<void> {
    const { database, clock } = this.options;
    for (let from = 0; from < ids.length; from += atOnce) {
      await prolongWaiting(database, ids.slice(from, from + atOnce), clock.now() + waitingLease);
    }
  }
}
