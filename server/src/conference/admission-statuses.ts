import type { AdmissionStatus } from '../../../src/core/index.js';
import type { AdmissionRecord } from '../store/admissions-store.js';
import { lastDecision } from '../store/decisions-store.js';
import { findTicket } from './admissions.js';
import type { ConferenceContext } from './conference-context.js';
import { requireEvent } from './conferences.js';
import { standingOf } from './standing.js';
import type { WaitingLeases } from './waiting-leases.js';

/** What people are told of their own standing on the way in. */
export class AdmissionStatuses {
  constructor(private readonly options: { context: ConferenceContext; leases: WaitingLeases }) {}

  /** The admission that a ticket proves, also when it was given back; rejects with `ticket-invalid`. */
  find(ticket: string | undefined): Promise<AdmissionRecord> {
    return findTicket(this.options.context.database, ticket);
  }

  /** Keeps the place of someone who waits; returns the way to stop. */
  async hold({ id, event_id: eventId, pubkey, state, waiting_until: until }: AdmissionRecord): Promise<() => void> {
    const { context, leases } = this.options;
    if (state !== 'waiting') return () => {};
    const release = await leases.hold(id);
    // They had gone from the hosts' list, and are back.
    if (until <= context.clock.now()) context.doorbell.ring(eventId, [pubkey]);
    return release;
  }

  async read(ticket: string | undefined): Promise<AdmissionStatus> {
    const { database, clock } = this.options.context;
    const admission = await this.find(ticket);
    const { event_id: eventId, pubkey } = admission;
    const now = clock.now();
    const answer = admission.state === 'left' ? undefined : await standingOf(database, admission, now);
    const decided = await lastDecision(database, eventId, pubkey);
    const message =
      answer?.state === 'waiting'
        ? (await requireEvent(database, eventId)).waitingMessage
        : decided?.sentence && { text: decided.sentence, from: decided.by_name };
    return {
      state: answer?.state ?? 'left',
      ...(answer?.reason && { reason: answer.reason }),
      ...(message && { message }),
      since: decided?.at ?? admission.created_at,
      displayName: admission.display_name,
      serverNow: now,
    };
  }
}
