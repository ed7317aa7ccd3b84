import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { applyPatch, defaultVirtualConfig, type SavedSettings } from '../../src/core/index.js';
import { savedSchema } from '../src/http/schemas.js';
import { minute, type Problem } from './harness/api-client.js';
import { postWebhook, webhookBody } from './harness/livekit-webhook.js';
import { startTestServer, type TestServer } from './harness/test-server.js';

const virtual = (config: Record<string, unknown> = {}) => ({
  attendanceType: 'virtual' as const,
  virtualConfig: { ...defaultVirtualConfig(), enabled: true, ...config },
});

const save = async (server: TestServer, eventId: string, body: unknown) =>
  server.call<SavedSettings & Problem>('PUT', `/v1/events/${eventId}/virtual-config`, {
    as: await server.organizer(),
    body,
  });

/** A live event with one person inside. */
const withSomeoneInside = async (config: Record<string, unknown> = {}) => {
  const server = await startTestServer();
  const eventId = await server.makeEvent(config);
  await server.server.runDueJobs();
  const { ticket } = (await server.ask(eventId, 'ann')).body;
  const identity = decodeJwt((await server.claim(ticket)).body.token).sub!;
  const room = (await server.snapshot(eventId)).event.virtualConfig.conferenceRoomId!;
  const at = server.now();
  const news = webhookBody({ event: 'participant_joined', room, identity, sid: 'PA_1', joinedAt: at, at });
  expect((await postWebhook(server, news)).status).toBe(204);
  expect((await server.snapshot(eventId)).room.participantCount).toBe(1);
  return { server, eventId };
};

describe('what there is to say of settings', () => {
  it('comes with what was saved, as the schema says, and its fix is one', async () => {
    const server = await startTestServer();
    const times = { startsAt: server.now() + 10 * minute, endsAt: server.now() + 60 * minute };
    const draft = { ...server.draft(times), ...virtual() };
    const made = await server.call<SavedSettings>('POST', '/v1/events', { as: await server.organizer(), body: draft });
    expect(made.status).toBe(201);
    expect(made.body.findings).toEqual([
      {
        code: 'doors-already-open',
        severity: 'warning',
        field: 'virtualConfig.autoStartMinutes',
        fixes: [
          { code: 'open-doors-later', params: { minutes: 9 }, patch: { virtualConfig: { autoStartMinutes: 9 } } },
        ],
      },
    ]);
    expect(savedSchema.strict().parse(made.body)).toEqual(made.body);
    const mended = applyPatch(virtual(), made.body.findings[0]!.fixes![0]!.patch);
    const saved = await save(server, made.body.event.id, mended);
    expect([saved.status, saved.body.findings]).toEqual([200, []]);
    expect(saved.body.event.virtualConfig.autoStartMinutes).toBe(9);
  });

  it('keeps an event with people inside online, and says how', async () => {
    const { server, eventId } = await withSomeoneInside();
    const before = (await server.snapshot(eventId)).event;
    const refused = await save(server, eventId, { ...virtual({ enabled: false }), attendanceType: 'in-person' });
    expect([refused.status, refused.body.reason]).toEqual([422, 'invalid-input']);
    expect(refused.body.findings).toEqual([
      {
        code: 'locked-while-live',
        severity: 'error',
        field: 'attendanceType',
        fixes: [{ code: 'keep-as-it-is', patch: { attendanceType: 'virtual', virtualConfig: { enabled: true } } }],
      },
    ]);
    expect((await server.snapshot(eventId)).event).toEqual(before);
    const changed = await save(server, eventId, { ...virtual({ autoStartMinutes: 30 }), attendanceType: 'hybrid' });
    expect(changed.status).toBe(200);
    expect(changed.body.findings.map(({ code }) => code)).toEqual(['no-effect-while-live']);
  });

  it('refuses for errors, and tells of these alone', async () => {
    const server = await startTestServer();
    const times = { startsAt: server.now() + 10 * minute, endsAt: server.now() + 60 * minute };
    const eventId = await server.makeEvent({ autoStartMinutes: 5 }, times);
    const refused = await save(server, eventId, virtual({ autoStartMinutes: 20, enabled: false }));
    expect(refused.body.findings.map(({ code }) => code)).toEqual(['room-off']);
  });

  it.each([
    ['names without end', { breakoutConfig: { roomNames: Array.from({ length: 5000 }, () => 'x') } }, 'too-many'],
    ['names that are none', { breakoutConfig: { roomNames: [null, {}] } }, 'wrong-type'],
    ['null for a number', { autoStartMinutes: null }, 'wrong-type'],
    ['a number beyond all', { maxVirtualAttendees: 1e308 }, 'out-of-range'],
    ['a list for a config', { breakoutConfig: [] }, 'wrong-type'],
    ['switches in a prototype', { __proto__: null, enabled: undefined }, 'wrong-type'],
  ])('refuses %s, and keeps nothing of it', async (_what, config, code) => {
    const server = await startTestServer();
    const eventId = await server.makeEvent();
    const before = (await server.snapshot(eventId)).event;
    const body = JSON.stringify(virtual(config)).replace('{"', '{"__proto__":{"enabled":true},"');
    const refused = await save(server, eventId, body);
    expect(refused.status).toBe(422);
    expect(refused.body.findings).toContainEqual(expect.objectContaining({ code, severity: 'error' }));
    expect((await server.snapshot(eventId)).event).toEqual(before);
  });
});
