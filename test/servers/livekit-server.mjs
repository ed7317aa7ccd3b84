// A real LiveKit server for one test run: on free ports of the loopback, with a secret of its own.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export const freeTcpPort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const freeUdpPort = () =>
  new Promise((resolve, reject) => {
    const socket = createSocket('udp4').once('error', reject);
    socket.bind(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });

/** Ends a process by its id and waits until it is gone. */
export const end = async (child, signal = 'SIGTERM') => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
};

/**
 * Starts the binary that LIVEKIT_SERVER_BIN names. `webhookUrl` is told who comes and goes.
 * @param {{ webhookUrl?: string, port?: number, apiKey?: string, apiSecret?: string }} [options]
 */
export const startLiveKitServer = async ({ webhookUrl, port, apiKey = 'testkey', apiSecret } = {}) => {
  const binary = process.env.LIVEKIT_SERVER_BIN;
  if (!binary) {
    throw new Error('These tests need a LiveKit server: run them by "npm test", or name one in LIVEKIT_SERVER_BIN.');
  }
  const secret = apiSecret ?? randomBytes(24).toString('hex');
  const httpPort = port ?? (await freeTcpPort());
  const udpPort = await freeUdpPort();
  const folder = await mkdtemp(join(tmpdir(), 'livekit-'));
  const config = {
    port: httpPort,
    bind_addresses: ['127.0.0.1'],
    keys: { [apiKey]: secret },
    logging: { level: 'warn' },
    rtc: {
      use_external_ip: false,
      node_ip: '127.0.0.1',
      enable_loopback_candidate: true,
      ips: { includes: ['127.0.0.1/32'] },
      udp_port: udpPort,
      tcp_port: 0,
      // Nothing listens there: it keeps the server from asking the internet for its address.
      stun_servers: ['127.0.0.1:3478'],
    },
    room: { auto_create: false, empty_timeout: 30, departure_timeout: 5 },
    ...(webhookUrl && { webhook: { api_key: apiKey, urls: [webhookUrl] } }),
  };
  const file = join(folder, 'livekit.yaml');
  await writeFile(file, JSON.stringify(config));
  const child = spawn(binary, ['--config', file], { stdio: ['ignore', 'ignore', 'ignore'] });
  const stop = async () => {
    await end(child, 'SIGKILL');
    await rm(folder, { recursive: true, force: true });
  };
  const apiUrl = `http://127.0.0.1:${httpPort}`;
  for (let tries = 0; ; tries += 1) {
    const isUp = await fetch(apiUrl).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) break;
    if (child.exitCode !== null || tries > 300) {
      await stop();
      throw new Error(`The LiveKit server at ${binary} did not start.`);
    }
    await pause(50);
  }
  return { url: apiUrl.replace('http', 'ws'), apiUrl, apiKey, apiSecret: secret, port: httpPort, stop };
};
