import {
  afterMove,
  closedReason,
  isHost,
  mayMove,
  placesLeft,
  textLimits,
  VirtualEventError,
  type AdmissionEntry,
  type AdmissionList,
  type AdmitOutcome,
  type HostDecision,
} from '../../../src/core/index.js';
import { cleanText } from '../events/clean-text.js';
import { requireRole, requireScope, type Caller } from '../identity/credentials.js';
import {
  findAdmission,
  listAdmissions,
  seatHolders,
  updateAdmission,
  type AdmissionRecord,
} from '../store/admissions-store.js';
import type { Database } from '../store/database.js';
import { insertDecision, lastDecision, lastDecisions, type DecisionRecord } from '../store/decisions-store.js';
import { setWaitingMessage } from '../store/events-store.js';
import { planJob } from '../store/jobs-store.js';
import { closeStays, openStays } from '../store/stays-store.js';
import { findTicket, seatLease } from './admissions.js';
import type { ConferenceContext } from './conference-context.js';
import { requireEvent } from './conferences.js';
import { waitingLease } from './waiting-leases.js';

/** A host at work. */
export interface Host {
  pubkey: string;
  name: string;
  role: Caller['role'];
}

/** Longest list that hosts are given. */
const listedAtMost = 1000;

const order: Readonly<Record<AdmissionEntry['state'], number>> = { waiting: 0, admitted: 1, denied: 2, removed: 2 };

const saidOf = (text: string | undefined): string | null => {
  const said = cleanText(text ?? '');
  if (said.length <= textLimits.hostMessage) return said || null;
  throw new VirtualEventError('invalid-input', {
    status: 422,
    findings: [{ code: 'too-long', severity: 'error', field: 'sentence', params: { max: textLimits.hostMessage } }],
  });
};

/** How someone is listed, if they are: by their own admissions, the oldest first, and what was decided about them. */
const entryOf = (
  own: readonly AdmissionRecord[],
  decided: DecisionRecord | undefined,
  holders: ReadonlySet<string>,
  now: number,
): AdmissionEntry | undefined => {
  const entry = (admission: AdmissionRecord, state: AdmissionEntry['state']): AdmissionEntry => ({
    id: admission.id,
    pubkey: admission.pubkey,
    displayName: admission.display_name,
    role: admission.role,
    isGuest: admission.is_guest === 1,
    state,
    since: decided?.at ?? admission.created_at,
  });
  if (decided?.decision === 'deny') return entry(own.at(-1)!, 'denied');
  if (decided?.decision === 'remove') return entry(own.at(-1)!, 'removed');
  const admitted = own.findLast(({ state }) => state === 'admitted');
  if (admitted && holders.has(admitted.pubkey)) return entry(admitted, 'admitted');
  const waiting = own.find(({ state, waiting_until: until }) => state === 'waiting' && until > now);
  return waiting && entry(waiting, 'waiting');
};

/** What hosts see of the way in and decide about it. Each decision is kept: who, when, by whom. */
export class HostDesk {
  constructor(private readonly context: ConferenceContext) {}

  /** The host whose credential it is, or who came in with the ticket. */
  async authorize(eventId: string, given: { caller?: Caller; ticket?: string | undefined }): Promise<Host> {
    const { caller, ticket } = given;
    if (caller) {
      requireRole(caller, 'organizer', 'host');
      requireScope(caller, eventId);
      const { pubkey, role } = caller;
      return { pubkey, name: cleanText(caller.name ?? '') || pubkey, role };
    }
    const admission = await findTicket(this.context.database, ticket);
    const { pubkey, role, display_name: name, event_id, state } = admission;
    if (event_id === eventId && state === 'admitted' && isHost(role)) return { pubkey, name, role };
    throw new VirtualEventError('forbidden', { detail: 'This is for hosts of the event.' });
  }

  async list(eventId: string): Promise<AdmissionList> {
    const { database, clock } = this.context;
    const now = clock.now();
    const { event, waitingMessage } = await requireEvent(database, eventId);
    const holders = await seatHolders(database, eventId, now);
    const decisions = await lastDecisions(database, eventId);
    const people = Map.groupBy(await listAdmissions(database, eventId), ({ pubkey }) => pubkey);
    const entries: AdmissionEntry[] = [];
    for (const [pubkey, own] of people) {
      const entry = entryOf(own, decisions.get(pubkey), holders, now);
      if (entry) entries.push(entry);
    }
    entries.sort((a, b) => order[a.state] - order[b.state] || a.since - b.since);
    const places = placesLeft(event, holders.size);
    return {
      admissions: entries.slice(0, listedAtMost),
      ...(places !== Infinity && { placesLeft: places }),
      ...(waitingMessage && { waitingMessage }),
      serverNow: now,
    };
  }

