import type { z } from '@hono/zod-openapi';
import { problemSchema } from './schemas.js';

/** Parts that the descriptions of several routes share. */
export const credentialSecurity = [{ credential: [] }];
export const ticketSecurity = [{ ticket: [] }];

export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  content: { 'application/json': { schema } },
  required: true as const,
});

export const jsonAnswer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});

export const problems = {
  default: {
    description: 'A problem, with its reason.',
    content: { 'application/problem+json': { schema: problemSchema } },
  },
};
