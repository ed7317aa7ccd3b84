import { setTimeout as pause } from 'node:timers/promises';
import { ensureBuilt } from './build.mjs';
import { keptSecret, takeDataFolder } from './demo-data.mjs';
import { startDemoServers } from './demo-servers.mjs';
import { ensureLiveKit } from './livekit.mjs';
import { runLiveKitServer } from './livekit-server.mjs';
import { endAll, runQuietly, whenToldToEnd } from './processes.mjs';
import { plainly, say, SetUpError } from './say.mjs';

/** The LiveKit server that the environment names, or `undefined`. */
const givenLiveKit = () => {
  const { LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret } = process.env;
  if (!url) return undefined;
  if (!/^wss?:\/\//.test(url)) throw new SetUpError(`LIVEKIT_URL must begin with ws:// or wss://, but is "${url}".`);
  if (!apiKey || !apiSecret) {
    throw new SetUpError('LIVEKIT_URL is set: set LIVEKIT_API_KEY and LIVEKIT_API_SECRET too.');
  }
  return { url, apiKey, apiSecret };
};

const answers = (url) =>
  fetch(url.replace(/^ws/, 'http'), { signal: AbortSignal.timeout(5000) }).then(
    () => true,
    () => false,
  );

/** Waits for a LiveKit server that someone else runs. */
const waitFor = async ({ url }, tellSite) => {
  if (await answers(url)) return;
  tellSite({ state: 'away' });
  say(`  LIVEKIT_URL names ${url}, which does not answer yet. Calls start when it does.`);
  do await pause(2000);
  while (!(await answers(url)));
};

/** Gets a LiveKit server, which may take minutes, and runs it. Resolves, with its end to wait for, once it answers. */
const runOwnLiveKit = async ({ media, mediaPort, webhookUrl, tellSite }) => {
  tellSite({ state: 'preparing', since: Date.now() });
  const command = await ensureLiveKit();
  const { output } = await runQuietly(command, ['--version']);
  await mediaPort.release();
  const server = await runLiveKitServer(command, { ...media, port: mediaPort.port, webhookUrl });
  const [version = ''] = /\d+\.\d+\.\d+/.exec(output) ?? [];
  return { version, server };
};

/** Runs everything until it is told to stop. */
export const runDemo = async () => {
  const given = givenLiveKit();
  const { folder, release, isFirst } = takeDataFolder();
  let stop;
  const stopped = new Promise((resolve) => (stop = resolve));
  whenToldToEnd(() => stop());
  let liveKit;
  // Ctrl-C reaches the servers too: one that ends because of it did not end by itself.
  const stopFor = (why) => setTimeout(() => stop(why), 300);

  const setUp = async () => {
    if (!isFirst) say(`Another demo runs; this one keeps its data apart, in ${folder}.`);
    await ensureBuilt();
    const servers = await startDemoServers({
      folder,
      credentialSecret: keptSecret(folder, 'credential-secret'),
      mediaOf: (port) =>
        given ?? { url: `ws://127.0.0.1:${port}`, apiKey: 'demo', apiSecret: keptSecret(folder, 'livekit-secret') },
    });
    const { site, tellSite } = servers;
    void servers.ended.then(stopFor);
    say(`\n  Riverside Boat Club is at  ${site}\n\n  Ctrl-C ends it; what you set up is kept.\n`);
    try {
      if (given) {
        await servers.mediaPort.release();
        await waitFor(given, tellSite);
        say('  Calls are ready.');
      } else {
        const { version, server } = await runOwnLiveKit(servers);
        liveKit = server;
        server.child.once('exit', () => stopFor('The LiveKit server ended by itself.'));
        say(`  Calls are ready (LiveKit ${version}).`);
      }
      tellSite({ state: 'ready' });
    } catch (error) {
      const words = plainly(error);
      if (words === undefined) throw error;
      tellSite({ state: 'missing' });
      console.error(`\n${words}\n\n  The pages work; calls do not.`);
    }
  };

  try {
    // It can be told to stop at any moment, also while it sets up.
    const why = await Promise.race([setUp().then(() => stopped), stopped]);
    if (why === undefined) {
      say('\nEnding …');
    } else {
      console.error(`\n${why}\n\nEverything else is ended too; run "npm start" again.`);
      process.exitCode = 1;
    }
  } finally {
    await Promise.all([liveKit?.stop(), endAll()]);
    release();
  }
  process.exit();
};
