import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { minute } from './harness/api-client.js';
import { FakeClock } from './harness/fake-clock.js';
import { makeFolder, startTestServer, type TestServer } from './harness/test-server.js';

/** An event in an hour, for an hour, with doors 15 minutes before. */
const makeLater = async (server: TestServer, wait = 60 * minute) => {
  const startsAt = server.now() + wait;
  const endsAt = startsAt + 60 * minute;
  const eventId = await server.makeEvent({ autoStartMinutes: 15 }, { startsAt, endsAt });
  return { eventId, startsAt, endsAt, doors: startsAt - 15 * minute };
};

const at = async (server: TestServer, moment: number): Promise<void> => {
  server.clock.set(moment);
  await server.server.runDueJobs();
};

/** How many jobs are on the schedule. */
const plannedIn = ({ configuration }: TestServer): unknown => {
  const database = new DatabaseSync(configuration.databaseFile, { readOnly: true });
  const row = database.prepare('select count(*) as planned from jobs').get();
  database.close();
  return row?.['planned'];
};

const change = async (server: TestServer, eventId: string, body: unknown): Promise<void> => {
  const { status } = await server.call('PATCH', `/v1/events/${eventId}`, { as: await server.organizer(), body });
  expect(status).toBe(200);
};

describe('the schedule', () => {
  it('opens the room when the doors open, and ends it after the end', async () => {
    const server = await startTestServer();
    const { eventId, doors, endsAt } = await makeLater(server);
    await at(server, doors - 1);
    expect((await server.snapshot(eventId)).room.state).toBe('idle');
    expect(server.rooms.calls).toEqual([]);

    await at(server, doors);
    const { event, room } = await server.snapshot(eventId);
    const roomId = event.virtualConfig.conferenceRoomId!;
    expect(room).toEqual({ state: 'open', participantCount: 0, recording: false });
    expect(roomId).not.toContain(eventId);
    expect(server.rooms.calls).toEqual([`ensure ${roomId}`]);

    await at(server, endsAt - 1);
    expect((await server.snapshot(eventId)).room.state).toBe('open');
    await at(server, endsAt);
    expect((await server.snapshot(eventId)).room).toMatchObject({ state: 'ended', endedAt: endsAt });
    expect(server.rooms.calls.at(-1)).toBe(`close ${roomId}`);
    expect(server.rooms.rooms.size).toBe(0);
  });

  it('reaches further than timers do', async () => {
    const server = await startTestServer();
    const { eventId, doors } = await makeLater(server, 60 * 24 * 60 * minute);
    await server.server.runDueJobs();
    expect((await server.snapshot(eventId)).room.state).toBe('idle');
    await at(server, doors);
    expect((await server.snapshot(eventId)).room.state).toBe('open');
  });

  it('does not end while someone holds a seat, and looks again', async () => {
    const server = await startTestServer();
    const { eventId, endsAt } = await makeLater(server);
    server.clock.set(endsAt - minute);
    await server.ask(eventId, 'ann');
    await at(server, endsAt);
    expect((await server.snapshot(eventId)).room.state).not.toBe('ended');
    await at(server, endsAt + minute);
    expect((await server.snapshot(eventId)).room.state).toBe('ended');
  });

  it('follows a new time, and what was planned for the old one is void', async () => {
    const server = await startTestServer();
    const { eventId, doors, startsAt, endsAt } = await makeLater(server);
    await change(server, eventId, { startsAt: startsAt + 600 * minute, endsAt: endsAt + 600 * minute });
    await at(server, doors);
    await at(server, endsAt);
    expect((await server.snapshot(eventId)).room.state).toBe('idle');
    await at(server, doors + 600 * minute);
    expect((await server.snapshot(eventId)).room.state).toBe('open');
    await change(server, eventId, { endsAt: endsAt + 660 * minute });
    await at(server, endsAt + 600 * minute);
    expect((await server.snapshot(eventId)).room.state).toBe('open');
    await at(server, endsAt + 660 * minute);
    expect((await server.snapshot(eventId)).room.state).toBe('ended');
  });

  it('shuts the doors again when the event is moved to later before anyone came', async () => {
    const server = await startTestServer();
    const { eventId, doors, startsAt, endsAt } = await makeLater(server);
    await at(server, doors);
    await change(server, eventId, { startsAt: startsAt + 600 * minute, endsAt: endsAt + 600 * minute });
    await server.server.runDueJobs();
    expect((await server.snapshot(eventId)).room.state).toBe('idle');
    expect(server.rooms.rooms.size).toBe(0);
    await at(server, doors + 600 * minute);
    expect((await server.snapshot(eventId)).room.state).toBe('open');
  });

  it('does nothing for a cancelled event, closes its room, and opens it when it is on again', async () => {
    const server = await startTestServer();
    const { eventId, doors, startsAt } = await makeLater(server);
    expect(plannedIn(server)).toBe(2);
    await change(server, eventId, { status: 'cancelled' });
    expect(plannedIn(server)).toBe(0);
    await at(server, doors);
    expect(server.rooms.calls).toEqual([]);
    await change(server, eventId, { status: 'published' });
    await server.server.runDueJobs();
    expect((await server.snapshot(eventId)).room.state).toBe('open');
    await at(server, startsAt);
    await change(server, eventId, { status: 'cancelled' });
    await server.server.runDueJobs();
    expect(server.rooms.rooms.size).toBe(0);
    expect((await server.snapshot(eventId)).room.state).toBe('idle');
  });

  it('closes the room when the event becomes one in person only', async () => {
    const server = await startTestServer();
    const eventId = await server.makeEvent();
    await server.server.runDueJobs();
    expect(server.rooms.rooms.size).toBe(1);
    const { virtualConfig } = (await server.snapshot(eventId)).event;
    const body = { attendanceType: 'in-person', virtualConfig };
    await server.call('PUT', `/v1/events/${eventId}/virtual-config`, { as: await server.organizer(), body });
    await server.server.runDueJobs();
    expect(server.rooms.rooms.size).toBe(0);
  });

  it('goes on after a restart; what came due meanwhile is done, what is over is dropped', async () => {
    const databaseFile = join(makeFolder(), 'server.db');
    const first = await startTestServer({ databaseFile });
    const soon = await makeLater(first);
    const long = await makeLater(first, 70 * minute);
    await first.stop();

    const clock = new FakeClock(soon.endsAt);
    const second = await startTestServer({ databaseFile, clock });
    await second.server.runDueJobs();
    expect((await second.snapshot(soon.eventId)).room.state).toBe('ended');
    expect((await second.snapshot(long.eventId)).room.state).toBe('open');
    expect(second.rooms.count('ensure')).toBe(1);
  });

  it('tries again while the media server is away, and less often as time goes by', async () => {
    const server = await startTestServer();
    const { eventId, doors } = await makeLater(server);
    server.rooms.isDown = true;
    await at(server, doors);
    const tries: number[] = [];
    for (let seconds = 0; seconds < 200; seconds++) {
      const before = server.logged().split('"job failed"').length;
      await at(server, doors + seconds * 1000);
      if (server.logged().split('"job failed"').length > before) tries.push(seconds);
    }
    expect(tries).toEqual([1, 3, 7, 15, 31, 63, 123, 183]);
    expect((await server.snapshot(eventId)).room.state).toBe('idle');
    server.rooms.isDown = false;
    await at(server, doors + 300_000);
    expect((await server.snapshot(eventId)).room.state).toBe('open');
  });
});

