import type { EventDetails, RoomFacts } from './event-details.js';
import { phaseOf } from './event-phase.js';

/** What everyone is told about an event's safety before they come in. */
export type SecurityBadge = 'e2ee' | 'recording' | 'will-be-recorded';

/**
 * The badges that facts bear out at `now` (epoch milliseconds): end-to-end encryption where nobody comes in without it,
 * and recording as it is; none once there is nothing to come in to.
 */
export const securityBadges = (event: EventDetails, room: RoomFacts, now: number): SecurityBadge[] => {
  const { standing } = phaseOf(event, room, now);
  if (standing === 'ended' || standing === 'cancelled' || standing === 'in-person') return [];
  const badges: SecurityBadge[] = [];
  if (event.virtualConfig.e2eeRequired) badges.push('e2ee');
  if (room.recording) badges.push('recording');
  else if (event.virtualConfig.recordingEnabled) badges.push('will-be-recorded');
  return badges;
};
