import { createRoute, z } from '@hono/zod-openapi';
import { textLimits } from '../../../src/core/index.js';
import { consentSchema } from './admission-schemas.js';
import { authorizationOf, conferenceUrlOf, createRoutes, type HttpContext } from './http-context.js';
import { credentialSecurity, jsonAnswer, jsonBody, problems, ticketSecurity } from './route-parts.js';
import { eventIdParams, idempotencyHeaders, serverNow } from './schemas.js';

const tags = ['The way in'];

const admissionSchema = z
  .object({
    state: z.enum(['waiting', 'admitted']),
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

const askBody = z.object({
  displayName,
  consent: consentSchema.optional(),
  guestKey: z.string().min(16).max(200).optional().openapi({
    description: 'By what someone without a credential is known again: a secret of their browser’s.',
  }),
});

const ask = createRoute({
  method: 'post',
  path: '/v1/events/{eventId}/admissions',
  tags,
  summary: 'Ask to come in',
  description: 'Without a credential one asks as a guest, with a name, where the event allows guests.',
  security: [...credentialSecurity, {}],
  request: { params: eventIdParams, headers: idempotencyHeaders, body: jsonBody(askBody) },
  responses: {
    201: jsonAnswer('A seat is held for two minutes; or one waits for a host.', admissionSchema),
    ...problems,
  },
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
  const { admissions, clock, verifyCredential } = http;
  return createRoutes()
    .openapi(ask, async (context) => {
      const { eventId } = context.req.valid('param');
      const header = context.req.header('Authorization');
      const caller = header === undefined ? null : await verifyCredential(authorizationOf(header, 'Bearer'));
      const { state, ticket } = await admissions.ask(caller, eventId, {
        ...context.req.valid('json'),
        idempotencyKey: context.req.valid('header')['idempotency-key'] ?? crypto.randomUUID(),
      });
      const conferenceUrl = conferenceUrlOf(http, eventId);
      return context.json({ state, ticket, conferenceUrl, serverNow: clock.now() }, 201);
    })
    .openapi(depart, async (context) => {
      await admissions.depart(authorizationOf(context.req.header('Authorization'), 'Ticket'));
      return context.body(null, 204);
    });
};
