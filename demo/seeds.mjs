import { createEvent, listEvents } from './backend.mjs';
import { organizer } from './people.mjs';
import { clubZone } from './zoned-time.mjs';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const online = (attendanceType, config = {}) => ({
  attendanceType,
  virtualConfig: {
    enabled: true,
    autoStartMinutes: 15,
    waitingRoomEnabled: false,
    recordingEnabled: false,
    recordingConsentRequired: false,
    breakoutRoomsEnabled: false,
    e2eeRequired: false,
    ...config,
  },
});

/** What each event of the club is about; the backend knows titles only, the rest is the site's. */
export const abouts = {
  'Regatta briefing':
    'Course, starting order, safety boats and who tows whom home. If you row, steer or hold a stopwatch that day, this is your evening.',
  'Winter members’ meeting':
    'The year’s accounts, the new jetty, and who looks after the boats. Members vote on both; tea and cake from half past. If you can’t make it to the boathouse, take part from home.',
  'The river in 1900, a talk with pictures':
    'Old photographs of the mill, the ferry and the first eight. Bring a picture of your own if you have one; hold it up to the camera if you are at home.',
  'Which boats to mend first': 'Seven boats, three pairs of hands and one winter. We look at each and decide together.',
  'Knots and splices':
    'Four knots that hold and one splice that lasts. Have two metres of rope at hand. Cameras help: we look at each other’s hands.',
  'Repair café: oars and rowlocks':
    'Bring what is loose, bent or split. Those at home show it to the camera and mend along.',
  'Tea on the jetty': 'No agenda. Bring a cup; the kettle is ours.',
  'Jetty clean-up, looking back': 'What we fished out, what it cost, and thanks to the twenty-six who came.',
};

const membersMeeting = 'Winter members’ meeting';
const soonTitles = [membersMeeting, 'The river in 1900, a talk with pictures', 'Which boats to mend first'];
const liveTitles = ['Knots and splices', 'Repair café: oars and rowlocks'];

const upperRoom = 'Boathouse, upper room';
const roundTo = (moment, step) => Math.round(moment / step) * step;

/**
 * Puts the club's events there, and keeps those believable that live by the clock: one opens its doors in minutes, one is
 * live. Those that are over stay in the list.
 */
export const seedEvents = async () => {
  const now = Date.now();
  const events = (await listEvents()).map(({ event, room }) => ({
    ...event,
    isOver: room.state === 'ended' || event.endsAt <= now,
  }));
  const has = (title, test = () => true) => events.some((event) => event.title === title && test(event));
  const add = (kind, draft) =>
    createEvent(organizer, { timeZone: clubZone, ...draft }, `demo-seed-${kind}-${draft.startsAt}`);
  const nextOf = (titles) => titles[events.filter(({ title }) => titles.includes(title)).length % titles.length];

  if (!has('Regatta briefing', ({ isOver }) => !isOver)) {
    const startsAt = roundTo(now + 64 * day, day) + 18 * hour;
    await add('far', {
      title: 'Regatta briefing',
      startsAt,
      endsAt: startsAt + 2 * hour,
      location: upperRoom,
      ...online('hybrid'),
    });
  }
  if (!has('Tea on the jetty', ({ isOver }) => !isOver)) {
    const startsAt = roundTo(now + 5 * day, day) + 15 * hour;
    await add('tea', { title: 'Tea on the jetty', startsAt, endsAt: startsAt + 2 * hour, location: 'The jetty' });
  }
  if (!has('Jetty clean-up, looking back')) {
    const startsAt = roundTo(now - 3 * day, day) + 18 * hour;
    await add('over', {
      title: 'Jetty clean-up, looking back',
      startsAt,
      endsAt: startsAt + 1.5 * hour,
      location: upperRoom,
      ...online('hybrid'),
    });
  }
  const opensSoon = ({ startsAt, virtualConfig, isOver }) =>
    !isOver && startsAt - virtualConfig.autoStartMinutes * minute > now && startsAt < now + day;
  if (!events.some((event) => soonTitles.includes(event.title) && opensSoon(event))) {
    // Doors in three to four minutes, start on a full minute.
    const startsAt = Math.ceil(now / minute) * minute + 18 * minute;
    const title = nextOf(soonTitles);
    await add('soon', {
      title,
      startsAt,
      endsAt: startsAt + 2 * hour,
      location: upperRoom,
      // Members wait to be let in; to the others anyone may come, with only a name.
      guestsAllowed: title !== membersMeeting,
      ...online('hybrid', { maxVirtualAttendees: 100, waitingRoomEnabled: title === membersMeeting }),
    });
  }
  if (!events.some(({ title, isOver, startsAt }) => liveTitles.includes(title) && !isOver && startsAt <= now)) {
    const startsAt = roundTo(now - 20 * minute, 5 * minute);
    const title = nextOf(liveTitles);
    await add('live', { title, startsAt, endsAt: startsAt + 3 * hour, guestsAllowed: true, ...online('virtual') });
  }
};
