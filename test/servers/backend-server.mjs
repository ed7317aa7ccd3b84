// A real virtual-event-server for one test run: on a free port, with a database of its own, beside a real LiveKit.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SignJWT } from 'jose';
import { RoomServiceClient } from 'livekit-server-sdk';
import { freePort } from '../../scripts/set-up/free-port.mjs';
import { end } from '../../scripts/set-up/processes.mjs';
import { startLiveKitServer } from './livekit-server.mjs';

/** Ends a process as a crash would. */
const kill = async (child) => {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
};

const bin = join(import.meta.dirname, '..', '..', 'server', 'bin', 'virtual-event-server.js');

/**
 * Starts both. `credentialFor` signs what a host site would; `startBackend` and `startMedia` start again, where it was,
 * what `killBackend` or `killMedia` ended like a crash; `removeFromRoom` takes someone out of a call, as LiveKit's owner can.
 * @param {{ allowedOrigins?: string[] }} [options]
 */
export const startBackendServer = async ({ allowedOrigins = [] } = {}) => {
  const folder = await mkdtemp(join(tmpdir(), 'backend-'));
  const port = await freePort(30_000 + Math.floor(Math.random() * 10_000));
  const url = `http://127.0.0.1:${port}`;
  const credentialSecret = randomBytes(24).toString('hex');
  const webhookUrl = `${url}/v1/webhooks/livekit`;
  let livekit = await startLiveKitServer({ webhookUrl });
  const { apiKey, apiSecret } = livekit;
  let child;

  const startBackend = async () => {
    child = spawn(process.execPath, [bin], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        PORT: String(port),
        DATABASE_FILE: join(folder, 'events.db'),
        LIVEKIT_URL: livekit.url,
        LIVEKIT_API_KEY: apiKey,
        LIVEKIT_API_SECRET: apiSecret,
        CREDENTIAL_SECRET: credentialSecret,
        ALLOWED_ORIGINS: allowedOrigins.join(),
      },
    });
    const isListening = await new Promise((resolve) => {
      createInterface(child.stdout).on('line', (line) => line.includes('"listening"') && resolve(true));
      child.once('exit', () => resolve(false));
    });
    if (!isListening) {
      throw new Error('virtual-event-server did not start: build it first, with "npm run build -w server".');
    }
  };
  const killBackend = () => kill(child);
  const killMedia = () => kill(livekit.child);
  const startMedia = async () => {
    livekit = await startLiveKitServer({ webhookUrl, apiKey, apiSecret, port: livekit.port });
  };
  const removeFromRoom = (room, identity) =>
    new RoomServiceClient(livekit.apiUrl, apiKey, apiSecret).removeParticipant(room, identity);
  const stop = async () => {
    await end(child);
    await livekit.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await startBackend();
  } catch (error) {
    await stop();
    throw error;
  }

  const credentialFor = (pubkey, role, name = pubkey, secret = credentialSecret) =>
    new SignJWT({ name, role })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(pubkey)
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(secret));
  return { url, credentialFor, removeFromRoom, startBackend, killBackend, startMedia, killMedia, stop };
};
