import { findAdmission, updateAdmission, type AdmissionRecord } from '../store/admissions-store.js';
import type { Database } from '../store/database.js';
import { planJob } from '../store/jobs-store.js';
import { findRoom } from '../store/rooms-store.js';
import {
  closeStays,
  findStay,
  noteJoined,
  noteLeft,
  openStays,
  rememberWebhook,
  type MediaSession,
} from '../store/stays-store.js';
import type { ConferenceRoomsTable } from '../store/tables.js';
import type { MediaNews } from '../livekit/livekit-webhooks.js';
import { seatLease } from './admissions.js';
import type { ConferenceContext } from './conference-context.js';
import { standingOf } from './standing.js';

/** How long a seat is held for someone who was inside: time enough to connect anew. */
export const graceAfterLeaving = 60_000;

/**
 * Notes that someone is inside. The seat is theirs for as long as they stay; who has none any more, or comes into a
 * room that is closed, is put out.
 */
export const receive = async (
  database: Database,
  room: ConferenceRoomsTable,
  admission: AdmissionRecord,
  session: MediaSession,
  { joinedAt, now }: { joinedAt: number; now: number },
): Promise<void> => {
  const { event_id: eventId, id } = admission;
  const known = await findStay(database, session.participantSid);
  const mayStay = admission.state === 'admitted' && (await standingOf(database, admission, now)).state === 'admitted';
  const stay = await noteJoined(database, session, joinedAt, now);
  if (known || stay.left_at !== null) return;
  if (room.state !== 'open') {
    await closeStays(database, [stay.id], now);
    await planJob(database, { kind: 'close-room', eventId }, now);
  } else if (!mayStay) {
    await closeStays(database, [stay.id], now);
    await planJob(database, { kind: 'remove-participant', eventId, subject: id }, now);
  } else if (admission.seat_until <= joinedAt + seatLease) {
    // The lease was for the way in. A later one is for a connection that is still to come.
    await updateAdmission(database, id, { seat_until: joinedAt });
  }
};

const release = async (database: Database, admission: AdmissionRecord, leftAt: number): Promise<void> => {
  const seatUntil = Math.max(admission.seat_until, leftAt + graceAfterLeaving);
  await updateAdmission(database, admission.id, { seat_until: seatUntil });
};

const finish = async (database: Database, eventId: string, roomSid: string, at: number): Promise<void> => {
  const stays = (await openStays(database, eventId)).filter(
    ({ room_sid, joined_at }) => room_sid === roomSid || (room_sid === null && (joined_at ?? 0) <= at),
  );
  await closeStays(
    database,
    stays.map(({ id }) => id),
    at,
  );
};

/** The media server tells whole seconds: the moment within it that is nearest to now. */
const momentOf = (second: number, now: number): number => Math.min(Math.max(second, now), second + 999);

/** Takes in what the media server tells, however often and in whatever order it does. */
export class MediaNewsDesk {
  constructor(private readonly context: ConferenceContext) {}

  async take(news: MediaNews): Promise<void> {
    const { database, clock, changes, wakeJobs } = this.context;
    const eventId = await database.transaction().execute(async (transaction) => {
      if (!(await rememberWebhook(transaction, news.id, clock.now()))) return undefined;
      const room = await findRoom(transaction, news.roomId);
      if (!room) return undefined;
      await this.#note(transaction, room, news);
      return room.event_id;
    });
    if (eventId === undefined) return;
    wakeJobs();
    changes.publish(eventId);
  }

  async #note(database: Database, room: ConferenceRoomsTable, news: MediaNews): Promise<void> {
    const { kind, participant, roomSid } = news;
    const now = this.context.clock.now();
    const at = momentOf(news.at, now);
    if (!participant) return finish(database, room.event_id, roomSid, at);
    const admission = await findAdmission(database, participant.identity);
    if (admission?.event_id !== room.event_id) return;
    const session: MediaSession = {
      eventId: admission.event_id,
      pubkey: admission.pubkey,
      admissionId: admission.id,
      roomSid,
      participantSid: participant.sid,
    };
    const joinedAt = participant.joinedAt ?? at;
    if (kind === 'joined') return receive(database, room, admission, session, { joinedAt, now });
    // Who never got through was not there, whenever they began to try.
    const stay = await noteLeft(database, session, kind === 'aborted' ? null : joinedAt, at);
    if (stay.joined_at !== null) await release(database, admission, at);
  }
}
