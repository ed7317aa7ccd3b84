import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tryLock } from './lock.mjs';
import { root } from './packages.mjs';
import { SetUpError } from './say.mjs';

/** Where demos keep their data; DEMO_DATA names another place. */
const dataFolder = process.env.DEMO_DATA || join(root, '.data');

/** The demo's folder of data that no other run uses: demo, demo-2 … */
export const takeDataFolder = () => {
  for (let number = 1; number < 100; number += 1) {
    const folder = join(dataFolder, number === 1 ? 'demo' : `demo-${number}`);
    const release = tryLock(join(folder, 'running'));
    if (release) return { folder, release, isFirst: number === 1 };
  }
  throw new SetUpError('A hundred demos run already. End one first.');
};

/** A secret that stays the same from run to run, readable by its owner alone. */
export const keptSecret = (folder, name) => {
  const file = join(folder, name);
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
};
