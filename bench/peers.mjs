import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../scripts/set-up/lock.mjs';
import { root } from '../scripts/set-up/packages.mjs';
import { runQuietly } from '../scripts/set-up/processes.mjs';
import { say, sayMeanwhile, SetUpError } from '../scripts/set-up/say.mjs';

const wanted = join(import.meta.dirname, 'package.json');
const folder = join(root, '.cache', 'bench-peers');

/** Installs the packages that are measured beside ours, outside of the project’s own; resolves to their node_modules. */
export const ensurePeers = () =>
  withLock(
    `${folder}.lock`,
    () => say('Another run installs the peers; waiting for it …'),
    async () => {
      const stamp = join(folder, '.installed');
      const sum = createHash('sha256').update(readFileSync(wanted)).digest('hex');
      const modules = join(folder, 'node_modules');
      if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sum) return modules;
      say('Installing the packages to measure beside …');
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      copyFileSync(wanted, join(folder, 'package.json'));
      // Peers of theirs, such as React, are not measured.
      const parameters = [
        'install',
        '--legacy-peer-deps',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--prefer-offline',
      ];
      const { ok, output } = await sayMeanwhile('installing them', () =>
        runQuietly('npm', parameters, { cwd: folder }),
      );
      if (!ok) throw new SetUpError(`npm could not install the peers. Its last words:\n${output.trim().slice(-2000)}`);
      writeFileSync(stamp, sum);
      return modules;
    },
  );

/** The version of a peer, as it is named in what is printed. */
export const versionOf = (name) => JSON.parse(readFileSync(wanted, 'utf8')).dependencies[name];
