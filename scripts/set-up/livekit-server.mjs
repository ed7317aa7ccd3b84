// Runs a LiveKit server on the loopback, with the config of one run.
import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './free-port.mjs';
import { end, start } from './processes.mjs';
import { SetUpError } from './say.mjs';

const freeUdpPort = () =>
  new Promise((resolve, reject) => {
    const socket = createSocket('udp4').once('error', reject);
    socket.bind(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });

/**
 * Starts the server that `command` names and waits until it answers. `webhookUrl` is told who comes and goes. Key and
 * secret are of this run's own unless given.
 */
export const runLiveKitServer = async (command, options = {}) => {
  const { webhookUrl, apiKey = 'devkey', apiSecret = randomBytes(24).toString('hex') } = options;
  const port = options.port ?? (await freePort(20_000 + Math.floor(Math.random() * 10_000)));
  const folder = await mkdtemp(join(tmpdir(), 'livekit-'));
  const config = {
    port,
    bind_addresses: ['127.0.0.1'],
    keys: { [apiKey]: apiSecret },
    logging: { level: 'warn' },
    rtc: {
      use_external_ip: false,
      node_ip: '127.0.0.1',
      enable_loopback_candidate: true,
      ips: { includes: ['127.0.0.1/32'] },
      udp_port: await freeUdpPort(),
      tcp_port: 0,
      // Nothing listens there: it keeps the server from asking the internet for its address.
      stun_servers: ['127.0.0.1:3478'],
    },
    room: { auto_create: false, empty_timeout: 30, departure_timeout: 5 },
    ...(webhookUrl && { webhook: { api_key: apiKey, urls: [webhookUrl] } }),
  };
  const file = join(folder, 'livekit.yaml');
  // What is JSON is YAML too.
  await writeFile(file, JSON.stringify(config));
  const child = start(command, ['--config', file], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output = (output + chunk).slice(-4000)));
  let failure;
  child.once('error', (error) => (failure = error));
  for (const last of ['exit', 'error']) child.once(last, () => rmSync(folder, { recursive: true, force: true }));
  const stop = async () => {
    // Told once it waits until everyone has left; told twice it goes.
    child.kill('SIGINT');
    await end(child);
  };
  const apiUrl = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    const isUp = await fetch(apiUrl).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) break;
    if (failure || child.exitCode !== null || tries > 600) {
      await stop();
      throw new SetUpError(`The LiveKit server (${command}) did not start. ${failure ?? output.trim()}`);
    }
    await pause(50);
  }
  return { url: apiUrl.replace('http', 'ws'), apiUrl, apiKey, apiSecret, port, child, stop };
};
