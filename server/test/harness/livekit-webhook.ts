import { createHash } from 'node:crypto';
import { AccessToken } from 'livekit-server-sdk';
import type { ApiClient } from './api-client.js';
import { livekitApiKey, livekitApiSecret } from './test-server.js';

export interface WebhookFacts {
  event:
    'room_started' | 'room_finished' | 'participant_joined' | 'participant_left' | 'participant_connection_aborted';
  room: string;
  roomSid?: string;
  identity?: string;
  /** The connection. */
  sid?: string;
  kind?: string;
  /** Epoch milliseconds. */
  joinedAt?: number;
  /** Epoch milliseconds. */
  at: number;
  id?: string;
}

/** A webhook's body as LiveKit writes it. */
export const webhookBody = (facts: WebhookFacts): string => {
  const { event, room, roomSid = 'RM_1', identity, sid, kind = 'STANDARD', joinedAt, at, id } = facts;
  return JSON.stringify({
    event,
    id: id ?? `EV_${crypto.randomUUID()}`,
    createdAt: String(Math.floor(at / 1000)),
    room: { name: room, sid: roomSid },
    ...(identity && {
      participant: {
        identity,
        sid,
        kind,
        state: 'ACTIVE',
        ...(joinedAt && { joinedAt: String(Math.floor(joinedAt / 1000)), joinedAtMs: String(joinedAt) }),
      },
    }),
  });
};

/** The header with which LiveKit signs a body. */
export const signWebhook = (body: string, secret = livekitApiSecret): Promise<string> => {
  const token = new AccessToken(livekitApiKey, secret, { ttl: 300 });
  token.sha256 = createHash('sha256').update(body).digest('base64');
  return token.toJwt();
};

export const postWebhook = async (api: ApiClient, body: string, authorization?: string) =>
  api.call('POST', '/v1/webhooks/livekit', {
    body,
    headers: {
      'Content-Type': 'application/webhook+json',
      Authorization: authorization ?? (await signWebhook(body)),
    },
  });
