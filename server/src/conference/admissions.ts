import {
  afterMove,
  textLimits,
  VirtualEventError,
  type AdmissionState,
  type ConsentGiven,
  type EventSnapshot,
  type MediaGrant,
  type Role,
} from '../../../src/core/index.js';
import { cleanText } from '../events/clean-text.js';
import { snapshotOf } from '../events/events.js';
import { requireScope, type Caller } from '../identity/credentials.js';
import type { GuestPubkey } from '../identity/guests.js';
import { sha256, type Tickets } from '../identity/tickets.js';
import { mediaTokenSeconds } from '../livekit/media-token.js';
import {
  findAdmissionByTicket,
  findAdmissionRequest,
  insertAdmission,
  updateAdmission,
  type AdmissionRecord,
} from '../store/admissions-store.js';
import { insertConsent } from '../store/consents-store.js';
import type { Database } from '../store/database.js';
import { planJob } from '../store/jobs-store.js';
import { closeStays, openStays } from '../store/stays-store.js';
import type { ConferenceContext } from './conference-context.js';
import { requireEvent, type Conferences } from './conferences.js';
import { standingOf } from './standing.js';
import { waitingLease } from './waiting-leases.js';

/** How long a seat is held for someone who was given a ticket or a media token and is not inside yet. */
export const seatLease = 120_000;

/** A page that departs also disconnects by itself; only who has not done so by then is put out. */
const removalDelay = 10_000;

export interface AdmissionWish {
  displayName?: string | undefined;
  idempotencyKey: string;
  consent?: ConsentGiven | undefined;
  /** By what a guest is known again. */
  guestKey?: string | undefined;
}

/** A ticket, and what it is worth for now. */
export interface IssuedTicket {
  state: Extract<AdmissionState, 'waiting' | 'admitted'>;
  ticket: string;
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
  guestPubkey: GuestPubkey;
  /** Where browsers reach the media server. */
  mediaUrl: string;
  mintToken: (subject: { roomId: string; identity: string; name: string }) => Promise<string>;
}

/** The admission that a ticket proves; it may have been given back. */
export const findTicket = async (database: Database, ticket: string | undefined): Promise<AdmissionRecord> => {
  const admission = ticket ? await findAdmissionByTicket(database, sha256(ticket)) : undefined;
  if (!admission) throw new VirtualEventError('ticket-invalid', { detail: 'There is no such ticket.' });
  return admission;
};

const requireTicket = async (database: Database, ticket: string | undefined): Promise<AdmissionRecord> => {
  const admission = await findTicket(database, ticket);
  if (admission.state !== 'left') return admission;
  throw new VirtualEventError('ticket-invalid', { detail: 'The ticket was given back.' });
};

const displayNameOf = (caller: Pick<Caller, 'name' | 'pubkey'> | null, wished: string | undefined): string => {
  if (wished === undefined && caller) {
    return (cleanText(caller.name ?? '') || cleanText(caller.pubkey)).slice(0, textLimits.displayName).toWellFormed();
  }
  const displayName = cleanText(wished ?? '');
  if (displayName !== '' && displayName.length <= textLimits.displayName) return displayName;
  throw new VirtualEventError('invalid-input', {
    findings: [
      displayName === ''
        ? { code: 'required', severity: 'error', field: 'displayName' }
        : { code: 'too-long', severity: 'error', field: 'displayName', params: { max: textLimits.displayName } },
    ],
  });
};

/** What makes a request with the same key another one. */
const requestHashOf = ({ displayName, consent }: AdmissionWish): string =>
  sha256(
    JSON.stringify(
      consent ? [displayName ?? null, consent.textVersion, consent.textHash, consent.locale] : [displayName ?? null],
    ),
  );

/** The way in: seats, tickets, and what tickets are turned into. */
export class Admissions {
  constructor(private readonly options: AdmissionsOptions) {}

