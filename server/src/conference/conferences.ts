import { closedReason, VirtualEventError, type EventConferenceRoom } from '../../../src/core/index.js';
import { clearRoom, reconcileEvery } from '../jobs/schedule.js';
import type { Database } from '../store/database.js';
import { findEvent, type EventRecord } from '../store/events-store.js';
import { dropJobs, planJob } from '../store/jobs-store.js';
import { ensureRoom, updateRoom } from '../store/rooms-store.js';
import type { ConferenceContext } from './conference-context.js';

/** The event, or `not-found`. */
export const requireEvent = async (database: Database, eventId: string): Promise<EventRecord> => {
  const record = await findEvent(database, eventId);
  if (!record) throw new VirtualEventError('not-found', { detail: 'There is no such event.' });
  return record;
};

const requireStanding = ({ event, room }: EventRecord, now: number): void => {
  const reason = closedReason(event, room, now);
  if (reason) throw new VirtualEventError(reason);
};

/** Ends a conference within a transaction: nobody is inside, and nobody comes in again. */
export const endWithin = async (database: Database, eventId: string, now: number): Promise<void> => {
  await ensureRoom(database, eventId, crypto.randomUUID(), now);
  await updateRoom(database, eventId, { state: 'ended', ended_at: now });
  await clearRoom(database, eventId, now);
};

/** Opens, starts and ends the rooms of events. */
export class Conferences {
  constructor(private readonly context: ConferenceContext) {}

  /**
   * Sees to it that the event's room is there, in the store and at the media server; returns its id. With `begin` the
   * event also counts as started. Rejects where the event is over or called off, and with `media-server-down`.
   */
  async open(eventId: string, { begin = false } = {}): Promise<string> {
    const { database, clock, rooms, changes } = this.context;
    const { room_id: roomId } = await database.transaction().execute(async (transaction) => {
      requireStanding(await requireEvent(transaction, eventId), clock.now());
      return ensureRoom(transaction, eventId, crypto.randomUUID(), clock.now());
    });
    await rooms.ensure(roomId);
    const outcome = await database.transaction().execute(async (transaction) => {
      const now = clock.now();
      const record = await requireEvent(transaction, eventId);
      const { event, room } = record;
      if (closedReason(event, room, now)) {
        // It ended while the media server made the room: that one must go again.
        await planJob(transaction, { kind: 'close-room', eventId }, now);
        return { over: record };
      }
      const starts = begin && room.startedAt === undefined;
      if (room.state === 'idle' || starts) {
        await updateRoom(transaction, eventId, { state: 'open', ...(starts && { started_at: now }) });
      }
      if (room.state === 'idle') {
        await dropJobs(transaction, eventId, ['open-room']);
        await planJob(transaction, { kind: 'reconcile', eventId }, now + reconcileEvery);
      }
      return { changed: room.state === 'idle' || starts };
    });
    if (outcome.over) {
      this.context.wakeJobs();
      requireStanding(outcome.over, clock.now());
    }
    if (outcome.changed) {
      this.context.wakeJobs();
      changes.publish(eventId);
    }
    return roomId;
  }

  /** Starts the conference now. Starting again gives the same room. */
  async start(eventId: string, joinUrl: string): Promise<EventConferenceRoom> {
    const { database } = this.context;
    const conferenceRoomId = await this.open(eventId, { begin: true });
    const { room, conferenceRoom } = await requireEvent(database, eventId);
    return {
      conferenceRoomId,
      joinUrl,
      isActive: room.state === 'open',
      participantCount: room.participantCount,
      createdAt: conferenceRoom!.createdAt,
    };
  }

  /** Ends the conference for all. */
  async end(eventId: string): Promise<void> {
    const { database, clock, changes } = this.context;
    const ended = await database.transaction().execute(async (transaction) => {
      const { room } = await requireEvent(transaction, eventId);
      if (room.state === 'ended') return false;
      await endWithin(transaction, eventId, clock.now());
      return true;
    });
    if (!ended) return;
    this.context.wakeJobs();
    changes.publish(eventId);
  }
}
