import type { MiddlewareHandler } from 'hono';
import type { Clock } from '../clock.js';
import type { Logger } from '../logger.js';

/** One line a request: no query, no header, no body, as those may hold secrets. */
export const accessLog =
  (log: Logger, clock: Clock): MiddlewareHandler =>
  async (context, next) => {
    const began = clock.now();
    await next();
    const { method, path } = context.req;
    log.info('request', { method, path, status: context.res.status, milliseconds: clock.now() - began });
  };