  /** Admits the caller or has them wait, or rejects with the reason why not. Without a caller a guest asks. */
  async ask(caller: Caller | null, eventId: string, wish: AdmissionWish): Promise<IssuedTicket> {
    const { context, tickets, guestPubkey } = this.options;
    const { idempotencyKey, consent } = wish;
    const pubkey = caller?.pubkey ?? guestPubkey(eventId, wish.guestKey ?? idempotencyKey);
    const subject = {
      event_id: eventId,
      pubkey,
      role: caller?.role ?? 'attendee',
      is_guest: caller ? 0 : 1,
    } as const;
    const requestHash = requestHashOf(wish);
    const issued = await context.database.transaction().execute(async (transaction): Promise<IssuedTicket> => {
      await requireEvent(transaction, eventId);
      if (caller) requireScope(caller, eventId);
      const now = context.clock.now();
      const before = await findAdmissionRequest(transaction, eventId, pubkey, idempotencyKey);
      if (before && before.request_hash !== requestHash) {
        throw new VirtualEventError('conflict', { detail: 'The idempotency key was used for another request.' });
      }
      // Asked again after the departure: the same answer, but no seat.
      if (before?.departed_at) return { state: 'admitted', ticket: tickets.issue(before.id, idempotencyKey) };
      const { state, reason } = await standingOf(
        transaction,
        { ...subject, ...(before && { state: before.state }) },
        now,
        consent,
      );
      if (reason) throw new VirtualEventError(reason);
      const displayName = displayNameOf(caller, wish.displayName);
      const id = before?.id ?? crypto.randomUUID();
      const ticket = tickets.issue(id, idempotencyKey);
      const place = {
        state,
        seat_until: state === 'admitted' ? now + seatLease : 0,
        waiting_until: state === 'waiting' ? now + waitingLease : 0,
        ticket_hash: sha256(ticket),
      };
      if (before) {
        await updateAdmission(transaction, id, place);
      } else {
        await insertAdmission(transaction, {
          id,
          ...subject,
          display_name: displayName,
          idempotency_key: idempotencyKey,
          request_hash: requestHash,
          departed_at: null,
          created_at: now,
          ...place,
        });
        if (consent) {
          await insertConsent(transaction, {
            event_id: eventId,
            pubkey,
            is_guest: subject.is_guest,
            text_version: consent.textVersion,
            text_hash: consent.textHash,
            locale: consent.locale,
            how: 'admission',
            at: now,
          });
        }
      }
      return { state, ticket };
    });
    context.doorbell.ring(eventId, [pubkey]);
    return issued;
  }

  /** Turns a ticket into a way into the media room, and holds the seat for the time it takes to connect. */
  async claim(ticket: string | undefined): Promise<ClaimedGrant> {
    const { context, conferences, mediaUrl, mintToken } = this.options;
    const { database, clock, doorbell } = context;
    const admission = await database.transaction().execute(async (transaction) => {
      const found = await requireTicket(transaction, ticket);
      const now = clock.now();
      const { state, reason } = await standingOf(transaction, found, now);
      if (state !== 'admitted') throw new VirtualEventError(reason ?? 'waiting');
      await updateAdmission(transaction, found.id, { state, seat_until: now + seatLease });
      return found;
    });
    if (admission.state !== 'admitted') doorbell.ring(admission.event_id, [admission.pubkey]);
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
    const { database, clock, changes, doorbell, wakeJobs } = this.options.context;
    const { event_id: eventId, pubkey } = await database.transaction().execute(async (transaction) => {
      const found = await requireTicket(transaction, ticket);
      const { id, event_id } = found;
      const now = clock.now();
      const state = afterMove(found.state, 'leave') ?? 'left';
      await updateAdmission(transaction, id, { state, departed_at: now, seat_until: 0 });
      const inside = (await openStays(transaction, event_id)).filter((stay) => stay.admission_id === id);
      await closeStays(
        transaction,
        inside.map((stay) => stay.id),
        now,
      );
      const removal = { kind: 'remove-participant', eventId: event_id, subject: id } as const;
      await planJob(transaction, removal, now + removalDelay);
      return found;
    });
    wakeJobs();
    changes.publish(eventId);
    doorbell.ring(eventId, [pubkey]);
  }
}
