import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import type { VirtualAttendance, VirtualAttendanceStats } from '../../src/core/index.js';
import { minute } from './harness/api-client.js';
import { postWebhook, signWebhook, webhookBody, type WebhookFacts } from './harness/livekit-webhook.js';
import { startTestServer, type TestServer } from './harness/test-server.js';

/** A server with one live event, and what it takes to have people come and go in it. */
const setUp = async (config: Parameters<TestServer['makeEvent']>[0] = {}) => {
  const server = await startTestServer();
  const eventId = await server.makeEvent(config);
  await server.server.runDueJobs();
  const room = (await server.snapshot(eventId)).event.virtualConfig.conferenceRoomId!;
  let sids = 0;

  const enter = async (person: string, options?: { role: 'host' }) => {
    const { ticket } = (await server.ask(eventId, person, crypto.randomUUID(), {}, options)).body;
    const identity = decodeJwt((await server.claim(ticket)).body.token).sub!;
    return { ticket, identity, sid: `PA_${++sids}` };
  };
  type Person = Awaited<ReturnType<typeof enter>>;

  const joined = ({ identity, sid }: Person, joinedAt = server.now()): WebhookFacts => ({
    event: 'participant_joined',
    room,
    identity,
    sid,
    joinedAt,
    at: server.now(),
  });
  const left = ({ identity, sid }: Person, joinedAt: number, at = server.now()): WebhookFacts => ({
    event: 'participant_left',
    room,
    identity,
    sid,
    joinedAt,
    at,
  });
  /** The media server sees what it tells. */
  const tell = async (facts: WebhookFacts): Promise<void> => {
    const { event, identity = '', sid = '', joinedAt = 0 } = facts;
    const others = (server.rooms.rooms.get(room) ?? []).filter((participant) => participant.sid !== sid);
    if (event === 'participant_joined') server.rooms.rooms.set(room, [...others, { identity, sid, joinedAt }]);
    else if (event === 'participant_left') server.rooms.rooms.set(room, others);
    expect((await postWebhook(server, webhookBody(facts))).status).toBe(204);
  };
  const join = async (person: string, options?: { role: 'host' }): Promise<Person> => {
    const entered = await enter(person, options);
    await tell(joined(entered));
    return entered;
  };
  const count = async (): Promise<number> => (await server.snapshot(eventId)).room.participantCount;
  const stats = async (): Promise<VirtualAttendanceStats> => {
    const path = `/v1/events/${eventId}/attendance`;
    return (await server.call<VirtualAttendanceStats>('GET', path, { as: await server.organizer() })).body;
  };
  return { server, eventId, room, enter, join, joined, left, tell, count, stats };
};

