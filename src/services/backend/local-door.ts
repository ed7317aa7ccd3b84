import { admissionFor, closedReason, placesLeft, type AdmissionAnswer } from '../../core/admission.js';
import {
  afterMove,
  mayMove,
  verdictOf,
  type AdmissionEntry,
  type AdmissionList,
  type AdmissionStatus,
  type AdmitOutcome,
  type HostDecision,
  type HostMessage,
  type HostVerdict,
  type KeptAdmissionState,
} from '../../core/admission-state.js';
import type { VirtualAttendance } from '../../core/attendance.js';
import type { ConsentGiven } from '../../core/consent.js';
import { textLimits, type EventDetails, type RoomFacts } from '../../core/event-details.js';
import type { Reason } from '../../core/reason.js';
import type { Role } from '../../core/role.js';
import { VirtualEventError } from '../../core/virtual-event-error.js';
import type { AdmissionInput } from './backend-adapter.js';

/** Someone at the door. */
export interface LocalCaller {
  pubkey: string;
  name: string;
  role: Role;
  isGuest?: boolean;
}

export interface LocalAdmission {
  id: string;
  ticket: string;
  person: LocalCaller;
  displayName: string;
  state: KeptAdmissionState;
  askedAt: number;
  request: { key: string; body: string };
  stay?: VirtualAttendance;
}

interface Decided {
  verdict: HostVerdict;
  at: number;
  message?: HostMessage;
}

interface Facts {
  event: EventDetails;
  room: RoomFacts;
  now: number;
}

const fail = (reason: Reason, detail?: string): never => {
  throw new VirtualEventError(reason, { detail });
};

const messageOf = (text: string | undefined, from: string): { message?: HostMessage } => {
  const said = text?.trim() ?? '';
  if (said.length > textLimits.hostMessage) fail('invalid-input', 'The sentence is too long.');
  return said === '' ? {} : { message: { text: said, from } };
};

/** The door of one event in the page: who asked to come in, and what hosts decided. */
export class LocalDoor {
  readonly #facts: () => Facts;
  readonly #admissions: LocalAdmission[] = [];
  readonly #decided = new Map<string, Decided>();
  readonly #consents: { pubkey: string; consent: ConsentGiven }[] = [];
  #waitingMessage: HostMessage | undefined;

  constructor(facts: () => Facts) {
    this.#facts = facts;
  }

  find(ticket: string): LocalAdmission | undefined {
    return this.#admissions.find((admission) => admission.ticket === ticket);
  }

  ask(person: LocalCaller, displayName: string, input: AdmissionInput): LocalAdmission {
    const { idempotencyKey: key, displayName: wished, consent } = input;
    const body = JSON.stringify([wished ?? null, consent ?? null]);
    const before = this.#admissions.find((each) => each.request.key === key && each.person.pubkey === person.pubkey);
    if (before && before.request.body !== body) fail('conflict', 'The idempotency key was used for another request.');
    if (before?.state === 'left') return before;
    const answer = this.#answer(person, consent);
    if (answer.reason) fail(answer.reason);
    if (consent) this.#consents.push({ pubkey: person.pubkey, consent });
    if (before) {
      if (answer.state === 'admitted') before.state = 'admitted';
      return before;
    }
    const admission: LocalAdmission = {
      id: crypto.randomUUID(),
      ticket: crypto.randomUUID(),
      person,
      displayName,
      state: answer.state as KeptAdmissionState,
      askedAt: this.#facts().now,
      request: { key, body },
    };
    this.#admissions.push(admission);
    return admission;
  }

  /** Lets the holder of a ticket through, or throws why not. */
  enter(admission: LocalAdmission): void {
    if (admission.state === 'left') fail('ticket-invalid');
    const answer = this.#answer(admission.person);
    if (answer.state !== 'admitted') fail(answer.reason ?? 'waiting');
    admission.state = 'admitted';
  }

  leave(admission: LocalAdmission): void {
    admission.state = 'left';
  }

  statusOf({ person, displayName, state, askedAt }: LocalAdmission): AdmissionStatus {
    const serverNow = this.#facts().now;
    const decided = this.#decided.get(person.pubkey);
    const answer = state === 'left' ? undefined : this.#answer(person);
    const message = answer?.state === 'waiting' ? this.#waitingMessage : decided?.message;
    return {
      state: answer?.state ?? 'left',
      ...(answer?.reason && { reason: answer.reason }),
      ...(message && { message }),
      since: decided?.at ?? askedAt,
      displayName,
      serverNow,
    };
  }

