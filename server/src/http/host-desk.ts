import { createRoute, z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import type { Host } from '../conference/host-desk.js';
import { decisionSchema, followQuery, listSchema, outcomeSchema, revision } from './admission-schemas.js';
import { answerAsStream, answerWhenNew, type Followed } from './following.js';
import { authorizationOf, createRoutes, type HttpContext } from './http-context.js';
import { credentialSecurity, jsonAnswer, jsonBody, problems, ticketSecurity } from './route-parts.js';
import { eventIdParams } from './schemas.js';

const tags = ['The host’s desk'];
/** A host’s credential, or the ticket with which a host came in. */
const security = [...credentialSecurity, ...ticketSecurity];

const list = createRoute({
  method: 'get',
  path: '/v1/events/{eventId}/admissions',
  tags,
  summary: 'Who is on the way in',
  description:
    'As server-sent events where `text/event-stream` is accepted: at once and with each change. Else as JSON, at once or, ' +
    'with `wait` and `after`, when it has changed.',
  security,
  request: { params: eventIdParams, query: followQuery },
  responses: {
    200: {
      description: 'The people.',
      content: {
        'application/json': { schema: listSchema.extend({ revision }) },
        'text/event-stream': { schema: z.string() },
      },
    },
    ...problems,
  },
});

const decide = createRoute({
  method: 'post',
  path: '/v1/events/{eventId}/decisions',
  tags,
  summary: 'Admit, deny, remove or readmit',
  description:
    'Each is kept with who decided it and when. It holds for the person, on all devices, until decided anew.',
  security,
  request: { params: eventIdParams, body: jsonBody(decisionSchema) },
  responses: {
    200: jsonAnswer('For `admit`: who is in, and for whom no place is free.', outcomeSchema),
    204: { description: 'It is so.' },
    ...problems,
  },
});

const say = createRoute({
  method: 'put',
  path: '/v1/events/{eventId}/waiting-message',
  tags,
  summary: 'Say something to all who wait',
  security,
  request: { params: eventIdParams, body: jsonBody(z.object({ text: z.string().nullable() })) },
  responses: { 204: { description: 'They read it.' }, ...problems },
});

interface Variables {
  Variables: { host: Host };
}

export const createHostDeskRoutes = (http: HttpContext) => {
  const { hostDesk, doorbell, changes, verifyCredential } = http;

  const hostOf = async (context: Context): Promise<Host> => {
    const header = context.req.header('Authorization');
    const ticket = authorizationOf(header, 'Ticket');
    const eventId = context.req.param('eventId')!;
    if (ticket !== undefined) return hostDesk.authorize(eventId, { ticket });
    return hostDesk.authorize(eventId, { caller: await verifyCredential(authorizationOf(header, 'Bearer')) });
  };
  const middleware: MiddlewareHandler<Variables> = async (context, next) => {
    context.set('host', await hostOf(context));
    await next();
  };

  return createRoutes()
    .openapi({ ...list, middleware }, async (context) => {
      const { eventId } = context.req.valid('param');
      const followed: Followed<Awaited<ReturnType<typeof hostDesk.list>>> = {
        // Who is a host now may not be one later.
        read: async () => {
          await hostOf(context);
          return hostDesk.list(eventId);
        },
        subscribe: (listener) => {
          const stops = [
            doorbell.subscribe(eventId, null, listener),
            changes.subscribe((changed) => changed === eventId && listener()),
          ];
          return () => {
            for (const stop of stops) stop();
          };
        },
      };
      if (context.req.header('Accept')?.includes('text/event-stream')) return answerAsStream(context, http, followed);
      const { wait, after } = context.req.valid('query');
      const { signal } = context.req.raw;
      const found = await answerWhenNew(http, followed, { wait, after, signal });
      return context.json({ ...found, admissions: [...found.admissions] }, 200);
    })
    .openapi({ ...decide, middleware }, async (context) => {
      const { eventId } = context.req.valid('param');
      const { host } = context.var;
      const body = context.req.valid('json');
      switch (body.decision) {
        case 'admit': {
          const { admitted, full } = await hostDesk.admit(host, eventId, body.admissions);
          return context.json({ admitted: [...admitted], full: [...full] }, 200);
        }
        case 'deny':
          await hostDesk.deny(host, eventId, body.admission, body.sentence);
          break;
        case 'remove':
          await hostDesk.remove(host, eventId, body.pubkey, body.sentence);
          break;
        case 'readmit':
          await hostDesk.readmit(host, eventId, body.pubkey);
      }
      return context.body(null, 204);
    })
    .openapi({ ...say, middleware }, async (context) => {
      await hostDesk.sayToThoseWaiting(
        context.var.host,
        context.req.valid('param').eventId,
        context.req.valid('json').text,
      );
      return context.body(null, 204);
    });
};
