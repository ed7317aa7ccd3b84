import { createRoute, z } from '@hono/zod-openapi';
import { textLimits } from '../../../src/core/index.js';
import { authorizationOf, callersOnly, conferenceUrlOf, createRoutes, type HttpContext } from './http-context.js';
import { credentialSecurity, jsonAnswer, jsonBody, problems, ticketSecurity } from './route-parts.js';
import { eventIdParams, idempotencyHeaders, serverNow } from './schemas.js';

const tags = ['The way in'];

const admissionSchema = z
  .object({
    state: z.literal('admitted'),
    ticket: z.string().openapi({ description: 'The secret that proves the admission.' }),
    conferenceUrl: z.string().openapi({ description: 'The conference page; the ticket goes into its fragment.' }),
    serverNow,
  })
  .openapi('Admission');

const displayName = z
  .string()
  .optional()
  .openapi({
    description: `What others see: at most ${textLimits.displayName} characters. Default: the credential’s.`,
  });

const admit = createRoute({
  method: 'post',
  path: '/v1/events/{eventId}/admissions',
  tags,
  summary: 'Ask to come in',
  security: credentialSecurity,
  request: { params: eventIdParams, headers: idempotencyHeaders, body: jsonBody(z.object({ displayName })) },
  responses: { 201: jsonAnswer('A seat is held for two minutes.', admissionSchema), ...problems },
});

const depart = createRoute({
  method: 'post',
  path: '/v1/departures',
  tags,
  summary: 'Leave, and give the seat back',
  security: ticketSecurity,
  responses: { 204: { description: 'The seat is free.' }, ...problems },
});

export const createAdmissionRoutes = (http: HttpContext) => {
  const { admissions, clock } = http;
  return createRoutes()
    .openapi({ ...admit, middleware: callersOnly(http, 'organizer', 'host', 'attendee') }, async (context) => {
      const { eventId } = context.req.valid('param');
      const ticket = await admissions.admit(context.var.caller, eventId, {
        displayName: context.req.valid('json').displayName,
        idempotencyKey: context.req.valid('header')['idempotency-key'] ?? crypto.randomUUID(),
      });
      const conferenceUrl = conferenceUrlOf(http, eventId);
      return context.json({ state: 'admitted' as const, ticket, conferenceUrl, serverNow: clock.now() }, 201);
    })
    .openapi(depart, async (context) => {
      await admissions.depart(authorizationOf(context.req.header('Authorization'), 'Ticket'));
      return context.body(null, 204);
    });
};
