import { createRoute, z } from '@hono/zod-openapi';
import { requireScope } from '../identity/credentials.js';
import { callersOnly, conferenceUrlOf, createRoutes, type HttpContext } from './http-context.js';
import { credentialSecurity, jsonAnswer, problems } from './route-parts.js';
import { eventIdParams } from './schemas.js';

const tags = ['Conference'];

const roomSchema = z
  .object({
    conferenceRoomId: z.string(),
    joinUrl: z.string(),
    isActive: z.boolean(),
    participantCount: z.int().min(0),
    createdAt: z.number().openapi({ description: 'Epoch milliseconds.' }),
  })
  .openapi('EventConferenceRoom');

const start = createRoute({
  method: 'post',
  path: '/v1/events/{eventId}/conference',
  tags,
  summary: 'Start the conference now',
  description: 'Starting again gives the same room.',
  security: credentialSecurity,
  request: { params: eventIdParams },
  responses: { 200: jsonAnswer('The room.', roomSchema), ...problems },
});

const end = createRoute({
  method: 'delete',
  path: '/v1/events/{eventId}/conference',
  tags,
  summary: 'End the conference for all',
  security: credentialSecurity,
  request: { params: eventIdParams },
  responses: {
    200: jsonAnswer('It has ended.', z.object({ recordingUrl: z.string().nullable() })),
    ...problems,
  },
});

export const createConferenceRoutes = (http: HttpContext) => {
  const { conferences } = http;
  const middleware = callersOnly(http, 'organizer', 'host');
  return createRoutes()
    .openapi({ ...start, middleware }, async (context) => {
      const { eventId } = context.req.valid('param');
      requireScope(context.var.caller, eventId);
      return context.json(await conferences.start(eventId, conferenceUrlOf(http, eventId)), 200);
    })
    .openapi({ ...end, middleware }, async (context) => {
      const { eventId } = context.req.valid('param');
      requireScope(context.var.caller, eventId);
      await conferences.end(eventId);
      return context.json({ recordingUrl: null }, 200);
    });
};
