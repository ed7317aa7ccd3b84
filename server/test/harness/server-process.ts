import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { ApiClient } from './api-client.js';
import { builtServer } from './build-server.js';
import { credentialSecret } from './credentials.js';
import { livekitApiKey, livekitApiSecret } from './test-server.js';

export interface ServerProcess extends ApiClient {
  /** Ends it without a word, as a power failure does. */
  kill: () => Promise<void>;
  /** Asks it to end; the exit code. */
  terminate: () => Promise<number | null>;
  /** What it wrote. */
  output: () => string;
}

const environmentOf = (databaseFile: string, environment: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  PORT: '0',
  DATABASE_FILE: databaseFile,
  // Nothing listens there.
  LIVEKIT_URL: 'ws://127.0.0.1:9',
  LIVEKIT_API_KEY: livekitApiKey,
  LIVEKIT_API_SECRET: livekitApiSecret,
  CREDENTIAL_SECRET: credentialSecret,
  ...environment,
});

type Child = ChildProcessByStdio<null, Readable, Readable>;

const exitOf = async (child: Child): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
};

/** Runs the built server; what it says until it ends by itself. */
export const runServer = async (databaseFile: string, environment: Record<string, string>, args: string[] = []) => {
  const child = spawn(process.execPath, [builtServer, ...args], {
    env: environmentOf(databaseFile, environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += String(text)));
  return { code: await exitOf(child), output };
};

/** Starts the built server as a process of its own, on a free port; it is gone after the test. */
export const startServerProcess = async (
  databaseFile: string,
  environment: Record<string, string> = {},
): Promise<ServerProcess> => {
  const child: Child = spawn(process.execPath, [builtServer], {
    env: environmentOf(databaseFile, environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exitOf(child);
  };
  onTestFinished(kill);
  let output = '';
  child.stderr.on('data', (text: Buffer) => (output += String(text)));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      output += `${line}\n`;
      const said = JSON.parse(line) as { msg: string; url: string };
      if (said.msg === 'listening') resolve(said.url);
    });
    child.once('exit', () => reject(new Error(`The server ended: ${output}`)));
  });
  return Object.assign(new ApiClient(url), {
    kill,
    async terminate() {
      child.kill('SIGTERM');
      return exitOf(child);
    },
    output: () => output,
  });
};
