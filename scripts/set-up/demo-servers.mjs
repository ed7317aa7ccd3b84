import { createWriteStream } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { holdPort } from './free-port.mjs';
import { withLock } from './lock.mjs';
import { root } from './packages.mjs';
import { start } from './processes.mjs';
import { SetUpError } from './say.mjs';

const endWithParent = pathToFileURL(join(root, 'scripts', 'set-up', 'end-with-parent.mjs')).href;

/**
 * Starts a server and waits until it says that it listens. What it says goes to its log. `ended` resolves, with its last
 * words, when it ends by itself.
 */
const startServer = async (name, file, environment, log) => {
  const child = start(process.execPath, ['--import', endWithParent, file], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...environment },
  });
  const written = createWriteStream(log);
  const last = [];
  let isListening;
  const listens = new Promise((resolve) => (isListening = resolve));
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      written.write(`${line}\n`);
      last.push(line);
      if (last.length > 5) last.shift();
      if (line.includes('"listening"')) isListening(true);
    });
  }
  const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve(signal ?? `code ${code}`))).then(
    (how) => `${name} ended by itself (${how}). Its last words, of ${log}:\n${last.join('\n')}`,
  );
  const words = await Promise.race([listens.then(() => undefined), ended]);
  if (words !== undefined) throw new SetUpError(words.replace('ended by itself', 'did not start'));
  return { child, ended };
};

// Two demos that start at once would both find the same ports free.
const portsLock = join(tmpdir(), `virtual-event-elements-ports-${userInfo().username}.lock`);

/**
 * Starts the backend and the site on free ports. `mediaOf` says which LiveKit they use, given the port that is held for a
 * server of this run.
 */
export const startDemoServers = ({ folder, credentialSecret, mediaOf }) =>
  withLock(
    portsLock,
    () => {},
    async () => {
      const [sitePort, backendPort, mediaPort] = [await holdPort(4000), await holdPort(4100), await holdPort(7880)];
      const site = `http://localhost:${sitePort.port}`;
      const backend = `http://localhost:${backendPort.port}`;
      const media = mediaOf(mediaPort.port);
      const shared = { CREDENTIAL_SECRET: credentialSecret };
      await Promise.all([sitePort.release(), backendPort.release()]);
      const [backendServer, siteServer] = await Promise.all([
        startServer(
          'The backend',
          join(root, 'server', 'bin', 'virtual-event-server.js'),
          {
            ...shared,
            PORT: String(backendPort.port),
            HOST: '127.0.0.1',
            PUBLIC_URL: backend,
            DATABASE_FILE: join(folder, 'events.db'),
            LIVEKIT_URL: media.url,
            LIVEKIT_API_KEY: media.apiKey,
            LIVEKIT_API_SECRET: media.apiSecret,
            ALLOWED_ORIGINS: site,
            LOG_LEVEL: 'info',
          },
          join(folder, 'backend.log'),
        ),
        startServer(
          'The site',
          join(root, 'demo', 'server.mjs'),
          { ...shared, PORT: String(sitePort.port), BACKEND_URL: backend },
          join(folder, 'site.log'),
        ),
      ]);
      const { child } = siteServer;
      return {
        site,
        media,
        mediaPort,
        webhookUrl: `http://127.0.0.1:${backendPort.port}/v1/webhooks/livekit`,
        /** Tells the site how the video engine is doing. */
        tellSite: (engine) => child.connected && child.send(engine),
        ended: Promise.race([backendServer.ended, siteServer.ended]),
      };
    },
  );
