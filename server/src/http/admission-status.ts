import { createRoute, z } from '@hono/zod-openapi';
import { followQuery, revision, statusSchema } from './admission-schemas.js';
import { answerAsStream, answerWhenNew, type Followed } from './following.js';
import { authorizationOf, createRoutes, type HttpContext } from './http-context.js';
import { problems, ticketSecurity } from './route-parts.js';

const follow = createRoute({
  method: 'get',
  path: '/v1/admission',
  tags: ['The way in'],
  summary: 'Where one stands on the way in',
  description:
    'As server-sent events where `text/event-stream` is accepted: at once and with each change. Else as JSON, at once or, ' +
    'with `wait` and `after`, when it has changed. Who waits keeps their place by following, and for 90 seconds after.',
  security: ticketSecurity,
  request: { query: followQuery },
  responses: {
    200: {
      description: 'The standing.',
      content: {
        'application/json': { schema: statusSchema.extend({ revision }) },
        'text/event-stream': { schema: z.string() },
      },
    },
    ...problems,
  },
});

export const createAdmissionStatusRoutes = (http: HttpContext) => {
  const { statuses, doorbell, changes } = http;
  return createRoutes().openapi(follow, async (context) => {
    const ticket = authorizationOf(context.req.header('Authorization'), 'Ticket');
    const admission = await statuses.find(ticket);
    const { event_id: eventId, pubkey } = admission;
    const followed: Followed<Awaited<ReturnType<typeof statuses.read>>> = {
      read: () => statuses.read(ticket),
      subscribe: (listener) => {
        const stops = [
          doorbell.subscribe(eventId, pubkey, listener),
          changes.subscribe((changed) => changed === eventId && listener()),
        ];
        return () => {
          for (const stop of stops) stop();
        };
      },
    };
    const release = await statuses.hold(admission);
    if (context.req.header('Accept')?.includes('text/event-stream')) {
      return answerAsStream(context, http, followed, release);
    }
    try {
      const { wait, after } = context.req.valid('query');
      const { signal } = context.req.raw;
      return context.json(await answerWhenNew(http, followed, { wait, after, signal }), 200);
    } finally {
      release();
    }
  });
};
