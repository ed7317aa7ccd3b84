import {
  admissionFor,
  textLimits,
  VirtualEventError,
  type EventSnapshot,
  type MediaGrant,
  type Role,
} from '../../../src/core/index.js';
import { cleanText } from '../events/clean-text.js';
import { snapshotOf } from '../events/events.js';
import { requireScope, type Caller } from '../identity/credentials.js';
import { sha256, type Tickets } from '../identity/tickets.js';
import { mediaTokenSeconds } from '../livekit/media-token.js';
import {
  findAdmissionByTicket,
  findAdmissionRequest,
  insertAdmission,
  seatHolders,
  updateAdmission,
  type AdmissionRecord,
} from '../store/admissions-store.js';
import type { Database } from '../store/database.js';
import { planJob } from '../store/jobs-store.js';
import { closeStays, openStays } from '../store/stays-store.js';
import type { ConferenceContext } from './conference-context.js';
import { requireEvent, type Conferences } from './conferences.js';

/** How long a seat is held for someone who was given a ticket or a media token and is not inside yet. */
export const seatLease = 120_000;

/** A page that departs also disconnects by itself; only who has not done so by then is put out. */
const removalDelay = 10_000;

export interface AdmissionWish {
  displayName: string | undefined;
  idempotencyKey: string;
}

/** What a ticket is turned into. */
export interface ClaimedGrant extends MediaGrant {
  event: EventSnapshot;
  displayName: string;
  role: Role;
}

export interface AdmissionsOptions {
  context: ConferenceContext;
  conferences: Conferences;
  tickets: Tickets;
  /** Where browsers reach the media server. */
  mediaUrl: string;
  mintToken: (subject: { roomId: string; identity: string; name: string }) => Promise<string>;
}

/** Why the person may not hold a seat now; who holds one keeps it, whatever the limit has become. */
export const seatRefusal = async (
  database: Database,
  { event_id, pubkey, role }: Pick<AdmissionRecord, 'event_id' | 'pubkey' | 'role'>,
  now: number,
) => {
  const { event, room } = await requireEvent(database, event_id);
  const holders = await seatHolders(database, event_id, now);
  const answer = admissionFor(event, room, now, { role, seatsTaken: holders.size, holdsSeat: holders.has(pubkey) });
  return answer.reason ?? null;
};

const displayNameOf = ({ name, pubkey }: Caller, wished: string | undefined): string => {
  if (wished !== undefined) {
    const displayName = cleanText(wished);
    if (displayName !== '' && displayName.length <= textLimits.displayName) return displayName;
    throw new VirtualEventError('invalid-input', {
      findings: [
        displayName === ''
          ? { code: 'required', severity: 'error', field: 'displayName' }
          : { code: 'too-long', severity: 'error', field: 'displayName', params: { max: textLimits.displayName } },
      ],
    });
  }
  return (cleanText(name ?? '') || cleanText(pubkey)).slice(0, textLimits.displayName).toWellFormed();
};

/** The way in: seats, tickets, and what tickets are turned into. */
export class Admissions {
  constructor(private readonly options: AdmissionsOptions) {}

  /** Admits the caller, or rejects with the reason why not; returns the ticket. */
  async admit(caller: Caller, eventId: string, wish: AdmissionWish): Promise<string> {
    const { context, tickets } = this.options;
    const { pubkey, role } = caller;
    const { idempotencyKey } = wish;
    const displayName = displayNameOf(caller, wish.displayName);
    const requestHash = sha256(JSON.stringify([wish.displayName ?? null]));
    return context.database.transaction().execute(async (transaction) => {
      await requireEvent(transaction, eventId);
      requireScope(caller, eventId);
      const now = context.clock.now();
      const before = await findAdmissionRequest(transaction, eventId, pubkey, idempotencyKey);
      if (before && before.request_hash !== requestHash) {
        throw new VirtualEventError('conflict', { detail: 'The idempotency key was used for another request.' });
      }
      // Asked again after the departure: the same answer, but no seat.
      if (before?.departed_at) return tickets.issue(before.id, idempotencyKey);
      const reason = await seatRefusal(transaction, { event_id: eventId, pubkey, role }, now);
      if (reason) throw new VirtualEventError(reason);
      const id = before?.id ?? crypto.randomUUID();
      const ticket = tickets.issue(id, idempotencyKey);
      const seat = { seat_until: now + seatLease, ticket_hash: sha256(ticket) };
      if (before) {
        await updateAdmission(transaction, id, seat);
      } else {
        await insertAdmission(transaction, {
          id,
          event_id: eventId,
          pubkey,
          role,
          display_name: displayName,
          idempotency_key: idempotencyKey,
          request_hash: requestHash,
          departed_at: null,
          created_at: now,
          ...seat,
        });
      }
      return ticket;
    });
  }

  /** Turns a ticket into a way into the media room, and holds the seat for the time it takes to connect. */
  async claim(ticket: string | undefined): Promise<ClaimedGrant> {
    const { context, conferences, mediaUrl, mintToken } = this.options;
    const { database, clock } = context;
    const admission = await database.transaction().execute(async (transaction) => {
      const found = await this.#requireTicket(transaction, ticket);
      const now = clock.now();
      const reason = await seatRefusal(transaction, found, now);
      if (reason) throw new VirtualEventError(reason);
      await updateAdmission(transaction, found.id, { seat_until: now + seatLease });
      return found;
    });
    const roomId = await conferences.open(admission.event_id);
    const expiresAt = clock.now() + mediaTokenSeconds * 1000;
    return {
      url: mediaUrl,
      token: await mintToken({ roomId, identity: admission.id, name: admission.display_name }),
      expiresAt,
      event: snapshotOf(await requireEvent(database, admission.event_id), clock.now()),
      displayName: admission.display_name,
      role: admission.role,
    };
  }

  /** Ends the stay and gives the seat back. */
  async depart(ticket: string | undefined): Promise<void> {
    const { database, clock, changes, wakeJobs } = this.options.context;
    const eventId = await database.transaction().execute(async (transaction) => {
      const { id, event_id } = await this.#requireTicket(transaction, ticket);
      const now = clock.now();
      await updateAdmission(transaction, id, { departed_at: now });
      const inside = (await openStays(transaction, event_id)).filter((stay) => stay.admission_id === id);
      await closeStays(
        transaction,
        inside.map((stay) => stay.id),
        now,
      );
      const removal = { kind: 'remove-participant', eventId: event_id, subject: id } as const;
      await planJob(transaction, removal, now + removalDelay);
      return event_id;
    });
    wakeJobs();
    changes.publish(eventId);
  }

  async #requireTicket(database: Database, ticket: string | undefined): Promise<AdmissionRecord> {
    const admission = ticket ? await findAdmissionByTicket(database, sha256(ticket)) : undefined;
    if (admission?.departed_at !== null) {
      throw new VirtualEventError('ticket-invalid', { detail: 'There is no such ticket, or it was given back.' });
    }
    return admission;
  }
}
