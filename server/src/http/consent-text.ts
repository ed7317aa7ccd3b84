import { createRoute, z } from '@hono/zod-openapi';
import { consentTextFor } from '../../../src/core/index.js';
import { createRoutes, type HttpContext } from './http-context.js';
import { jsonAnswer, problems } from './route-parts.js';
import { eventIdParams } from './schemas.js';

const consentTextSchema = z
  .object({
    version: z.string().openapi({ description: 'Names the text; consent is given to this version.' }),
    locale: z.string(),
    what: z.string().optional().openapi({ description: 'What is recorded.' }),
    who: z.string().optional().openapi({ description: 'Who will see it.' }),
    howLong: z.string().optional().openapi({ description: 'How long it is kept.' }),
    policyUrl: z.string().optional(),
  })
  .openapi('ConsentText', { description: 'What is absent is said in the words of the page.' });

const read = createRoute({
  method: 'get',
  path: '/v1/events/{eventId}/consent-text',
  tags: ['The way in'],
  summary: 'What those who come are asked to agree to',
  request: {
    params: eventIdParams,
    query: z.object({
      locale: z.string().min(1).max(35).openapi({ description: 'The language of whoever reads it.' }),
    }),
  },
  responses: { 200: jsonAnswer('The text.', consentTextSchema), ...problems },
});

export const createConsentTextRoutes = ({ events }: HttpContext) =>
  createRoutes().openapi(read, async (context) => {
    const { event } = await events.find(context.req.valid('param').eventId);
    return context.json(consentTextFor(event, context.req.valid('query').locale), 200);
  });
