import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { systemClock, type Clock } from './clock.js';
import { Admissions } from './conference/admissions.js';
import { Attendance } from './conference/attendance.js';
import type { ConferenceContext } from './conference/conference-context.js';
import { Conferences } from './conference/conferences.js';
import { MediaNewsDesk } from './conference/media-news-desk.js';
import type { Configuration } from './configuration.js';
import { ChangeHub } from './events/change-hub.js';
import { Events } from './events/events.js';
import { createApp } from './http/app.js';
import { createCredentialVerifier } from './identity/credentials.js';
import { Tickets } from './identity/tickets.js';
import { createJobHandlers } from './jobs/job-handlers.js';
import { JobRunner } from './jobs/job-runner.js';
import { createLivekitRooms } from './livekit/livekit-rooms.js';
import { createWebhookReader } from './livekit/livekit-webhooks.js';
import type { MediaRooms } from './livekit/media-rooms.js';
import { mintMediaToken } from './livekit/media-token.js';
import { createLogger, type Logger } from './logger.js';
import { openDatabase, probeDatabase } from './store/database.js';

/** What stands in for the world around the server, for tests. */
export interface ServerSurroundings {
  clock?: Clock;
  log?: Logger;
  rooms?: MediaRooms;
  /** The folder of the library's files; by default `public` beside the built server. */
  publicFolder?: string;
}

export interface RunningServer {
  /** Where it listens. */
  url: string;
  /** Looks at the schedule now, and does what is due. */
  runDueJobs(): Promise<void>;
  /** Ends what is under way and closes everything. */
  stop(): Promise<void>;
}

/** How long requests that are under way may hold up the end, in milliseconds. */
const longestGoodbye = 10_000;

const defaultPublicFolder = (): string => fileURLToPath(new URL('./public', import.meta.url));

/** Starts the server; rejects where the port is taken or the database cannot be opened. */
export const startServer = async (
  configuration: Configuration,
  surroundings: ServerSurroundings = {},
): Promise<RunningServer> => {
  const { clock = systemClock, log = createLogger(configuration.logLevel) } = surroundings;
  const { databaseFile, livekitApiUrl, livekitApiKey, livekitApiSecret, credentialSecret } = configuration;
  const livekit = { apiUrl: livekitApiUrl, apiKey: livekitApiKey, apiSecret: livekitApiSecret };
  const rooms = surroundings.rooms ?? createLivekitRooms(livekit);

  const listener = createServer();
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(configuration.port, configuration.host, resolve);
  });
  const { port } = listener.address() as AddressInfo;
  const host = configuration.host.includes(':') ? `[${configuration.host}]` : configuration.host;
  const url = `http://${host}:${port}`;

  const database = await openDatabase(databaseFile).catch((thrown: unknown) => {
    listener.close();
    throw thrown;
  });

  const changes = new ChangeHub();
  const context: ConferenceContext = { database, clock, rooms, changes, log, wakeJobs: () => runner.wake() };
  const conferences = new Conferences(context);
  const runner = new JobRunner({ database, clock, log, handlers: createJobHandlers(context, conferences) });
  const app = createApp({
    configuration,
    publicUrl: configuration.publicUrl ?? url,
    publicFolder: surroundings.publicFolder ?? defaultPublicFolder(),
    clock,
    log,
    events: new Events(context),
    conferences,
    admissions: new Admissions({
      context,
      conferences,
      tickets: new Tickets(credentialSecret),
      mediaUrl: configuration.livekitUrl,
      mintToken: (subject) => mintMediaToken(livekit, subject),
    }),
    attendance: new Attendance(context),
    newsDesk: new MediaNewsDesk(context),
    changes,
    verifyCredential: createCredentialVerifier(credentialSecret, clock),
    readWebhook: createWebhookReader(livekit),
    probeDatabase: async () => {
      // An open file can be read on after it was taken away.
      if (databaseFile !== ':memory:') await stat(databaseFile);
      await probeDatabase(database);
    },
    isMediaServerReachable: () => rooms.isReachable(),
  });
  const answer = getRequestListener(app.fetch);
  listener.on('request', (request, response) => void answer(request, response));
  runner.wake();

  return {
    url,
    runDueJobs: () => runner.runDue(),
    async stop() {
      const closed = new Promise<void>((resolve) => listener.close(() => resolve()));
      changes.close();
      // Connections become idle one by one, as what is under way on them ends.
      const sweep = setInterval(() => listener.closeIdleConnections(), 20);
      const deadline = setTimeout(() => listener.closeAllConnections(), longestGoodbye);
      await Promise.all([closed, runner.stop()]);
      clearInterval(sweep);
      clearTimeout(deadline);
      await database.destroy();
    },
  };
};
