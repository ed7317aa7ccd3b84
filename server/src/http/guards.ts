import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import type { MiddlewareHandler } from 'hono';
import { VirtualEventError } from '../../../src/core/index.js';

const bodyAtMost = 256 * 1024;

/** Refuses what is too large before it is read. */
export const limitBodies = (): MiddlewareHandler =>
  bodyLimit({
    maxSize: bodyAtMost,
    onError: () => {
      throw new VirtualEventError('too-large', { detail: `A request has at most ${bodyAtMost / 1024} KB.` });
    },
  });

/** Lets pages of the listed sites use the API. Nothing is known by cookie, so none are let through. */
export const allowOrigins = (allowedOrigins: readonly string[]): MiddlewareHandler =>
  cors({
    origin: (origin) => (allowedOrigins.includes(origin) ? origin : null),
    allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match'],
    exposeHeaders: ['ETag', 'Retry-After'],
    maxAge: 600,
  });

const defaults = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
};

/** Headers that every answer has, unless it has its own. */
export const secureByDefault = (): MiddlewareHandler => async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(defaults)) {
    if (!context.res.headers.has(name)) context.header(name, value);
  }
};
