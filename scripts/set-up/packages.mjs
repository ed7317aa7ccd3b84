import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { runQuietly } from './processes.mjs';
import { say, sayMeanwhile, SetUpError } from './say.mjs';

export const root = join(import.meta.dirname, '..', '..');

const stamp = join(root, 'node_modules', '.installed');
const wantedStamp = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wantedStamp();

const whyNot = (output) => {
  if (/ENOSPC/.test(output)) return 'There is no room left on the disk. Make some, then run the command again.';
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(output)) {
    return 'The npm registry could not be reached. Check the network (or npm’s proxy settings), then run the command again.';
  }
  if (/EACCES|EPERM|EROFS/.test(output))
    return `npm may not write to ${root}. Give yourself the right to, then run the command again.`;
  return `npm could not install the packages. Its last words:\n${output
    .split('\n')
    .filter((line) => /npm error/.test(line))
    .slice(0, 15)
    .join('\n')}`;
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
      const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
      const { ok, output, missing } = await sayMeanwhile('installing packages', () =>
        runQuietly(npm, ['ci', '--no-audit', '--no-fund', '--no-progress'], { cwd: root }),
      );
      if (missing) throw new SetUpError('npm was not found. Install Node with npm, then run the command again.');
      if (!ok) throw new SetUpError(whyNot(output));
      writeFileSync(stamp, wantedStamp());
    },
  );
};

/** The Node that the scripts run on: the packages bring one. */
const ownNode = join(root, 'node_modules', 'node', 'bin', 'node');

/**
 * Runs this script again on the packages' own Node where the machine's is another; `true` when that was done, and
 * everything with it.
 */
export const continueOnOwnNode = async () => {
  if (Number(process.versions.node.split('.')[0]) >= 24) return false;
  if (!existsSync(ownNode)) {
    throw new SetUpError(
      'Node 24 did not come with the packages, as npm may not run install scripts here. Allow it (npm config set ignore-scripts false), ' +
        'remove node_modules and run the command again; or use Node 24 yourself.',
    );
  }
  const child = spawn(ownNode, process.argv.slice(1), { stdio: 'inherit' });
  // Ctrl-C reaches the child by itself; this one only waits for it.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.exitCode = await new Promise((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0))),
  );
  return true;
};

/** Ends with a plain sentence on a Node that is too old to go on. */
export const requireNode = () => {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) {
    throw new SetUpError(`This needs Node 20 or newer, and this is ${process.version}. See https://nodejs.org.`);
  }
};

/** The environment for tools that the packages bring. */
export const toolEnvironment = (extra = {}) => ({
  ...process.env,
  ...extra,
  PATH: [join(root, 'node_modules', 'node', 'bin'), join(root, 'node_modules', '.bin'), process.env.PATH].join(':'),
});
