import {
  defaultVirtualConfig,
  type BackendFeature,
  type EventDetails,
  type EventVirtualConfig,
  type RoomFacts,
} from '../src/core/index.js';
import { LocalBackendAdapter } from '../src/services/backend/local-adapter.js';
import { EventCallingIntegration } from '../src/services/event-calling-integration.js';

export const minute = 60_000;
export const hour = 60 * minute;
export const startsAt = Date.UTC(2027, 2, 13, 18);
export const endsAt = startsAt + 2 * hour;

/** Credentials that the stories' backend knows. */
export const people = {
  attendee: { pubkey: 'amira', name: 'Amira', role: 'attendee' },
  organizer: { pubkey: 'hana', name: 'Hana', role: 'organizer' },
} as const;

export interface LocalEventOptions {
  /** Where the clock stands, epoch milliseconds. */
  now: number;
  event?: Partial<EventDetails>;
  config?: Partial<EventVirtualConfig>;
  room?: Partial<Omit<RoomFacts, 'participantCount'>>;
  /** People inside. */
  inside?: number;
  /** What the backend offers; by default everything. */
  features?: readonly BackendFeature[];
}

/** A backend in the page that holds one event, `meeting`, and a service on it. */
export const localEvent = ({ now, event, config, room, inside = 0, features }: LocalEventOptions) => {
  const adapter = new LocalBackendAdapter({
    people,
    now,
    ...(features && { features }),
    conferenceUrl: (eventId) => `https://rooms.example/conference/${eventId}`,
  });
  adapter.put(
    {
      id: 'meeting',
      title: 'Spring members’ meeting',
      startsAt,
      endsAt,
      timeZone: 'Europe/Lisbon',
      location: 'Boathouse, upper room',
      status: 'published',
      version: 1,
      attendanceType: 'hybrid',
      virtualConfig: { ...defaultVirtualConfig(), enabled: true, ...config },
      ...event,
    },
    room,
  );
  for (let seat = 0; seat < inside; seat += 1) {
    void adapter.recordAttendance('meeting', `member-${seat}`, 'join', { credential: 'organizer' });
  }
  return { adapter, service: new EventCallingIntegration(adapter) };
};

/** A backend that never answers. */
export const silentEvent = () => {
  const local = localEvent({ now: startsAt });
  local.adapter.getEvent = () => new Promise(() => {});
  local.adapter.changes = async function* () {
    await new Promise(() => {});
    yield* [];
  };
  return local;
};
