import { admissionFor, verdictOf, type AdmissionAnswer, type ConsentGiven } from '../../../src/core/index.js';
import { seatHolders, type AdmissionRecord } from '../store/admissions-store.js';
import { lastConsent } from '../store/consents-store.js';
import type { Database } from '../store/database.js';
import { lastDecision } from '../store/decisions-store.js';
import { requireEvent } from './conferences.js';

/** Someone who is on the way in, or asks to be. */
export type Subject = Pick<AdmissionRecord, 'event_id' | 'pubkey' | 'role' | 'is_guest'> &
  Partial<Pick<AdmissionRecord, 'state'>>;

/**
 * Where someone stands now, by what is stored: the event, the seats, what hosts decided, what they agreed to. Who was let
 * in stays so when a waiting room is set up later; who holds a seat keeps it, whatever the limit has become.
 */
export const standingOf = async (
  database: Database,
  { event_id: eventId, pubkey, role, is_guest: isGuest, state }: Subject,
  now: number,
  consent?: ConsentGiven,
): Promise<AdmissionAnswer> => {
  const { event, room } = await requireEvent(database, eventId);
  const holders = await seatHolders(database, eventId, now);
  const decided = await lastDecision(database, eventId, pubkey);
  const agreed = consent ? undefined : await lastConsent(database, eventId, pubkey);
  return admissionFor(event, room, now, {
    role,
    isGuest: isGuest === 1,
    seatsTaken: holders.size,
    holdsSeat: holders.has(pubkey),
    verdict: decided ? verdictOf[decided.decision] : state === 'admitted' ? 'admitted' : undefined,
    consent: consent ?? (agreed && { textVersion: agreed.text_version }),
  });
};
