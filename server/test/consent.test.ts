import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { ConsentText, EventVirtualConfig } from '../../src/core/index.js';
import { makeFolder, startTestServer } from './harness/test-server.js';

const textHash = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

/** A server with an event whose config asks for consent; recording is not offered yet, so it is put there by hand. */
const setUp = async (
  config: Partial<EventVirtualConfig> = { recordingEnabled: true, recordingConsentRequired: true },
) => {
  const databaseFile = join(makeFolder(), 'server.db');
  const server = await startTestServer({ databaseFile });
  const eventId = await server.makeEvent();
  const database = new DatabaseSync(databaseFile);
  database
    .prepare('update events set virtual_config = json_patch(virtual_config, ?) where id = ?')
    .run(JSON.stringify(config), eventId);
  const kept = () => database.prepare('select * from consents order by id').all();
  const text = async (locale = 'en'): Promise<ConsentText> =>
    (await server.call<ConsentText>('GET', `/v1/events/${eventId}/consent-text?locale=${locale}`)).body;
  const agree = async (change: object = {}) => ({
    consent: { textVersion: (await text()).version, textHash, locale: 'en-GB', ...change },
  });
  const rewrite = async (recordingPolicy: object) =>
    server.call('PATCH', `/v1/events/${eventId}`, { as: await server.organizer(), body: { recordingPolicy } });
  return { server, eventId, database, kept, text, agree, rewrite };
};

describe('consent', () => {
  it('is needed for a ticket where the event asks for it, by hosts too, and is kept with what was agreed to', async () => {
    const { server, eventId, kept, agree, text } = await setUp();
    for (const role of ['attendee', 'host'] as const) {
      const { status, body } = await server.ask(eventId, 'ann', 'k1', {}, { role });
      expect([status, body.reason]).toEqual([403, 'consent-required']);
    }
    expect(kept()).toEqual([]);
    const { body } = await server.ask(eventId, 'ann', 'k2', await agree());
    expect((await server.claim(body.ticket)).status).toBe(201);
    await server.ask(eventId, 'ann', 'k2', await agree());
    expect(kept()).toEqual([
      {
        id: 1,
        event_id: eventId,
        pubkey: 'ann',
        is_guest: 0,
        text_version: (await text()).version,
        text_hash: textHash,
        locale: 'en-GB',
        how: 'admission',
        at: server.now(),
      },
    ]);
    expect((await server.ask(eventId, 'ann', 'k3')).status).toBe(201);
    expect((await server.ask(eventId, 'bob', 'k2')).body.reason).toBe('consent-required');
  });

  it('to other words is none: neither when asking, nor for a ticket from before', async () => {
    const { server, eventId, agree, text, rewrite } = await setUp();
    expect((await server.ask(eventId, 'ann', 'k1', await agree({ textVersion: 'old' }))).body.reason).toBe(
      'consent-outdated',
    );
    const { ticket } = (await server.ask(eventId, 'ann', 'k2', await agree())).body;
    const before = await text();
    await rewrite({ who: 'Everyone on the web.', policyUrl: 'https://club.example/p' });
    const after = await text('nl');
    expect(after).toMatchObject({ who: 'Everyone on the web.', policyUrl: 'https://club.example/p' });
    expect(after.version).not.toBe(before.version);
    const refused = await server.claim(ticket);
    expect([refused.status, refused.body.reason]).toEqual([403, 'consent-outdated']);
    const status = await server.call('GET', '/v1/admission', { ticket });
    expect(status.body).toMatchObject({ state: 'closed', reason: 'consent-outdated' });
    expect((await server.ask(eventId, 'ann', 'k3', await agree())).status).toBe(201);
    expect((await server.claim(ticket)).status).toBe(201);
  });

  it('comes before the waiting room', async () => {
    const { server, eventId, agree } = await setUp({
      recordingEnabled: true,
      recordingConsentRequired: true,
      waitingRoomEnabled: true,
    });
    expect((await server.ask(eventId, 'ann')).body.reason).toBe('consent-required');
    expect((await server.ask(eventId, 'ann', 'k', await agree())).body.state).toBe('waiting');
  });

  it('must have its form, and another one with the same key is another request', async () => {
    const { server, eventId, kept, agree } = await setUp();
    for (const consent of [true, {}, { textVersion: '1', textHash: 'x', locale: 'en' }]) {
      const { status, body } = await server.ask(eventId, 'ann', 'k', { consent });
      expect([status, body.reason]).toEqual([422, 'invalid-input']);
    }
    await server.ask(eventId, 'ann', 'k', await agree());
    const other = await server.ask(eventId, 'ann', 'k', await agree({ locale: 'nl' }));
    expect([other.status, other.body.reason]).toEqual([409, 'conflict']);
    expect(kept()).toHaveLength(1);
  });

  it('is not asked for where nothing is recorded; a link that is none is refused', async () => {
    const { server, eventId, kept, rewrite } = await setUp({ recordingEnabled: false, recordingConsentRequired: true });
    expect((await server.ask(eventId, 'ann')).status).toBe(201);
    expect(kept()).toEqual([]);
    const refused = await rewrite({ policyUrl: 'javascript:alert(1)' });
    expect([refused.status, refused.body.findings?.[0]?.field]).toEqual([422, 'recordingPolicy.policyUrl']);
  });

  it('that was kept is never changed', async () => {
    const { server, eventId, agree, database } = await setUp();
    await server.ask(eventId, 'ann', 'k', await agree());
    expect(() => database.exec("update consents set text_version = '2'")).toThrow('never changed');
  });
});
