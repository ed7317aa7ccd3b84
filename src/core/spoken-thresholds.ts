/** The moments, in seconds left, at which a countdown is worth saying aloud. */
export const spokenThresholds: readonly number[] = [3600, 1800, 900, 600, 300, 60, 30, 10];

/** The threshold that was passed between two readings of a countdown (seconds left), if any. */
export const thresholdPassed = (before: number, after: number): number | undefined =>
  spokenThresholds.findLast((threshold) => before > threshold && after <= threshold);
