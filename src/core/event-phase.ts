import type { EventDetails, RoomFacts } from './event-details.js';
import type { AttendanceSettings } from './virtual-config.js';

/** Where an event stands between its publication and its end. */
export type EventPhase = 'not-started' | 'waiting-room' | 'live' | 'ended';

/** What an attendee meets: one of the four phases, or one of the two states beside them. */
export type EventStanding = EventPhase | 'cancelled' | 'in-person';

export interface PhaseNow {
  standing: EventStanding;
  /** The next moment at which it changes by the clock alone, epoch milliseconds; `null` where only a fact changes it. */
  changesAt: number | null;
}

type Timed = Pick<EventDetails, 'startsAt' | 'virtualConfig'>;

/** Whether the event has a room online at all. */
export const hasVirtualRoom = ({ attendanceType, virtualConfig }: AttendanceSettings): boolean =>
  attendanceType !== 'in-person' && virtualConfig.enabled;

/** When the doors open, epoch milliseconds. */
export const doorsOpenAt = ({ startsAt, virtualConfig }: Timed): number =>
  startsAt - virtualConfig.autoStartMinutes * 60_000;

/** Whether the conference is over: ended by a host, or past its end with no one left inside. */
export const hasEnded = (event: EventDetails, room: RoomFacts, now: number): boolean =>
  room.state === 'ended' || (now >= event.endsAt && room.participantCount === 0);

/**
 * Where the event stands at `now` (epoch milliseconds, the server's clock). The room's facts win over the clock: a host
 * may start early and run over.
 */
export const phaseOf = (event: EventDetails, room: RoomFacts, now: number): PhaseNow => {
  if (event.status === 'cancelled') return { standing: 'cancelled', changesAt: null };
  if (!hasVirtualRoom(event)) return { standing: 'in-person', changesAt: null };
  if (hasEnded(event, room, now)) return { standing: 'ended', changesAt: null };
  const untilEnd = now < event.endsAt ? event.endsAt : null;
  if (room.startedAt !== undefined && room.startedAt <= now) return { standing: 'live', changesAt: untilEnd };
  const doors = doorsOpenAt(event);
  if (now < doors) return { standing: 'not-started', changesAt: doors };
  if (now < event.startsAt && event.virtualConfig.waitingRoomEnabled) {
    return { standing: 'waiting-room', changesAt: event.startsAt };
  }
  return { standing: 'live', changesAt: untilEnd };
};
