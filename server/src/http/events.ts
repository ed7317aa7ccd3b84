import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  checkAttendanceSettings,
  checkEventDraft,
  VirtualEventError,
  type AttendanceSettings,
  type EventDraft,
  type EventSnapshot,
} from '../../../src/core/index.js';
import { features, type EventChanges } from '../events/events.js';
import { requireScope } from '../identity/credentials.js';
import { callersOnly, createRoutes, type HttpContext } from './http-context.js';
import { credentialSecurity, jsonAnswer, jsonBody, problems } from './route-parts.js';
import {
  asAnswer,
  asSaved,
  eventChangesSchema,
  eventDraftSchema,
  eventIdParams,
  idempotencyHeaders,
  savedSchema,
  serverNow,
  settingsSchema,
  snapshotSchema,
  versionHeaders,
  versionOf,
} from './schemas.js';

const tags = ['Events'];
const answer = jsonAnswer('The event as it stands.', snapshotSchema);

const list = createRoute({
  method: 'get',
  path: '/v1/events',
  tags,
  summary: 'The latest events, in the order of their start',
  responses: { 200: jsonAnswer('Events.', z.object({ events: z.array(snapshotSchema), serverNow })), ...problems },
});

const create = createRoute({
  method: 'post',
  path: '/v1/events',
  tags,
  summary: 'Make an event',
  security: credentialSecurity,
  request: { headers: idempotencyHeaders, body: jsonBody(eventDraftSchema) },
  responses: { 201: jsonAnswer('The event that was made, and what there is to say of it.', savedSchema), ...problems },
});

const read = createRoute({
  method: 'get',
  path: '/v1/events/{eventId}',
  tags,
  summary: 'An event and its room',
  request: { params: eventIdParams },
  responses: { 200: answer, ...problems },
});

const update = createRoute({
  method: 'patch',
  path: '/v1/events/{eventId}',
  tags,
  summary: 'Change an event’s own facts',
  security: credentialSecurity,
  request: { params: eventIdParams, headers: versionHeaders, body: jsonBody(eventChangesSchema) },
  responses: { 200: answer, ...problems },
});

const configure = createRoute({
  method: 'put',
  path: '/v1/events/{eventId}/virtual-config',
  tags,
  summary: 'Set how an event can be attended',
  security: credentialSecurity,
  request: { params: eventIdParams, headers: versionHeaders, body: jsonBody(settingsSchema) },
  responses: { 200: jsonAnswer('The event as it stands, and what there is to say of it.', savedSchema), ...problems },
});

const withVersion = <Snapshot extends EventSnapshot>(context: Context, snapshot: Snapshot): Snapshot => {
  context.header('ETag', `"${snapshot.event.version}"`);
  return snapshot;
};

export const createEventRoutes = (http: HttpContext) => {
  const { events, clock } = http;
  const middleware = callersOnly(http, 'organizer');

  const drafts = createRoutes((body) => checkEventDraft(body, { features }))
    .openapi(list, async (context) => {
      const found = await events.list();
      return context.json({ events: found.map(asAnswer), serverNow: clock.now() }, 200);
    })
    .openapi({ ...create, middleware }, async (context) => {
      const { pubkey, events: scope } = context.var.caller;
      if (scope) throw new VirtualEventError('forbidden', { detail: 'The credential is for certain events.' });
      const draft = context.req.valid('json') as unknown as EventDraft;
      const key = context.req.valid('header')['idempotency-key'] ?? null;
      const made = await events.create(draft, pubkey, key);
      return context.json(asSaved(withVersion(context, made)), 201);
    })
    .openapi(read, async (context) => {
      const found = await events.find(context.req.valid('param').eventId);
      return context.json(asAnswer(withVersion(context, found)), 200);
    })
    .openapi({ ...update, middleware }, async (context) => {
      const { eventId } = context.req.valid('param');
      requireScope(context.var.caller, eventId);
      const version = versionOf(context.req.valid('header')['if-match']);
      const changed = await events.update(eventId, context.req.valid('json') as EventChanges, version);
      return context.json(asAnswer(withVersion(context, changed)), 200);
    });

  const settings = createRoutes((body) => checkAttendanceSettings(body, { features })).openapi(
    { ...configure, middleware },
    async (context) => {
      const { eventId } = context.req.valid('param');
      requireScope(context.var.caller, eventId);
      const version = versionOf(context.req.valid('header')['if-match']);
      const wanted = context.req.valid('json') as unknown as AttendanceSettings;
      const saved = await events.saveSettings(eventId, wanted, version);
      return context.json(asSaved(withVersion(context, saved)), 200);
    },
  );

  return createRoutes().route('/', drafts).route('/', settings);
};
