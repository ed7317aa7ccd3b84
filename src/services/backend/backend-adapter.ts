import type { Admission, MediaGrant } from '../../core/admission.js';
import type { AdmissionList, AdmissionStatus, AdmitOutcome } from '../../core/admission-state.js';
import type { VirtualAttendance, VirtualAttendanceStats } from '../../core/attendance.js';
import type { EventConferenceRoom, JoinReminderConfig } from '../../core/conference-room.js';
import type { ConsentGiven, ConsentText } from '../../core/consent.js';
import type { EventDetails, EventDraft, EventSnapshot, SavedSettings } from '../../core/event-details.js';
import type { Role } from '../../core/role.js';
import type { AttendanceSettings, BreakoutRoomConfig } from '../../core/virtual-config.js';

/** What every call to a backend takes. */
export interface CallOptions {
  /** Gives up the call; it then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Who calls: a token that the host site signed. */
  credential?: string | undefined;
}

/** What someone asks with to come in. Without a credential they ask as a guest, where the event allows guests. */
export interface AdmissionInput {
  /** The name that others see; by default the credential's. At most 80 characters. A guest must give one. */
  displayName?: string | undefined;
  /** Makes asking twice the same as asking once. */
  idempotencyKey: string;
  /** What they agreed to, where the event asks for it. */
  consent?: ConsentGiven | undefined;
  /**
   * By what a guest is known again: a secret of this browser's, at least 16 characters. Without one each request is a
   * guest of its own.
   */
  guestKey?: string | undefined;
}

/**
 * What a host's call takes: the credential of a host, or the ticket with which a host came in, as the conference page
 * has nothing else.
 */
export interface HostCallOptions extends CallOptions {
  ticket?: string | undefined;
}

/** What a host may say to someone with a decision about them: at most 300 characters. */
export interface HostDecisionOptions extends HostCallOptions {
  sentence?: string | undefined;
}

/** A media grant, and what the conference shows from the start. */
export interface MediaAdmission extends MediaGrant {
  event: EventSnapshot;
  displayName: string;
  role: Role;
}

/** What may be changed about an event after it was made. */
export type EventChanges = Partial<
  Pick<
    EventDetails,
    'title' | 'startsAt' | 'endsAt' | 'timeZone' | 'location' | 'guestsAllowed' | 'recordingPolicy' | 'status'
  >
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
  /**
   * Makes an event; what there is to say of its settings comes with it. Fails with `invalid-input` (with findings) or
   * `conflict` (the key was used for another event).
   */
  createEvent(draft: EventDraft, options?: CallOptions & { idempotencyKey?: string }): Promise<SavedSettings>;

  /** Changes an event's own facts. Fails with `not-found`, `invalid-input`, `ended`. */
  updateEvent(eventId: string, changes: EventChanges, options?: CallOptions): Promise<EventSnapshot>;

  /**
   * Sets how the event can be attended; what there is to say of that comes with it, as far as the backend knows. With
   * `version`, only if nobody changed the event since. Fails with `not-found`, `invalid-input` (with findings),
   * `conflict`, `ended`.
   */
  saveAttendanceSettings(
    eventId: string,
    settings: AttendanceSettings,
    options?: CallOptions & { version?: number | undefined },
  ): Promise<SavedSettings>;

  /**
   * What those who come are asked to agree to, for someone who reads `locale`. Words that are absent from it are the
   * library's own. Fails with `not-found`.
   */
  getConsentText(eventId: string, locale: string, options?: CallOptions): Promise<ConsentText>;

  /**
   * Asks to come in. With a waiting room the answer is `waiting`, and a host decides. Fails with `not-found`, `not-open`,
   * `ended`, `cancelled`, `full`, `denied`, `removed`, `consent-required`, `consent-outdated`, `invalid-input`.
   */
  requestAdmission(eventId: string, input: AdmissionInput, options?: CallOptions): Promise<Admission>;

  /**
   * Follows where someone stands on the way in: at once, then with each change. Who waits keeps their place in the
   * waiting room by following. Ends by itself with `left`; else by throwing (`ticket-invalid`, `connection-lost`,
   * `unavailable`, …) or when the signal is aborted; whoever wants more asks again.
   */
  followAdmission(ticket: string, options?: CallOptions): AsyncIterable<AdmissionStatus>;

  /**
   * Turns a ticket into a way into the media room, for those who are admitted, hold a seat and agreed to what they must.
   * Fails with `ticket-invalid`, `waiting`, `denied`, `removed`, `not-open`, `ended`, `cancelled`, `full`,
   * `consent-required`, `consent-outdated`, `media-server-down`.
   */
  claimMediaGrant(ticket: string, options?: CallOptions): Promise<MediaAdmission>;

  /** Ends the stay and gives the seat back. Works while the page goes away. */
  depart(ticket: string, options?: CallOptions): Promise<void>;

  /** Who is on the way in, for hosts. Fails with `not-found`, `ticket-invalid`. */
  listAdmissions(eventId: string, options?: HostCallOptions): Promise<AdmissionList>;

  /** The same, at once and with each change. Ends by throwing or when the signal is aborted. */
  followAdmissions(eventId: string, options?: HostCallOptions): AsyncIterable<AdmissionList>;

  /**
   * Lets people in, in the order they came, as far as there are places; the others wait on. Who is not waiting any more
   * is passed over. Fails with `not-found`.
   */
  admit(eventId: string, admissionIds: readonly string[] | 'all', options?: HostCallOptions): Promise<AdmitOutcome>;

  /** Turns away someone who waits. It holds until they are readmitted. Fails with `not-found`, `conflict`. */
  deny(eventId: string, admissionId: string, options?: HostDecisionOptions): Promise<void>;

  /**
   * Puts an attendee out of the event, waiting or inside, on all their devices; no ticket of theirs is worth anything
   * until they are readmitted. Fails with `not-found`, `forbidden` (hosts cannot be removed), `conflict`.
   */
  remove(eventId: string, pubkey: string, options?: HostDecisionOptions): Promise<void>;

  /**
   * Takes back a denial or a removal: they are let in, or wait where no place is free. Fails with `not-found`,
   * `conflict`.
   */
  readmit(eventId: string, pubkey: string, options?: HostCallOptions): Promise<void>;

  /** What is said to all who wait, at most 300 characters; `null` says nothing any more. Fails with `not-found`. */
  setWaitingMessage(eventId: string, text: string | null, options?: HostCallOptions): Promise<void>;

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