describe('webhooks', () => {
  it('are believed only when LiveKit’s key signed exactly this body', async () => {
    const { server, enter, joined, count } = await setUp();
    const body = webhookBody(joined(await enter('ann')));
    const forged = [
      await signWebhook(body, 'another-secret-of-32-characters-or-more'),
      await signWebhook(`${body} `),
      'nonsense',
      '',
    ];
    for (const authorization of forged) {
      const refused = await postWebhook(server, body, authorization);
      expect([refused.status, refused.body.reason]).toEqual([401, 'credential-invalid']);
    }
    expect(await count()).toBe(0);
    expect((await postWebhook(server, body)).status).toBe(204);
    expect(await count()).toBe(1);
  });

  it('count people, not connections', async () => {
    const { server, enter, join, left, tell, count } = await setUp();
    const [phone, laptop] = [await join('ann'), await join('ann')];
    await join('bob');
    expect(await count()).toBe(2);
    const began = server.now();
    server.clock.advance(minute);
    await tell(left(phone, began));
    expect(await count()).toBe(2);
    await tell(left(laptop, began));
    expect(await count()).toBe(1);
    await enter('cem');
    expect(await count()).toBe(1);
  });

  it('give the same figures told twice, in another order, or without their beginning', async () => {
    const { server, enter, joined, left, tell, stats } = await setUp();
    const began = server.now();
    const [ann, bob, cem, dan] = [await enter('ann'), await enter('bob'), await enter('cem'), await enter('dan')];
    const annJoined = { ...joined(ann), id: 'EV_1' };
    const bobJoined = joined(bob);
    await tell(annJoined);
    await tell(annJoined);
    server.clock.advance(30 * minute);
    await tell(left(bob, began));
    await tell(bobJoined);
    await tell(bobJoined);
    await tell(left(ann, began));
    await tell({ ...left(ann, began), at: server.now() + 5000 });
    await tell(annJoined);
    await tell(left(cem, began + 10 * minute));
    await tell({ ...left(dan, began), event: 'participant_connection_aborted' });
    server.clock.advance(30 * minute);
    const person = (pubkey: string, totalDurationMinutes: number, joinedAt = began) => ({
      pubkey,
      totalDurationMinutes,
      joinedAt,
    });
    expect(await stats()).toEqual({
      totalVirtualAttendees: 3,
      peakConcurrentAttendees: 3,
      averageDurationMinutes: 26.7,
      attendees: [person('ann', 30), person('bob', 30), person('cem', 20, began + 10 * minute)],
    });
  });

  it('are taken once for one id', async () => {
    const { enter, joined, tell, count } = await setUp();
    await tell({ ...joined(await enter('ann')), id: 'EV_1' });
    await tell({ ...joined(await enter('bob')), id: 'EV_1' });
    expect(await count()).toBe(1);
  });

  it('join a person’s stays on two devices and through reconnects to what they come to', async () => {
    const { server, enter, joined, left, tell, stats } = await setUp();
    const began = server.now();
    const [phone, laptop] = [await enter('ann'), await enter('ann')];
    await tell(joined(phone));
    server.clock.advance(10 * minute);
    await tell(joined(laptop));
    server.clock.advance(10 * minute);
    await tell(left(phone, began));
    server.clock.advance(10 * minute);
    await tell(left(laptop, began + 10 * minute));
    for (let reconnect = 0; reconnect < 10; reconnect++) {
      const again = { ...laptop, sid: `PA_again_${reconnect}` };
      await tell(joined(again));
      server.clock.advance(minute);
      await tell(left(again, server.now() - minute));
    }
    expect(await stats()).toMatchObject({ totalVirtualAttendees: 1, peakConcurrentAttendees: 1 });
    expect((await stats()).attendees).toEqual([{ pubkey: 'ann', totalDurationMinutes: 40, joinedAt: began }]);
  });

  it('count neither recorders nor people nobody knows, nor what happens in other rooms', async () => {
    const { enter, joined, tell, count } = await setUp();
    const ann = await enter('ann');
    await tell({ ...joined(ann), kind: 'EGRESS' });
    await tell({ ...joined(ann), kind: 'AGENT' });
    await tell({ ...joined(ann), identity: 'a-stranger' });
    await tell({ ...joined(ann), room: 'another-room' });
    await tell({ event: 'room_started', room: 'another-room', at: 1 });
    expect(await count()).toBe(0);
  });

  it('close all stays of a session of the room when it is finished, and of that session alone', async () => {
    const { server, room, enter, joined, tell, count } = await setUp();
    await tell(joined(await enter('ann')));
    await tell({ ...joined(await enter('bob')), roomSid: 'RM_2' });
    server.clock.advance(minute);
    await tell({ event: 'room_finished', room, roomSid: 'RM_1', at: server.now() });
    expect(await count()).toBe(1);
  });
});

