import { isHost, refusalOf, type Admission, type Role } from '../../core/admission.js';
import { summarizeAttendance, type VirtualAttendance, type VirtualAttendanceStats } from '../../core/attendance.js';
import type { EventConferenceRoom } from '../../core/conference-room.js';
import {
  checkEventDraft,
  textLimits,
  type EventDetails,
  type EventDraft,
  type EventSnapshot,
  type RoomFacts,
} from '../../core/event-details.js';
import {
  checkAttendanceSettings,
  defaultAttendanceSettings,
  type AttendanceSettings,
  type BackendFeature,
} from '../../core/virtual-config.js';
import type { Finding } from '../../core/finding.js';
import { VirtualEventError } from '../../core/virtual-event-error.js';
import type { AdmissionInput, BackendAdapter, CallOptions, EventChanges, MediaAdmission } from './backend-adapter.js';

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
}

interface Seat {
  ticket: string;
  eventId: string;
  person: LocalPerson;
  displayName: string;
  idempotencyKey: string;
  stay?: VirtualAttendance;
}

interface Held {
  event: EventDetails;
  room: Omit<RoomFacts, 'participantCount'>;
  createdAt: number;
  seats: Seat[];
  stays: VirtualAttendance[];
}

const fail = (reason: VirtualEventError['reason'], detail?: string): never => {
  throw new VirtualEventError(reason, { detail });
};

const refuse = (findings: readonly Finding[]): void => {
  if (findings.some(({ severity }) => severity === 'error')) throw new VirtualEventError('invalid-input', { findings });
};

/**
 * A backend in the page, on the same rules as the real one and with a clock that can be set: for stories, rehearsals and
 * tests. It keeps nothing when the page goes and has no media server.
 */
export class LocalBackendAdapter implements BackendAdapter {
  readonly #people: Readonly<Record<string, LocalPerson>>;
  readonly #conferenceUrl: (eventId: string) => string;
  readonly #features: readonly BackendFeature[] = [];
  readonly #held = new Map<string, Held>();
  readonly #made = new Map<string, { draft: string; eventId: string }>();
  readonly #clockListeners = new Set<() => void>();
  readonly #changeListeners = new Set<(eventId: string) => void>();
  #standsAt: number | undefined;
  #failure: VirtualEventError | undefined;

  constructor({ people = {}, now, conferenceUrl }: LocalBackendAdapterOptions = {}) {
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
  }

