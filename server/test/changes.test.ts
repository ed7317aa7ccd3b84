import { describe, expect, it } from 'vitest';
import { minute } from './harness/api-client.js';
import { ChangeStream } from './harness/change-stream.js';
import { startTestServer } from './harness/test-server.js';

describe('live changes', () => {
  it('tell each event as it stands, once, and then each change of it alone', async () => {
    const server = await startTestServer();
    const [one, two, other] = [await server.makeEvent(), await server.makeEvent(), await server.makeEvent()];
    await server.server.runDueJobs();
    const stream = await ChangeStream.open(server.url, [one, two, one, 'no-such-event']);
    expect(stream.response.headers.get('content-type')).toMatch('text/event-stream');
    expect(await stream.next()).toEqual(await server.snapshot(one));
    expect(await stream.next()).toEqual(await server.snapshot(two));
    const as = await server.organizer();
    for (const eventId of [other, two]) {
      await server.call('PATCH', `/v1/events/${eventId}`, { as, body: { title: 'Moved' } });
    }
    expect((await stream.next()).event).toMatchObject({ id: two, title: 'Moved', version: 2 });
    await server.call('DELETE', `/v1/events/${one}/conference`, { as });
    expect(await stream.next()).toMatchObject({ event: { id: one }, room: { state: 'ended' } });
  });

  it('tell what the schedule does', async () => {
    const server = await startTestServer();
    const startsAt = server.now() + 60 * minute;
    const eventId = await server.makeEvent({}, { startsAt, endsAt: startsAt + minute });
    const stream = await ChangeStream.open(server.url, [eventId]);
    expect((await stream.next()).room.state).toBe('idle');
    server.clock.set(startsAt);
    expect(await stream.next()).toMatchObject({ room: { state: 'open' }, serverNow: startsAt });
    server.clock.set(startsAt + minute);
    expect((await stream.next()).room.state).toBe('ended');
  });

  it('show that they are alive every 15 seconds', async () => {
    const server = await startTestServer();
    const eventId = await server.makeEvent();
    await server.server.runDueJobs();
    const stream = await ChangeStream.open(server.url, [eventId]);
    await stream.next();
    for (let beats = 0; beats < 3; beats++) {
      server.clock.advance(15_000);
      expect(await stream.nextBlock()).toBe(': still here');
    }
  });

  it('are for one to a hundred events', async () => {
    const server = await startTestServer();
    const query = (count: number) => Array.from({ length: count }, (_, index) => `event=e${index}`).join('&');
    for (const count of [0, 101]) {
      const refused = await server.call('GET', `/v1/changes?${query(count)}`);
      expect([refused.status, refused.body.reason]).toEqual([400, 'invalid-input']);
    }
    const accepted = await fetch(`${server.url}/v1/changes?${query(100)}`);
    expect(accepted.status).toBe(200);
    await accepted.body!.cancel();
  });

  it('reach two hundred followers, and nobody is kept after they left', async () => {
    const server = await startTestServer();
    const eventId = await server.makeEvent();
    const streams = await Promise.all(Array.from({ length: 200 }, () => ChangeStream.open(server.url, [eventId])));
    await Promise.all(streams.map((stream) => stream.next()));
    await server.call('PATCH', `/v1/events/${eventId}`, { as: await server.organizer(), body: { title: 'For all' } });
    for (const stream of streams) {
      let snapshot = await stream.next();
      while (snapshot.event.title !== 'For all') snapshot = await stream.next();
    }
    await Promise.all(streams.map((stream) => stream.close()));
    await server.stop();
  });

  it('end when the server stops', async () => {
    const server = await startTestServer();
    const stream = await ChangeStream.open(server.url, [await server.makeEvent()]);
    await stream.next();
    const stopped = server.stop();
    while ((await stream.nextBlock()) !== undefined);
    await stopped;
  });
});
