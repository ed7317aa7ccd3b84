import { ParticipantInfo, ParticipantInfo_State, RoomServiceClient, ServerError } from 'livekit-server-sdk';
import { VirtualEventError } from '../../../src/core/index.js';
import type { MediaParticipant, MediaRooms } from './media-rooms.js';

export interface LivekitAccess {
  /** `http:` or `https:`. */
  apiUrl: string;
  apiKey: string;
  apiSecret: string;
}

const requestTimeoutSeconds = 4;
/** A room is made anew with each token, so it need not stand empty for long. */
const emptyTimeoutSeconds = 300;
const retryAfterSeconds = 5;

/** People, as distinct from recorders, agents and telephone lines; the SDK does not export the name of this value. */
const standardKind = new ParticipantInfo().kind;

const notFoundStatus = 404;

const down = (cause: unknown): VirtualEventError =>
  new VirtualEventError('media-server-down', { detail: 'LiveKit does not answer.', retryAfterSeconds, cause });

/** Epoch milliseconds, also from servers that tell seconds only. */
export const joinedAtOf = ({ joinedAtMs, joinedAt }: ParticipantInfo): number | null => {
  const milliseconds = Number(joinedAtMs) || Number(joinedAt) * 1000;
  return milliseconds || null;
};

export const isPerson = ({ kind }: ParticipantInfo): boolean => kind === standardKind;

export const createLivekitRooms = ({ apiUrl, apiKey, apiSecret }: LivekitAccess): MediaRooms => {
  const client = new RoomServiceClient(apiUrl, apiKey, apiSecret, {
    requestTimeout: requestTimeoutSeconds,
    failover: false,
  });

  const call = async <Answer>(request: Promise<Answer>, whereThereIsNone?: Answer): Promise<Answer> => {
    try {
      return await request;
    } catch (thrown) {
      if (whereThereIsNone !== undefined && thrown instanceof ServerError && thrown.status === notFoundStatus) {
        return whereThereIsNone;
      }
      throw down(thrown);
    }
  };

  const nothing = null;

  return {
    async ensure(roomId) {
      await call(client.createRoom({ name: roomId, emptyTimeout: emptyTimeoutSeconds }));
    },

    async close(roomId) {
      await call<unknown>(client.deleteRoom(roomId), nothing);
    },

    async remove(roomId, identity) {
      await call<unknown>(client.removeParticipant(roomId, identity), nothing);
    },

    async participants(roomId) {
      const inside = await call(client.listParticipants(roomId), []);
      return inside
        .filter((person) => isPerson(person) && person.state === ParticipantInfo_State.ACTIVE)
        .map((person): MediaParticipant => {
          const { identity, sid } = person;
          return { identity, sid, joinedAt: joinedAtOf(person) ?? 0 };
        });
    },

    async isReachable() {
      try {
        const answer = await fetch(apiUrl, { signal: AbortSignal.timeout(requestTimeoutSeconds * 1000) });
        return answer.ok;
      } catch {
        return false;
      }
    },
  };
};
