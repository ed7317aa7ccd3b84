import { paintedStream } from './painted-camera.js';

/** Names of the errors with which a browser refuses a device. */
export type DeviceRefusals = Partial<Record<'audio' | 'video', string>>;

/** Gives the page a painted camera and a silent microphone, or refuses them; returns the way back to the real ones. */
export const paintedDevices = (refusals: DeviceRefusals = {}): (() => void) => {
  const { mediaDevices } = navigator;
  const audio = new AudioContext();
  mediaDevices.getUserMedia = async (wanted) => {
    const media = new MediaStream();
    for (const kind of ['audio', 'video'] as const) {
      if (!wanted?.[kind]) continue;
      if (refusals[kind] !== undefined) throw new DOMException('', refusals[kind]);
      const { stream } = audio.createMediaStreamDestination();
      for (const track of (kind === 'video' ? paintedStream('Amira') : stream).getTracks()) media.addTrack(track);
    }
    return media;
  };
  return () => {
    Reflect.deleteProperty(mediaDevices, 'getUserMedia');
    void audio.close();
  };
};