  /** Lets people in, as far as there are places; the others wait on. */
  async admit(host: Host, eventId: string, ids: readonly string[] | 'all'): Promise<AdmitOutcome> {
    const { database, clock, doorbell } = this.context;
    const wanted = ids === 'all' ? undefined : new Set(ids);
    const admittedPeople: string[] = [];
    const outcome = await database.transaction().execute(async (transaction) => {
      const now = clock.now();
      const { event, room } = await requireEvent(transaction, eventId);
      const shut = closedReason(event, room, now);
      if (shut) throw new VirtualEventError(shut);
      const holders = await seatHolders(transaction, eventId, now);
      const all = await listAdmissions(transaction, eventId);
      const waiting = all.filter(
        ({ state, id, waiting_until: until }) => state === 'waiting' && (wanted ? wanted.has(id) : until > now),
      );
      const told = { admitted: [] as string[], full: [] as string[] };
      for (const [pubkey, [first]] of Map.groupBy(waiting, (admission) => admission.pubkey)) {
        if (!holders.has(pubkey) && placesLeft(event, holders.size) === 0) {
          told.full.push(first!.id);
          continue;
        }
        holders.add(pubkey);
        const own = all.filter((admission) => admission.pubkey === pubkey);
        await this.#decide(transaction, host, 'admit', own, { now });
        told.admitted.push(first!.id);
        admittedPeople.push(pubkey);
      }
      return told;
    });
    if (admittedPeople.length > 0) doorbell.ring(eventId, admittedPeople);
    return outcome;
  }

  async deny(host: Host, eventId: string, admissionId: string, sentence: string | undefined): Promise<void> {
    const { database, clock, doorbell } = this.context;
    const said = saidOf(sentence);
    const pubkey = await database.transaction().execute(async (transaction) => {
      const admission = await findAdmission(transaction, admissionId);
      if (admission?.event_id !== eventId) throw new VirtualEventError('not-found', { detail: 'Nobody asked so.' });
      if (afterMove(admission.state, 'deny') === null) {
        throw new VirtualEventError('conflict', { detail: 'They do not wait any more.' });
      }
      const own = await listAdmissions(transaction, eventId, admission.pubkey);
      await this.#decide(transaction, host, 'deny', own, { now: clock.now(), said });
      return admission.pubkey;
    });
    doorbell.ring(eventId, [pubkey]);
  }

  /** Puts someone out, on all their devices, and keeps them out. */
  async remove(host: Host, eventId: string, pubkey: string, sentence: string | undefined): Promise<void> {
    const { database, clock, changes, doorbell, wakeJobs } = this.context;
    const said = saidOf(sentence);
    await database.transaction().execute(async (transaction) => {
      const now = clock.now();
      const own = await this.#require(transaction, eventId, pubkey);
      await this.#decide(transaction, host, 'remove', own, { now, said });
      const ids = new Set(own.map(({ id }) => id));
      const inside = (await openStays(transaction, eventId)).filter((stay) => ids.has(stay.admission_id ?? ''));
      await closeStays(
        transaction,
        inside.map(({ id }) => id),
        now,
      );
      for (const { id, state } of own) {
        if (state !== 'admitted') continue;
        await planJob(transaction, { kind: 'remove-participant', eventId, subject: id }, now);
      }
    });
    wakeJobs();
    changes.publish(eventId);
    doorbell.ring(eventId, [pubkey]);
  }

  /** Takes back a denial or a removal. */
  async readmit(host: Host, eventId: string, pubkey: string): Promise<void> {
    const { database, clock, doorbell } = this.context;
    await database.transaction().execute(async (transaction) => {
      const own = await this.#require(transaction, eventId, pubkey);
      const decided = await lastDecision(transaction, eventId, pubkey);
      if (decided?.decision !== 'deny' && decided?.decision !== 'remove') return;
      const now = clock.now();
      const { event } = await requireEvent(transaction, eventId);
      await this.#decide(transaction, host, 'readmit', own, { now });
      if (placesLeft(event, (await seatHolders(transaction, eventId, now)).size) === 0) return;
      for (const { id, state } of await listAdmissions(transaction, eventId, pubkey)) {
        if (state === 'waiting')
          await updateAdmission(transaction, id, { state: 'admitted', seat_until: now + seatLease });
      }
    });
    doorbell.ring(eventId, [pubkey]);
  }

  /** Sets what is said to all who wait. */
  async sayToThoseWaiting(host: Host, eventId: string, text: string | null): Promise<void> {
    const { database, doorbell } = this.context;
    const said = saidOf(text ?? undefined);
    await database.transaction().execute(async (transaction) => {
      await requireEvent(transaction, eventId);
      await setWaitingMessage(transaction, eventId, said === null ? null : { text: said, from: host.name });
    });
    doorbell.ring(eventId, null);
  }

  async #require(database: Database, eventId: string, pubkey: string): Promise<AdmissionRecord[]> {
    await requireEvent(database, eventId);
    const own = await listAdmissions(database, eventId, pubkey);
    if (own.length === 0) throw new VirtualEventError('not-found', { detail: 'They never asked to come in.' });
    return own;
  }

  async #decide(
    database: Database,
    host: Host,
    decision: HostDecision,
    own: readonly AdmissionRecord[],
    { now, said = null }: { now: number; said?: string | null },
  ): Promise<void> {
    const [first] = own;
    if (own.some(({ role }) => !mayMove(host.role, decision, role))) {
      throw new VirtualEventError('forbidden', { detail: 'Hosts decide about attendees.' });
    }
    await insertDecision(database, {
      event_id: first!.event_id,
      pubkey: first!.pubkey,
      decision,
      sentence: said,
      by_pubkey: host.pubkey,
      by_name: host.name,
      at: now,
    });
    for (const { id, state } of own) {
      const next = afterMove(state, decision);
      if (next === null || next === state) continue;
      await updateAdmission(database, id, {
        state: next,
        seat_until: next === 'admitted' ? now + seatLease : 0,
        waiting_until: next === 'waiting' ? now + waitingLease : 0,
      });
    }
  }
}
