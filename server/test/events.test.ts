import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { defaultVirtualConfig, type EventSnapshot } from '../../src/core/index.js';
import { minute, type Problem } from './harness/api-client.js';
import { startTestServer, type TestServer } from './harness/test-server.js';

const virtual = (config: Record<string, unknown> = {}) => ({
  attendanceType: 'virtual',
  virtualConfig: { ...defaultVirtualConfig(), enabled: true, ...config },
});

const make = async (server: TestServer, body: unknown = server.draft(), headers: Record<string, string> = {}) =>
  server.call<EventSnapshot & Problem>('POST', '/v1/events', { as: await server.organizer(), body, headers });

const events = async (server: TestServer) =>
  (await server.call<{ events: EventSnapshot[] }>('GET', '/v1/events')).body.events;

describe('events', () => {
  it('are made, found and listed in the order of their start', async () => {
    const server = await startTestServer();
    const later = await make(server, server.draft({ location: 'Boathouse' }));
    const sooner = await make(server, server.draft({ startsAt: server.now() + minute }));
    expect(later.status).toBe(201);
    expect(later.headers.get('etag')).toBe('"1"');
    expect(later.body).toMatchObject({
      event: { title: 'Spring members’ meeting', location: 'Boathouse', attendanceType: 'in-person', version: 1 },
      room: { state: 'idle', participantCount: 0, recording: false },
      features: ['waiting-room'],
      serverNow: server.now(),
    });
    expect({ ...(await server.snapshot(later.body.event.id)), findings: [] }).toEqual(later.body);
    expect((await events(server)).map(({ event }) => event.id)).toEqual([sooner.body.event.id, later.body.event.id]);
  });

  it.each([
    ['ends before it starts', { endsAt: 1 }, 'endsAt', 'end-before-start'],
    ['is in no zone', { timeZone: 'Europe/Atlantis' }, 'timeZone', 'unknown-zone'],
    ['has no title', { title: ' \u0000\u202E ' }, 'title', 'required'],
    ['has a title without end', { title: 'x'.repeat(10_000) }, 'title', 'too-long'],
    ['starts beyond all time', { startsAt: 1e300 }, 'startsAt', 'required'],
    ['starts in words', { startsAt: 'tomorrow' }, 'startsAt', 'required'],
    ['has a location without end', { location: 'x'.repeat(301) }, 'location', 'too-long'],
    ['has half a config', { virtualConfig: defaultVirtualConfig() }, 'attendanceType', 'wrong-type'],
  ])('one that %s is refused, and nothing is kept', async (_what, wrong, field, code) => {
    const server = await startTestServer();
    const answer = await make(server, { ...server.draft(), ...wrong });
    expect([answer.status, answer.body.reason]).toEqual([422, 'invalid-input']);
    expect(answer.body.findings).toContainEqual(expect.objectContaining({ field, code, severity: 'error' }));
    expect(await events(server)).toEqual([]);
  });

  it('that are not JSON, or not an object, are refused', async () => {
    const server = await startTestServer();
    const garbled = await make(server, '{"title": ');
    expect([garbled.status, garbled.body.reason]).toEqual([400, 'invalid-input']);
    const list = await make(server, []);
    expect([list.status, list.body.reason]).toEqual([422, 'invalid-input']);
    const form = await make(server, 'title=x', { 'Content-Type': 'application/x-www-form-urlencoded' });
    expect([form.status, form.body.reason]).toEqual([415, 'invalid-input']);
    expect(await events(server)).toEqual([]);
  });

  it('of ten megabytes are refused before they are read, whether or not their length is told', async () => {
    const server = await startTestServer();
    const as = await server.organizer();
    const told = await server.call('POST', '/v1/events', { as, body: { ...server.draft(), title: 'x'.repeat(1e7) } });
    expect([told.status, told.body.reason]).toEqual([413, 'too-large']);
    const untold = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { Authorization: `Bearer ${as}`, 'Content-Type': 'application/json' };
      const sending = request(`${server.url}/v1/events`, { method: 'POST', headers }, (response) => {
        resolve(response.statusCode);
        sending.destroy();
      });
      sending.on('error', reject);
      const chunk = ' '.repeat(64 * 1024);
      const send = (left: number): void => {
        if (left > 0 && !sending.destroyed) sending.write(chunk, () => send(left - 1));
      };
      send(160);
    });
    expect(untold).toBe(413);
    expect(await events(server)).toEqual([]);
  });

  it('keep their titles free of what turns or breaks text around them', async () => {
    const server = await startTestServer();
    const title = '\u202EZu\u0308rich\u2066 \u0007<b>night</b>\r\n\t👩‍👩‍👧 \uD800';
    const { body } = await make(server, { ...server.draft(), title });
    expect(body.event.title).toBe('Zürich <b>night</b> 👩‍👩‍👧 \uFFFD');
  });

  it('begin and end at whole milliseconds', async () => {
    const server = await startTestServer();
    const { startsAt, endsAt } = server.draft();
    const made = await make(server, server.draft({ startsAt: startsAt + 0.4, endsAt: endsAt - 0.4 }));
    expect(made.body.event).toMatchObject({ startsAt, endsAt });
    const body = { startsAt: startsAt + minute + 0.25 };
    const path = `/v1/events/${made.body.event.id}`;
    const moved = await server.call<EventSnapshot>('PATCH', path, { as: await server.organizer(), body });
    expect(moved.body.event.startsAt).toBe(startsAt + minute);
  });

  it('make one for one idempotency key, also when asked at once, and refuse the key for another', async () => {
    const server = await startTestServer();
    const body = server.draft();
    const headers = { 'Idempotency-Key': 'the-key' };
    const made = await Promise.all(Array.from({ length: 10 }, () => make(server, body, headers)));
    expect(new Set(made.map((answer) => answer.body.event.id)).size).toBe(1);
    const other = await make(server, { ...body, title: 'Another' }, headers);
    expect([other.status, other.body.reason]).toEqual([409, 'conflict']);
    expect(await events(server)).toHaveLength(1);
  });

  it('are unknown when unknown', async () => {
    const server = await startTestServer();
    const as = await server.organizer();
    const paths = [
      ['GET', '/v1/events/nope'],
      ['PATCH', '/v1/events/nope'],
      ['POST', '/v1/events/nope/admissions'],
      ['POST', '/v1/events/nope/conference'],
      ['DELETE', '/v1/events/nope/conference'],
      ['GET', '/v1/events/nope/attendance'],
      ['GET', '/v1/nothing'],
    ] as const;
    for (const [method, path] of paths) {
      const body = method === 'PATCH' || path.endsWith('admissions') ? {} : undefined;
      const answer = await server.call(method, path, { as, body });
      expect([path, answer.status, answer.body.reason]).toEqual([path, 404, 'not-found']);
    }
  });

  it('are changed by organizers only, each change counted, and only from the version that was read', async () => {
    const server = await startTestServer();
    const { event } = (await make(server)).body;
    const path = `/v1/events/${event.id}`;
    const body = { title: 'Moved' };
    for (const role of ['attendee', 'host'] as const) {
      const as = await server.credential('someone', { role });
      expect((await server.call('PATCH', path, { as, body })).body.reason).toBe('forbidden');
    }
    const as = await server.organizer();
    const changed = await server.call<EventSnapshot>('PATCH', path, { as, body, headers: { 'If-Match': '"1"' } });
    expect(changed.body.event).toEqual({ ...event, title: 'Moved', version: 2 });
    expect(changed.headers.get('etag')).toBe('"2"');
    const late = await server.call('PATCH', path, { as, body: { title: 'Late' }, headers: { 'If-Match': '"1"' } });
    expect([late.status, late.body.reason]).toEqual([412, 'conflict']);
    const backwards = await server.call('PATCH', path, { as, body: { endsAt: event.startsAt } });
    expect(backwards.body.findings).toContainEqual(expect.objectContaining({ code: 'end-before-start' }));
    expect((await server.snapshot(event.id)).event).toEqual(changed.body.event);
  });
});

