import type { ChangeHub } from '../events/change-hub.js';
import type { Clock } from '../clock.js';
import type { MediaRooms } from '../livekit/media-rooms.js';
import type { Logger } from '../logger.js';
import type { Database } from '../store/database.js';
import type { Doorbell } from './doorbell.js';

/** What everything about events and their rooms stands on. */
export interface ConferenceContext {
  database: Database;
  clock: Clock;
  rooms: MediaRooms;
  changes: ChangeHub;
  doorbell: Doorbell;
  log: Logger;
  /** Has the schedule looked at: something was planned. */
  wakeJobs: () => void;
}
