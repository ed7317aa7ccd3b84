import type { Role } from './role.js';
import type { Reason } from './reason.js';

/**
 * Where someone stands on the way in.
 *
 * - `waiting`: a host decides.
 * - `admitted`: they may go into the room.
 * - `full`: they were let in, gave up their place and all places are taken now.
 * - `denied`: a host did not let them in.
 * - `removed`: a host put them out.
 * - `closed`: the door is shut, for a reason that is told beside it.
 * - `left`: they went, and the ticket is worth nothing any more.
 */
export const admissionStates = ['waiting', 'admitted', 'full', 'denied', 'removed', 'closed', 'left'] as const;
export type AdmissionState = (typeof admissionStates)[number];

/** The states that are remembered. `full` and `closed` follow from the event, its room and the seats. */
export type KeptAdmissionState = Exclude<AdmissionState, 'full' | 'closed'>;

/** What a host can decide about someone. */
export const hostDecisions = ['admit', 'deny', 'remove', 'readmit'] as const;
export type HostDecision = (typeof hostDecisions)[number];

/** What moves someone from one state into another. */
export type AdmissionMove = HostDecision | 'leave';

const moves: Readonly<
  Record<AdmissionMove, { from: readonly KeptAdmissionState[]; to: KeptAdmissionState; by: 'host' | 'oneself' }>
> = {
  admit: { from: ['waiting'], to: 'admitted', by: 'host' },
  deny: { from: ['waiting'], to: 'denied', by: 'host' },
  remove: { from: ['waiting', 'admitted', 'denied'], to: 'removed', by: 'host' },
  // They stand at the door again; where a place is free they are let in at once.
  readmit: { from: ['denied', 'removed'], to: 'waiting', by: 'host' },
  leave: { from: ['waiting', 'admitted', 'denied', 'removed'], to: 'left', by: 'oneself' },
};

/** The state that a move leads to, or `null` where it cannot be made from there. Made twice it is as made once. */
export const afterMove = (state: KeptAdmissionState, move: AdmissionMove): KeptAdmissionState | null => {
  const { from, to } = moves[move];
  return state === to || from.includes(state) ? to : null;
};

/** Whether a role may make the move about someone of another role: hosts decide about attendees, not about hosts. */
export const mayMove = (actor: Role, move: AdmissionMove, subject: Role): boolean =>
  moves[move].by === 'oneself' || (actor !== 'attendee' && subject === 'attendee');

/** What a host decided last about a person; it holds for each way in that the person asks for. */
export type HostVerdict = Extract<KeptAdmissionState, 'admitted' | 'denied' | 'removed'>;

/** What stands after a host's decision for whoever asks to come in again. */
export const verdictOf: Readonly<Record<HostDecision, HostVerdict>> = {
  admit: 'admitted',
  deny: 'denied',
  remove: 'removed',
  readmit: 'admitted',
};

/** Something that a host says. */
export interface HostMessage {
  text: string;
  /** The host's name. */
  from: string;
}

/** Someone's own standing on the way in, as they see it. */
export interface AdmissionStatus {
  state: AdmissionState;
  /** Why, where the state is `full`, `denied`, `removed` or `closed`. */
  reason?: Reason;
  /** To all who wait, or, where one was denied or removed, to this one person. */
  message?: HostMessage;
  /** Since when they wait, or since when a host decided otherwise: epoch milliseconds. */
  since: number;
  /** The name that others see. */
  displayName: string;
  /** The server's clock, epoch milliseconds. */
  serverNow: number;
}

/** Someone on the way in, as hosts see them; each person once. */
export interface AdmissionEntry {
  /** Names the admission. Also the person's identity in the media room. */
  id: string;
  pubkey: string;
  displayName: string;
  role: Role;
  /** They came without an account. */
  isGuest: boolean;
  state: Extract<KeptAdmissionState, 'waiting' | 'admitted' | 'denied' | 'removed'>;
  /** Since when it is so: epoch milliseconds. */
  since: number;
}

/** Who is on the way in, for hosts only; who waited longest comes first. */
export interface AdmissionList {
  admissions: readonly AdmissionEntry[];
  /** Places that are free; absent where there is no limit. */
  placesLeft?: number;
  /** What is said to those who wait. */
  waitingMessage?: HostMessage;
  /** The server's clock, epoch milliseconds. */
  serverNow: number;
}

/** What came of letting people in. */
export interface AdmitOutcome {
  /** Ids of those who are in. */
  admitted: readonly string[];
  /** Ids of those who wait on, as no place is free for them. */
  full: readonly string[];
}
