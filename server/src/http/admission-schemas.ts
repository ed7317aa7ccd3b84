import { z } from '@hono/zod-openapi';
import { admissionStates, reasons, roles, textLimits, type Reason, type Role } from '../../../src/core/index.js';
import { serverNow } from './schemas.js';

const moment = (description: string) => z.number().openapi({ description: `${description}, epoch milliseconds.` });

export const revision = z.string().openapi({ description: 'Names what was told; another one when that has changed.' });

const hostMessageSchema = z.object({
  text: z.string(),
  from: z.string().openapi({ description: 'The host’s name.' }),
});

export const consentSchema = z
  .object({
    textVersion: z.string().min(1).max(100).openapi({ description: '`version` of the text that was shown.' }),
    textHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .openapi({ description: 'SHA-256 of the words that were shown, in hexadecimal.' }),
    locale: z.string().min(1).max(100).openapi({ description: 'The language in which they were shown.' }),
  })
  .openapi('ConsentGiven');

export const statusSchema = z
  .object({
    state: z.enum(admissionStates),
    reason: z.enum(reasons as readonly [Reason, ...Reason[]]).optional(),
    message: hostMessageSchema.optional(),
    since: moment('Since when they wait, or when a host decided otherwise'),
    displayName: z.string(),
    serverNow,
  })
  .openapi('AdmissionStatus');

export const listSchema = z
  .object({
    admissions: z.array(
      z.object({
        id: z.string(),
        pubkey: z.string(),
        displayName: z.string(),
        role: z.enum(roles as [Role, ...Role[]]),
        isGuest: z.boolean(),
        state: z.enum(['waiting', 'admitted', 'denied', 'removed']),
        since: moment('Since when'),
      }),
    ),
    placesLeft: z.int().min(0).optional().openapi({ description: 'Absent where there is no limit.' }),
    waitingMessage: hostMessageSchema.optional(),
    serverNow,
  })
  .openapi('AdmissionList', { description: 'Each person once; who waits comes first, the longest before the others.' });

const sentence = z
  .string()
  .optional()
  .openapi({ description: `What they read: at most ${textLimits.hostMessage} characters.` });
const pubkey = z.string().min(1).max(256);

export const decisionSchema = z
  .discriminatedUnion('decision', [
    z.object({
      decision: z.literal('admit'),
      admissions: z.union([z.literal('all'), z.array(z.string()).max(1000)]),
    }),
    z.object({ decision: z.literal('deny'), admission: z.string(), sentence }),
    z.object({ decision: z.literal('remove'), pubkey, sentence }),
    z.object({ decision: z.literal('readmit'), pubkey }),
  ])
  .openapi('HostDecision');

export const outcomeSchema = z
  .object({
    admitted: z.array(z.string()).openapi({ description: 'Admissions of those who are in.' }),
    full: z.array(z.string()).openapi({ description: 'Admissions of those for whom no place is free; they wait on.' }),
  })
  .openapi('AdmitOutcome');

export const followQuery = z.object({
  wait: z.coerce.number().int().min(0).max(25).default(0).openapi({
    description: 'Seconds for which the answer may be held back as long as it is the one named by `after`.',
  }),
  after: z.string().max(100).optional().openapi({ description: 'The `revision` that is known.' }),
});
