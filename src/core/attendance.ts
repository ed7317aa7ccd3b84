/** One stay of one person. */
export interface VirtualAttendance {
  id: string;
  eventId: string;
  pubkey: string;
  /** Epoch milliseconds. */
  joinedAt: number;
  /** Epoch milliseconds; absent while the person is inside. */
  leftAt?: number;
  durationSeconds: number;
  breakoutRoomId?: string;
}

/** What an event's attendance comes to. */
export interface VirtualAttendanceStats {
  totalVirtualAttendees: number;
  peakConcurrentAttendees: number;
  averageDurationMinutes: number;
  attendees: Array<{
    pubkey: string;
    totalDurationMinutes: number;
    /** First arrival, epoch milliseconds. */
    joinedAt: number;
  }>;
}

export type Stay = Pick<VirtualAttendance, 'pubkey' | 'joinedAt' | 'leftAt'>;

interface Interval {
  from: number;
  to: number;
}

/** A person's overlapping stays, as on two devices, count once. */
const union = (intervals: readonly Interval[]): Interval[] => {
  const merged: Interval[] = [];
  for (const { from, to } of intervals.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
};

const peakOf = (intervals: readonly Interval[]): number => {
  const steps = intervals.flatMap(({ from, to }) => [
    { at: from, by: 1 },
    // Whoever came was there, if only for the moment in which they left.
    { at: Math.max(to, from + 1), by: -1 },
  ]);
  steps.sort((a, b) => a.at - b.at || a.by - b.by);
  let inside = 0;
  let peak = 0;
  for (const { by } of steps) {
    inside += by;
    peak = Math.max(peak, inside);
  }
  return peak;
};

const round = (minutes: number): number => Math.round(minutes * 10) / 10;

/**
 * Sums up stays. An open stay lasts until `now` (epoch milliseconds); minutes are rounded to a tenth; people are listed
 * in the order of their arrival.
 */
export const summarizeAttendance = (stays: readonly Stay[], now: number): VirtualAttendanceStats => {
  const byPerson = new Map<string, Interval[]>();
  for (const { pubkey, joinedAt, leftAt } of stays) {
    const interval = { from: joinedAt, to: Math.max(joinedAt, leftAt ?? now) };
    const others = byPerson.get(pubkey);
    if (others) others.push(interval);
    else byPerson.set(pubkey, [interval]);
  }
  const everyone: Interval[] = [];
  let total = 0;
  const attendees: VirtualAttendanceStats['attendees'] = [];
  for (const [pubkey, intervals] of byPerson) {
    const merged = union(intervals);
    everyone.push(...merged);
    const minutes = merged.reduce((sum, { from, to }) => sum + to - from, 0) / 60_000;
    total += minutes;
    attendees.push({ pubkey, totalDurationMinutes: round(minutes), joinedAt: merged[0]!.from });
  }
  attendees.sort((a, b) => a.joinedAt - b.joinedAt);
  return {
    totalVirtualAttendees: attendees.length,
    peakConcurrentAttendees: peakOf(everyone),
    averageDurationMinutes: attendees.length === 0 ? 0 : round(total / attendees.length),
    attendees,
  };
};
