import { thresholdPassed } from '../../core/countdown.js';

/** Seconds by which a better reading of the clock may differ; they are waited out, so that digits never jump back. */
const wobble = 2;

/** What is left until a moment, as someone reads it. */
export class CountdownReading {
  /** Whole seconds. */
  left = Infinity;
  /** What was left when that was last worth saying aloud, if it was. */
  spoken: number | undefined;
  #moment = NaN;

  /** Both are epoch milliseconds. */
  read(moment: number, now: number): void {
    const before = this.left;
    let left = Math.ceil((moment - now) / 1000);
    if (moment === this.#moment) {
      if (left > before && left <= before + wobble) left = before;
      this.spoken = thresholdPassed(before, left) ?? this.spoken;
    } else this.spoken = undefined;
    this.#moment = moment;
    this.left = left;
  }
}
