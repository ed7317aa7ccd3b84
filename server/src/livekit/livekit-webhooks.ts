import { WebhookReceiver } from 'livekit-server-sdk';
import { VirtualEventError } from '../../../src/core/index.js';
import { isPerson, joinedAtOf, type LivekitAccess } from './livekit-rooms.js';

/** What LiveKit tells that matters here. */
export interface MediaNews {
  /** Unique; told twice under the same id. */
  id: string;
  kind: 'joined' | 'left' | 'aborted' | 'finished';
  roomId: string;
  roomSid: string;
  /** When it happened, epoch milliseconds; whole seconds. */
  at: number;
  /** Absent for `finished`. */
  participant?: { identity: string; sid: string; joinedAt: number | null };
}

const kinds: Partial<Record<string, MediaNews['kind']>> = {
  participant_joined: 'joined',
  participant_left: 'left',
  participant_connection_aborted: 'aborted',
  room_finished: 'finished',
};

/**
 * Reads a webhook from its raw body; rejects with `credential-invalid` where LiveKit's key did not sign it. `null` for
 * news that do not matter here.
 */
export type ReadWebhook = (body: string, authorization: string | undefined) => Promise<MediaNews | null>;

export const createWebhookReader = ({
  apiKey,
  apiSecret,
}: Pick<LivekitAccess, 'apiKey' | 'apiSecret'>): ReadWebhook => {
  const receiver = new WebhookReceiver(apiKey, apiSecret);
  return async (body, authorization) => {
    const told = await receiver.receive(body, authorization).catch((cause: unknown) => {
      const detail = 'The webhook is not signed by the media server.';
      throw new VirtualEventError('credential-invalid', { detail, cause });
    });
    const { id, event, room, participant, createdAt } = told;
    const kind = kinds[event];
    if (!kind || !room || id === '') return null;
    const news = { id, kind, roomId: room.name, roomSid: room.sid, at: Number(createdAt) * 1000 };
    if (kind === 'finished') return news;
    if (!participant || !isPerson(participant)) return null;
    const { identity, sid } = participant;
    return { ...news, participant: { identity, sid, joinedAt: joinedAtOf(participant) } };
  };
};
