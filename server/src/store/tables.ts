import type { Generated } from 'kysely';
import type {
  EventAttendanceType,
  HostDecision,
  KeptAdmissionState,
  Role,
  RoomFacts,
} from '../../../src/core/index.js';

/** Times are epoch milliseconds throughout. */
export interface EventsTable {
  id: string;
  title: string;
  starts_at: number;
  ends_at: number;
  time_zone: string;
  location: string | null;
  status: 'published' | 'cancelled';
  attendance_type: EventAttendanceType;
  /** JSON, without what the server itself sets. */
  virtual_config: string;
  version: number;
  created_at: number;
  created_by: string;
  idempotency_key: string | null;
  request_hash: string | null;
  guests_allowed: Generated<0 | 1>;
  /** JSON. */
  recording_policy: string | null;
  /** JSON: what a host says to those who wait. */
  waiting_message: Generated<string | null>;
}

export interface ConferenceRoomsTable {
  event_id: string;
  /** Opaque; the room's name at LiveKit. */
  room_id: string;
  state: RoomFacts['state'];
  started_at: number | null;
  ended_at: number | null;
  created_at: number;
}

export interface AdmissionsTable {
  /** Also the person's identity in the media room: opaque, and another on each device. */
  id: string;
  event_id: string;
  pubkey: string;
  role: Role;
  display_name: string;
  idempotency_key: string;
  request_hash: string;
  ticket_hash: string;
  /** Until when the seat is held for someone who is not inside. */
  seat_until: number;
  departed_at: number | null;
  created_at: number;
  state: KeptAdmissionState;
  /** They came without a credential. */
  is_guest: 0 | 1;
  /** Until when someone who waits counts as being there. */
  waiting_until: number;
}

/** What hosts decided about people; the last one stands. Never changed. */
export interface DecisionsTable {
  id: Generated<number>;
  event_id: string;
  pubkey: string;
  decision: HostDecision;
  /** What the host said to the person. */
  sentence: string | null;
  by_pubkey: string;
  by_name: string;
  at: number;
}

/** What people agreed to; the last one holds. Never changed. */
export interface ConsentsTable {
  id: Generated<number>;
  event_id: string;
  pubkey: string;
  is_guest: 0 | 1;
  text_version: string;
  /** SHA-256 of the words that were shown, in hexadecimal. */
  text_hash: string;
  locale: string;
  /** On which occasion it was given. */
  how: 'admission';
  at: number;
}

export interface StaysTable {
  id: string;
  event_id: string;
  pubkey: string;
  /** Who says so: LiveKit, or someone's own word, which counts where LiveKit saw nothing. */
  source: 'media' | 'told';
  admission_id: string | null;
  room_sid: string | null;
  participant_sid: string | null;
  /** Absent as long as only the leaving was heard of. */
  joined_at: number | null;
  left_at: number | null;
  /** 1 where the end was not told but concluded from no longer being seen: what is told later is truer. */
  left_guessed: 0 | 1;
  /** When LiveKit last confirmed that the person is inside. */
  seen_at: number | null;
}

export interface WebhookEventsTable {
  id: string;
  received_at: number;
}

export interface JobsTable {
  id: string;
  kind: JobKind;
  event_id: string;
  /** What of the event it is about, where that is not the event itself. */
  subject: string;
  run_at: number;
  attempts: number;
  /** Who is at it. */
  lease: string | null;
  leased_until: number | null;
}

export type JobKind = 'open-room' | 'end-event' | 'reconcile' | 'close-room' | 'remove-participant';

export interface Tables {
  events: EventsTable;
  conference_rooms: ConferenceRoomsTable;
  admissions: AdmissionsTable;
  decisions: DecisionsTable;
  consents: ConsentsTable;
  stays: StaysTable;
  webhook_events: WebhookEventsTable;
  jobs: JobsTable;
}