describe('a seat', () => {
  it('is held for as long as its holder is inside, and a minute longer', async () => {
    const { server, eventId, join, left, tell } = await setUp({ maxVirtualAttendees: 1 });
    const began = server.now();
    const ann = await join('ann');
    server.clock.advance(30 * minute);
    expect((await server.ask(eventId, 'bob')).body.reason).toBe('full');
    await tell(left(ann, began));
    server.clock.advance(59_000);
    expect((await server.ask(eventId, 'bob')).body.reason).toBe('full');
    server.clock.advance(1000);
    expect((await server.ask(eventId, 'bob')).status).toBe(201);
  });

  it('comes back at once when its holder departs, who is put out if they stay', async () => {
    const { server, eventId, join, count } = await setUp({ maxVirtualAttendees: 1 });
    const ann = await join('ann');
    await server.call('POST', '/v1/departures', { ticket: ann.ticket });
    expect(await count()).toBe(0);
    expect((await server.ask(eventId, 'bob')).status).toBe(201);
    await server.server.runDueJobs();
    expect(server.rooms.count('remove')).toBe(0);
    server.clock.advance(10_000);
    await server.server.runDueJobs();
    expect(server.rooms.calls).toContain(`remove ${ann.identity}`);
  });

  it('is not had by coming in with a token that outlived it', async () => {
    const { server, eventId, enter, joined, tell, count } = await setUp({ maxVirtualAttendees: 1 });
    const ann = await enter('ann');
    server.clock.advance(2 * minute);
    await server.ask(eventId, 'bob');
    await tell(joined(ann));
    await server.server.runDueJobs();
    expect(await count()).toBe(0);
    expect(server.rooms.calls).toContain(`remove ${ann.identity}`);
  });

  it('is had late when it is still free', async () => {
    const { server, eventId, enter, joined, tell } = await setUp({ maxVirtualAttendees: 1 });
    const ann = await enter('ann');
    server.clock.advance(2 * minute);
    await tell(joined(ann));
    await server.server.runDueJobs();
    expect(server.rooms.count('remove')).toBe(0);
    expect((await server.ask(eventId, 'bob')).body.reason).toBe('full');
  });

  it('is not needed in a room that is closed: who comes in anyway closes it again', async () => {
    const { server, eventId, enter, joined, tell, count } = await setUp();
    const ann = await enter('ann');
    await server.call('DELETE', `/v1/events/${eventId}/conference`, { as: await server.organizer() });
    await server.server.runDueJobs();
    expect(server.rooms.count('close')).toBe(1);
    await tell(joined(ann));
    await server.server.runDueJobs();
    expect(server.rooms.count('close')).toBe(2);
    expect(await count()).toBe(0);
  });
});

describe('an event that runs over', () => {
  it('goes on for those inside, and ends when the last has left and does not come back', async () => {
    const { server, eventId, join, left, tell } = await setUp();
    const { endsAt } = (await server.snapshot(eventId)).event;
    const began = server.now();
    const ann = await join('ann');
    server.clock.set(endsAt + 10 * minute);
    await server.server.runDueJobs();
    expect((await server.snapshot(eventId)).room.state).toBe('open');
    expect((await server.ask(eventId, 'bob')).status).toBe(201);
    server.clock.advance(2 * minute);
    await tell(left(ann, began));
    await server.server.runDueJobs();
    expect((await server.snapshot(eventId)).room.state).toBe('open');
    server.clock.advance(minute);
    await server.server.runDueJobs();
    expect((await server.snapshot(eventId)).room.state).toBe('ended');
  });
});

describe('lost webhooks', () => {
  it('are made good by looking who is inside', async () => {
    const { server, room, enter, join, count, stats } = await setUp();
    const began = server.now();
    const ann = await join('ann');
    const bob = await enter('bob');
    server.rooms.rooms.set(room, [
      { identity: ann.identity, sid: ann.sid, joinedAt: began },
      { identity: bob.identity, sid: bob.sid, joinedAt: began + 1000 },
    ]);
    for (let seconds = 0; seconds < 600; seconds += 30) {
      server.clock.advance(30_000);
      await server.server.runDueJobs();
    }
    expect(await count()).toBe(2);
    server.rooms.rooms.set(room, []);
    server.clock.advance(30_000);
    await server.server.runDueJobs();
    expect(await count()).toBe(0);
    server.clock.advance(60 * minute);
    expect((await stats()).attendees).toEqual([
      { pubkey: 'ann', totalDurationMinutes: 10, joinedAt: began },
      { pubkey: 'bob', totalDurationMinutes: 10, joinedAt: began + 1000 },
    ]);
  });

  it('are believed after all when they come late', async () => {
    const { server, room, join, left, tell, stats } = await setUp();
    const began = server.now();
    const ann = await join('ann');
    server.clock.advance(20_000);
    server.rooms.rooms.set(room, []);
    const leftAt = server.now();
    server.clock.advance(40_000);
    await server.server.runDueJobs();
    expect((await stats()).attendees[0]!.totalDurationMinutes).toBe(0);
    server.clock.advance(minute);
    await tell(left(ann, began, leftAt));
    expect((await stats()).attendees[0]!.totalDurationMinutes).toBe(0.3);
  });

  it('do not let the figures grow while the server was down', async () => {
    const { server, eventId, room, join } = await setUp();
    const began = server.now();
    await join('ann');
    server.clock.advance(60_000);
    await server.server.runDueJobs();
    await server.stop();
    const again = await startTestServer({
      databaseFile: server.configuration.databaseFile,
      clock: server.clock,
      rooms: server.rooms,
    });
    server.rooms.rooms.delete(room);
    server.clock.advance(30 * minute);
    await again.server.runDueJobs();
    const path = `/v1/events/${eventId}/attendance`;
    const { body } = await again.call<VirtualAttendanceStats>('GET', path, { as: await again.organizer() });
    expect(body.attendees).toEqual([{ pubkey: 'ann', totalDurationMinutes: 1, joinedAt: began }]);
  });
});

