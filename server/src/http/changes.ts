import { createRoute, z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { VirtualEventError } from '../../../src/core/index.js';
import { createRoutes, type HttpContext } from './http-context.js';
import { problems } from './route-parts.js';

const eventsAtMost = 100;
/** Often enough that nothing in between takes the connection for dead. */
const heartbeatEvery = 15_000;

const follow = createRoute({
  method: 'get',
  path: '/v1/changes',
  tags: ['Events'],
  summary: 'Live changes of events, as server-sent events',
  description: 'An event named `snapshot` at once for each event that there is, then with each change of it.',
  request: {
    query: z.object({
      event: z
        .union([z.string(), z.array(z.string())])
        .transform((ids) => [...new Set([ids].flat())])
        .pipe(z.array(z.string().min(1).max(100)).max(eventsAtMost))
        .openapi({ type: 'array', items: { type: 'string' }, maxItems: eventsAtMost }),
    }),
  },
  responses: {
    200: { description: 'The changes.', content: { 'text/event-stream': { schema: z.string() } } },
    ...problems,
  },
});

export const createChangeRoutes = ({ events, changes, clock, log }: HttpContext) =>
  createRoutes().openapi(follow, (context) => {
    const followed = new Set(context.req.valid('query').event);
    // Else a proxy like nginx collects what should go out at once.
    context.header('X-Accel-Buffering', 'no');
    return streamSSE(context, async (stream) => {
      const stale = new Set(followed);
      let wake = (): void => {};
      const stop = (): void => wake();
      const unsubscribe = changes.subscribe((eventId) => {
        if (followed.has(eventId)) stale.add(eventId);
        wake();
      });
      const beat = (): void => {
        void stream.write(': still here\n\n');
        stopBeat = clock.after(heartbeatEvery, beat);
      };
      let stopBeat = clock.after(heartbeatEvery, beat);
      stream.onAbort(stop);
      changes.closed.addEventListener('abort', stop);
      try {
        while (!stream.aborted && !changes.closed.aborted) {
          const [eventId] = stale;
          if (eventId === undefined) {
            await new Promise<void>((resolve) => (wake = resolve));
            continue;
          }
          stale.delete(eventId);
          const snapshot = await events.find(eventId).catch((thrown: unknown) => {
            if (thrown instanceof VirtualEventError && thrown.reason === 'not-found') return undefined;
            throw thrown;
          });
          if (snapshot) await stream.writeSSE({ event: 'snapshot', data: JSON.stringify(snapshot) });
        }
      } catch (error) {
        // The stream ends; whoever follows asks again.
        log.error('changes broke off', { error });
      } finally {
        unsubscribe();
        stopBeat();
        changes.closed.removeEventListener('abort', stop);
      }
    });
  });
