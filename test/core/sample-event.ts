import {
  defaultVirtualConfig,
  type EventDetails,
  type EventVirtualConfig,
  type RoomFacts,
} from '../../src/core/index.js';

export const minute = 60_000;
export const startsAt = Date.UTC(2027, 2, 13, 18);
export const endsAt = startsAt + 120 * minute;

export const sampleEvent = (
  overrides: Partial<EventDetails> = {},
  config: Partial<EventVirtualConfig> = {},
): EventDetails => ({
  id: 'meeting',
  title: 'Spring members’ meeting',
  startsAt,
  endsAt,
  timeZone: 'Europe/Lisbon',
  status: 'published',
  version: 1,
  attendanceType: 'hybrid',
  virtualConfig: { ...defaultVirtualConfig(), enabled: true, ...config },
  ...overrides,
});

export const sampleRoom = (overrides: Partial<RoomFacts> = {}): RoomFacts => ({
  state: 'idle',
  participantCount: 0,
  recording: false,
  ...overrides,
});
