import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { withLock } from './lock.mjs';
import { root } from './packages.mjs';
import { runQuietly } from './processes.mjs';
import { say, sayMeanwhile, SetUpError } from './say.mjs';

const locked = join(root, 'scripts', 'livekit');
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'virtual-event-elements');
const dockerImage = 'livekit/livekit-server:v1.13.5';

/** A command's place on the PATH. */
export const onPath = (name) => {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
};

const builtFile = () => {
  const sum = createHash('sha256')
    .update(readFileSync(join(locked, 'go.sum')))
    .digest('hex')
    .slice(0, 12);
  return join(cache, `livekit-server-${sum}`);
};

/** Why this Go cannot build it, or `undefined`. From 1.21 on Go fetches the version that a module asks for by itself. */
const whyGoCannot = async (go) => {
  const { output } = await runQuietly(go, ['version']);
  const [, version, minor] = /go(1\.(\d+)[.\w]*)/.exec(output) ?? [];
  if (version === undefined) return `${go} does not run.`;
  return Number(minor) < 21 ? `Go is here, but ${version} is too old: it takes 1.21 or newer.` : undefined;
};

const build = async (go, file) => {
  mkdirSync(cache, { recursive: true });
  return withLock(
    `${file}.lock`,
    () => say('Another run builds the LiveKit server; waiting for it …'),
    async () => {
      if (existsSync(file)) return { ok: true };
      say('Building the LiveKit server with Go: once, usually 3 to 5 minutes …');
      // What a run left that was broken off.
      for (const left of readdirSync(cache)) {
        if (left.startsWith('build-')) rmSync(join(cache, left), { recursive: true, force: true });
      }
      const folder = mkdtempSync(join(cache, 'build-'));
      try {
        for (const name of ['go.mod', 'go.sum']) copyFileSync(join(locked, name), join(folder, name));
        const parameters = ['build', '-buildvcs=false', '-trimpath', '-ldflags', '-s -w', '-o', 'livekit-server'];
        // Debian's Go would not fetch a newer one by itself, and without a home Go has no cache to build in.
        const forGo = { GOTMPDIR: folder, GOWORK: 'off', GOTOOLCHAIN: 'auto', HOME: homedir() };
        const env = { ...forGo, ...process.env };
        const result = await sayMeanwhile('building the LiveKit server', () =>
          runQuietly(go, [...parameters, 'github.com/livekit/livekit-server/cmd/server'], { cwd: folder, env }),
        );
        if (result.ok) renameSync(join(folder, 'livekit-server'), file);
        return result;
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
};

/** Docker's server behind a file that is called like any other. */
const dockerCommand = async (docker) => {
  const { ok } = await runQuietly(docker, ['info']);
  if (!ok) return undefined;
  say(`Taking the LiveKit server from Docker (${dockerImage}) …`);
  const pulled = await sayMeanwhile('fetching the LiveKit image', () => runQuietly(docker, ['pull', dockerImage]));
  if (!pulled.ok) return undefined;
  mkdirSync(cache, { recursive: true });
  const file = join(cache, 'livekit-server-docker');
  writeFileSync(
    file,
    `#!/bin/sh\nexec "${docker}" run --rm --init --network host -v "${tmpdir()}":"${tmpdir()}":ro ${dockerImage} "$@"\n`,
  );
  chmodSync(file, 0o755);
  return file;
};

const lastWords = (output = '') =>
  output
    .trim()
    .split('\n')
    .slice(-5)
    .map((line) => `    ${line}`)
    .join('\n');

/** The command that starts a LiveKit server: named, on the PATH, built earlier, built now, or Docker's. */
export const ensureLiveKit = async () => {
  const named = process.env.LIVEKIT_SERVER_BIN;
  if (named && !existsSync(named))
    throw new SetUpError(`LIVEKIT_SERVER_BIN names ${named}, and there is no such file.`);
  if (named) return named;
  const installed = onPath('livekit-server');
  if (installed) return installed;
  const built = builtFile();
  if (existsSync(built)) return built;
  const tried = [];
  const go = onPath('go') ?? (existsSync('/usr/local/go/bin/go') ? '/usr/local/go/bin/go' : undefined);
  const reason = go ? await whyGoCannot(go) : 'Go is not on the PATH.';
  if (reason === undefined) {
    const { ok, output } = await build(go, built);
    if (ok) return built;
    tried.push(`Go could not build it. Its last words:\n${lastWords(output)}`);
  } else {
    tried.push(reason);
  }
  const docker = onPath('docker');
  const command = docker && (await dockerCommand(docker));
  if (command) return command;
  tried.push(docker ? 'Docker does not answer, or could not fetch the image.' : 'Docker is not on the PATH.');
  throw new SetUpError(
    [
      'There is no LiveKit server, which carries the calls. One of these ways gets you one:',
      '  · install Go 1.21 or newer (https://go.dev/dl) and run the command again: it builds the server',
      '  · put a livekit-server on the PATH (https://docs.livekit.io/home/self-hosting/local)',
      '  · start Docker',
      '  · for "npm start": set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET to a server you have',
      'What was tried:',
      ...tried.map((line) => `  · ${line}`),
    ].join('\n'),
  );
};
