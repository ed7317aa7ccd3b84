import type { ChangeHub } from '../events/change-hub.js';
import type { Clock } from '../clock.js';
import type { MediaRooms } from '../livekit/media-rooms.js';
import type { Logger } from '../logger.js';
import type { Database } from '../store/database.js';

/** What everything about events and their rooms stands on. */
export interface ConferenceContext {
  database: Database;
  clock: Clock;
  rooms: MediaRooms;
  changes: ChangeHub;
  log: Logger;
  /** Has the schedule looked at: something was planned. */
  wakeJobs: () => void;
}
