import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { Door } from './harness/door.js';
import { postWebhook, webhookBody } from './harness/livekit-webhook.js';
import { startTestServer } from './harness/test-server.js';

/** A live event with people in its media room. */
const setUp = async () => {
  const server = await startTestServer();
  const door = new Door(server, await server.makeEvent());
  await server.server.runDueJobs();
  const room = (await server.snapshot(door.eventId)).event.virtualConfig.conferenceRoomId!;
  let sids = 0;

  /** The media server lets in whoever has a token that has not expired, whatever became of them meanwhile. */
  const connect = async (identity: string): Promise<string> => {
    const sid = `PA_${++sids}`;
    const joinedAt = server.now();
    server.rooms.rooms.set(room, [...(server.rooms.rooms.get(room) ?? []), { identity, sid, joinedAt }]);
    await postWebhook(
      server,
      webhookBody({ event: 'participant_joined', room, identity, sid, joinedAt, at: joinedAt }),
    );
    await server.server.runDueJobs();
    return sid;
  };
  const enter = async (person: string) => {
    const ticket = await door.knock(person);
    const identity = decodeJwt((await server.claim(ticket)).body.token).sub!;
    await connect(identity);
    return { ticket, identity };
  };
  const inside = () => (server.rooms.rooms.get(room) ?? []).map(({ identity }) => identity);
  const count = async () => (await server.snapshot(door.eventId)).room.participantCount;
  return { server, door, connect, enter, inside, count };
};

describe('someone who was removed', () => {
  it('is put out of the media room on all devices at once, and nobody else is', async () => {
    const { server, door, enter, inside, count } = await setUp();
    const [phone, laptop, bob] = [await enter('ann'), await enter('ann'), await enter('bob')];
    expect(await count()).toBe(2);
    expect((await door.decide({ decision: 'remove', pubkey: 'ann' })).status).toBe(204);
    await server.server.runDueJobs();
    expect(inside()).toEqual([bob.identity]);
    expect(await count()).toBe(1);
    for (const { ticket } of [phone, laptop]) {
      const { status, body } = await server.claim(ticket);
      expect([status, body.reason]).toEqual([403, 'removed']);
    }
    expect((await server.claim(bob.ticket)).status).toBe(201);
  });

  it('is put out again when they come back with a media token from before', async () => {
    const { server, door, connect, enter, inside, count } = await setUp();
    const ann = await enter('ann');
    await door.decide({ decision: 'remove', pubkey: 'ann' });
    await server.server.runDueJobs();
    await connect(ann.identity);
    expect(inside()).toEqual([]);
    expect(await count()).toBe(0);
    expect(server.rooms.count(`remove ${ann.identity}`)).toBe(2);
  });

  it('gets no ticket, whether asking anew or with the key of before, until readmitted', async () => {
    const { server, door, enter, inside, connect } = await setUp();
    await server.ask(door.eventId, 'ann', 'key');
    const ann = await enter('ann');
    await door.decide({ decision: 'remove', pubkey: 'ann', sentence: 'Mind your words.' });
    for (const key of ['key', 'another']) {
      const { status, body } = await server.ask(door.eventId, 'ann', key);
      expect([status, body.reason, body.ticket]).toEqual([403, 'removed', undefined]);
    }
    expect((await door.list()).admissions).toMatchObject([{ pubkey: 'ann', state: 'removed' }]);
    await door.decide({ decision: 'readmit', pubkey: 'ann' });
    expect((await door.status(ann.ticket)).body.state).toBe('admitted');
    expect((await server.claim(ann.ticket)).status).toBe(201);
    await connect(ann.identity);
    expect(inside()).toContain(ann.identity);
    expect((await server.ask(door.eventId, 'ann', 'key')).status).toBe(201);
  });

  it('stays out when the media server was away meanwhile', async () => {
    const { server, door, enter, inside } = await setUp();
    await enter('ann');
    server.rooms.isDown = true;
    expect((await door.decide({ decision: 'remove', pubkey: 'ann' })).status).toBe(204);
    await server.server.runDueJobs();
    expect(inside()).toHaveLength(1);
    server.rooms.isDown = false;
    server.clock.advance(60_000);
    await server.server.runDueJobs();
    expect(inside()).toEqual([]);
  });
});
