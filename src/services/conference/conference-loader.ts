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

/** A call that is not connected yet. */
export const createConference = async (): Promise<Conference> => {
  const { LiveKitConference } = await loadEngine();
  return new LiveKitConference();
};
