import type { Admission } from '../core/admission.js';
import type { VirtualAttendance, VirtualAttendanceStats } from '../core/attendance.js';
import type { EventConferenceRoom, JoinReminderConfig } from '../core/conference-room.js';
import type { EventDetails, SavedSettings } from '../core/event-details.js';
import type { AttendanceSettings, BreakoutRoomConfig, EventVirtualConfig } from '../core/virtual-config.js';
import { VirtualEventError } from '../core/virtual-event-error.js';
import type { AdmissionInput, BackendAdapter, CallOptions } from './backend/backend-adapter.js';
import { EventWatch, type WatchedEvent } from './event-watch.js';
import { ServiceErrorEvent } from '../events/service-error-event.js';

/** A token that the host site signed, or a function that fetches one; asked again when it has expired. */
export type Credential = string | (() => string | undefined | Promise<string | undefined>);

/** Who acts, where it is not the one the service was made for. */
export interface ActingOptions {
  credential?: Credential | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * The service behind the elements: an event's conference from its configuration to its figures, over a
 * `BackendAdapter`. Every method rejects with a `VirtualEventError`.
 *
 * @fires {ServiceErrorEvent} error - What went wrong in a method that returns nothing.
 */
export class EventCallingIntegration extends EventTarget {
  readonly #adapter: BackendAdapter;
  readonly #credential: Credential | undefined;
  readonly #events: EventWatch;

  /** `events` is what it follows events with, where others on the page share it. */
  constructor(
    adapter: BackendAdapter,
    { credential, events = new EventWatch(adapter) }: { credential?: Credential | undefined; events?: EventWatch } = {},
  ) {
    super();
    this.#adapter = adapter;
    this.#credential = credential;
    this.#events = events;
  }

  /** The backend it works with. */
  get adapter(): BackendAdapter {
    return this.#adapter;
  }

  /** Whether it acts for someone of its own accord. */
  get hasCredential(): boolean {
    return this.#credential !== undefined;
  }

  /** What it follows events with. */
  get events(): EventWatch {
    return this.#events;
  }

  /**
   * Starts the conference now, after storing `virtualConfig` if it differs from the event's. Starting twice gives the
   * same room. Fails with `not-found`, `invalid-input`, `ended`, `cancelled`.
   */
  async startEventConference(
    event: EventDetails,
    virtualConfig: EventVirtualConfig,
    options?: ActingOptions,
  ): Promise<EventConferenceRoom> {
    await this.#store(event, virtualConfig, options);
    return this.#as(options, (call) => this.#adapter.startConference(event.id, call));
  }

  /** Ends the conference for all. The address of its recording, or `null` where there is none. Fails with `not-found`. */
  async endEventConference(eventId: string, options?: ActingOptions): Promise<string | null> {
    return this.#as(options, (call) => this.#adapter.endConference(eventId, call));
  }

  /** Reminds people to join. Fails with `unsupported` where the backend does not offer it. */
  async sendJoinReminders(
    event: EventDetails,
    rsvpPubkeys: string[],
    config: JoinReminderConfig,
    options?: ActingOptions,
  ): Promise<void> {
    return this.#as(options, async (call) => {
      if (!this.#adapter.sendJoinReminders) throw new VirtualEventError('unsupported', { detail: 'reminders' });
      await this.#adapter.sendJoinReminders(event.id, rsvpPubkeys, config, call);
    });
  }

  /** Notes that someone came or left. `null` where there is nothing to note. Fails with `not-found`. */
  async trackVirtualAttendee(
    eventId: string,
    pubkey: string,
    action: 'join' | 'leave',
    options?: ActingOptions,
  ): Promise<VirtualAttendance | null> {
    return this.#as(options, (call) => this.#adapter.recordAttendance(eventId, pubkey, action, call));
  }

  /** What the attendance comes to so far. Fails with `not-found`. */
  async getVirtualAttendanceStats(eventId: string, options?: ActingOptions): Promise<VirtualAttendanceStats> {
    return this.#as(options, (call) => this.#adapter.getAttendanceStats(eventId, call));
  }

  /**
   * Has the backend open the room `autoStartMinutes` before the start and, with people to remind, remind them then. The
   * schedule is the backend's: it holds when this page is gone. What goes wrong comes as an `error` event.
   */
  scheduleConferenceStart(
    event: EventDetails,
    virtualConfig: EventVirtualConfig,
    rsvpPubkeys: string[],
    options?: ActingOptions,
  ): void {
    const schedule = async (): Promise<void> => {
      await this.#store(event, virtualConfig, options);
      if (rsvpPubkeys.length === 0) return;
      await this.sendJoinReminders(event, rsvpPubkeys, { minutesBefore: virtualConfig.autoStartMinutes }, options);
    };
    schedule().catch((thrown: unknown) => {
      this.dispatchEvent(new ServiceErrorEvent(VirtualEventError.from(thrown), event.id));
    });
  }

  /** Makes breakout rooms; their ids. Fails with `unsupported` where the backend does not offer it. */
  async createBreakoutRooms(eventId: string, config: BreakoutRoomConfig, options?: ActingOptions): Promise<string[]> {
    return this.#as(options, async (call) => {
      if (!this.#adapter.createBreakoutRooms) throw new VirtualEventError('unsupported', { detail: 'breakout-rooms' });
      return this.#adapter.createBreakoutRooms(eventId, config, call);
    });
  }

  /**
   * Stores how the event can be attended; what there is to say of that comes with it. With `version`, only if nobody
   * changed the event since. Fails with `not-found`, `invalid-input` (with findings), `conflict`, `ended`.
   */
  async saveAttendanceSettings(
    eventId: string,
    settings: AttendanceSettings,
    options?: ActingOptions & { version?: number | undefined },
  ): Promise<SavedSettings> {
    return this.#as(options, (call) =>
      this.#adapter.saveAttendanceSettings(eventId, settings, { ...call, version: options?.version }),
    );
  }

  /** Asks to come in. Fails with `not-found`, `not-open`, `ended`, `cancelled`, `full`. */
  async requestAdmission(eventId: string, input: AdmissionInput, options?: ActingOptions): Promise<Admission> {
    return this.#as(options, (call) => this.#adapter.requestAdmission(eventId, input, call));
  }

  /**
   * Follows an event: calls back with what is known whenever that changes, and goes on by itself after trouble. All
   * events followed on a page share one connection. Returns the way to stop.
   */
  watch(eventId: string, listener: (watched: WatchedEvent) => void): () => void {
    return this.#events.follow(eventId, listener);
  }

  /** Asks for an event's facts now, for everyone who follows it. */
  refresh(eventId: string): Promise<void> {
    return this.#events.refresh(eventId);
  }

  async #store(event: EventDetails, virtualConfig: EventVirtualConfig, options?: ActingOptions): Promise<void> {
    if (JSON.stringify(event.virtualConfig) === JSON.stringify(virtualConfig)) return;
    await this.saveAttendanceSettings(event.id, { attendanceType: event.attendanceType, virtualConfig }, options);
  }

  async #as<T>(options: ActingOptions | undefined, act: (call: CallOptions) => Promise<T>): Promise<T> {
    const credential = options?.credential ?? this.#credential;
    const signal = options?.signal;
    if (typeof credential !== 'function') return act({ credential, signal });
    try {
      return await act({ credential: await credential(), signal });
    } catch (thrown) {
      if (!(thrown instanceof VirtualEventError) || thrown.reason !== 'credential-invalid') throw thrown;
      return act({ credential: await credential(), signal });
    }
  }
}
