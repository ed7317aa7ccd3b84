import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Reason } from '../core/reason.js';
import type { Device } from '../services/conference/conference.js';
import { deviceReason } from '../services/conference/device-reason.js';

/** What one has chosen to come in with, and how the device takes it. */
export interface PreviewedDevice {
  wanted: boolean;
  problem?: Reason;
}

/** One's own microphone and camera before the call: tried, shown to oneself alone, and let go of. */
export class DevicePreviewController implements ReactiveController {
  microphone: PreviewedDevice = { wanted: true };
  camera: PreviewedDevice = { wanted: true };
  readonly #host: ReactiveControllerHost;
  readonly #tracks = new Map<Device, MediaStreamTrack>();
  /** One's own picture, while the camera is on. */
  stream: MediaStream | null = null;
  readonly #turns: Record<Device, number> = { microphone: 0, camera: 0 };
  #isRunning = false;

  constructor(host: ReactiveControllerHost) {
    (this.#host = host).addController(this);
  }

  hostConnected(): void {
    if (this.#isRunning) void this.start();
  }

  hostDisconnected(): void {
    this.#release('microphone');
    this.#release('camera');
  }

  /** Tries both devices as they are wanted. */
  async start(): Promise<void> {
    this.#isRunning = true;
    await Promise.all([this.#try('microphone'), this.#try('camera')]);
  }

  /** Switches what one comes in with. */
  async toggle(device: Device): Promise<void> {
    const wanted = !this.#isOn(device);
    this[device] = { wanted };
    this.#release(device);
    this.#host.requestUpdate();
    if (wanted) await this.#try(device);
  }

  /** Lets go of both devices. */
  stop(): void {
    this.#isRunning = false;
    this.#release('microphone');
    this.#release('camera');
  }

  /** What one would come in with. */
  get wishes(): Record<Device, boolean> {
    return { microphone: this.#isOn('microphone'), camera: this.#isOn('camera') };
  }

  #isOn(device: Device): boolean {
    return this[device].wanted && !this[device].problem;
  }

  async #try(device: Device): Promise<void> {
    if (!this[device].wanted || this.#tracks.has(device)) return;
    const turn = (this.#turns[device] += 1);
    const isWanted = (): boolean => turn === this.#turns[device];
    try {
      const media = await navigator.mediaDevices.getUserMedia(device === 'camera' ? { video: true } : { audio: true });
      const [track] = media.getTracks();
      if (!isWanted()) {
        track?.stop();
        return;
      }
      if (track) this.#hold(device, track);
      if (device === 'camera') this.stream = media;
      this[device] = { wanted: true };
    } catch (thrown) {
      if (!isWanted()) return;
      this[device] = { wanted: true, problem: deviceReason(thrown, device) };
    }
    this.#host.requestUpdate();
  }

  #hold(device: Device, track: MediaStreamTrack): void {
    this.#tracks.set(device, track);
    // It was unplugged, or the browser was told to take it back.
    track.addEventListener('ended', () => {
      this.#release(device);
      this[device] = { wanted: true, problem: 'media-failed' };
      this.#host.requestUpdate();
    });
  }

  /** Lets go of it, also of one that is still being opened. */
  #release(device: Device): void {
    this.#turns[device] += 1;
    this.#tracks.get(device)?.stop();
    this.#tracks.delete(device);
    if (device === 'camera') this.stream = null;
  }
}
