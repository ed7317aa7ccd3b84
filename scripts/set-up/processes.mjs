import { spawn } from 'node:child_process';

const helpers = new Set();

/** Ends the commands that are still run to their end. */
export const endHelpers = () => Promise.all([...helpers].map((child) => end(child)));

/** Runs a command to its end without showing what it prints, unless it fails. Resolves to { ok, output }. */
export const runQuietly = (command, parameters, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, parameters, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    helpers.add(child);
    child.once('close', () => helpers.delete(child));
    let output = '';
    const take = (chunk) => (output = (output + chunk).slice(-20_000));
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', (error) => resolve({ ok: false, output: String(error), missing: error.code === 'ENOENT' }));
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });

/** Runs a command to its end with everything shown. Resolves to { ok, output }. */
export const runShown = (command, parameters, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, parameters, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      output = (output + chunk).slice(-20_000);
    });
    child.once('error', (error) => resolve({ ok: false, output: String(error) }));
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });

export const isRunning = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Asks a process to end, by its id, and waits until it has; after `patience` milliseconds it is made to. */
export const end = async (child, patience = 5000) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  await gone;
  clearTimeout(timer);
};
