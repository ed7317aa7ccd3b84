import type { Clock } from '../../src/clock.js';

/** A clock that stands until it is set. Its timers do not fire: tests say when the schedule is looked at. */
export class FakeClock implements Clock {
  #now: number;

  constructor(now = Date.UTC(2027, 2, 10, 18)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(): () => void {
    return () => {};
  }

  set(now: number): void {
    this.#now = now;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
