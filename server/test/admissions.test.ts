import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { minute } from './harness/api-client.js';
import { FakeMediaRooms } from './harness/fake-media-rooms.js';
import { makeFolder, startTestServer, type TestServer } from './harness/test-server.js';

const people = (count: number): string[] => Array.from({ length: count }, (_, index) => `person-${index}`);

const outcomes = async (asked: Promise<{ status: number; body: { reason?: string; state?: string } }>[]) => {
  const answers = await Promise.all(asked);
  const counts: Record<string, number> = {};
  for (const { body } of answers) {
    const outcome = body.reason ?? body.state ?? '?';
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
};

const depart = (server: TestServer, ticket: string) => server.call('POST', '/v1/departures', { ticket });

describe('the way in', () => {
  it('is closed before the doors open, after the end, when cancelled, and where there is no room', async () => {
    const server = await startTestServer();
    const startsAt = server.now() + 20 * minute;
    const early = await server.makeEvent({ autoStartMinutes: 15 }, { startsAt, endsAt: startsAt + minute });
    const refused = await server.ask(early, 'ann');
    expect([refused.status, refused.body.reason]).toEqual([409, 'not-open']);
    server.clock.set(startsAt - 15 * minute - 1);
    expect((await server.ask(early, 'ann')).body.reason).toBe('not-open');
    server.clock.set(startsAt - 15 * minute);
    expect((await server.ask(early, 'ann')).status).toBe(201);
    server.clock.set(startsAt + minute);
    expect((await server.ask(early, 'ann')).body.reason).toBe('ended');

    const cancelled = await server.makeEvent();
    const body = { status: 'cancelled' };
    await server.call('PATCH', `/v1/events/${cancelled}`, { as: await server.organizer(), body });
    expect((await server.ask(cancelled, 'ann')).body.reason).toBe('cancelled');
    const inPerson = await server.makeEvent({}, { attendanceType: 'in-person' });
    expect((await server.ask(inPerson, 'ann')).body.reason).toBe('not-found');
  });

  it('lets hosts in before the doors open, and when all places are taken', async () => {
    const server = await startTestServer();
    const startsAt = server.now() + 200 * minute;
    const early = await server.makeEvent({}, { startsAt, endsAt: startsAt + minute });
    expect((await server.ask(early, 'holly', 'k', {}, { role: 'host' })).status).toBe(201);
    const full = await server.makeEvent({ maxVirtualAttendees: 1 });
    await server.ask(full, 'ann');
    expect((await server.ask(full, 'holly', 'k', {}, { role: 'host' })).status).toBe(201);
  });

  it('answers with a ticket that is in no address', async () => {
    const server = await startTestServer({ publicUrl: 'https://events.example.org/backend' });
    const eventId = await server.makeEvent();
    const { status, body, headers } = await server.ask(eventId, 'ann');
    expect(status).toBe(201);
    expect(body).toEqual({
      state: 'admitted',
      ticket: expect.stringMatching(/^[\w-]{43}$/) as string,
      conferenceUrl: `https://events.example.org/backend/conference/${eventId}`,
      serverNow: server.now(),
    });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('takes the name from the wish, else from the credential, cleaned', async () => {
    const server = await startTestServer();
    const eventId = await server.makeEvent();
    const nameOf = async (body: unknown, name?: string): Promise<unknown> => {
      const { ticket } = (await server.ask(eventId, 'ann', crypto.randomUUID(), body, name ? { name } : {})).body;
      const { token } = (await server.claim(ticket)).body;
      return decodeJwt(token)['name'];
    };
    expect(await nameOf({ displayName: ' \u202EAnn\u0000  B. ' })).toBe('Ann B.');
    expect(await nameOf({}, 'A\r\nnn')).toBe('A nn');
    expect(await nameOf({}, 'x'.repeat(500))).toBe('x'.repeat(80));
    const tooLong = await server.ask(eventId, 'ann', 'k', { displayName: 'x'.repeat(81) });
    expect(tooLong.body.findings).toEqual([
      { code: 'too-long', severity: 'error', field: 'displayName', params: { max: 80 } },
    ]);
    expect((await server.ask(eventId, 'ann', 'k', { displayName: '\u202E' })).body.reason).toBe('invalid-input');
    expect((await server.ask(eventId, 'ann', 'k', { displayName: 7 })).body.reason).toBe('invalid-input');
  });
});

describe('seats', () => {
  it('are as many as there are, when thirty people ask at once for five', async () => {
    const server = await startTestServer();
    const eventId = await server.makeEvent({ maxVirtualAttendees: 5 });
    expect(await outcomes(people(30).map((person) => server.ask(eventId, person)))).toEqual({ admitted: 5, full: 25 });
  });

  it('are taken once by one person, however often they ask', async () => {
    const server = await startTestServer();
    const eventId = await server.makeEvent({ maxVirtualAttendees: 2 });
    const asked = Array.from({ length: 20 }, () => server.ask(eventId, 'ann'));
    expect(await outcomes(asked)).toEqual({ admitted: 20 });
    expect((await server.ask(eventId, 'bob')).status).toBe(201);
    expect((await server.ask(eventId, 'cem')).body.reason).toBe('full');
  });

  it('come back at once when the last of a person’s devices departs, and the ticket is worth nothing then', async () => {
    const server = await startTestServer();
    const eventId = await server.makeEvent({ maxVirtualAttendees: 1 });
    const phone = (await server.ask(eventId, 'ann')).body.ticket;
    const laptop = (await server.ask(eventId, 'ann')).body.ticket;
    expect(laptop).not.toBe(phone);
    expect((await depart(server, phone)).status).toBe(204);
    expect((await server.ask(eventId, 'bob')).body.reason).toBe('full');
    await depart(server, laptop);
    expect((await server.ask(eventId, 'bob')).status).toBe(201);
    for (const answer of [await server.claim(phone), await depart(server, phone), await server.claim('made-up')]) {
      expect([answer.status, (answer.body as { reason: string }).reason]).toEqual([401, 'ticket-invalid']);
    }
  });

  it('that were abandoned come back two minutes after the last token was claimed', async () => {
    const server = await startTestServer();
    const eventId = await server.makeEvent({ maxVirtualAttendees: 1 });
    const { ticket } = (await server.ask(eventId, 'ann')).body;
    server.clock.advance(119_000);
    expect((await server.claim(ticket)).status).toBe(201);
    server.clock.advance(119_000);
    expect((await server.ask(eventId, 'bob')).body.reason).toBe('full');
    server.clock.advance(1000);
    expect((await server.ask(eventId, 'bob')).status).toBe(201);
    expect((await server.claim(ticket)).body.reason).toBe('full');
    server.clock.advance(120_000);
    expect((await server.claim(ticket)).status).toBe(201);
    expect((await server.ask(eventId, 'bob')).body.reason).toBe('full');
  });

  it('stay with those who hold them when the limit is lowered', async () => {
    const server = await startTestServer();
    const eventId = await server.makeEvent({ maxVirtualAttendees: 3 });
    const { ticket } = (await server.ask(eventId, 'ann')).body;
    await server.ask(eventId, 'bob');
    const { virtualConfig } = (await server.snapshot(eventId)).event;
    const body = { attendanceType: 'virtual', virtualConfig: { ...virtualConfig, maxVirtualAttendees: 1 } };
    const path = `/v1/events/${eventId}/virtual-config`;
    expect((await server.call('PUT', path, { as: await server.organizer(), body })).status).toBe(200);
    expect((await server.claim(ticket)).status).toBe(201);
    expect((await server.ask(eventId, 'ann')).status).toBe(201);
    expect((await server.ask(eventId, 'cem')).body.reason).toBe('full');
  });
});

describe('asking twice with one key', () => {
  it('gives the same ticket, also at once and after a restart, and another body is refused', async () => {
    const databaseFile = join(makeFolder(), 'server.db');
    const server = await startTestServer({ databaseFile });
    const eventId = await server.makeEvent({ maxVirtualAttendees: 1 });
    const body = { displayName: 'Ann' };
    const asked = await Promise.all(Array.from({ length: 8 }, () => server.ask(eventId, 'ann', 'key', body)));
    const { ticket } = asked[0]!.body;
    expect(new Set(asked.map((answer) => answer.body.ticket))).toEqual(new Set([ticket]));
    await server.stop();

    const again = await startTestServer({ databaseFile, clock: server.clock });
    expect((await again.ask(eventId, 'ann', 'key', body)).body.ticket).toBe(ticket);
    const other = await again.ask(eventId, 'ann', 'key', { displayName: 'Eve' });
    expect([other.status, other.body.reason]).toEqual([409, 'conflict']);
    expect((await again.claim(ticket)).body).toMatchObject({ displayName: 'Ann', role: 'attendee' });
  });

  it('gives another person nothing of the first', async () => {
    const server = await startTestServer();
    const eventId = await server.makeEvent();
    const first = await server.ask(eventId, 'ann', 'key');
    const second = await server.ask(eventId, 'bob', 'key');
    expect(second.status).toBe(201);
    expect(second.body.ticket).not.toBe(first.body.ticket);
  });

  it('after the departure gives the same answer and no seat', async () => {
    const server = await startTestServer();
    const eventId = await server.makeEvent({ maxVirtualAttendees: 1 });
    const { ticket } = (await server.ask(eventId, 'ann', 'key')).body;
    await depart(server, ticket);
    expect((await server.ask(eventId, 'ann', 'key')).body.ticket).toBe(ticket);
    expect((await server.claim(ticket)).body.reason).toBe('ticket-invalid');
    expect((await server.ask(eventId, 'bob')).status).toBe(201);
    expect((await server.ask(eventId, 'ann', 'key')).body.ticket).toBe(ticket);
  });
});

describe('media tokens', () => {
  it('are for two minutes, one room, and talking and listening only', async () => {
    const server = await startTestServer({ livekitUrl: 'wss://media.example.org' });
    const eventId = await server.makeEvent();
    const { ticket } = (await server.ask(eventId, 'ann', 'k', {}, { role: 'host' })).body;
    const before = Math.floor(Date.now() / 1000);
    const { status, body } = await server.claim(ticket);
    expect(status).toBe(201);
    expect(body).toMatchObject({ url: 'wss://media.example.org', role: 'host', displayName: 'ann' });
    expect(body.expiresAt).toBe(server.now() + 120_000);
    expect(body.event).toEqual(await server.snapshot(eventId));
    const { exp, nbf, sub, video, ...rest } = decodeJwt(body.token);
    expect(exp! - nbf!).toBe(120);
    expect(nbf).toBeGreaterThanOrEqual(before);
    expect(video).toEqual({
      roomJoin: true,
      room: body.event.event.virtualConfig.conferenceRoomId,
      canPublish: true,
      canPublishSources: ['camera', 'microphone', 'screen_share', 'screen_share_audio'],
      canSubscribe: true,
      canPublishData: true,
    });
    expect(sub).not.toContain('ann');
    expect(rest).toEqual({ iss: 'devkey', name: 'ann' });
  });

  it('give two devices of one person identities of their own, and the same one again after a reconnect', async () => {
    const server = await startTestServer();
    const eventId = await server.makeEvent();
    const identityOf = async (ticket: string) => decodeJwt((await server.claim(ticket)).body.token).sub;
    const phone = (await server.ask(eventId, 'ann')).body.ticket;
    const laptop = (await server.ask(eventId, 'ann')).body.ticket;
    expect(await identityOf(phone)).not.toBe(await identityOf(laptop));
    expect(await identityOf(phone)).toBe(await identityOf(phone));
  });

  it('are not given after the end or when cancelled', async () => {
    const server = await startTestServer();
    const as = await server.organizer();
    const [over, off] = [await server.makeEvent(), await server.makeEvent()];
    const tickets = [(await server.ask(over, 'ann')).body.ticket, (await server.ask(off, 'ann')).body.ticket] as const;
    await server.call('DELETE', `/v1/events/${over}/conference`, { as });
    await server.call('PATCH', `/v1/events/${off}`, { as, body: { status: 'cancelled' } });
    expect((await server.claim(tickets[0])).body.reason).toBe('ended');
    expect((await server.claim(tickets[1])).body.reason).toBe('cancelled');
  });

  it('wait for the media server when it is away, and the seat with them', async () => {
    const rooms = new FakeMediaRooms();
    const server = await startTestServer({ rooms });
    const eventId = await server.makeEvent({ maxVirtualAttendees: 1 });
    const { ticket } = (await server.ask(eventId, 'ann')).body;
    rooms.isDown = true;
    const refused = await server.claim(ticket);
    expect([refused.status, refused.body.reason]).toEqual([503, 'media-server-down']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    rooms.isDown = false;
    expect((await server.ask(eventId, 'bob')).body.reason).toBe('full');
    expect((await server.claim(ticket)).status).toBe(201);
  });
});

it('tickets are stored as hashes only', async () => {
  const databaseFile = join(makeFolder(), 'server.db');
  const server = await startTestServer({ databaseFile });
  const eventId = await server.makeEvent();
  const { ticket } = (await server.ask(eventId, 'ann')).body;
  await server.claim(ticket);
  const database = new DatabaseSync(databaseFile, { readOnly: true });
  const tables = database.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[];
  const dump = JSON.stringify(tables.map(({ name }) => database.prepare(`select * from "${name}"`).all()));
  database.close();
  expect(dump).toContain(eventId);
  expect(dump).not.toContain(ticket);
});
