import type { MediaParticipant } from '../livekit/media-rooms.js';
import { findAdmission } from '../store/admissions-store.js';
import type { Database } from '../store/database.js';
import { findEvent } from '../store/events-store.js';
import { findRoom } from '../store/rooms-store.js';
import { closeUnseen, openStays } from '../store/stays-store.js';
import type { ConferenceRoomsTable } from '../store/tables.js';
import type { ConferenceContext } from './conference-context.js';
import { receive } from './media-news-desk.js';

/** Notes who is inside though no webhook said so, and confirms those of whom one did. */
const noteInside = async (
  database: Database,
  room: ConferenceRoomsTable,
  inside: readonly MediaParticipant[],
  now: number,
): Promise<void> => {
  for (const { identity, sid, joinedAt } of inside) {
    const admission = await findAdmission(database, identity);
    if (admission?.event_id !== room.event_id) continue;
    const { event_id: eventId, pubkey, id: admissionId } = admission;
    const session = { eventId, pubkey, admissionId, roomSid: null, participantSid: sid };
    await receive(database, room, admission, session, { joinedAt, now });
  }
};

/** Closes the stays of those who are gone, though no webhook said so, when they were last seen. */
const noteGone = async (
  database: Database,
  eventId: string,
  inside: readonly MediaParticipant[],
  asked: number,
): Promise<void> => {
  const sids = new Set(inside.map(({ sid }) => sid));
  for (const { id, participant_sid: sid, seen_at: seenAt } of await openStays(database, eventId)) {
    // Who came while the answer was on its way is not in it.
    const cameBefore = seenAt !== null && seenAt < asked;
    if (cameBefore && !sids.has(sid ?? '')) await closeUnseen(database, id, seenAt);
  }
};

/**
 * Compares who is inside by our account with whom the media server sees, and mends ours: webhooks get lost when either
 * side goes down.
 */
export const reconcile = async (context: ConferenceContext, eventId: string): Promise<void> => {
  const { database, clock, rooms, changes } = context;
  const before = await findEvent(database, eventId);
  if (!before?.conferenceRoom) return;
  const asked = clock.now();
  const inside = await rooms.participants(before.conferenceRoom.id);
  await database.transaction().execute(async (transaction) => {
    const room = await findRoom(transaction, before.conferenceRoom!.id);
    await noteInside(transaction, room!, inside, asked);
    await noteGone(transaction, eventId, inside, asked);
  });
  const after = await findEvent(database, eventId);
  if (after?.room.participantCount !== before.room.participantCount) changes.publish(eventId);
};