describe('someone’s own word', () => {
  const say = async (server: TestServer, eventId: string, as: string, body: unknown) =>
    server.call<VirtualAttendance | null>('POST', `/v1/events/${eventId}/attendance`, { as, body });

  it('counts where the media server saw nothing of them', async () => {
    const { server, eventId, join, count, stats } = await setUp();
    const [ann, bob] = [await server.credential('ann'), await server.credential('bob')];
    await join('ann');
    expect((await say(server, eventId, ann, { action: 'leave' })).body).toBeNull();
    await say(server, eventId, ann, { action: 'join' });
    const stay = (await say(server, eventId, bob, { action: 'join' })).body;
    expect(stay).toMatchObject({ eventId, pubkey: 'bob', joinedAt: server.now(), durationSeconds: 0 });
    expect((await say(server, eventId, bob, { action: 'join' })).body!.id).toBe(stay!.id);
    expect(await count()).toBe(1);
    server.clock.advance(minute);
    expect((await say(server, eventId, bob, { action: 'leave' })).body).toMatchObject({
      leftAt: server.now(),
      durationSeconds: 60,
    });
    await say(server, eventId, ann, { action: 'leave' });
    server.clock.advance(minute);
    const minutes = (await stats()).attendees.map(({ pubkey, totalDurationMinutes }) => [pubkey, totalDurationMinutes]);
    expect(minutes).toEqual([
      ['ann', 2],
      ['bob', 1],
    ]);
  });

  it('is about oneself, unless an organizer speaks', async () => {
    const { server, eventId } = await setUp();
    const body = { action: 'join', pubkey: 'ann' };
    for (const role of ['attendee', 'host'] as const) {
      const refused = await say(server, eventId, await server.credential('eve', { role }), body);
      expect(refused.status).toBe(403);
    }
    expect((await say(server, eventId, await server.organizer(), body)).body).toMatchObject({ pubkey: 'ann' });
    const path = `/v1/events/${eventId}/attendance`;
    expect((await server.call('GET', path, { as: await server.credential('ann') })).status).toBe(403);
    expect((await server.call('GET', path)).body.reason).toBe('credential-missing');
  });

  it('is nothing to note before the doors open and after the end, and lasts until the end at most', async () => {
    const { server, eventId, stats } = await setUp();
    const as = await server.credential('ann');
    const startsAt = server.now() + 600 * minute;
    const later = await server.makeEvent({}, { startsAt, endsAt: startsAt + minute });
    expect((await say(server, later, as, { action: 'join' })).body).toBeNull();
    await say(server, eventId, as, { action: 'join' });
    server.clock.advance(600 * minute);
    await server.server.runDueJobs();
    const late = await server.credential('ann');
    expect((await say(server, eventId, late, { action: 'join' })).body).toBeNull();
    expect((await stats()).attendees[0]!.totalDurationMinutes).toBe(60);
  });
});
