import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { snapshotSchema } from '../src/http/schemas.js';
import { postWebhook, webhookBody } from './harness/livekit-webhook.js';
import { credentialSecret } from './harness/credentials.js';
import { livekitApiSecret, makeFolder, startTestServer } from './harness/test-server.js';

interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, { responses: Record<string, unknown>; security?: unknown }>>;
  components: { schemas: Record<string, unknown>; securitySchemes: Record<string, unknown> };
}

describe('the service', () => {
  it('is ready as long as its database is, whether or not the media server is there', async () => {
    const databaseFile = join(makeFolder(), 'server.db');
    const server = await startTestServer({ databaseFile });
    const ready = () => server.call<unknown>('GET', '/readyz');
    expect(await ready()).toMatchObject({
      status: 200,
      body: { status: 'ready', database: 'up', mediaServer: 'up' },
    });
    server.rooms.isDown = true;
    expect(await ready()).toMatchObject({ status: 200, body: { status: 'ready', mediaServer: 'down' } });
    renameSync(databaseFile, `${databaseFile}.away`);
    expect(await ready()).toMatchObject({ status: 503, body: { status: 'not-ready', database: 'down' } });
    expect(await server.call('GET', '/healthz')).toMatchObject({ status: 200, body: { status: 'alive' } });
    renameSync(`${databaseFile}.away`, databaseFile);
    expect(await ready()).toMatchObject({ status: 200, body: { database: 'up' } });
  });

  it('says so when its database is locked, keeps nothing half, and goes on afterwards', async () => {
    const databaseFile = join(makeFolder(), 'server.db');
    const server = await startTestServer({ databaseFile });
    const as = await server.organizer();
    const body = server.draft();
    const other = new DatabaseSync(databaseFile);
    other.exec('begin immediate');
    const refused = await server.call('POST', '/v1/events', { as, body });
    expect([refused.status, refused.body.reason]).toEqual([503, 'unavailable']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    other.exec('rollback');
    other.close();
    expect((await server.call('POST', '/v1/events', { as, body })).status).toBe(201);
    const { events } = (await server.call<{ events: unknown[] }>('GET', '/v1/events')).body;
    expect(events).toHaveLength(1);
  });

  it('describes every route, and answers as it says', async () => {
    const server = await startTestServer();
    const { body } = await server.call<OpenApi>('GET', '/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const routes = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(routes.sort()).toEqual([
      'DELETE /v1/events/{eventId}/conference',
      'GET /healthz',
      'GET /readyz',
      'GET /v1/admission',
      'GET /v1/changes',
      'GET /v1/events',
      'GET /v1/events/{eventId}',
      'GET /v1/events/{eventId}/admissions',
      'GET /v1/events/{eventId}/attendance',
      'GET /v1/events/{eventId}/consent-text',
      'PATCH /v1/events/{eventId}',
      'POST /v1/departures',
      'POST /v1/events',
      'POST /v1/events/{eventId}/admissions',
      'POST /v1/events/{eventId}/attendance',
      'POST /v1/events/{eventId}/conference',
      'POST /v1/events/{eventId}/decisions',
      'POST /v1/media-tokens',
      'POST /v1/webhooks/livekit',
      'PUT /v1/events/{eventId}/virtual-config',
      'PUT /v1/events/{eventId}/waiting-message',
    ]);
    expect(Object.keys(body.components.securitySchemes)).toEqual(['credential', 'ticket']);
    expect(body.paths['/v1/events']!['post']!.security).toEqual([{ credential: [] }]);
    expect(body.components.schemas).toHaveProperty('Problem');
    const eventId = await server.makeEvent(
      { maxVirtualAttendees: 3 },
      { location: 'Boathouse', guestsAllowed: true, recordingPolicy: { what: 'Sound' } },
    );
    await server.call('POST', `/v1/events/${eventId}/conference`, { as: await server.organizer() });
    const snapshot = await server.snapshot(eventId);
    expect(snapshotSchema.strict().parse(snapshot)).toEqual(snapshot);
  });

  it('never writes a secret to its log', async () => {
    const server = await startTestServer();
    const eventId = await server.makeEvent();
    const canary = await server.credential('ann');
    const expired = await server.credential('ann', { expiresAt: 1 });
    const key = 'a-key-of-idempotency';
    const { ticket } = (await server.ask(eventId, 'ann', key)).body;
    const { token } = (await server.claim(ticket)).body;
    const identity = decodeJwt(token).sub!;
    const path = `/v1/events/${eventId}/admissions`;
    await server.call('POST', path, { as: canary, body: '{ broken' });
    await server.call('POST', path, { as: expired, body: {} });
    await server.call('POST', path, { as: `${canary}x`, body: {} });
    await server.call('GET', `/v1/events?ticket=${ticket}&credential=${canary}`, { ticket });
    await server.call('GET', `/conference/${eventId}?ticket=${ticket}`);
    await postWebhook(server, webhookBody({ event: 'participant_joined', room: 'x', identity, sid: 'PA', at: 1 }));
    await postWebhook(server, 'garbage', token);
    server.rooms.isDown = true;
    await server.claim(ticket);
    await server.call('POST', '/v1/departures', { ticket });
    await server.call('POST', '/v1/departures', { ticket });
    await server.stop();
    const logged = server.logged();
    expect(logged.split('\n').length).toBeGreaterThan(14);
    for (const line of logged.trim().split('\n')) expect(() => void JSON.parse(line)).not.toThrow();
    const secrets = [ticket, canary, expired, token, token.split('.')[2]!, key, credentialSecret, livekitApiSecret];
    for (const secret of secrets) expect(logged).not.toContain(secret);
  });

  it('tells its inside to nobody when something breaks', async () => {
    const server = await startTestServer();
    const eventId = await server.makeEvent();
    const { ticket } = (await server.ask(eventId, 'ann')).body;
    server.rooms.ensure = () => Promise.reject(new Error('secret plumbing'));
    const answer = await server.claim(ticket);
    expect([answer.status, answer.body.reason]).toEqual([500, 'unavailable']);
    expect(JSON.stringify(answer.body)).not.toContain('plumbing');
    expect(server.logged()).toContain('secret plumbing');
  });
});
