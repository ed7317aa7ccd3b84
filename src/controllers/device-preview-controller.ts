import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Reason } from '../core/reason.js';

type Kind = 'microphone' | 'camera';

/** What one has chosen to come in with, and how the device takes it. */
export interface PreviewedDevice {
  wanted: boolean;
  problem?: Reason;
}

const reasons: Readonly<Record<string, Reason>> = {
  NotAllowedError: 'media-denied',
  SecurityError: 'media-denied',
  NotFoundError: 'media-missing',
  OverconstrainedError: 'media-missing',
  NotReadableError: 'media-in-use',
  AbortError: 'media-in-use',
};

/** One's own microphone and camera before the call: tried, shown to oneself alone, and let go of. */
export class DevicePreviewController implements ReactiveController {
  microphone: PreviewedDevice = { wanted: true };
  camera: PreviewedDevice = { wanted: true };
  readonly #host: ReactiveControllerHost;
  readonly #tracks = new Map<Kind, MediaStreamTrack>();
  /** One's own picture, while the camera is on. */
  stream: MediaStream | null = null;
  #turn = 0;

  constructor(host: ReactiveControllerHost) {
    (this.#host = host).addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Tries both devices as they are wanted. */
  async start(): Promise<void> {
    await Promise.all([this.#try('microphone'), this.#try('camera')]);
  }

  /** Switches what one comes in with. */
  async toggle(kind: Kind): Promise<void> {
    const wanted = !this.#isOn(kind);
    this[kind] = { wanted };
    this.#release(kind);
    this.#host.requestUpdate();
    if (wanted) await this.#try(kind);
  }

  /** Lets go of both devices. */
  stop(): void {
    this.#turn += 1;
    this.#release('microphone');
    this.#release('camera');
  }

  /** What one would come in with. */
  get wishes(): Record<Kind, boolean> {
    return { microphone: this.#isOn('microphone'), camera: this.#isOn('camera') };
  }

  #isOn(kind: Kind): boolean {
    return this[kind].wanted && !this[kind].problem;
  }

  async #try(kind: Kind): Promise<void> {
    if (!this[kind].wanted || this.#tracks.has(kind)) return;
    const turn = this.#turn;
    try {
      // Where a page is not secure, or its frame not allowed to, there is no such property.
      const { mediaDevices: devices } = navigator as Partial<Navigator>;
      if (!devices) throw new DOMException('', 'InsecureError');
      const media = await devices.getUserMedia(kind === 'camera' ? { video: true } : { audio: true });
      const [track] = media.getTracks();
      const isWanted = (): boolean => turn === this.#turn && this[kind].wanted;
      if (!isWanted()) {
        track?.stop();
        return;
      }
      if (track) this.#tracks.set(kind, track);
      if (kind === 'camera') this.stream = media;
    } catch (thrown) {
      const { name } = thrown as DOMException;
      const problem = name === 'InsecureError' ? 'media-insecure' : (reasons[name] ?? 'media-failed');
      this[kind] = { wanted: this[kind].wanted, problem };
    }
    this.#host.requestUpdate();
  }

  #release(kind: Kind): void {
    this.#tracks.get(kind)?.stop();
    this.#tracks.delete(kind);
    if (kind === 'camera') this.stream = null;
  }
}
