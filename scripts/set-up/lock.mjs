import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning } from './processes.mjs';

const holderOf = (folder) => {
  try {
    return Number(readFileSync(join(folder, 'pid'), 'utf8'));
  } catch {
    return NaN;
  }
};

/**
 * Takes the lock if nobody who is alive holds it; returns the way to give it back, else `null`. Making a folder is one
 * step on every file system, so of two who try at once one gets it.
 */
export const tryLock = (folder) => {
  mkdirSync(dirname(folder), { recursive: true });
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      mkdirSync(folder);
      writeFileSync(join(folder, 'pid'), String(process.pid));
      return () => rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const holder = holderOf(folder);
      if (Number.isNaN(holder) || isRunning(holder)) return null;
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return null;
};

/** Does `work` while holding the lock; where another run holds it, waits for that one and says so once. */
export const withLock = async (folder, onWait, work) => {
  let release = tryLock(folder);
  let isTold = false;
  // A holder that died between making the folder and writing its id into it leaves no id: it is given ten seconds.
  for (let waited = 0; release === null; waited += 200) {
    if (!isTold) onWait();
    isTold = true;
    if (waited >= 10_000 && Number.isNaN(holderOf(folder))) rmSync(folder, { recursive: true, force: true });
    await pause(200);
    release = tryLock(folder);
  }
  try {
    return await work();
  } finally {
    release();
  }
};
