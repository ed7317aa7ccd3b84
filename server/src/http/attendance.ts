import { createRoute, z } from '@hono/zod-openapi';
import { VirtualEventError } from '../../../src/core/index.js';
import { requireScope } from '../identity/credentials.js';
import { callersOnly, createRoutes, type HttpContext } from './http-context.js';
import { credentialSecurity, jsonAnswer, jsonBody, problems } from './route-parts.js';
import { eventIdParams } from './schemas.js';

const tags = ['Attendance'];
const moment = z.number().openapi({ description: 'Epoch milliseconds.' });

const attendanceSchema = z
  .object({
    id: z.string(),
    eventId: z.string(),
    pubkey: z.string(),
    joinedAt: moment,
    leftAt: moment.optional(),
    durationSeconds: z.number(),
  })
  .openapi('VirtualAttendance');

const statsSchema = z
  .object({
    totalVirtualAttendees: z.int(),
    peakConcurrentAttendees: z.int(),
    averageDurationMinutes: z.number(),
    attendees: z.array(z.object({ pubkey: z.string(), totalDurationMinutes: z.number(), joinedAt: moment })),
  })
  .openapi('VirtualAttendanceStats');

const wordSchema = z.object({
  action: z.enum(['join', 'leave']),
  pubkey: z.string().min(1).max(256).optional().openapi({
    description: 'Whom it is about; default: the caller. Only organizers may name someone else.',
  }),
});

const note = createRoute({
  method: 'post',
  path: '/v1/events/{eventId}/attendance',
  tags,
  summary: 'Say that someone came or left',
  description: 'Advisory: for people whom the media server saw, its word counts.',
  security: credentialSecurity,
  request: { params: eventIdParams, body: jsonBody(wordSchema) },
  responses: { 200: jsonAnswer('The stay; null: nothing to note.', attendanceSchema.nullable()), ...problems },
});

const stats = createRoute({
  method: 'get',
  path: '/v1/events/{eventId}/attendance',
  tags,
  summary: 'What the attendance comes to so far',
  security: credentialSecurity,
  request: { params: eventIdParams },
  responses: { 200: jsonAnswer('The figures.', statsSchema), ...problems },
});

export const createAttendanceRoutes = (http: HttpContext) => {
  const { attendance } = http;
  return createRoutes()
    .openapi({ ...note, middleware: callersOnly(http, 'organizer', 'host', 'attendee') }, async (context) => {
      const { eventId } = context.req.valid('param');
      const { caller } = context.var;
      requireScope(caller, eventId);
      const { action, pubkey = caller.pubkey } = context.req.valid('json');
      if (pubkey !== caller.pubkey && caller.role !== 'organizer') throw new VirtualEventError('forbidden');
      return context.json(await attendance.note(eventId, pubkey, action), 200);
    })
    .openapi({ ...stats, middleware: callersOnly(http, 'organizer') }, async (context) => {
      const { eventId } = context.req.valid('param');
      requireScope(context.var.caller, eventId);
      return context.json(await attendance.stats(eventId), 200);
    });
};
