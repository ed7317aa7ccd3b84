import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { minute } from './harness/api-client.js';
import { startMediaApiStub } from './harness/media-api-stub.js';
import { startServerProcess } from './harness/server-process.js';
import { makeFolder } from './harness/test-server.js';

describe('two servers on one database', () => {
  it('give away as many seats as there are, and one ticket for one request', async () => {
    const databaseFile = join(makeFolder(), 'shared.db');
    const servers = await Promise.all([startServerProcess(databaseFile), startServerProcess(databaseFile)]);
    const eventId = await servers[0].makeEvent({ maxVirtualAttendees: 5 });
    const asked = Array.from({ length: 60 }, (_, index) => {
      const person = `person-${index >> 1}`;
      return servers[index & 1]!.ask(eventId, person, 'key');
    });
    const answers = await Promise.all(asked);
    const tickets = answers.filter(({ status }) => status === 201).map(({ body }) => body.ticket);
    expect(tickets).toHaveLength(10);
    expect(new Set(tickets).size).toBe(5);
    expect(answers.filter(({ body }) => body.reason === 'full')).toHaveLength(50);
  });

  it('have 200 people at once take exactly the ten places that there are', async () => {
    const databaseFile = join(makeFolder(), 'shared.db');
    const servers = await Promise.all([startServerProcess(databaseFile), startServerProcess(databaseFile)]);
    const eventId = await servers[0].makeEvent({ maxVirtualAttendees: 10 });
    const asked = Array.from({ length: 200 }, (_, index) => servers[index & 1]!.ask(eventId, `person-${index}`));
    const answers = await Promise.all(asked);
    const tickets = answers.filter(({ status }) => status === 201).map(({ body }) => body.ticket);
    expect(tickets).toHaveLength(10);
    expect(answers.filter(({ body }) => body.reason === 'full')).toHaveLength(190);
    const late = await Promise.all(tickets.map((ticket) => servers[1].call('POST', '/v1/departures', { ticket })));
    expect(late.map(({ status }) => status)).toEqual(tickets.map(() => 204));
    expect((await servers[0].ask(eventId, 'late')).status).toBe(201);
  });

  it('do each job once, and give each event one room', async () => {
    const databaseFile = join(makeFolder(), 'shared.db');
    const media = await startMediaApiStub();
    const environment = { LIVEKIT_URL: media.url };
    const servers = await Promise.all([
      startServerProcess(databaseFile, environment),
      startServerProcess(databaseFile, environment),
    ]);
    const startsAt = Date.now() + 2500;
    const times = { startsAt, endsAt: startsAt + 60 * minute };
    const events = await Promise.all(
      Array.from({ length: 20 }, (_, index) => servers[index & 1]!.makeEvent({ autoStartMinutes: 0 }, times)),
    );
    expect(Date.now()).toBeLessThan(startsAt);
    const statesOf = () => Promise.all(events.map(async (id) => (await servers[0].snapshot(id)).room.state));
    await vi.waitFor(async () => expect(await statesOf()).toEqual(events.map(() => 'open')), { timeout: 10_000 });
    expect(media.created).toHaveLength(20);
    expect(new Set(media.created).size).toBe(20);
  });
});
