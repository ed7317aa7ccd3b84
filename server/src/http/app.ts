import { OpenAPIHono } from '@hono/zod-openapi';
import { VirtualEventError } from '../../../src/core/index.js';
import { accessLog } from './access-log.js';
import { createAdmissionStatusRoutes } from './admission-status.js';
import { createAdmissionRoutes } from './admissions.js';
import { mountAssets } from './assets.js';
import { createAttendanceRoutes } from './attendance.js';
import { createChangeRoutes } from './changes.js';
import { createConferenceRoutes } from './conference.js';
import { createConsentTextRoutes } from './consent-text.js';
import { createEventRoutes } from './events.js';
import { allowOrigins, limitBodies, secureByDefault } from './guards.js';
import { createHealthRoutes } from './health.js';
import { createHostDeskRoutes } from './host-desk.js';
import type { HttpContext } from './http-context.js';
import { createMediaTokenRoutes } from './media-tokens.js';
import { mountPages } from './pages.js';
import { errorOf, problemResponse } from './problem.js';
import { createWebhookRoutes } from './webhooks.js';

const description = {
  openapi: '3.1.0',
  info: { title: 'Virtual Event Server', version: '1', description: 'The backend of Virtual Event Elements.' },
};

/** All that is answered over HTTP. */
export const createApp = (http: HttpContext): OpenAPIHono => {
  const app = new OpenAPIHono();

  app.onError((thrown, context) => {
    const error = errorOf(thrown);
    if (error.reason === 'unavailable') {
      http.log.error('request failed', { method: context.req.method, path: context.req.path, error: thrown });
    }
    return problemResponse(context, error);
  });
  app.notFound((context) => problemResponse(context, new VirtualEventError('not-found')));

  app.use(accessLog(http.log, http.clock));
  app.use(secureByDefault());
  app.use('/v1/*', allowOrigins(http.configuration.allowedOrigins));
  app.use('/v1/*', limitBodies());

  const { openAPIRegistry } = app;
  openAPIRegistry.registerComponent('securitySchemes', 'credential', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
  });
  openAPIRegistry.registerComponent('securitySchemes', 'ticket', {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description: '`Ticket ` and the secret that an admission gave.',
  });

  for (const routes of [
    createEventRoutes(http),
    createChangeRoutes(http),
    createAdmissionRoutes(http),
    createAdmissionStatusRoutes(http),
    createConsentTextRoutes(http),
    createHostDeskRoutes(http),
    createMediaTokenRoutes(http),
    createConferenceRoutes(http),
    createAttendanceRoutes(http),
    createWebhookRoutes(http),
    createHealthRoutes(http),
  ]) {
    app.route('/', routes as OpenAPIHono);
  }
  mountPages(app, http);
  mountAssets(app, http);
  app.use('/openapi.json', allowOrigins(http.configuration.allowedOrigins));
  app.doc31('/openapi.json', description);
  return app;
};
