import { z } from '@hono/zod-openapi';
import {
  attendanceTypes,
  findingCodes,
  fixCodes,
  limits,
  reasons,
  textLimits,
  type EventAttendanceType,
  type EventSnapshot,
  type FindingCode,
  type FixCode,
  type Reason,
  type SavedSettings,
} from '../../../src/core/index.js';

const epochMilliseconds = (description: string) =>
  z.number().openapi({ description: `${description}, epoch milliseconds.` });

export const serverNow = epochMilliseconds('The server’s clock');

export const breakoutConfigSchema = z
  .looseObject({
    enabled: z.boolean(),
    autoAssign: z.boolean(),
    roomCount: z.int().min(limits.roomCount.min).max(limits.roomCount.max).optional(),
    roomNames: z.array(z.string().max(limits.roomName.max)).max(limits.roomCount.max).optional(),
    allowSelfSelect: z.boolean(),
    duration: z.int().min(limits.duration.min).max(limits.duration.max).optional().openapi({ description: 'Minutes.' }),
  })
  .openapi('BreakoutRoomConfig');

export const virtualConfigSchema = z
  .looseObject({
    enabled: z.boolean(),
    conferenceRoomId: z.string().optional().openapi({ description: 'Set by the server; ignored when sent.' }),
    autoStartMinutes: z.int().min(limits.autoStartMinutes.min).max(limits.autoStartMinutes.max),
    waitingRoomEnabled: z.boolean(),
    recordingEnabled: z.boolean(),
    recordingConsentRequired: z.boolean(),
    maxVirtualAttendees: z.int().min(limits.maxVirtualAttendees.min).max(limits.maxVirtualAttendees.max).optional(),
    breakoutRoomsEnabled: z.boolean(),
    breakoutConfig: breakoutConfigSchema.optional(),
    recordingUrl: z.string().optional().openapi({ description: 'Set by the server; ignored when sent.' }),
    e2eeRequired: z.boolean(),
  })
  .openapi('EventVirtualConfig', { description: 'Fields that the server does not know are kept and come back.' });

const attendanceType = z.enum(attendanceTypes as [EventAttendanceType, ...EventAttendanceType[]]);

export const settingsSchema = z
  .object({ attendanceType, virtualConfig: virtualConfigSchema })
  .openapi('AttendanceSettings');

const title = z.string().openapi({ description: `1 to ${textLimits.title} characters.` });
const location = z.string().openapi({ description: `At most ${textLimits.location} characters.` });
const timeZone = z.string().openapi({ description: 'IANA name of a time zone.', example: 'Europe/Lisbon' });
const startsAt = epochMilliseconds('Start');
const endsAt = epochMilliseconds('End, after the start');
const status = z.enum(['published', 'cancelled']);
const guestsAllowed = z.boolean().openapi({ description: 'People may come in with only a name.' });

const recordingPolicySchema = z
  .object({
    what: z.string().optional().openapi({ description: 'What is recorded.' }),
    who: z.string().optional().openapi({ description: 'Who will see it.' }),
    howLong: z.string().optional().openapi({ description: 'How long it is kept.' }),
    policyUrl: z.string().optional().openapi({ description: 'Where more is said: `http:` or `https:`.' }),
    locale: z.string().optional().openapi({ description: 'The language of these words.' }),
  })
  .openapi('RecordingPolicy', { description: 'What those who come are told about recordings.' });

export const eventDraftSchema = z
  .object({
    title,
    startsAt,
    endsAt,
    timeZone,
    location: location.optional(),
    guestsAllowed: guestsAllowed.optional(),
    recordingPolicy: recordingPolicySchema.optional(),
    attendanceType: attendanceType.optional(),
    virtualConfig: virtualConfigSchema.optional(),
  })
  .openapi('EventDraft');

export const eventChangesSchema = z
  .object({
    title,
    startsAt,
    endsAt,
    timeZone,
    location,
    guestsAllowed,
    recordingPolicy: recordingPolicySchema,
    status,
  })
  .partial()
  .openapi('EventChanges');

export const snapshotSchema = z
  .object({
    event: z
      .object({
        id: z.string(),
        title,
        startsAt,
        endsAt,
        timeZone,
        location: location.optional(),
        guestsAllowed: guestsAllowed.optional(),
        recordingPolicy: recordingPolicySchema.optional(),
        status,
        attendanceType,
        virtualConfig: virtualConfigSchema,
        version: z.int().min(1),
      })
      .openapi('EventDetails'),
    room: z
      .object({
        state: z.enum(['idle', 'open', 'ended']),
        startedAt: epochMilliseconds('When a host started it').optional(),
        endedAt: epochMilliseconds('When it ended').optional(),
        participantCount: z.int().min(0),
        recording: z.boolean(),
      })
      .openapi('RoomFacts'),
    features: z.array(z.enum(['waiting-room', 'recording', 'e2ee', 'breakout-rooms', 'reminders'])),
    serverNow,
  })
  .openapi('EventSnapshot');

/** The schema says what core's type says, which is an interface and so has no index signature. */
export const asAnswer = (snapshot: EventSnapshot) => snapshot as unknown as z.input<typeof snapshotSchema>;

const figures = z.record(z.string(), z.union([z.string(), z.number()]));

const fixSchema = z
  .object({
    code: z.enum(fixCodes as readonly [FixCode, ...FixCode[]]),
    patch: z
      .looseObject({ attendanceType: attendanceType.optional(), virtualConfig: z.looseObject({}).optional() })
      .openapi({ description: 'A JSON merge patch (RFC 7396) on the settings.' }),
    params: figures.optional(),
  })
  .openapi('Fix', { description: 'A way to mend a finding, that brings nothing as bad.' });

const findingSchema = z
  .object({
    code: z.enum(findingCodes as readonly [FindingCode, ...FindingCode[]]),
    severity: z.enum(['error', 'warning']).openapi({ description: 'What has an error is not saved.' }),
    field: z.string().openapi({ description: 'Dotted path of the field at which it is told.' }),
    fields: z.array(z.string()).optional().openapi({ description: 'All fields it depends on.' }),
    params: figures.optional(),
    fixes: z.array(fixSchema).optional().openapi({ description: 'Best first.' }),
  })
  .openapi('Finding');

export const savedSchema = snapshotSchema
  .extend({ findings: z.array(findingSchema).openapi({ description: 'What surprises, or follows. No errors.' }) })
  .openapi('SavedSettings');

/** The same for what came of saving. */
export const asSaved = (saved: SavedSettings) => saved as unknown as z.input<typeof savedSchema>;

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    reason: z.enum(reasons as readonly [Reason, ...Reason[]]),
    findings: z.array(findingSchema).optional(),
  })
  .openapi('Problem');

export const eventIdParams = z.object({ eventId: z.string().min(1).max(100) });

export const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7E]{1,200}$/)
  .openapi({
    description: 'Makes sending the same request twice the same as once: 1 to 200 visible ASCII characters.',
  });

export const idempotencyHeaders = z.object({ 'idempotency-key': idempotencyKey.optional() });

export const versionHeaders = z.object({
  'if-match': z
    .string()
    .regex(/^(\*|"\d{1,15}")$/)
    .optional()
    .openapi({ description: 'The event’s version in quotes, as in `ETag`: change it only if it is still that one.' }),
});

/** The version that `If-Match` asks for; `undefined` for any. */
export const versionOf = (ifMatch: string | undefined): number | undefined =>
  ifMatch === undefined || ifMatch === '*' ? undefined : Number(ifMatch.slice(1, -1));
