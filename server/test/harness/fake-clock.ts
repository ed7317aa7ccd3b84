import type { Clock } from '../../src/clock.js';

interface Timer {
  at: number;
  callback: () => void;
}

/** A clock that stands until it is set; its timers fire then. */
export class FakeClock implements Clock {
  #now: number;
  readonly #timers = new Set<Timer>();

  constructor(now = Date.UTC(2027, 2, 10, 18)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = { at: this.#now + milliseconds, callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  set(now: number): void {
    this.#now = now;
    for (const timer of [...this.#timers]) {
      if (timer.at > now || !this.#timers.delete(timer)) continue;
      timer.callback();
    }
  }

  advance(milliseconds: number): void {
    this.set(this.#now + milliseconds);
  }
}
