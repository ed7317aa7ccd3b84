import { createRoute, z } from '@hono/zod-openapi';
import { createRoutes, type HttpContext } from './http-context.js';
import { jsonAnswer } from './route-parts.js';

const tags = ['Health'];

const alive = createRoute({
  method: 'get',
  path: '/healthz',
  tags,
  summary: 'Whether the process is alive',
  responses: { 200: jsonAnswer('It is.', z.object({ status: z.literal('alive') })) },
});

const readiness = z.object({
  status: z.enum(['ready', 'not-ready']),
  database: z.enum(['up', 'down']),
  mediaServer: z.enum(['up', 'down']),
});

const ready = createRoute({
  method: 'get',
  path: '/readyz',
  tags,
  summary: 'Whether requests can be served',
  description: 'Follows the database. Without the media server everything but the call itself works.',
  responses: { 200: jsonAnswer('They can.', readiness), 503: jsonAnswer('They cannot.', readiness) },
});

const upOrDown = (isUp: boolean): 'up' | 'down' => (isUp ? 'up' : 'down');

export const createHealthRoutes = ({ probeDatabase, isMediaServerReachable, log }: HttpContext) =>
  createRoutes()
    .openapi(alive, (context) => context.json({ status: 'alive' as const }, 200))
    .openapi(ready, async (context) => {
      const [hasDatabase, hasMediaServer] = await Promise.all([
        probeDatabase().then(
          () => true,
          (error: unknown) => {
            log.error('database down', { error });
            return false;
          },
        ),
        isMediaServerReachable(),
      ]);
      const facts = { database: upOrDown(hasDatabase), mediaServer: upOrDown(hasMediaServer) };
      return hasDatabase
        ? context.json({ status: 'ready' as const, ...facts }, 200)
        : context.json({ status: 'not-ready' as const, ...facts }, 503);
    });
