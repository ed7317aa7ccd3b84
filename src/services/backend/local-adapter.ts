import type { Admission } from '../../core/admission.js';
import type { AdmissionList, AdmissionStatus, AdmitOutcome } from '../../core/admission-state.js';
import { summarizeAttendance, type VirtualAttendance, type VirtualAttendanceStats } from '../../core/attendance.js';
import type { EventConferenceRoom } from '../../core/conference-room.js';
import { consentTextFor, isConsentGiven, type ConsentText } from '../../core/consent.js';
import {
  checkEventDraft,
  textLimits,
  type EventDetails,
  type EventDraft,
  type EventSnapshot,
  type RoomFacts,
  type SavedSettings,
} from '../../core/event-details.js';
import { checkAttendanceSettings, circumstancesOf } from '../../core/check-settings.js';
import { defaultAttendanceSettings, type AttendanceSettings, type BackendFeature } from '../../core/virtual-config.js';
import type { Finding } from '../../core/finding.js';
import { isHost, type Role } from '../../core/role.js';
import { VirtualEventError } from '../../core/virtual-event-error.js';
import type {
  AdmissionInput,
  BackendAdapter,
  CallOptions,
  EventChanges,
  HostCallOptions,
  HostDecisionOptions,
  MediaAdmission,
} from './backend-adapter.js';
import { LocalDoor, type LocalAdmission, type LocalCaller } from './local-door.js';
import { LocalNews } from './local-news.js';

/** Someone whom the local backend knows. */
export interface LocalPerson {
  pubkey: string;
  name: string;
  role: Role;
}

export interface LocalBackendAdapterOptions {
  /** Who is who: each credential and the person it stands for. */
  people?: Readonly<Record<string, LocalPerson>>;
  /** The time at which its clock stands, epoch milliseconds; without it the clock is the visitor's and runs. */
  now?: number;
  /** Where an event's conference page is. Default: `conference/<id>` beside the page. */
  conferenceUrl?: (eventId: string) => string;
  /** What it offers; a config that asks for more is refused. Default: the waiting room. */
  features?: readonly BackendFeature[];
}

interface Held {
  event: EventDetails;
  room: Omit<RoomFacts, 'participantCount'>;
  createdAt: number;
  door: LocalDoor;
  stays: VirtualAttendance[];
}

const fail = (reason: VirtualEventError['reason'], detail?: string): never => {
  throw new VirtualEventError(reason, { detail });
};

/** Refuses what cannot be kept; what there is to say all the same comes back. */
const accepted = (found: readonly Finding[]): readonly Finding[] => {
  const findings = found.filter(({ severity }) => severity === 'error');
  if (findings.length > 0) throw new VirtualEventError('invalid-input', { findings });
  return found;
};

/**
 * A backend in the page, on the same rules as the real one and with a clock that can be set: for stories, rehearsals and
 * tests. It keeps nothing when the page goes and has no media server.
 */
export class LocalBackendAdapter implements BackendAdapter {
  readonly #people: Readonly<Record<string, LocalPerson>>;
  readonly #conferenceUrl: (eventId: string) => string;
  readonly #features: readonly BackendFeature[];
  readonly #guests = new Map<string, string>();
  readonly #held = new Map<string, Held>();
  readonly #made = new Map<string, { draft: string; eventId: string }>();
  readonly #clockListeners = new Set<() => void>();
  readonly #news = new LocalNews();
  #standsAt: number | undefined;

  constructor({ people = {}, now, conferenceUrl, features = ['waiting-room'] }: LocalBackendAdapterOptions = {}) {
    this.#features = features;
    this.#people = people;
    this.#standsAt = now;
    this.#conferenceUrl = conferenceUrl ?? ((eventId) => new URL(`conference/${eventId}`, document.baseURI).href);
  }

  now(): number {
    return this.#standsAt ?? Date.now();
  }

  onClockChange(listener: () => void): () => void {
    this.#clockListeners.add(listener);
    return () => this.#clockListeners.delete(listener);
  }

