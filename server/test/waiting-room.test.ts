import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { decodeJwt } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import { minute } from './harness/api-client.js';
import { Door, people, waitingRoom } from './harness/door.js';
import { makeFolder, startTestServer, type TestServerOptions } from './harness/test-server.js';

type Config = Parameters<Awaited<ReturnType<typeof startTestServer>>['makeEvent']>[0];

const setUp = async (config: Config = waitingRoom, options: TestServerOptions = {}) => {
  const server = await startTestServer(options);
  const door = new Door(server, await server.makeEvent(config));
  return { server, door, eventId: door.eventId };
};

describe('the waiting room', () => {
  it('has no way round it: neither tickets, replays, other devices nor the start open the media', async () => {
    const server = await startTestServer();
    const startsAt = server.now() + 5 * minute;
    const eventId = await server.makeEvent(waitingRoom, { startsAt, endsAt: startsAt + 60 * minute });
    const asked = await server.ask(eventId, 'ann', 'key');
    expect([asked.status, asked.body.state]).toEqual([201, 'waiting']);
    const again = await server.ask(eventId, 'ann', 'key');
    const phone = await server.ask(eventId, 'ann');
    expect([again.body.state, again.body.ticket]).toEqual(['waiting', asked.body.ticket]);
    const refusals = async () => {
      const tickets = [asked.body.ticket, again.body.ticket, phone.body.ticket];
      return Promise.all(tickets.map(async (ticket) => (await server.claim(ticket)).body.reason));
    };
    expect(await refusals()).toEqual(['waiting', 'waiting', 'waiting']);
    server.clock.set(startsAt + minute);
    expect(await refusals()).toEqual(['waiting', 'waiting', 'waiting']);
    await server.call('POST', `/v1/events/${eventId}/conference`, { as: await server.organizer() });
    expect(await refusals()).toEqual(['waiting', 'waiting', 'waiting']);
    expect((await server.claim(phone.body.ticket)).status).toBe(409);
    expect((await server.ask(eventId, 'holly', 'k', {}, { role: 'host' })).body.state).toBe('admitted');
  });

  it('lets in exactly as many as there are places when two hosts admit all 200 at once', async () => {
    const { server, door, eventId } = await setUp({ ...waitingRoom, maxVirtualAttendees: 10 });
    const tickets = await Promise.all(people(200).map((person) => door.knock(person)));
    expect((await door.list()).placesLeft).toBe(10);
    const everyone = { decision: 'admit', admissions: 'all' };
    const outcomes = await Promise.all([door.decide(everyone), door.decide(everyone)]);
    expect(outcomes.flatMap(({ body }) => body.admitted)).toHaveLength(10);
    const claims = await Promise.all(tickets.map((ticket) => server.claim(ticket)));
    const counts = Map.groupBy(claims, ({ status, body }) => (status === 201 ? 'in' : (body.reason as string)));
    expect([counts.get('in')?.length, counts.get('waiting')?.length]).toEqual([10, 190]);
    expect(await door.waiting()).toHaveLength(190);
    expect((await server.ask(eventId, 'late')).body.state).toBe('waiting');
  });

  it('gives twenty requests of one person one line and one seat', async () => {
    const { server, door } = await setUp({ ...waitingRoom, maxVirtualAttendees: 2 });
    const tickets = await Promise.all(Array.from({ length: 20 }, () => door.knock('ann')));
    expect(new Set(tickets).size).toBe(20);
    expect(await door.waiting()).toHaveLength(1);
    await door.decide({ decision: 'admit', admissions: 'all' });
    for (const ticket of tickets) expect((await server.claim(ticket)).status).toBe(201);
    expect((await door.list()).placesLeft).toBe(1);
  });

  it('tells a knock to hosts and a decision to the person at once, over open streams', async () => {
    const { server, door } = await setUp();
    const ticket = await door.knock('ann');
    const own = await door.follow(ticket);
    const other = await door.follow(await door.knock('bob'));
    expect(own.response.headers.get('content-type')).toMatch('text/event-stream');
    expect(await own.next()).toMatchObject({ state: 'waiting', displayName: 'ann', since: server.now() });
    expect(await other.next()).toMatchObject({ state: 'waiting', displayName: 'bob' });
    const hosts = await door.followList(`Bearer ${await server.organizer()}`);
    expect((await hosts.next())!.admissions.map(({ displayName }) => displayName)).toEqual(['ann', 'bob']);
    await door.knock('cem');
    expect((await hosts.next())!.admissions).toHaveLength(3);

    const [ann] = await door.waiting();
    server.clock.advance(1000);
    await door.decide({ decision: 'deny', admission: ann!.id, sentence: 'Crew only.\u202E' });
    expect(await own.next()).toEqual({
      state: 'denied',
      reason: 'denied',
      message: { text: 'Crew only.', from: 'Olga' },
      since: server.now(),
      displayName: 'ann',
      serverNow: server.now(),
    });
    await door.decide({ decision: 'admit', admissions: 'all' });
    expect(await other.next()).toMatchObject({ state: 'admitted' });
  });

  it('keeps whoever follows, for hours, and whoever does not for 90 seconds; who comes back is there again', async () => {
    const { server, door } = await setUp();
    const ticket = await door.knock('ann');
    const sleeper = await door.knock('bob');
    const stream = await door.follow(ticket);
    await stream.next();
    for (let beats = 0; beats < 12; beats += 1) {
      server.clock.advance(15_000);
      expect(await stream.nextBlock()).toBe(': still here');
    }
    await vi.waitFor(async () => expect((await door.waiting()).map(({ pubkey }) => pubkey)).toEqual(['ann']));
    await door.status(sleeper);
    const back = await door.waiting();
    expect(back.map(({ pubkey }) => pubkey)).toEqual(['ann', 'bob']);
    server.clock.advance(89_000);
    expect((await door.waiting()).map(({ pubkey }) => pubkey)).toContain('bob');
    server.clock.advance(1000);
    expect((await door.waiting()).map(({ pubkey }) => pubkey)).not.toContain('bob');
    expect((await door.status(sleeper)).body.since).toBe(back[1]!.since);
  });

  it('holds a seat for two minutes for whoever was let in; then it is another’s, and theirs again once free', async () => {
    const { server, door } = await setUp({ ...waitingRoom, maxVirtualAttendees: 1 });
    const [ann, bob] = [await door.knock('ann'), await door.knock('bob')];
    await door.decide({ decision: 'admit', admissions: 'all' });
    server.clock.advance(119_000);
    await door.status(bob);
    expect((await door.decide({ decision: 'admit', admissions: 'all' })).body).toMatchObject({ admitted: [] });
    server.clock.advance(1000);
    expect((await door.decide({ decision: 'admit', admissions: 'all' })).body.admitted).toHaveLength(1);
    expect((await door.status(ann)).body).toMatchObject({ state: 'full', reason: 'full' });
    expect((await server.claim(ann)).body.reason).toBe('full');
    const stream = await door.follow(ann);
    expect(await stream.next()).toMatchObject({ state: 'full' });
    await server.call('POST', '/v1/departures', { ticket: bob });
    expect(await stream.next()).toMatchObject({ state: 'admitted' });
    expect((await server.claim(ann)).status).toBe(201);
  });

  it('leaves those alone who were inside when it was set up', async () => {
    const { server, door, eventId } = await setUp({});
    const inside = await door.knock('ann');
    const { virtualConfig } = (await server.snapshot(eventId)).event;
    const body = { attendanceType: 'virtual', virtualConfig: { ...virtualConfig, ...waitingRoom } };
    const path = `/v1/events/${eventId}/virtual-config`;
    expect((await server.call('PUT', path, { as: await server.organizer(), body })).status).toBe(200);
    server.clock.advance(10 * minute);
    expect((await server.claim(inside)).status).toBe(201);
    expect((await server.ask(eventId, 'ann')).body.state).toBe('admitted');
    expect((await server.ask(eventId, 'bob')).body.state).toBe('waiting');
  });

  it('tells the public nothing of those who wait', async () => {
    const { server, door, eventId } = await setUp();
    const before = await server.snapshot(eventId);
    await door.knock('ann');
    const path = `/v1/events/${eventId}/waiting-message`;
    const said = await server.call('PUT', path, { as: await server.organizer(), body: { text: 'Soon.' } });
    expect(said.status).toBe(204);
    expect(await server.snapshot(eventId)).toEqual(before);
  });
});

