/** Milliseconds between two readings of wall clock and steady clock that are no mere drift. */
const jump = 1000;

/**
 * The server's clock, as told by its answers. Between answers it runs on the machine's steady clock, so that setting the
 * visitor's clock changes nothing.
 */
export class ServerClock {
  #offset = Date.now() - performance.now();
  #wall = Date.now() - performance.now();
  #roundTrip = Infinity;
  readonly #listeners = new Set<() => void>();

  /** The server's time, epoch milliseconds. The visitor's own until the first answer. */
  now(): number {
    this.#noticeSleep();
    return performance.now() + this.#offset;
  }

  /**
   * Takes the time that an answer carried. `sentAt` and `receivedAt` are readings of `performance.now()`; of all samples
   * the one with the shortest round trip is kept.
   */
  sample(serverNow: number, sentAt: number, receivedAt: number): void {
    const roundTrip = receivedAt - sentAt;
    if (!Number.isFinite(serverNow) || roundTrip > this.#roundTrip) return;
    this.#roundTrip = roundTrip;
    const offset = serverNow + roundTrip / 2 - receivedAt;
    const isJump = Math.abs(offset - this.#offset) > jump / 4;
    this.#offset = offset;
    if (isJump) this.#tell();
  }

  /** Called after the clock jumped; returns the way to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  // While a machine sleeps the steady clock may stand still and the wall clock goes on. Which of a sleep and a clock that
  // was set it was cannot be told, so what was known is taken as a first guess and the next answer decides.
  #noticeSleep(): void {
    const wall = Date.now() - performance.now();
    const slept = wall - this.#wall;
    if (Math.abs(slept) < jump) return;
    this.#wall = wall;
    this.#roundTrip = Infinity;
    if (slept > 0) this.#offset += slept;
    queueMicrotask(() => this.#tell());
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
