import { AccessToken, TrackSource } from 'livekit-server-sdk';
import type { LivekitAccess } from './livekit-rooms.js';

export interface MediaTokenSubject {
  roomId: string;
  /** Opaque, and unique to one admission: two devices of one person do not push each other out. */
  identity: string;
  /** What others see. */
  name: string;
}

export const mediaTokenSeconds = 120;

/** A token that lets one person into one room, to talk and listen and nothing else. */
export const mintMediaToken = (
  { apiKey, apiSecret }: Pick<LivekitAccess, 'apiKey' | 'apiSecret'>,
  { roomId, identity, name }: MediaTokenSubject,
): Promise<string> => {
  const token = new AccessToken(apiKey, apiSecret, { identity, name, ttl: mediaTokenSeconds });
  token.addGrant({
    roomJoin: true,
    room: roomId,
    canPublish: true,
    canPublishSources: [
      TrackSource.CAMERA,
      TrackSource.MICROPHONE,
      TrackSource.SCREEN_SHARE,
      TrackSource.SCREEN_SHARE_AUDIO,
    ],
    canSubscribe: true,
    canPublishData: true,
  });
  return token.toJwt();
};
