import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { systemClock, type Clock } from './clock.js';
import { AdmissionStatuses } from './conference/admission-statuses.js';
import { Admissions } from './conference/admissions.js';
import { Attendance } from './conference/attendance.js';
import type { ConferenceContext } from './conference/conference-context.js';
import { Conferences } from './conference/conferences.js';
import { Doorbell } from './conference/doorbell.js';
import { HostDesk } from './conference/host-desk.js';
import { MediaNewsDesk } from './conference/media-news-desk.js';
import { WaitingLeases } from './conference/waiting-leases.js';
import type { Configuration } from './configuration.js';
import { ChangeHub } from './events/change-hub.js';
import { Events } from './events/events.js';
import { createApp } from './http/app.js';
import { HttpListener } from './http/http-listener.js';
import { createCredentialVerifier } from './identity/credentials.js';
import { createGuestPubkeys } from './identity/guests.js';
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

  const listener = await HttpListener.listen(configuration.port, configuration.host);
  const database = await openDatabase(databaseFile).catch(async (thrown: unknown) => {
    await listener.close();
    throw thrown;
  });

  const changes = new ChangeHub();
  const doorbell = new Doorbell();
  const wakeJobs = (): void => runner.wake();
  const context: ConferenceContext = { database, clock, rooms, changes, doorbell, log, wakeJobs };
  const leases = new WaitingLeases(context);
  const conferences = new Conferences(context);
  const runner = new JobRunner({ database, clock, log, handlers: createJobHandlers(context, conferences) });
  const app = createApp({
    configuration,
    publicUrl: configuration.publicUrl ?? listener.url,
    publicFolder: surroundings.publicFolder ?? defaultPublicFolder(),
    clock,
    log,
    events: new Events(context),
    conferences,
    admissions: new Admissions({
      context,
      conferences,
      tickets: new Tickets(credentialSecret),
      guestPubkey: createGuestPubkeys(credentialSecret),
      mediaUrl: configuration.livekitUrl,
      mintToken: (subject) => mintMediaToken(livekit, subject),
    }),
    statuses: new AdmissionStatuses({ context, leases }),
    hostDesk: new HostDesk(context),
    attendance: new Attendance(context),
    newsDesk: new MediaNewsDesk(context),
    changes,
    doorbell,
    verifyCredential: createCredentialVerifier(credentialSecret, clock),
    readWebhook: createWebhookReader(livekit),
    probeDatabase: async () => {
      // An open file can be read on after it was taken away.
      if (databaseFile !== ':memory:') await stat(databaseFile);
      await probeDatabase(database);
    },
    isMediaServerReachable: () => rooms.isReachable(),
  });
  listener.serve((request) => app.fetch(request));
  runner.wake();

  return {
    url: listener.url,
    runDueJobs: () => runner.runDue(),
    async stop() {
      changes.close();
      leases.stop();
      await Promise.all([listener.close(), runner.stop()]);
      await database.destroy();
    },
  };
};
