import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning } from './processes.mjs';

/** When a process was started, where the system tells: its id alone may be another's by now. */
const birthOf = (pid) => {
  try {
    const facts = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return facts.slice(facts.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return 'unknown';
  }
};

const isHeld = (folder) => {
  try {
    const [pid, birth] = readFileSync(join(folder, 'holder'), 'utf8').split(' ');
    return isRunning(Number(pid)) && birthOf(pid) === birth;
  } catch {
    return false;
  }
};

/** Renaming is one step: of several that take away the same lock, one does, and none sees half of it. */
const takeAway = (folder, mayGo = () => true) => {
  const aside = `${folder}-gone-${process.pid}`;
  try {
    renameSync(folder, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (mayGo(aside)) rmSync(aside, { recursive: true, force: true });
  else renameSync(aside, folder);
};

/**
 * Takes the lock if nobody who is alive holds it; returns the way to give it back, else `null`. A lock is a folder that
 * names its holder. It is filled first and renamed then, which fails where there is one already.
 */
export const tryLock = (folder) => {
  mkdirSync(dirname(folder), { recursive: true });
  const mine = mkdtempSync(`${folder}-`);
  writeFileSync(join(mine, 'holder'), `${process.pid} ${birthOf(process.pid)}`);
  for (let tries = 0; tries < 3 && !isHeld(folder); tries += 1) {
    try {
      renameSync(mine, folder);
      return () => takeAway(folder);
    } catch (error) {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
      takeAway(folder, (aside) => !isHeld(aside));
    }
  }
  rmSync(mine, { recursive: true, force: true });
  return null;
};

/** Does `work` while holding the lock; where another run holds it, waits for that one and says so once. */
export const withLock = async (folder, onWait, work) => {
  let release = tryLock(folder);
  if (release === null) onWait();
  while (release === null) {
    await pause(200);
    release = tryLock(folder);
  }
  try {
    return await work();
  } finally {
    release();
  }
};
