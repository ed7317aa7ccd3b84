import { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { VirtualEventError, type Finding, type Role } from '../../../src/core/index.js';
import type { AdmissionStatuses } from '../conference/admission-statuses.js';
import type { Admissions } from '../conference/admissions.js';
import type { Attendance } from '../conference/attendance.js';
import type { Conferences } from '../conference/conferences.js';
import type { Doorbell } from '../conference/doorbell.js';
import type { HostDesk } from '../conference/host-desk.js';
import type { MediaNewsDesk } from '../conference/media-news-desk.js';
import type { ChangeHub } from '../events/change-hub.js';
import type { Events } from '../events/events.js';
import type { Clock } from '../clock.js';
import type { Configuration } from '../configuration.js';
import { requireRole, type Caller, type VerifyCredential } from '../identity/credentials.js';
import type { ReadWebhook } from '../livekit/livekit-webhooks.js';
import type { Logger } from '../logger.js';

/** What the routes work with. */
export interface HttpContext {
  configuration: Pick<Configuration, 'allowedOrigins' | 'livekitUrl'>;
  /** The address by which browsers reach the server, without a slash at its end. */
  publicUrl: string;
  /** The folder of the library's files. */
  publicFolder: string;
  clock: Clock;
  log: Logger;
  events: Events;
  admissions: Admissions;
  statuses: AdmissionStatuses;
  hostDesk: HostDesk;
  conferences: Conferences;
  attendance: Attendance;
  newsDesk: MediaNewsDesk;
  changes: ChangeHub;
  doorbell: Doorbell;
  verifyCredential: VerifyCredential;
  readWebhook: ReadWebhook;
  /** Rejects when the database cannot be used. */
  probeDatabase: () => Promise<void>;
  isMediaServerReachable: () => Promise<boolean>;
}

export const conferenceUrlOf = ({ publicUrl }: HttpContext, eventId: string): string =>
  `${publicUrl}/conference/${encodeURIComponent(eventId)}`;

/** The secret of an `Authorization` header with the given scheme. */
export const authorizationOf = (header: string | undefined, scheme: 'Bearer' | 'Ticket'): string | undefined => {
  const [given, secret] = header?.split(' ', 2) ?? [];
  return given?.toLowerCase() === scheme.toLowerCase() && secret ? secret : undefined;
};

/** Lets only callers with a valid credential and one of the roles through, before anything else is looked at. */
export const callersOnly =
  (
    { verifyCredential }: HttpContext,
    ...allowed: readonly Role[]
  ): MiddlewareHandler<{ Variables: { caller: Caller } }> =>
  async (context, next) => {
    const caller = await verifyCredential(authorizationOf(context.req.header('Authorization'), 'Bearer'));
    requireRole(caller, ...allowed);
    context.set('caller', caller);
    await next();
  };

interface Issue {
  code?: string;
  path: readonly PropertyKey[];
}

const findingOf = ({ code, path }: Issue): Finding => ({
  code: code === 'too_big' || code === 'too_small' ? 'out-of-range' : 'wrong-type',
  severity: 'error',
  field: path.map(String).join('.'),
});

/**
 * Routes of one resource. What does not fit the schema of a route is refused in core's words where `check` has any,
 * else in general ones.
 */
export const createRoutes = (check?: (body: unknown) => readonly Finding[]): OpenAPIHono =>
  new OpenAPIHono({
    defaultHook: async (result, context) => {
      if (result.success) return;
      const own = result.target === 'json' ? (check?.(await context.req.json().catch(() => null)) ?? []) : [];
      throw new VirtualEventError('invalid-input', {
        status: result.target === 'json' ? 422 : 400,
        detail: 'Some fields are not right.',
        findings: own.length > 0 ? own : result.error.issues.map(findingOf),
      });
    },
  });