describe('following by asking again', () => {
  it('answers at once what is not known yet, else when it changes or the wait is over', async () => {
    const { server, door } = await setUp();
    const ticket = await door.knock('ann');
    const { revision, ...status } = (await door.status(ticket)).body;
    expect(status).toMatchObject({ state: 'waiting' });
    const question = door.status(ticket, `?wait=25&after=${revision}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await door.decide({ decision: 'admit', admissions: 'all' });
    const answer = (await question).body;
    expect(answer.state).toBe('admitted');
    expect(answer.revision).not.toBe(revision);
    const last = door.status(ticket, `?wait=25&after=${answer.revision}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    server.clock.advance(25_000);
    expect((await last).body.revision).toBe(answer.revision);
    expect((await door.status(ticket, '?wait=26')).status).toBe(400);
  });

  it('refuses tickets that are none, and says where those stand who left', async () => {
    const { server, door } = await setUp();
    const ticket = await door.knock('ann');
    await server.call('POST', '/v1/departures', { ticket });
    expect((await door.status(ticket)).body.state).toBe('left');
    for (const given of ['made-up', '']) {
      const { status, body } = await door.status(given);
      expect([status, body.reason]).toEqual([401, 'ticket-invalid']);
    }
    const as = await server.credential('ann');
    expect((await server.call('GET', '/v1/admission', { as })).body.reason).toBe('ticket-invalid');
  });

  it('ends when the server stops, and so does the stream', async () => {
    const { server, door } = await setUp();
    const ticket = await door.knock('ann');
    const { revision } = (await door.status(ticket)).body;
    const stream = await door.follow(ticket);
    await stream.next();
    const question = door.status(ticket, `?wait=25&after=${revision}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await server.stop();
    expect((await question).body.revision).toBe(revision);
    expect(await stream.next()).toBe(undefined);
  });
});

describe('the host’s desk', () => {
  it('is for hosts of this event alone', async () => {
    const { server, door, eventId } = await setUp();
    const elsewhere = await server.makeEvent(waitingRoom);
    const [waiting] = [await door.knock('ann'), await door.knock('bob')];
    const hostElsewhere = (await server.ask(elsewhere, 'holly', 'k', {}, { role: 'host' })).body.ticket;
    const departed = (await server.ask(eventId, 'holly', 'k', {}, { role: 'host' })).body.ticket;
    await server.call('POST', '/v1/departures', { ticket: departed });
    const credentials = [
      await server.credential('ann'),
      await server.credential('holly', { role: 'host', event: elsewhere }),
    ];
    const attempts = [
      ...credentials.map((as) => ({ as })),
      ...[waiting, hostElsewhere, departed].map((ticket) => ({ ticket })),
    ];
    const routes = [
      ['GET', 'admissions', undefined],
      ['POST', 'decisions', { decision: 'admit', admissions: 'all' }],
      ['PUT', 'waiting-message', { text: 'Ha.' }],
    ] as const;
    for (const who of attempts) {
      for (const [method, path, body] of routes) {
        const refused = await server.call(method, `/v1/events/${eventId}/${path}`, { ...who, body });
        expect([refused.status, refused.body.reason], `${method} ${path}`).toEqual([403, 'forbidden']);
      }
    }
    for (const [method, path, body] of routes) {
      const refused = await server.call(method, `/v1/events/${eventId}/${path}`, { body });
      expect(refused.body.reason).toBe('credential-missing');
    }
    expect(await door.waiting()).toHaveLength(2);
  });

  it('does nothing for admissions of another event, and takes only what it knows', async () => {
    const { server, door } = await setUp();
    const other = new Door(server, await server.makeEvent(waitingRoom));
    await other.knock('ann');
    const id = (await other.waiting())[0]!.id;
    expect((await door.decide({ decision: 'admit', admissions: [id] })).body).toEqual({ admitted: [], full: [] });
    expect((await door.decide({ decision: 'deny', admission: id })).status).toBe(404);
    expect((await door.decide({ decision: 'remove', pubkey: 'ann' })).status).toBe(404);
    for (const body of [{ decision: 'promote', pubkey: 'ann' }, { decision: 'admit' }, { decision: 'remove' }, {}]) {
      expect((await door.decide(body)).body.reason).toBe('invalid-input');
    }
    expect((await other.waiting()).map(({ pubkey }) => pubkey)).toEqual(['ann']);
  });

  it('loses sight of the event when the host leaves', async () => {
    const { server, door, eventId } = await setUp();
    const { ticket } = (await server.ask(eventId, 'holly', 'k', {}, { role: 'host' })).body;
    const stream = await door.followList(`Ticket ${ticket}`);
    expect(await stream.next()).toMatchObject({ admissions: [{ pubkey: 'holly', state: 'admitted' }] });
    await server.call('POST', '/v1/departures', { ticket });
    expect(await stream.next()).toBe(undefined);
  });

  it('decides for good: kept over a restart, with who, when and by whom, and never changed', async () => {
    const databaseFile = join(makeFolder(), 'server.db');
    const { server, door, eventId } = await setUp(waitingRoom, { databaseFile });
    const tickets = [await door.knock('ann'), await door.knock('bob'), await door.knock('cem')];
    const [ann, bob] = await door.waiting();
    await door.decide({ decision: 'admit', admissions: [ann!.id] });
    await door.decide({ decision: 'deny', admission: bob!.id, sentence: 'Not today.' });
    await server.call('PUT', `/v1/events/${eventId}/waiting-message`, {
      as: await server.organizer(),
      body: { text: 'Soon.' },
    });
    await server.stop();

    const again = await startTestServer({ databaseFile, clock: server.clock });
    const later = new Door(again, eventId);
    const told = await Promise.all(tickets.map(async (ticket) => (await later.status(ticket)).body));
    expect(told).toMatchObject([
      { state: 'admitted' },
      { state: 'denied', message: { text: 'Not today.', from: 'Olga' } },
      { state: 'waiting', message: { text: 'Soon.', from: 'Olga' } },
    ]);
    const database = new DatabaseSync(databaseFile);
    const kept = database.prepare('select pubkey, decision, by_pubkey, sentence, at from decisions order by id').all();
    expect(kept).toEqual([
      { pubkey: 'ann', decision: 'admit', by_pubkey: 'olga', sentence: null, at: server.now() },
      { pubkey: 'bob', decision: 'deny', by_pubkey: 'olga', sentence: 'Not today.', at: server.now() },
    ]);
    expect(() => database.exec("update decisions set decision = 'admit'")).toThrow('never changed');
    database.close();
  });
});

describe('guests and guest passes', () => {
  it('a guest has an identity of the browser’s own, and none without being allowed', async () => {
    const { server, door, eventId } = await setUp();
    const path = `/v1/events/${eventId}/admissions`;
    const ask = (body: object) => server.call<{ reason: string; ticket: string }>('POST', path, { body });
    const guest = { displayName: 'Jonas', guestKey: 'a-secret-of-this-browser' };
    expect(await ask(guest)).toMatchObject({ status: 401, body: { reason: 'credential-missing' } });
    const body = { guestsAllowed: true };
    await server.call('PATCH', `/v1/events/${eventId}`, { as: await server.organizer(), body });
    expect((await ask({ displayName: 'Jonas', guestKey: 'short' })).body.reason).toBe('invalid-input');
    expect((await ask(guest)).status).toBe(201);
    expect((await ask({ ...guest, displayName: 'Jonas W.' })).status).toBe(201);
    const waiting = await door.waiting();
    expect(waiting).toMatchObject([
      { isGuest: true, role: 'attendee', pubkey: expect.stringMatching(/^guest:/) as string },
    ]);
    // A key is worth nothing at another event, and a credential that does not hold makes nobody a guest.
    const other = new Door(server, await server.makeEvent(waitingRoom, { guestsAllowed: true }));
    await server.call('POST', `/v1/events/${other.eventId}/admissions`, { body: guest });
    expect((await other.waiting())[0]!.pubkey).not.toBe(waiting[0]!.pubkey);
    expect((await server.call('POST', path, { as: 'nonsense', body: guest })).body.reason).toBe('credential-invalid');
  });

  it('a pass opens one event, for one person', async () => {
    const { server, door, eventId } = await setUp({});
    const elsewhere = await server.makeEvent();
    const pass = { role: 'attendee', event: eventId } as const;
    const { ticket } = (await server.ask(eventId, 'invited', 'k', {}, pass)).body;
    expect(decodeJwt((await server.claim(ticket)).body.token)['name']).toBe('invited');
    expect((await server.ask(elsewhere, 'invited', 'k', {}, pass)).body.reason).toBe('forbidden');
    expect((await door.list()).admissions).toMatchObject([{ pubkey: 'invited', isGuest: false }]);
  });
});
