/** Whole units that are left until a moment. */
export interface Countdown {
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
}

/**
 * What is left between two moments, epoch milliseconds. Rounded up to the second, so that it reads zero when the moment
 * has come and not a second before; never negative.
 */
export const countdownTo = (moment: number, now: number): Countdown => {
  const left = Math.max(0, Math.ceil((moment - now) / 1000)) || 0;
  return {
    days: Math.floor(left / 86_400),
    hours: Math.floor(left / 3600) % 24,
    minutes: Math.floor(left / 60) % 60,
    seconds: left % 60,
  };
};
