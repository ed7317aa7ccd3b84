import type { AdmissionState, HostVerdict } from './admission-state.js';
import { consentRefusal, type ConsentGiven } from './consent.js';
import type { EventDetails, RoomFacts } from './event-details.js';
import { phaseOf } from './event-phase.js';
import type { Reason } from './reason.js';
import { isHost, type Role } from './role.js';

/** Who asks to come in, and what is known of them. */
export interface AdmissionRequest {
  role: Role;
  /** They have no account: only a name. */
  isGuest?: boolean | undefined;
  /** Seats that others hold now. */
  seatsTaken: number;
  /** They hold a seat now, on whichever device. */
  holdsSeat?: boolean | undefined;
  /** What a host decided about them, if any did. */
  verdict?: HostVerdict | undefined;
  /** What they agreed to last, if to anything. */
  consent?: Pick<ConsentGiven, 'textVersion'> | undefined;
}

/** Where someone who asks to come in stands, and why where they do not. */
export type AdmissionAnswer =
  | { state: Extract<AdmissionState, 'waiting' | 'admitted'>; reason?: undefined }
  | { state: Extract<AdmissionState, 'full' | 'denied' | 'removed' | 'closed'>; reason: Reason };

const closed = (reason: Reason): AdmissionAnswer => ({ state: 'closed', reason });

/** How many more attendees may hold a seat; `Infinity` where there is no limit. */
export const placesLeft = ({ virtualConfig }: Pick<EventDetails, 'virtualConfig'>, seatsTaken: number): number =>
  Math.max(0, (virtualConfig.maxVirtualAttendees ?? Infinity) - seatsTaken);

/** Why nobody can come in at `now`, whoever they are; `null` where hosts can. */
export const closedReason = (event: EventDetails, room: RoomFacts, now: number): Reason | null => {
  const { standing } = phaseOf(event, room, now);
  if (standing === 'cancelled') return 'cancelled';
  if (standing === 'in-person') return 'not-found';
  return standing === 'ended' ? 'ended' : null;
};

/**
 * Where someone who asks to come in at `now` (epoch milliseconds) stands. Hosts come straight in as soon as the event is
 * theirs to start, whatever the limit on attendees. With a waiting room attendees wait until a host lets them in, also
 * after the start; who waits holds no seat.
 */
export const admissionFor = (
  event: EventDetails,
  room: RoomFacts,
  now: number,
  { role, isGuest = false, seatsTaken, holdsSeat = false, verdict, consent }: AdmissionRequest,
): AdmissionAnswer => {
  const shut = closedReason(event, room, now);
  if (shut) return closed(shut);
  if (isGuest && event.guestsAllowed !== true) return closed('credential-missing');
  if (!isHost(role)) {
    if (verdict === 'denied' || verdict === 'removed') return { state: verdict, reason: verdict };
    if (phaseOf(event, room, now).standing === 'not-started') return closed('not-open');
  }
  const missing = consentRefusal(event, room, consent);
  if (missing) return closed(missing);
  if (isHost(role)) return { state: 'admitted' };
  if (holdsSeat) return { state: 'admitted' };
  if (event.virtualConfig.waitingRoomEnabled && verdict !== 'admitted') return { state: 'waiting' };
  return placesLeft(event, seatsTaken) > 0 ? { state: 'admitted' } : { state: 'full', reason: 'full' };
};

/** What the backend answers to someone who may come in, or may wait for it. */
export interface Admission {
  state: Extract<AdmissionState, 'waiting' | 'admitted'>;
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
