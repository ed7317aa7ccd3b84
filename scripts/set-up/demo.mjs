import { fork, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ensureBuilt } from './build.mjs';
import { freePort } from './free-port.mjs';
import { ensureLiveKit } from './livekit.mjs';
import { runLiveKitServer } from './livekit-server.mjs';
import { tryLock } from './lock.mjs';
import { root } from './packages.mjs';
import { end, endHelpers } from './processes.mjs';
import { say, SetUpError } from './say.mjs';

/** Where demos keep their data; DEMO_DATA names another place. */
const dataFolder = process.env.DEMO_DATA || join(root, '.data');

/** The demo's folder of data that no other run uses: demo, demo-2 … */
const takeDataFolder = () => {
  for (let number = 1; number < 100; number += 1) {
    const folder = join(dataFolder, number === 1 ? 'demo' : `demo-${number}`);
    const release = tryLock(join(folder, 'running'));
    if (release) return { folder, release, isFirst: number === 1 };
  }
  throw new SetUpError('A hundred demos run already. End one first.');
};

/** A secret that stays the same from run to run, readable by its owner alone. */
const keptSecret = (file) => {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
};

/** The LiveKit server that the environment names, or `undefined`. */
const givenLiveKit = () => {
  const { LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret } = process.env;
  if (!url) return undefined;
  if (!apiKey || !apiSecret)
    throw new SetUpError('LIVEKIT_URL is set: set LIVEKIT_API_KEY and LIVEKIT_API_SECRET too.');
  return { url, apiKey, apiSecret };
};

/** Resolves when a server's line says that it listens; rejects when it ends before that. */
const listening = (child, name) =>
  new Promise((resolve, reject) => {
    const told = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      told.push(line);
      if (line.includes('"listening"')) resolve();
    });
    child.once('exit', () => reject(new SetUpError(`${name} did not start:\n${told.slice(-5).join('\n')}`)));
  });

/** Runs everything until it is told to stop. */
export const runDemo = async () => {
  const given = givenLiveKit();
  const { folder, release, isFirst } = takeDataFolder();
  const running = [];
  let stop;
  const stopped = new Promise((resolve) => (stop = resolve));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop('told to'));
  const watch = (child, name) => child.once('exit', () => stop(name));
  const setUp = async () => {
    mkdirSync(folder, { recursive: true });
    if (!isFirst) say(`Another demo runs; this one keeps its data apart, in ${folder}.`);
    await ensureBuilt();

    const sitePort = await freePort(4000);
    const backendPort = await freePort(Math.max(4100, sitePort + 1));
    const mediaPort = given ? undefined : await freePort(7880);
    const site = `http://localhost:${sitePort}`;
    const backend = `http://localhost:${backendPort}`;
    const media = given ?? {
      url: `ws://127.0.0.1:${mediaPort}`,
      apiKey: 'demo',
      apiSecret: keptSecret(join(folder, 'livekit-secret')),
    };
    const credentialSecret = keptSecret(join(folder, 'credential-secret'));

    const backendProcess = spawn(process.execPath, [join(root, 'server', 'bin', 'virtual-event-server.js')], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        PORT: String(backendPort),
        HOST: '127.0.0.1',
        PUBLIC_URL: backend,
        DATABASE_FILE: join(folder, 'events.db'),
        LIVEKIT_URL: media.url,
        LIVEKIT_API_KEY: media.apiKey,
        LIVEKIT_API_SECRET: media.apiSecret,
        CREDENTIAL_SECRET: credentialSecret,
        ALLOWED_ORIGINS: site,
        LOG_LEVEL: 'info',
      },
    });
    running.push(backendProcess);
    const siteProcess = fork(join(root, 'demo', 'server.mjs'), {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: { ...process.env, PORT: String(sitePort), BACKEND_URL: backend, CREDENTIAL_SECRET: credentialSecret },
    });
    running.push(siteProcess);
    await Promise.all([listening(backendProcess, 'The backend'), listening(siteProcess, 'The site')]);
    watch(backendProcess, 'The backend');
    watch(siteProcess, 'The site');
    const tellSite = (engine) => siteProcess.connected && siteProcess.send(engine);

    say(`\n  Riverside Boat Club is at  ${site}\n\n  Ctrl-C ends it; what you set up is kept.\n`);

    const startMedia = async () => {
      if (given) return;
      const began = Date.now();
      tellSite({ state: 'preparing', since: began });
      const command = await ensureLiveKit();
      const server = await runLiveKitServer(command, {
        ...media,
        port: mediaPort,
        webhookUrl: `http://127.0.0.1:${backendPort}/v1/webhooks/livekit`,
      });
      running.push(server.child);
      watch(server.child, 'The LiveKit server');
    };
    startMedia().then(
      () => {
        tellSite({ state: 'ready' });
        say('  Calls are ready.');
      },
      (error) => {
        tellSite({ state: 'missing' });
        console.error(`\n${error.message}\n\n  The pages work; calls do not.`);
      },
    );
  };
  try {
    // It can be told to stop at any moment, also while it sets up.
    const why = await Promise.race([setUp().then(() => stopped), stopped]);
    if (why !== 'told to') {
      console.error(`\n${why} ended by itself. Everything else is ended too; run "npm start" again.`);
      process.exitCode = 1;
    } else {
      say('\nEnding …');
    }
  } finally {
    await Promise.all([...running.reverse().map((child) => end(child)), endHelpers()]);
    release();
  }
  process.exit();
};