  /** Makes every call fail so from now on, as if the backend were in trouble; `undefined` ends it. */
  setFailure(failure: VirtualEventError | undefined): void {
    this.#failure = failure;
    for (const eventId of this.#held.keys()) this.#tell(eventId);
  }

  /** Puts an event there as it is, with its room's facts: for stories. */
  put(event: EventDetails, room: Partial<Omit<RoomFacts, 'participantCount'>> = {}): void {
    this.#held.set(event.id, {
      event,
      room: { state: 'idle', recording: false, ...room },
      createdAt: this.now(),
      seats: [],
      stays: [],
    });
    this.#tell(event.id);
  }

  async getEvent(eventId: string, options?: CallOptions): Promise<EventSnapshot> {
    return this.#snapshot(this.#find(eventId, options));
  }

  async createEvent(draft: EventDraft, options?: CallOptions & { idempotencyKey?: string }): Promise<EventSnapshot> {
    this.#mayOrganize(options);
    const key = options?.idempotencyKey;
    const before = key === undefined ? undefined : this.#made.get(key);
    const asked = JSON.stringify(draft);
    if (before) {
      if (before.draft !== asked) fail('conflict', 'The idempotency key was used for another event.');
      return this.getEvent(before.eventId, options);
    }
    refuse(checkEventDraft(draft));
    const settings = { ...defaultAttendanceSettings(), ...draft };
    refuse(checkAttendanceSettings(settings, { features: this.#features }));
    const id = crypto.randomUUID();
    if (key !== undefined) this.#made.set(key, { draft: asked, eventId: id });
    this.put({ ...settings, id, status: 'published', version: 1 });
    return this.getEvent(id);
  }

  async updateEvent(eventId: string, changes: EventChanges, options?: CallOptions): Promise<EventSnapshot> {
    this.#mayOrganize(options);
    const held = this.#find(eventId, options);
    refuse(checkEventDraft({ ...held.event, ...changes }));
    return this.#change(held, changes);
  }

  async saveAttendanceSettings(
    eventId: string,
    settings: AttendanceSettings,
    options?: CallOptions & { version?: number | undefined },
  ): Promise<EventSnapshot> {
    this.#mayOrganize(options);
    const held = this.#find(eventId, options);
    const { event, room } = held;
    if (room.state === 'ended') fail('ended');
    if (options?.version !== undefined && options.version !== event.version) fail('conflict');
    refuse(checkAttendanceSettings(settings, { features: this.#features }));
    const { conferenceRoomId, recordingUrl, ...rest } = settings.virtualConfig;
    const own = event.virtualConfig;
    return this.#change(held, {
      attendanceType: settings.attendanceType,
      virtualConfig: {
        ...rest,
        ...(own.conferenceRoomId !== undefined && { conferenceRoomId: own.conferenceRoomId }),
        ...(own.recordingUrl !== undefined && { recordingUrl: own.recordingUrl }),
      },
    });
  }

  async *changes(eventIds: readonly string[], options: CallOptions = {}): AsyncGenerator<EventSnapshot> {
    const { signal } = options;
    const stale = new Set(eventIds);
    let wake = (): void => {};
    const onChange = (eventId: string): void => {
      if (eventIds.includes(eventId)) stale.add(eventId);
      wake();
    };
    const onAbort = (): void => wake();
    this.#changeListeners.add(onChange);
    signal?.addEventListener('abort', onAbort);
    try {
      while (!signal?.aborted) {
        if (this.#failure) throw new VirtualEventError('connection-lost');
        const [eventId] = stale;
        if (eventId === undefined) {
          await new Promise<void>((resolve) => (wake = resolve));
          continue;
        }
        stale.delete(eventId);
        const held = this.#held.get(eventId);
        if (held) yield this.#snapshot(held);
      }
    } finally {
      this.#changeListeners.delete(onChange);
      signal?.removeEventListener('abort', onAbort);
    }
  }

  async requestAdmission(eventId: string, input: AdmissionInput, options?: CallOptions): Promise<Admission> {
    const person = this.#person(options);
    const held = this.#find(eventId, options);
    const displayName = (input.displayName ?? person.name).trim();
    if (displayName === '' || displayName.length > textLimits.displayName) fail('invalid-input', 'displayName');
    const others = held.seats.filter((seat) => seat.person.pubkey !== person.pubkey);
    const seatsTaken = new Set(others.map((seat) => seat.person.pubkey)).size;
    const reason = refusalOf(held.event, this.#facts(held), this.now(), { role: person.role, seatsTaken });
    if (reason) fail(reason);
    let seat = held.seats.find(
      (taken) => taken.idempotencyKey === input.idempotencyKey && taken.person.pubkey === person.pubkey,
    );
    if (!seat) {
      seat = { ticket: crypto.randomUUID(), eventId, person, displayName, idempotencyKey: input.idempotencyKey };
      held.seats.push(seat);
    }
    return {
      state: 'admitted',
      ticket: seat.ticket,
      conferenceUrl: this.#conferenceUrl(eventId),
      serverNow: this.now(),
    };
  }

  async claimMediaGrant(ticket: string, options?: CallOptions): Promise<MediaAdmission> {
    options?.signal?.throwIfAborted();
    if (this.#failure) throw this.#failure;
    const seat = this.#seat(ticket) ?? fail('ticket-invalid');
    const held = this.#find(seat.eventId);
    if (held.room.state === 'ended') fail('ended');
    if (!seat.stay) {
      seat.stay = this.#arrive(held, seat.person.pubkey);
      if (held.room.state === 'idle') held.room = { ...held.room, state: 'open' };
      this.#tell(seat.eventId);
    }
    return {
      url: 'wss://conference.invalid',
      token: 'local',
      expiresAt: this.now() + 120_000,
      event: this.#snapshot(held),
      displayName: seat.displayName,
      role: seat.person.role,
    };
  }

  async depart(ticket: string): Promise<void> {
    const seat = this.#seat(ticket) ?? fail('ticket-invalid');
    const held = this.#find(seat.eventId);
    if (seat.stay) this.#goes(seat.stay);
    held.seats = held.seats.filter((taken) => taken !== seat);
    this.#tell(seat.eventId);
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
      this.#tell(eventId);
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
      held.seats = [];
      held.room = { ...held.room, state: 'ended', endedAt: this.now() };
      this.#tell(eventId);
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
      this.#tell(eventId);
      return { ...open };
    }
    const stay = open ?? this.#arrive(held, pubkey);
    this.#tell(eventId);
    return { ...stay };
  }

  async getAttendanceStats(eventId: string, options?: CallOptions): Promise<VirtualAttendanceStats> {
    this.#mayOrganize(options);
    return summarizeAttendance(this.#find(eventId, options).stays, this.now());
  }

  #change(held: Held, changes: Partial<EventDetails>): EventSnapshot {
    held.event = { ...held.event, ...changes, version: held.event.version + 1 };
    this.#tell(held.event.id);
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
    if (this.#failure) throw this.#failure;
    return this.#held.get(eventId) ?? fail('not-found');
  }

  #seat(ticket: string): Seat | undefined {
    for (const { seats } of this.#held.values()) {
      const seat = seats.find((taken) => taken.ticket === ticket);
      if (seat) return seat;
    }
    return undefined;
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

  #tell(eventId: string): void {
    for (const listener of this.#changeListeners) listener(eventId);
  }
}
