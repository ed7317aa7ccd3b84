import type { Admission, MediaGrant, Role } from '../../core/admission.js';
import type { VirtualAttendance, VirtualAttendanceStats } from '../../core/attendance.js';
import type { EventConferenceRoom, JoinReminderConfig } from '../../core/conference-room.js';
import type { EventDetails, EventDraft, EventSnapshot } from '../../core/event-details.js';
import type { AttendanceSettings, BreakoutRoomConfig } from '../../core/virtual-config.js';

/** What every call to a backend takes. */
export interface CallOptions {
  /** Gives up the call; it then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Who calls: a token that the host site signed. */
  credential?: string | undefined;
}

/** What someone asks with to come in. */
export interface AdmissionInput {
  /** The name that others see; by default the credential's. At most 80 characters. */
  displayName?: string | undefined;
  /** Makes asking twice the same as asking once. */
  idempotencyKey: string;
}

/** A media grant, and what the conference shows from the start. */
export interface MediaAdmission extends MediaGrant {
  event: EventSnapshot;
  displayName: string;
  role: Role;
}

/** What may be changed about an event after it was made. */
export type EventChanges = Partial<
  Pick<EventDetails, 'title' | 'startsAt' | 'endsAt' | 'timeZone' | 'location' | 'status'>
>;

/** The half of a backend that tells: enough to follow events. */
export interface FactsSource {
  /** The backend's clock as well as it is known, epoch milliseconds. */
  now(): number;

  /** Called after the clock jumped, e.g. when the first answer told it or the machine slept; returns the way to stop. */
  onClockChange(listener: () => void): () => void;

  /** An event's facts. Fails with `not-found`. */
  getEvent(eventId: string, options?: CallOptions): Promise<EventSnapshot>;

  /**
   * Live changes of several events: first each as it stands, then each time it changes. Ends by throwing
   * (`connection-lost`, `unavailable`) or when the signal is aborted; whoever wants more asks again.
   */
  changes(eventIds: readonly string[], options?: CallOptions): AsyncIterable<EventSnapshot>;
}

/**
 * The port to a backend. Implement it to put the elements on a backend of your own; the suite in `test/suites` proves an
 * implementation. Every method rejects with a `VirtualEventError`; the reasons named are those besides the general
 * `credential-missing`, `credential-invalid`, `forbidden`, `rate-limited`, `unavailable`, `offline` and `timeout`.
 */
export interface BackendAdapter extends FactsSource {
  /** Makes an event. Fails with `invalid-input` (with findings) or `conflict` (the key was used for another event). */
  createEvent(draft: EventDraft, options?: CallOptions & { idempotencyKey?: string }): Promise<EventSnapshot>;

  /** Changes an event's own facts. Fails with `not-found`, `invalid-input`, `ended`. */
  updateEvent(eventId: string, changes: EventChanges, options?: CallOptions): Promise<EventSnapshot>;

  /**
   * Sets how the event can be attended. With `version`, only if nobody changed the event since. Fails with `not-found`,
   * `invalid-input` (with findings), `conflict`, `ended`.
   */
  saveAttendanceSettings(
    eventId: string,
    settings: AttendanceSettings,
    options?: CallOptions & { version?: number | undefined },
  ): Promise<EventSnapshot>;

  /** Asks to come in. Fails with `not-found`, `not-open`, `ended`, `cancelled`, `full`. */
  requestAdmission(eventId: string, input: AdmissionInput, options?: CallOptions): Promise<Admission>;

  /** Turns a ticket into a way into the media room. Fails with `ticket-invalid`, `ended`, `full`, `media-server-down`. */
  claimMediaGrant(ticket: string, options?: CallOptions): Promise<MediaAdmission>;

  /** Ends the stay and gives the seat back. Works while the page goes away. */
  depart(ticket: string, options?: CallOptions): Promise<void>;

  /** Starts the conference now. Starting twice gives the same room. Fails with `not-found`, `ended`, `cancelled`. */
  startConference(eventId: string, options?: CallOptions): Promise<EventConferenceRoom>;

  /** Ends the conference for all; the address of its recording, if there is one. Fails with `not-found`. */
  endConference(eventId: string, options?: CallOptions): Promise<string | null>;

  /** Notes that someone came or left. `null` where there is nothing to note. Fails with `not-found`. */
  recordAttendance(
    eventId: string,
    pubkey: string,
    action: 'join' | 'leave',
    options?: CallOptions,
  ): Promise<VirtualAttendance | null>;

  /** What the attendance comes to so far. Fails with `not-found`. */
  getAttendanceStats(eventId: string, options?: CallOptions): Promise<VirtualAttendanceStats>;

  /** Reminds people to join. Left out by backends that do not offer `reminders`. */
  sendJoinReminders?(
    eventId: string,
    rsvpPubkeys: readonly string[],
    config: JoinReminderConfig,
    options?: CallOptions,
  ): Promise<void>;

  /** Makes breakout rooms; their ids. Left out by backends that do not offer `breakout-rooms`. */
  createBreakoutRooms?(eventId: string, config: BreakoutRoomConfig, options?: CallOptions): Promise<string[]>;
}