describe('attendance settings', () => {
  const save = async (server: TestServer, eventId: string, body: unknown, headers: Record<string, string> = {}) =>
    server.call<EventSnapshot & Problem>('PUT', `/v1/events/${eventId}/virtual-config`, {
      as: await server.organizer(),
      body,
      headers,
    });

  it('come back as they were saved, with fields that are not known, but not with what the server sets', async () => {
    const server = await startTestServer();
    const { event } = (await make(server)).body;
    const wish = virtual({
      autoStartMinutes: 5,
      someday: { soon: [1, null] },
      conferenceRoomId: 'my-own',
      recordingUrl: 'javascript:alert(1)',
    });
    const saved = await save(server, event.id, wish);
    expect(saved.status).toBe(200);
    const {
      conferenceRoomId: _room,
      recordingUrl: _recording,
      ...kept
    } = wish.virtualConfig as Record<string, unknown>;
    expect(saved.body.event.virtualConfig).toEqual(kept);
    expect((await server.snapshot(event.id)).event).toEqual(saved.body.event);
  });

  it.each([
    ['autoStartMinutes', { autoStartMinutes: 61 }, 'out-of-range'],
    ['autoStartMinutes', { autoStartMinutes: 1.5 }, 'out-of-range'],
    ['maxVirtualAttendees', { maxVirtualAttendees: 0 }, 'out-of-range'],
    ['enabled', { enabled: 'yes' }, 'wrong-type'],
    ['recordingEnabled', { recordingEnabled: true }, 'unsupported-by-backend'],
    ['e2eeRequired', { e2eeRequired: true }, 'unsupported-by-backend'],
    ['breakoutRoomsEnabled', { breakoutRoomsEnabled: true }, 'unsupported-by-backend'],
  ])('with %s %j are refused as %s, and what was there stays', async (field, wrong, code) => {
    const server = await startTestServer();
    const { event } = (await make(server)).body;
    const refused = await save(server, event.id, virtual(wrong));
    expect([refused.status, refused.body.reason]).toEqual([422, 'invalid-input']);
    expect(refused.body.findings).toEqual([
      expect.objectContaining({ field: `virtualConfig.${field}`, code, severity: 'error' }),
    ]);
    expect((await server.snapshot(event.id)).event).toEqual(event);
  });

  it('do not overwrite what someone else saved meanwhile', async () => {
    const server = await startTestServer();
    const { event } = (await make(server)).body;
    const headers = { 'If-Match': '"1"' };
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((autoStartMinutes) => save(server, event.id, virtual({ autoStartMinutes }), headers)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412]);
    const winner = answers.find(({ status }) => status === 200)!;
    expect((await server.snapshot(event.id)).event).toEqual(winner.body.event);
    expect(winner.body.event.version).toBe(2);
    expect((await save(server, event.id, virtual(), { 'If-Match': 'nonsense' })).status).toBe(400);
  });

  it('with __proto__ in them do no harm, and do not come back', async () => {
    const server = await startTestServer();
    const { event } = (await make(server)).body;
    const body = JSON.stringify(virtual({ nested: { HERE: 1 } })).replaceAll(
      '"HERE":1',
      '"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}',
    );
    const saved = await save(server, event.id, body);
    expect(saved.status).toBe(200);
    expect(JSON.stringify(saved.body)).not.toContain('__proto__');
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
    const draft = JSON.stringify(server.draft()).replace('{', '{"__proto__":{"status":"cancelled","version":9},');
    const made = await make(server, draft);
    expect(made.body.event).toMatchObject({ status: 'published', version: 1 });
  });

  it('nested beyond all use are refused', async () => {
    const server = await startTestServer();
    const { event } = (await make(server)).body;
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const body = JSON.stringify(virtual({ nested: 'HERE' })).replace('"HERE"', deep);
    const refused = await save(server, event.id, body);
    expect([refused.status, refused.body.reason]).toEqual([400, 'invalid-input']);
    expect((await server.snapshot(event.id)).event).toEqual(event);
  });

  it('cannot be changed once the conference has ended', async () => {
    const server = await startTestServer();
    const eventId = await server.makeEvent();
    await server.call('DELETE', `/v1/events/${eventId}/conference`, { as: await server.organizer() });
    expect((await save(server, eventId, virtual())).body.reason).toBe('ended');
    const later = { endsAt: server.now() + 300 * minute };
    const moved = await server.call('PATCH', `/v1/events/${eventId}`, { as: await server.organizer(), body: later });
    expect([moved.status, moved.body.reason]).toEqual([410, 'ended']);
  });
});
