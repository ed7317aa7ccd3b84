import { createRoute, z } from '@hono/zod-openapi';
import { roles, type Role } from '../../../src/core/index.js';
import { authorizationOf, createRoutes, type HttpContext } from './http-context.js';
import { jsonAnswer, problems, ticketSecurity } from './route-parts.js';
import { asAnswer, snapshotSchema } from './schemas.js';

const grantSchema = z
  .object({
    url: z.string().openapi({ description: 'Where the media server is.' }),
    token: z.string().openapi({ description: 'Lets one person into one room, for two minutes.' }),
    expiresAt: z.number().openapi({ description: 'Epoch milliseconds.' }),
    event: snapshotSchema,
    displayName: z.string(),
    role: z.enum(roles as [Role, ...Role[]]),
  })
  .openapi('MediaGrant');

const claim = createRoute({
  method: 'post',
  path: '/v1/media-tokens',
  tags: ['The way in'],
  summary: 'Turn a ticket into a way into the media room',
  security: ticketSecurity,
  responses: { 201: jsonAnswer('The way in.', grantSchema), ...problems },
});

export const createMediaTokenRoutes = ({ admissions }: HttpContext) =>
  createRoutes().openapi(claim, async (context) => {
    const ticket = authorizationOf(context.req.header('Authorization'), 'Ticket');
    const { event, ...grant } = await admissions.claim(ticket);
    return context.json({ ...grant, event: asAnswer(event) }, 201);
  });