  /** Sets the clock, epoch milliseconds; it stands there until set again. `undefined` lets it run with the visitor's. */
  setNow(now: number | undefined): void {
    this.#standsAt = now;
    for (const listener of this.#clockListeners) listener();
    this.#news.tell();
  }

  /** Makes every call fail so from now on, as if the backend were in trouble; `undefined` ends it. */
  setFailure(failure: VirtualEventError | undefined): void {
    this.#news.failure = failure;
    for (const eventId of this.#held.keys()) this.#news.tell(eventId);
  }

  /** Puts an event there as it is, with its room's facts: for stories. */
  put(event: EventDetails, room: Partial<Omit<RoomFacts, 'participantCount'>> = {}): void {
    const held: Held = {
      event,
      room: { state: 'idle', recording: false, ...room },
      createdAt: this.now(),
      door: new LocalDoor(() => ({ event: held.event, room: this.#facts(held), now: this.now() })),
      stays: [],
    };
    this.#held.set(event.id, held);
    this.#news.tell(event.id);
  }

  async getEvent(eventId: string, options?: CallOptions): Promise<EventSnapshot> {
    return this.#snapshot(this.#find(eventId, options));
  }

  async createEvent(draft: EventDraft, options?: CallOptions & { idempotencyKey?: string }): Promise<SavedSettings> {
    this.#mayOrganize(options);
    const key = options?.idempotencyKey;
    const before = key === undefined ? undefined : this.#made.get(key);
    const asked = JSON.stringify(draft);
    if (before && before.draft !== asked) fail('conflict', 'The idempotency key was used for another event.');
    const { startsAt, endsAt } = draft;
    const circumstances = { startsAt, endsAt, now: this.now(), features: this.#features };
    accepted(checkEventDraft(draft, circumstances));
    const settings = { ...defaultAttendanceSettings(), ...draft };
    const findings = accepted(checkAttendanceSettings(settings, circumstances));
    if (before) return { ...(await this.getEvent(before.eventId, options)), findings };
    const id = crypto.randomUUID();
    if (key !== undefined) this.#made.set(key, { draft: asked, eventId: id });
    this.put({ ...settings, id, status: 'published', version: 1 });
    return { ...(await this.getEvent(id)), findings };
  }

  async updateEvent(eventId: string, changes: EventChanges, options?: CallOptions): Promise<EventSnapshot> {
    this.#mayOrganize(options);
    const held = this.#find(eventId, options);
    accepted(checkEventDraft({ ...held.event, ...changes }));
    return this.#change(held, changes);
  }

  async saveAttendanceSettings(
    eventId: string,
    settings: AttendanceSettings,
    options?: CallOptions & { version?: number | undefined },
  ): Promise<SavedSettings> {
    this.#mayOrganize(options);
    const held = this.#find(eventId, options);
    const { event, room } = held;
    if (room.state === 'ended') fail('ended');
    if (options?.version !== undefined && options.version !== event.version) fail('conflict');
    const findings = accepted(checkAttendanceSettings(settings, circumstancesOf(this.#snapshot(held))));
    const { conferenceRoomId, recordingUrl, ...rest } = settings.virtualConfig;
    const own = event.virtualConfig;
    const snapshot = this.#change(held, {
      attendanceType: settings.attendanceType,
      virtualConfig: {
        ...rest,
        ...(own.conferenceRoomId !== undefined && { conferenceRoomId: own.conferenceRoomId }),
        ...(own.recordingUrl !== undefined && { recordingUrl: own.recordingUrl }),
      },
    });
    return { ...snapshot, findings };
  }

  async *changes(eventIds: readonly string[], { signal }: CallOptions = {}): AsyncGenerator<EventSnapshot> {
    const stale = new Set(eventIds);
    for await (const told of this.#news.follow(signal)) {
      if (told !== undefined && eventIds.includes(told)) stale.add(told);
      for (const eventId of stale) {
        stale.delete(eventId);
        const held = this.#held.get(eventId);
        if (held) yield this.#snapshot(held);
      }
    }
  }

  async getConsentText(eventId: string, locale: string, options?: CallOptions): Promise<ConsentText> {
    return consentTextFor(this.#find(eventId, options).event, locale);
  }

  async requestAdmission(eventId: string, input: AdmissionInput, options?: CallOptions): Promise<Admission> {
    const held = this.#find(eventId, options);
    const person = options?.credential ? this.#person(options) : this.#guest(held, input);
    const displayName = (input.displayName ?? person.name).trim();
    if (displayName === '' || displayName.length > textLimits.displayName) fail('invalid-input', 'displayName');
    if (input.consent !== undefined && !isConsentGiven(input.consent)) fail('invalid-input', 'consent');
    const { state, ticket } = held.door.ask(person, displayName, input);
    this.#news.tell(eventId);
    return {
      state: state === 'waiting' ? 'waiting' : 'admitted',
      ticket,
      conferenceUrl: this.#conferenceUrl(eventId),
      serverNow: this.now(),
    };
  }

  async *followAdmission(ticket: string, { signal }: CallOptions = {}): AsyncGenerator<AdmissionStatus> {
    const read = (): AdmissionStatus => {
      const { held, admission } = this.#admission(ticket);
      return held.door.statusOf(admission);
    };
    for await (const status of this.#news.readings(signal, read)) {
      yield status;
      if (status.state === 'left') return;
    }
  }

  async claimMediaGrant(ticket: string, options?: CallOptions): Promise<MediaAdmission> {
    options?.signal?.throwIfAborted();
    if (this.#news.failure) throw this.#news.failure;
    const { held, admission } = this.#admission(ticket);
    held.door.enter(admission);
    if (!admission.stay || admission.stay.leftAt !== undefined) {
      admission.stay = this.#arrive(held, admission.person.pubkey);
      if (held.room.state === 'idle') held.room = { ...held.room, state: 'open' };
      this.#news.tell(held.event.id);
    }
    return {
      url: 'wss://conference.invalid',
      token: 'local',
      expiresAt: this.now() + 120_000,
      event: this.#snapshot(held),
      displayName: admission.displayName,
      role: admission.person.role,
    };
  }

  async depart(ticket: string): Promise<void> {
    const { held, admission } = this.#admission(ticket);
    if (admission.state === 'left') fail('ticket-invalid');
    if (admission.stay) this.#goes(admission.stay);
    held.door.leave(admission);
    this.#news.tell(held.event.id);
  }

  async listAdmissions(eventId: string, options?: HostCallOptions): Promise<AdmissionList> {
    return this.#asHost(eventId, options).held.door.list();
  }

  followAdmissions(eventId: string, options: HostCallOptions = {}): AsyncIterable<AdmissionList> {
    return this.#news.readings(options.signal, () => this.#asHost(eventId, options).held.door.list());
  }

  async admit(eventId: string, ids: readonly string[] | 'all', options?: HostCallOptions): Promise<AdmitOutcome> {
    const outcome = this.#asHost(eventId, options).held.door.admit(ids);
    this.#news.tell(eventId);
    return outcome;
  }

  async deny(eventId: string, admissionId: string, options?: HostDecisionOptions): Promise<void> {
    const { held, host } = this.#asHost(eventId, options);
    held.door.deny(admissionId, options?.sentence, host);
    this.#news.tell(eventId);
  }

  async remove(eventId: string, pubkey: string, options?: HostDecisionOptions): Promise<void> {
    const { held, host } = this.#asHost(eventId, options);
    held.door.remove(pubkey, options?.sentence, host);
    for (const stay of held.door.staysOf(pubkey)) this.#goes(stay);
    this.#news.tell(eventId);
  }

  async readmit(eventId: string, pubkey: string, options?: HostCallOptions): Promise<void> {
    this.#asHost(eventId, options).held.door.readmit(pubkey);
    this.#news.tell(eventId);
  }

  async setWaitingMessage(eventId: string, text: string | null, options?: HostCallOptions): Promise<void> {
    const { held, host } = this.#asHost(eventId, options);
    held.door.setWaitingMessage(text, host);
    this.#news.tell(eventId);
  }

  async startConference(eventId: string, options?: CallOptions): Promise<EventConferenceRoom> {
    this.#mayHost(options);
    const held = this.#find(eventId, options);
    if (held.event.status === 'cancelled') fail('cancelled');
    if (held.room.state === 'ended') fail('ended');
    if (held.room.startedAt === undefined) {
      held.room = { ...held.room, state: 'open', startedAt: this.now() };
      const conferenceRoomId = held.event.virtualConfig.conferenceRoomId ?? crypto.randomUUID();
      held.event = { ...held.event, virtualConfig: { ...held.event.virtualConfig, conferenceRoomId } };
      this.#news.tell(eventId);
    }
    return {
      conferenceRoomId: held.event.virtualConfig.conferenceRoomId!,
      joinUrl: this.#conferenceUrl(eventId),
      isActive: true,
      participantCount: this.#facts(held).participantCount,
      createdAt: held.createdAt,
    };
  }

  async endConference(eventId: string, options?: CallOptions): Promise<string | null> {
    this.#mayHost(options);
    const held = this.#find(eventId, options);
    if (held.room.state !== 'ended') {
      for (const stay of held.stays) this.#goes(stay);
      held.room = { ...held.room, state: 'ended', endedAt: this.now() };
      this.#news.tell(eventId);
    }
    return held.event.virtualConfig.recordingUrl ?? null;
  }

  async recordAttendance(
    eventId: string,
    pubkey: string,
    action: 'join' | 'leave',
    options?: CallOptions,
  ): Promise<VirtualAttendance | null> {
    const person = this.#person(options);
    if (person.pubkey !== pubkey && person.role !== 'organizer') fail('forbidden');
    const held = this.#find(eventId, options);
    const open = held.stays.find((stay) => stay.pubkey === pubkey && stay.leftAt === undefined);
    if (action === 'leave') {
      if (!open) return null;
      this.#goes(open);
      this.#news.tell(eventId);
      return { ...open };
    }
    const stay = open ?? this.#arrive(held, pubkey);
    this.#news.tell(eventId);
    return { ...stay };
  }

  async getAttendanceStats(eventId: string, options?: CallOptions): Promise<VirtualAttendanceStats> {
    this.#mayOrganize(options);
    return summarizeAttendance(this.#find(eventId, options).stays, this.now());
  }

  #change(held: Held, changes: Partial<EventDetails>): EventSnapshot {
    held.event = { ...held.event, ...changes, version: held.event.version + 1 };
    this.#news.tell(held.event.id);
    return this.#snapshot(held);
  }

  #arrive(held: Held, pubkey: string): VirtualAttendance {
    const { id: eventId } = held.event;
    const stay = { id: crypto.randomUUID(), eventId, pubkey, joinedAt: this.now(), durationSeconds: 0 };
    held.stays.push(stay);
    return stay;
  }

  #goes(stay: VirtualAttendance): void {
    if (stay.leftAt !== undefined) return;
    stay.leftAt = this.now();
    stay.durationSeconds = Math.round((stay.leftAt - stay.joinedAt) / 1000);
  }

  #find(eventId: string, options?: CallOptions): Held {
    options?.signal?.throwIfAborted();
    if (this.#news.failure) throw this.#news.failure;
    return this.#held.get(eventId) ?? fail('not-found');
  }

  #admission(ticket: string): { held: Held; admission: LocalAdmission } {
    for (const held of this.#held.values()) {
      const admission = held.door.find(ticket);
      if (admission) return { held, admission };
    }
    return fail('ticket-invalid');
  }

  /** Who has no credential and may come with only a name. */
  #guest({ event }: Held, { displayName, guestKey, idempotencyKey }: AdmissionInput): LocalCaller {
    if (!event.guestsAllowed) fail('credential-missing');
    const key = `${event.id} ${guestKey ?? idempotencyKey}`;
    const pubkey = this.#guests.get(key) ?? `guest:${crypto.randomUUID()}`;
    this.#guests.set(key, pubkey);
    return { pubkey, name: displayName ?? '', role: 'attendee', isGuest: true };
  }

  #asHost(eventId: string, options: HostCallOptions = {}): { held: Held; host: LocalCaller } {
    const held = this.#find(eventId, options);
    if (options.ticket === undefined) {
      const person = this.#person(options);
      return { held, host: isHost(person.role) ? person : fail('forbidden') };
    }
    const { held: own, admission } = this.#admission(options.ticket);
    if (own !== held || admission.state !== 'admitted' || !isHost(admission.person.role)) fail('forbidden');
    return { held, host: { ...admission.person, name: admission.displayName } };
  }

  #person(options?: CallOptions): LocalPerson {
    if (!options?.credential) return fail('credential-missing');
    return this.#people[options.credential] ?? fail('credential-invalid');
  }

  #mayHost(options?: CallOptions): void {
    if (!isHost(this.#person(options).role)) fail('forbidden');
  }

  #mayOrganize(options?: CallOptions): void {
    if (this.#person(options).role !== 'organizer') fail('forbidden');
  }

  #facts({ room, stays }: Held): RoomFacts {
    const inside = new Set(stays.filter(({ leftAt }) => leftAt === undefined).map(({ pubkey }) => pubkey));
    return { ...room, participantCount: inside.size };
  }

  #snapshot(held: Held): EventSnapshot {
    return {
      event: structuredClone(held.event),
      room: this.#facts(held),
      features: this.#features,
      serverNow: this.now(),
    };
  }
}
