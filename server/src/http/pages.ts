import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { html } from 'hono/html';
import { VirtualEventError } from '../../../src/core/index.js';
import css from './conference-page.css?raw';
import type { HttpContext } from './http-context.js';
import { pageLanguage, type PageLanguage } from './page-language.js';
import { unknownEventWords } from './page-words.js';

const directives = (list: Readonly<Record<string, string>>): string =>
  Object.entries(list)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ');

/** What the conference page may do: talk to this server and to LiveKit, and be framed by the sites that embed it. */
const pageHeaders = ({ configuration: { livekitUrl, allowedOrigins } }: HttpContext): Record<string, string> => {
  const socket = new URL(livekitUrl);
  const request = new URL(livekitUrl.replace(/^ws/, 'http'));
  return {
    'Content-Security-Policy': directives({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      'media-src': 'blob:',
      'worker-src': "'self' blob:",
      'connect-src': `'self' ${socket.protocol}//${socket.host} ${request.origin}`,
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': ["'self'", ...allowedOrigins].join(' '),
      'require-trusted-types-for': "'script'",
      'trusted-types': 'lit-html',
    }),
    'Permissions-Policy': 'camera=(self), microphone=(self), display-capture=(self)',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  };
};

const unknownEventPage = (base: string, { tag, language, dir }: PageLanguage) => {
  const { title, heading, advice } = unknownEventWords[language];
  return html`<!doctype html>
<html lang="${tag}" dir="${dir}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${title}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${base}/assets/conference-page.css">
  </head>
  <body>
    <main>
      <h1>${heading}</h1>
      <p>${advice}</p>
    </main>
  </body>
</html>`;
};

const conferencePage = (
  base: string,
  { tag, dir }: PageLanguage,
  eventId: string,
  title: string,
) => html`<!doctype html>
<html lang="${tag}" dir="${dir}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, viewport-fit=cover">
    <title>${title}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${base}/assets/conference-page.css">
    <script type="module" src="${base}/assets/conference-page.js"></script>
  </head>
  <body>
    <event-conference event-id="${eventId}" backend="${base}/"></event-conference>
  </body>
</html>`;

export const mountPages = (app: OpenAPIHono, http: HttpContext): void => {
  // Behind a proxy the server may be mounted below the origin.
  const base = new URL(http.publicUrl).pathname.replace(/\/+$/, '');
  const headers = pageHeaders(http);

  const show = async (context: Context) => {
    const eventId = context.req.param('eventId') ?? '';
    const language = pageLanguage(context.req.query('lang'), context.req.header('accept-language'));
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    try {
      const { event } = await http.events.find(eventId);
      return await context.html(conferencePage(base, language, event.id, event.title));
    } catch (thrown) {
      if (!(thrown instanceof VirtualEventError) || thrown.reason !== 'not-found') throw thrown;
      return context.html(unknownEventPage(base, language), 404);
    }
  };

  app
    .get('/conference/:eventId', show)
    .get('/assets/conference-page.css', (context) =>
      context.body(css, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' }),
    );
};
