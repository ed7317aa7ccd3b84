import type { EventDetails, RoomFacts } from './event-details.js';
import { phaseOf } from './event-phase.js';
import type { Reason } from './reason.js';

/** What someone is to an event. An organizer is also a host. */
export type Role = 'organizer' | 'host' | 'attendee';

export const roles: readonly Role[] = ['organizer', 'host', 'attendee'];

/** Whether the role leads the call. */
export const isHost = (role: Role): boolean => role !== 'attendee';

export interface AdmissionRequest {
  role: Role;
  /** Seats that others hold now. */
  seatsTaken: number;
}

/**
 * Whether someone may come in at `now`: `null` when so, else the reason why not. Hosts may come in as soon as the event
 * is theirs to start, and are never kept out by the limit on attendees.
 */
export const refusalOf = (
  event: EventDetails,
  room: RoomFacts,
  now: number,
  { role, seatsTaken }: AdmissionRequest,
): Reason | null => {
  const { standing } = phaseOf(event, room, now);
  if (standing === 'cancelled') return 'cancelled';
  if (standing === 'in-person') return 'not-found';
  if (standing === 'ended') return 'ended';
  if (isHost(role)) return null;
  if (standing === 'not-started') return 'not-open';
  const { maxVirtualAttendees } = event.virtualConfig;
  return maxVirtualAttendees !== undefined && seatsTaken >= maxVirtualAttendees ? 'full' : null;
};

/** What the backend answers to someone who may come in. */
export interface Admission {
  state: 'admitted';
  /** The secret that proves the admission: 256 bits, base64url. Never in a query, a log or a message. */
  ticket: string;
  /** The address of the conference page, without the ticket. */
  conferenceUrl: string;
  /** The server's clock, epoch milliseconds. */
  serverNow: number;
}

/** What it takes to enter one media room, once. */
export interface MediaGrant {
  /** Where the media server is: `ws:` or `wss:`. */
  url: string;
  /** A token for one room that expires within two minutes. */
  token: string;
  /** Epoch milliseconds. */
  expiresAt: number;
}
