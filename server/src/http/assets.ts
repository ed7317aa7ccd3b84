import { existsSync } from 'node:fs';
import { serveStatic } from '@hono/node-server/serve-static';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import type { HttpContext } from './http-context.js';

/** Files whose name changes with what is in them. */
const isHashed = (path: string): boolean => /\/chunks\/.+-[\w-]{6}\.\w+$/.test(path);

/** The library's files, for any page of any site. */
export const mountAssets = (app: OpenAPIHono, { publicFolder, log }: HttpContext): void => {
  if (!existsSync(publicFolder)) {
    log.warn('the library is not there, its files are not served', { publicFolder });
    return;
  }
  app
    .use('/assets/*', async (context, next) => {
      await next();
      context.header('Access-Control-Allow-Origin', '*');
      context.header('Cross-Origin-Resource-Policy', 'cross-origin');
      if (!context.res.ok) return;
      context.header('Cache-Control', isHashed(context.req.path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    })
    .use('/assets/*', etag())
    .get(
      '/assets/*',
      serveStatic({
        root: publicFolder,
        precompressed: true,
        rewriteRequestPath: (path) => path.slice('/assets'.length),
      }),
    );
};
