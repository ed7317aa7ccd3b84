import {
  phaseOf,
  summarizeAttendance,
  type Stay,
  type VirtualAttendance,
  type VirtualAttendanceStats,
} from '../../../src/core/index.js';
import type { EventRecord } from '../store/events-store.js';
import { closeStays, insertToldStay, listStays, openStays, type StayRecord } from '../store/stays-store.js';
import type { ConferenceContext } from './conference-context.js';
import { requireEvent } from './conferences.js';

const asAttendance = (stay: StayRecord, now: number): VirtualAttendance => {
  const joinedAt = stay.joined_at ?? now;
  return {
    id: stay.id,
    eventId: stay.event_id,
    pubkey: stay.pubkey,
    joinedAt,
    ...(stay.left_at !== null && { leftAt: stay.left_at }),
    durationSeconds: Math.round(Math.max(0, (stay.left_at ?? now) - joinedAt) / 1000),
  };
};

/** When the stay of someone who said that they came, and never that they left, is over at the latest. */
const lastCall = ({ event, room }: EventRecord, now: number): number =>
  Math.min(now, event.endsAt, room.endedAt ?? Infinity);

/** Who was there, and for how long. */
export class Attendance {
  constructor(private readonly context: ConferenceContext) {}

  /** Notes someone's word that they came or left; `null` where there is nothing to note. */
  async note(eventId: string, pubkey: string, action: 'join' | 'leave'): Promise<VirtualAttendance | null> {
    const { database, clock } = this.context;
    return database.transaction().execute(async (transaction) => {
      const { event, room } = await requireEvent(transaction, eventId);
      const now = clock.now();
      const told = await openStays(transaction, eventId, 'told');
      const open = told.find((stay) => stay.pubkey === pubkey);
      if (action === 'leave') {
        if (!open) return null;
        await closeStays(transaction, [open.id], now);
        return asAttendance({ ...open, left_at: now }, now);
      }
      const { standing } = phaseOf(event, room, now);
      if (standing !== 'live' && standing !== 'waiting-room') return null;
      return asAttendance(open ?? (await insertToldStay(transaction, { eventId, pubkey, joinedAt: now })), now);
    });
  }

  /** Sums up. Someone's own word counts only for people whom the media server never saw. */
  async stats(eventId: string): Promise<VirtualAttendanceStats> {
    const { database, clock } = this.context;
    const record = await requireEvent(database, eventId);
    const now = clock.now();
    const stays = await listStays(database, eventId);
    const seen = new Set(stays.filter(({ source }) => source === 'media').map(({ pubkey }) => pubkey));
    const counted = stays.filter(({ source, pubkey }) => source === 'media' || !seen.has(pubkey));
    return summarizeAttendance(
      counted.map(({ source, pubkey, joined_at, left_at }): Stay => {
        const leftAt = left_at ?? (source === 'told' ? lastCall(record, now) : undefined);
        return { pubkey, joinedAt: joined_at, ...(leftAt !== undefined && { leftAt }) };
      }),
      now,
    );
  }
}