  list(): AdmissionList {
    const { event, now } = this.#facts();
    const people = new Map(this.#admissions.map((admission) => [admission.person.pubkey, admission]));
    const entries: AdmissionEntry[] = [];
    for (const [pubkey, latest] of people) {
      const decided = this.#decided.get(pubkey);
      const own = this.#admissions.filter(({ person }) => person.pubkey === pubkey);
      const { id, person, displayName, askedAt } = own.find(({ state }) => state !== 'left') ?? latest;
      const kept = own.find(({ state }) => state !== 'left')?.state ?? 'left';
      const state = decided && decided.verdict !== 'admitted' ? decided.verdict : kept;
      if (state === 'left') continue;
      const { role, isGuest = false } = person;
      entries.push({ id, pubkey, displayName, role, isGuest, state, since: decided?.at ?? askedAt });
    }
    const places = placesLeft(event, this.#seatHolders().size);
    return {
      admissions: entries.sort((a, b) => a.since - b.since),
      ...(places !== Infinity && { placesLeft: places }),
      ...(this.#waitingMessage && { waitingMessage: this.#waitingMessage }),
      serverNow: now,
    };
  }

  admit(ids: readonly string[] | 'all'): AdmitOutcome {
    const { event, room, now } = this.#facts();
    const shut = closedReason(event, room, now);
    if (shut) fail(shut);
    const waiting = this.list().admissions.filter(({ state }) => state === 'waiting');
    const outcome = { admitted: [] as string[], full: [] as string[] };
    for (const { id, pubkey } of waiting.filter((entry) => ids === 'all' || ids.includes(entry.id))) {
      const hasPlace = placesLeft(event, this.#seatHolders().size) > 0;
      if (hasPlace) this.#decide(pubkey, 'admit', {});
      outcome[hasPlace ? 'admitted' : 'full'].push(id);
    }
    return outcome;
  }

  deny(id: string, sentence: string | undefined, host: LocalCaller): void {
    const { person, state } = this.#admissions.find((each) => each.id === id) ?? fail('not-found');
    if (afterMove(state, 'deny') === null) fail('conflict', 'They do not wait any more.');
    this.#decide(person.pubkey, 'deny', messageOf(sentence, host.name));
  }

  remove(pubkey: string, sentence: string | undefined, host: LocalCaller): void {
    this.#decide(pubkey, 'remove', messageOf(sentence, host.name));
  }

  readmit(pubkey: string): void {
    const verdict = this.#decided.get(pubkey)?.verdict;
    if (verdict !== 'denied' && verdict !== 'removed') return;
    this.#decide(pubkey, 'readmit', {});
    // Where a place is free they are let in at once; else they wait for one.
    if (placesLeft(this.#facts().event, this.#seatHolders().size) > 0) this.#decide(pubkey, 'admit', {});
    else this.#decided.delete(pubkey);
  }

  setWaitingMessage(text: string | null, host: LocalCaller): void {
    this.#waitingMessage = messageOf(text ?? undefined, host.name).message;
  }

  /** Stays of someone who was put out. */
  staysOf(pubkey: string): VirtualAttendance[] {
    return this.#admissions.flatMap(({ person, stay }) => (person.pubkey === pubkey && stay ? [stay] : []));
  }

  #decide(pubkey: string, decision: HostDecision, said: { message?: HostMessage }): void {
    const own = this.#admissions.filter(({ person }) => person.pubkey === pubkey);
    const [first = fail('not-found')] = own;
    if (!mayMove('host', decision, first.person.role)) fail('forbidden', 'Hosts decide about attendees.');
    this.#decided.set(pubkey, { verdict: verdictOf[decision], at: this.#facts().now, ...said });
    for (const admission of own) admission.state = afterMove(admission.state, decision) ?? admission.state;
  }

  #seatHolders(): Set<string> {
    const inside = this.#admissions.filter(({ state }) => state === 'admitted');
    return new Set(inside.map(({ person }) => person.pubkey));
  }

  #answer({ pubkey, role, isGuest }: LocalCaller, consent?: ConsentGiven): AdmissionAnswer {
    const { event, room, now } = this.#facts();
    const holders = this.#seatHolders();
    return admissionFor(event, room, now, {
      role,
      isGuest,
      seatsTaken: holders.size,
      holdsSeat: holders.has(pubkey),
      verdict: this.#decided.get(pubkey)?.verdict,
      consent: consent ?? this.#consents.findLast((kept) => kept.pubkey === pubkey)?.consent,
    });
  }
}
