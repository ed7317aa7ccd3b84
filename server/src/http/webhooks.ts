import { createRoute } from '@hono/zod-openapi';
import { createRoutes, type HttpContext } from './http-context.js';
import { problems } from './route-parts.js';

const receive = createRoute({
  method: 'post',
  path: '/v1/webhooks/livekit',
  tags: ['Media server'],
  summary: 'What LiveKit tells, signed with its key',
  responses: { 204: { description: 'Noted.' }, ...problems },
});

export const createWebhookRoutes = ({ readWebhook, newsDesk }: HttpContext) =>
  createRoutes().openapi(receive, async (context) => {
    // The signature is over the bytes as they came.
    const news = await readWebhook(await context.req.text(), context.req.header('Authorization'));
    if (news) await newsDesk.take(news);
    return context.body(null, 204);
  });
