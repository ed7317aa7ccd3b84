import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DisconnectReason, dispose, Room, RoomEvent } from '@livekit/rtc-node';
import { base64url } from 'jose';
import { RoomServiceClient } from 'livekit-server-sdk';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { VirtualAttendanceStats } from '../../src/core/index.js';
import { systemClock } from '../src/clock.js';
import { createLivekitRooms } from '../src/livekit/livekit-rooms.js';
import { createLogger } from '../src/logger.js';
import { startServer, type RunningServer } from '../src/virtual-event-server.js';
import { ApiClient } from './harness/api-client.js';
import { credentialSecret } from './harness/credentials.js';
import { LivekitServer } from './harness/livekit-server.js';
import { livekitApiKey, livekitApiSecret, makeFolder } from './harness/test-server.js';

let livekit: LivekitServer;

beforeAll(async () => {
  livekit = await LivekitServer.start();
  return async () => {
    await dispose();
    await livekit.dispose();
  };
});

interface RealServer extends ApiClient {
  server: RunningServer;
  /** Lets time jump for the server, though not for LiveKit. */
  advance: (milliseconds: number) => Promise<void>;
}

/** The server on the real LiveKit; without `webhooks` it is not where those go. */
const start = async ({ webhooks = true } = {}): Promise<RealServer> => {
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const server = await startServer(
    {
      port: webhooks ? livekit.webhookPort : 0,
      host: '127.0.0.1',
      publicUrl: null,
      databaseFile: join(makeFolder(), 'server.db'),
      livekitUrl: livekit.url,
      livekitApiUrl: livekit.apiUrl,
      livekitApiKey,
      livekitApiSecret,
      credentialSecret,
      allowedOrigins: [],
      logLevel: 'silent',
    },
    { clock: { ...systemClock, now }, log: createLogger('silent') },
  );
  onTestFinished(() => server.stop());
  return Object.assign(new ApiClient(server.url, now), {
    server,
    async advance(milliseconds: number) {
      ahead += milliseconds;
      await server.runDueJobs();
    },
  });
};

const connect = async (url: string, token: string): Promise<Room> => {
  const room = new Room();
  await room.connect(url, token, { autoSubscribe: true, dynacast: false });
  onTestFinished(() => room.disconnect());
  return room;
};

/** Comes in as a page does, up to being connected. */
const enter = async (server: RealServer, eventId: string, person: string) => {
  const { ticket } = (await server.ask(eventId, person)).body;
  const { url, token } = (await server.claim(ticket)).body;
  return { ticket, token, room: await connect(url, token) };
};

const disconnection = (room: Room): Promise<DisconnectReason> =>
  new Promise((resolve) => room.once(RoomEvent.Disconnected, resolve));

const countIs = async (server: RealServer, eventId: string, count: number): Promise<void> => {
  const ask = async () => expect((await server.snapshot(eventId)).room.participantCount).toBe(count);
  await vi.waitFor(ask, { timeout: 5000, interval: 25 });
};

const roomIdOf = async (server: RealServer, eventId: string): Promise<string> =>
  (await server.snapshot(eventId)).event.virtualConfig.conferenceRoomId!;

