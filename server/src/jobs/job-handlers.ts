import { doorsOpenAt, hasVirtualRoom, phaseOf } from '../../../src/core/index.js';
import type { ConferenceContext } from '../conference/conference-context.js';
import { endWithin, type Conferences } from '../conference/conferences.js';
import { reconcile } from '../conference/reconciliation.js';
import { findAdmission, seatHolders } from '../store/admissions-store.js';
import { findEvent } from '../store/events-store.js';
import { openStays } from '../store/stays-store.js';
import type { JobHandlers } from './job-runner.js';
import { reconcileEvery } from './schedule.js';

/** How long after the end it is looked again whether the last have left. */
const endEvery = 30_000;

const done = null;

/** What each kind of job does. Each looks at the facts anew: a job says when to look, not what is the case. */
export const createJobHandlers = (context: ConferenceContext, conferences: Conferences): JobHandlers => {
  const { database, clock, rooms, changes, wakeJobs } = context;
  return {
    async 'open-room'({ eventId }) {
      const record = await findEvent(database, eventId);
      if (record?.room.state !== 'idle') return done;
      const { standing } = phaseOf(record.event, record.room, clock.now());
      if (standing === 'cancelled' || standing === 'in-person' || standing === 'ended') return done;
      if (clock.now() < doorsOpenAt(record.event)) return doorsOpenAt(record.event);
      await conferences.open(eventId);
      return done;
    },

    async 'end-event'({ eventId }) {
      const again = await database.transaction().execute(async (transaction) => {
        const record = await findEvent(transaction, eventId);
        if (!record || record.room.state === 'ended') return done;
        const { event } = record;
        if (event.status === 'cancelled' || !hasVirtualRoom(event)) return done;
        const now = clock.now();
        if (now < event.endsAt) return event.endsAt;
        if ((await seatHolders(transaction, eventId, now)).size > 0) return now + endEvery;
        await endWithin(transaction, eventId, now);
        return done;
      });
      if (again === done) {
        wakeJobs();
        changes.publish(eventId);
      }
      return again;
    },

    async reconcile({ eventId }) {
      const record = await findEvent(database, eventId);
      if (record?.room.state !== 'open') return done;
      await reconcile(context, eventId);
      return clock.now() + reconcileEvery;
    },

    async 'close-room'({ eventId }) {
      const record = await findEvent(database, eventId);
      if (!record?.conferenceRoom || record.room.state === 'open') return done;
      await rooms.close(record.conferenceRoom.id);
      return done;
    },

    async 'remove-participant'({ eventId, subject }) {
      const record = await findEvent(database, eventId);
      const admission = await findAdmission(database, subject);
      if (!record?.conferenceRoom || !admission) return done;
      const inside = await openStays(database, eventId);
      // They got a seat again and came back meanwhile.
      if (inside.some((stay) => stay.admission_id === subject)) return done;
      await rooms.remove(record.conferenceRoom.id, subject);
      return done;
    },
  };
};
