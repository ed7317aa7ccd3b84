import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { root, toolEnvironment } from './packages.mjs';
import { runQuietly } from './processes.mjs';
import { say, SetUpError } from './say.mjs';

const sources = [
  'src/**/*',
  'server/src/**/*',
  'vite*.config.ts',
  'server/vite.config.ts',
  'tsconfig*.json',
  'package-lock.json',
];
const results = ['dist/index.js', 'cdn/virtual-event-elements.js', 'server/dist/main.js', 'server/dist/public'];
const stamp = join(root, '.cache', 'built');

const wantedStamp = () => {
  const hash = createHash('sha256');
  for (const file of globSync(sources, { cwd: root }).sort()) {
    const path = join(root, file);
    if (statSync(path).isFile()) hash.update(file).update(readFileSync(path));
  }
  return hash.digest('hex');
};

/** Builds the library and the backend where their sources changed since. */
export const ensureBuilt = () =>
  withLock(
    join(root, '.cache', 'build.lock'),
    () => say('Another run builds the library; waiting for it …'),
    async () => {
      const wanted = wantedStamp();
      const isThere = results.every((file) => existsSync(join(root, file)));
      if (isThere && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
      say('Building the library and the backend …');
      for (const parameters of [
        ['run', 'build'],
        ['run', 'build', '--workspace', 'server'],
      ]) {
        const { ok, output } = await runQuietly('npm', parameters, { cwd: root, env: toolEnvironment() });
        if (!ok) throw new SetUpError(`"npm ${parameters.join(' ')}" failed:\n${output.trim()}`);
      }
      mkdirSync(join(root, '.cache'), { recursive: true });
      writeFileSync(stamp, wanted);
    },
  );