describe('on a real LiveKit server', () => {
  it('people come in, are counted by its webhooks, and are in the figures afterwards', async () => {
    const server = await start();
    const eventId = await server.makeEvent();
    const ann = await enter(server, eventId, 'ann');
    await countIs(server, eventId, 1);
    expect(ann.room.name).toBe(await roomIdOf(server, eventId));
    const bob = await enter(server, eventId, 'bob');
    await countIs(server, eventId, 2);
    expect([...bob.room.remoteParticipants.values()].map(({ name }) => name)).toEqual(['ann']);
    await bob.room.disconnect();
    await countIs(server, eventId, 1);
    await ann.room.disconnect();
    await countIs(server, eventId, 0);
    await server.advance(60 * 60_000);
    const path = `/v1/events/${eventId}/attendance`;
    const { body } = await server.call<VirtualAttendanceStats>('GET', path, { as: await server.organizer() });
    expect(body).toMatchObject({ totalVirtualAttendees: 2, peakConcurrentAttendees: 2 });
    expect(body.attendees.map(({ pubkey }) => pubkey)).toEqual(['ann', 'bob']);
    for (const { totalDurationMinutes } of body.attendees) expect(totalDurationMinutes).toBeLessThanOrEqual(0.2);
    expect(body.averageDurationMinutes).toBeLessThanOrEqual(0.2);
  });

  it('two devices of one person stay in side by side, as one person', async () => {
    const server = await start();
    const eventId = await server.makeEvent({ maxVirtualAttendees: 1 });
    const phone = await enter(server, eventId, 'ann');
    const laptop = await enter(server, eventId, 'ann');
    await vi.waitFor(() => expect(laptop.room.remoteParticipants.size).toBe(1));
    await countIs(server, eventId, 1);
    expect(phone.room.isConnected).toBe(true);
    expect((await server.ask(eventId, 'bob')).body.reason).toBe('full');
  });

  it('a token leads into its own room, gives no rights there, and cannot be bent to another', async () => {
    const server = await start();
    const [one, other] = [await server.makeEvent(), await server.makeEvent()];
    await server.server.runDueJobs();
    const { token, room } = await enter(server, one, 'ann');
    const otherId = await roomIdOf(server, other);
    expect(room.name).toBe(await roomIdOf(server, one));
    const [header, payload, signature] = token.split('.') as [string, string, string];
    const bent = new TextDecoder().decode(base64url.decode(payload)).replaceAll(room.name!, otherId);
    expect(bent).toContain(otherId);
    await expect(connect(livekit.url, `${header}.${base64url.encode(bent)}.${signature}`)).rejects.toThrow();
    for (const target of [room.name!, otherId]) {
      const asAnn = new RoomServiceClient(livekit.apiUrl, undefined, undefined, { token });
      await expect(asAnn.listParticipants(target)).rejects.toThrow();
      await expect(asAnn.deleteRoom(target)).rejects.toThrow();
    }
    const own = new RoomServiceClient(livekit.apiUrl, livekitApiKey, livekitApiSecret);
    expect(await own.listParticipants(otherId)).toEqual([]);
  });

  it('the end puts everyone out, and their tokens lead nowhere any more', async () => {
    const server = await start();
    const eventId = await server.makeEvent();
    const { token, ticket, room } = await enter(server, eventId, 'ann');
    const out = disconnection(room);
    const as = await server.organizer();
    await server.call('DELETE', `/v1/events/${eventId}/conference`, { as });
    expect(await out).toBe(DisconnectReason.ROOM_DELETED);
    expect((await server.claim(ticket)).body.reason).toBe('ended');
    await expect(connect(livekit.url, token)).rejects.toThrow();
    expect((await server.snapshot(eventId)).room).toMatchObject({ state: 'ended', participantCount: 0 });
  });

  it('who gave the seat back and stays nevertheless is put out', async () => {
    const server = await start();
    const eventId = await server.makeEvent();
    const { ticket, room } = await enter(server, eventId, 'ann');
    await countIs(server, eventId, 1);
    const out = disconnection(room);
    await server.call('POST', '/v1/departures', { ticket });
    await countIs(server, eventId, 0);
    await server.advance(10_000);
    expect(await out).toBe(DisconnectReason.PARTICIPANT_REMOVED);
  });

  it('who is inside is found out without webhooks too', async () => {
    const server = await start({ webhooks: false });
    const eventId = await server.makeEvent();
    const { room } = await enter(server, eventId, 'ann');
    await server.advance(30_000);
    expect((await server.snapshot(eventId)).room.participantCount).toBe(1);
    await room.disconnect();
    await server.advance(30_000);
    await vi.waitFor(
      async () => {
        await server.advance(30_000);
        expect((await server.snapshot(eventId)).room.participantCount).toBe(0);
      },
      { timeout: 5000 },
    );
  });

  it('the way in is open again when LiveKit comes back, though it has forgotten the room', async () => {
    const server = await start();
    const eventId = await server.makeEvent();
    const { ticket, room } = await enter(server, eventId, 'ann');
    await room.disconnect();
    await livekit.halt();
    const refused = await server.claim(ticket);
    expect([refused.status, refused.body.reason]).toEqual([503, 'media-server-down']);
    expect((await server.call<unknown>('GET', '/readyz')).body).toMatchObject({ status: 'ready', mediaServer: 'down' });
    await livekit.restart();
    const { url, token } = (await server.claim(ticket)).body;
    expect((await connect(url, token)).isConnected).toBe(true);
  });
});

describe('the port to LiveKit', () => {
  const access = () => ({ apiUrl: livekit.apiUrl, apiKey: livekitApiKey, apiSecret: livekitApiSecret });

  it('does nothing where there is nothing, and makes a room once', async () => {
    const rooms = createLivekitRooms(access());
    expect(await rooms.participants('nowhere')).toEqual([]);
    await rooms.close('nowhere');
    await rooms.remove('nowhere', 'nobody');
    await Promise.all([rooms.ensure('somewhere'), rooms.ensure('somewhere')]);
    await rooms.remove('somewhere', 'nobody');
    const client = new RoomServiceClient(livekit.apiUrl, livekitApiKey, livekitApiSecret);
    expect((await client.listRooms(['somewhere'])).map(({ name }) => name)).toEqual(['somewhere']);
    await rooms.close('somewhere');
    expect(await client.listRooms(['somewhere'])).toEqual([]);
  });

  it('gives up within seconds on a media server that takes calls and never answers, or does not know the key', async () => {
    const mute = createServer(() => {}).listen(0, '127.0.0.1');
    await new Promise((resolve) => mute.once('listening', resolve));
    onTestFinished(() => void mute.close());
    const apiUrl = `http://127.0.0.1:${(mute.address() as AddressInfo).port}`;
    const began = Date.now();
    const rooms = createLivekitRooms({ ...access(), apiUrl });
    const [ensured, reachable] = await Promise.allSettled([rooms.ensure('room'), rooms.isReachable()]);
    expect(ensured).toMatchObject({ status: 'rejected', reason: { reason: 'media-server-down' } });
    expect(reachable).toEqual({ status: 'fulfilled', value: false });
    expect(Date.now() - began).toBeLessThan(6000);
    const stranger = createLivekitRooms({ ...access(), apiSecret: 'another-secret-of-32-characters-or-more' });
    await expect(stranger.ensure('room')).rejects.toMatchObject({ reason: 'media-server-down' });
    expect(await createLivekitRooms(access()).isReachable()).toBe(true);
  });
});
