import { doorsOpenAt, hasVirtualRoom } from '../../../src/core/index.js';
import { seatHolders } from '../store/admissions-store.js';
import type { Database } from '../store/database.js';
import type { EventRecord } from '../store/events-store.js';
import { dropJobs, planJob } from '../store/jobs-store.js';
import { updateRoom } from '../store/rooms-store.js';
import { closeStays, openStays } from '../store/stays-store.js';

/** How often an open room is compared with what the media server sees. */
export const reconcileEvery = 30_000;

/**
 * Plans an event's life by its facts, within the transaction that changed them: what was planned before is void. Where
 * the event is called off, or moved to later before anyone came, its room is closed.
 */
export const planEvent = async (database: Database, record: EventRecord, now: number): Promise<void> => {
  const { event, room } = record;
  await dropJobs(database, event.id, ['open-room', 'end-event']);
  if (room.state === 'ended') return;
  const takesPlace = event.status === 'published' && hasVirtualRoom(event);
  const isOpen = room.state === 'open' && takesPlace && !(await isTooEarly(database, record, now));
  if (room.state === 'open' && !isOpen) {
    await updateRoom(database, event.id, { state: 'idle', started_at: null });
    await clearRoom(database, event.id, now);
  }
  if (!takesPlace) return;
  if (!isOpen) await planJob(database, { kind: 'open-room', eventId: event.id }, doorsOpenAt(event));
  await planJob(database, { kind: 'end-event', eventId: event.id }, event.endsAt);
};

/** Whether the room stands open for nobody, long before its time. */
const isTooEarly = async (database: Database, { event, room }: EventRecord, now: number): Promise<boolean> =>
  room.startedAt === undefined && now < doorsOpenAt(event) && (await seatHolders(database, event.id, now)).size === 0;

/** Notes that nobody is inside any more, and plans to close the room at the media server. */
export const clearRoom = async (database: Database, eventId: string, now: number): Promise<void> => {
  const inside = await openStays(database, eventId);
  await closeStays(
    database,
    inside.map(({ id }) => id),
    now,
  );
  await dropJobs(database, eventId, ['open-room', 'end-event', 'reconcile', 'remove-participant']);
  await planJob(database, { kind: 'close-room', eventId }, now);
};
