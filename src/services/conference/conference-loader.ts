import { VirtualEventError } from '../../core/virtual-event-error.js';
import type { Conference } from './conference.js';
import type * as LiveKit from './livekit-conference.js';

type Engine = typeof LiveKit;

let engine: Promise<Engine> | undefined;

/** Fetches the media engine once; one that could not be fetched is fetched again. */
export const loadEngine = (): Promise<Engine> =>
  (engine ??= import('./livekit-conference.js').catch((error: unknown) => {
    engine = undefined;
    throw error;
  }));

/** A call that is not connected yet. Rejects with `media-unsupported` where the browser cannot carry one. */
export const createConference = async (): Promise<Conference> => {
  if (!('RTCPeerConnection' in globalThis)) throw new VirtualEventError('media-unsupported');
  const { LiveKitConference } = await loadEngine();
  return new LiveKitConference();
};
