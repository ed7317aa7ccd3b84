import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Configuration } from '../../src/configuration.js';
import { createLogger } from '../../src/logger.js';
import { startServer, type RunningServer } from '../../src/virtual-event-server.js';
import { ApiClient } from './api-client.js';
import { credentialSecret } from './credentials.js';
import { FakeClock } from './fake-clock.js';
import { FakeMediaRooms } from './fake-media-rooms.js';

export const livekitApiKey = 'devkey';
export const livekitApiSecret = 'at-least-32-characters-long-secret-000';

/** A folder that is gone after the test. */
export const makeFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'virtual-event-server-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

export interface TestServer extends ApiClient {
  server: RunningServer;
  clock: FakeClock;
  rooms: FakeMediaRooms;
  /** What it logged, as one text. */
  logged: () => string;
  configuration: Configuration;
  stop: () => Promise<void>;
}

export interface TestServerOptions extends Partial<Configuration> {
  clock?: FakeClock;
  rooms?: FakeMediaRooms;
  publicFolder?: string;
}

/** Starts a server on a free port with a database of its own, a clock to set and no media server; stops it after the test. */
export const startTestServer = async (options: TestServerOptions = {}): Promise<TestServer> => {
  const { clock = new FakeClock(), rooms = new FakeMediaRooms(), publicFolder, ...rest } = options;
  const configuration: Configuration = {
    port: 0,
    host: '127.0.0.1',
    publicUrl: null,
    databaseFile: rest.databaseFile ?? join(makeFolder(), 'server.db'),
    livekitUrl: 'ws://127.0.0.1:7880',
    livekitApiUrl: 'http://127.0.0.1:7880',
    livekitApiKey,
    livekitApiSecret,
    credentialSecret,
    allowedOrigins: [],
    logLevel: 'debug',
    ...rest,
  };
  const lines: string[] = [];
  const log = createLogger('debug', (line) => lines.push(line));
  const server = await startServer(configuration, {
    clock,
    rooms,
    log,
    ...(publicFolder !== undefined && { publicFolder }),
  });
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= server.stop());
  onTestFinished(stop);
  const client = new ApiClient(server.url, () => clock.now());
  return Object.assign(client, { server, clock, rooms, configuration, logged: () => lines.join(''), stop });
};
