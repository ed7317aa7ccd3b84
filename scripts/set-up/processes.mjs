import { spawn } from 'node:child_process';

const started = new Set();

/** Starts a process that `endAll` knows of. */
export const start = (command, parameters, options) => {
  const child = spawn(command, parameters, options);
  started.add(child);
  const forget = () => started.delete(child);
  child.once('exit', forget);
  child.once('error', forget);
  return child;
};

const hasEnded = (child) => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

/** Asks a process to end, by its id, and waits until it has; after `patience` milliseconds it is made to. */
export const end = async (child, patience = 5000) => {
  if (hasEnded(child)) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  await gone;
  clearTimeout(timer);
};

/** Ends whatever still runs. */
export const endAll = () => Promise.all([...started].map((child) => end(child)));

const toItsEnd = (child, onOutput) =>
  new Promise((resolve) => {
    let output = '';
    const take = (chunk) => {
      onOutput(chunk);
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on('data', take);
    child.stderr?.on('data', take);
    child.once('error', (error) => resolve({ ok: false, output: String(error), missing: error.code === 'ENOENT' }));
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });

/** Runs a command to its end without showing what it prints. Resolves to { ok, output, missing }. */
export const runQuietly = (command, parameters, options = {}) =>
  toItsEnd(start(command, parameters, { ...options, stdio: ['ignore', 'pipe', 'pipe'] }), () => {});

/** Runs a command to its end with everything shown. Resolves to { ok, output, missing }. */
export const runShown = (command, parameters, options = {}) =>
  toItsEnd(start(command, parameters, { ...options, stdio: ['ignore', 'pipe', 'inherit'] }), (chunk) =>
    process.stdout.write(chunk),
  );

export const isRunning = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/**
 * Calls back when this run is told to end, with the signal to pass on. An npm that is ended does not tell the scripts it
 * runs: they notice that they are left alone.
 */
export const whenToldToEnd = (callback) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => callback(signal));
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback('SIGTERM');
  }, 1000);
  timer.unref();
};