describe('a host', () => {
  it('starts before the time, twice with one room, and ends for all', async () => {
    const server = await startTestServer();
    const { eventId } = await makeLater(server);
    const as = await server.credential('holly', { role: 'host' });
    const path = `/v1/events/${eventId}/conference`;
    const attendee = await server.credential('ann');
    for (const method of ['POST', 'DELETE']) {
      expect((await server.call(method, path, { as: attendee })).body.reason).toBe('forbidden');
    }
    const starts = await Promise.all([1, 2, 3].map(() => server.call<Record<string, unknown>>('POST', path, { as })));
    const [{ body }] = starts as [(typeof starts)[0]];
    expect(body).toEqual({
      conferenceRoomId: expect.any(String) as string,
      joinUrl: `${server.url}/conference/${eventId}`,
      isActive: true,
      participantCount: 0,
      createdAt: server.now(),
    });
    expect(new Set(starts.map((start) => start.body['conferenceRoomId'])).size).toBe(1);
    expect((await server.snapshot(eventId)).room).toMatchObject({ state: 'open', startedAt: server.now() });
    expect((await server.ask(eventId, 'ann')).status).toBe(201);

    expect((await server.call('DELETE', path, { as })).body).toEqual({ recordingUrl: null });
    expect((await server.call('DELETE', path, { as })).body).toEqual({ recordingUrl: null });
    await server.server.runDueJobs();
    expect(server.rooms.rooms.size).toBe(0);
    expect((await server.snapshot(eventId)).room.state).toBe('ended');
    expect((await server.call('POST', path, { as })).body.reason).toBe('ended');
    expect((await server.ask(eventId, 'ann')).body.reason).toBe('ended');
  });

  it('is told when the media server is away, and nothing is half started', async () => {
    const server = await startTestServer();
    const { eventId } = await makeLater(server);
    const as = await server.organizer();
    server.rooms.isDown = true;
    const refused = await server.call('POST', `/v1/events/${eventId}/conference`, { as });
    expect([refused.status, refused.body.reason]).toEqual([503, 'media-server-down']);
    expect((await server.snapshot(eventId)).room).toEqual({ state: 'idle', participantCount: 0, recording: false });
    expect((await server.ask(eventId, 'ann')).body.reason).toBe('not-open');
  });

  it('who ends while someone is on the way in leaves no room behind', async () => {
    const server = await startTestServer();
    const eventId = await server.makeEvent();
    await server.server.runDueJobs();
    const { ticket } = (await server.ask(eventId, 'ann')).body;
    const as = await server.organizer();
    const ensure = server.rooms.ensure.bind(server.rooms);
    server.rooms.ensure = async (roomId) => {
      await server.call('DELETE', `/v1/events/${eventId}/conference`, { as });
      await server.server.runDueJobs();
      await ensure(roomId);
    };
    const refused = await server.claim(ticket);
    expect([refused.status, refused.body.reason]).toEqual([410, 'ended']);
    await server.server.runDueJobs();
    expect(server.rooms.rooms.size).toBe(0);
  });

  it('can end while the media server is away: it closes the room when it is back', async () => {
    const server = await startTestServer();
    const eventId = await server.makeEvent();
    await server.server.runDueJobs();
    server.rooms.isDown = true;
    const as = await server.organizer();
    expect((await server.call('DELETE', `/v1/events/${eventId}/conference`, { as })).status).toBe(200);
    await server.server.runDueJobs();
    expect(server.rooms.rooms.size).toBe(1);
    server.rooms.isDown = false;
    await at(server, server.now() + minute);
    expect(server.rooms.rooms.size).toBe(0);
  });
});
