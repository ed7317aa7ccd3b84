import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Reason } from '../core/reason.js';
import type { Device, DeviceWishes } from '../services/conference/conference.js';
import { deviceReason } from '../services/conference/device-reason.js';

/** What one has chosen to come in with, and how the device takes it. */
export interface PreviewedDevice {
  wanted: boolean;
  /** While it runs. */
  track?: MediaStreamTrack;
  problem?: Reason;
}

const devices = ['microphone', 'camera'] as const;

/** What the call asks for as well, so that it can take the tracks over as they are. */
const asked: Readonly<Record<Device, MediaStreamConstraints>> = {
  microphone: { audio: { autoGainControl: true, echoCancellation: true, noiseSuppression: true } },
  camera: { video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } } },
};

/** Whether the browser would ask the person; where it cannot say, it would. */
const isUndecided = async (device: Device): Promise<boolean> => {
  try {
    return (await navigator.permissions.query({ name: device })).state === 'prompt';
  } catch {
    return true;
  }
};

/** One's own microphone and camera before the call: tried, shown to oneself alone, and handed over or let go of. */
export class DevicePreviewController implements ReactiveController {
  microphone: PreviewedDevice = { wanted: true };
  camera: PreviewedDevice = { wanted: true };
  readonly #host: ReactiveControllerHost;
  /** One's own picture, while the camera is on. */
  stream: MediaStream | null = null;
  #isRunning = false;
  #turn = 0;

  constructor(host: ReactiveControllerHost) {
    (this.#host = host).addController(this);
  }

  hostConnected(): void {
    if (this.#isRunning) void this.start();
  }

  hostDisconnected(): void {
    this.#release();
  }

  /** Tries what is wanted and does not run. */
  start(): Promise<void> {
    this.#isRunning = true;
    return this.#open(devices.filter((device) => this[device].wanted && !this[device].track));
  }

  /** Switches what one comes in with. */
  async toggle(device: Device): Promise<void> {
    const wanted = !this.#isOn(device);
    this[device].track?.stop();
    this.#set(device, { wanted });
    if (wanted) await this.#open([device]);
  }

  /** Lets go of both devices; what one wants stays. */
  stop(): void {
    this.#isRunning = false;
    this.#release();
  }

  /** What one comes in with. The tracks are the caller's from now on. */
  handOver(): DeviceWishes {
    const wishes = {
      microphone: this.microphone.track ?? this.#isOn('microphone'),
      camera: this.camera.track ?? this.#isOn('camera'),
    };
    this.#isRunning = false;
    this.#turn += 1;
    for (const device of devices) this.#set(device, { wanted: this[device].wanted });
    return wishes;
  }

  #isOn(device: Device): boolean {
    return this[device].wanted && !this[device].problem;
  }

  // Both in one question where both are wanted: browsers ask the person for each request.
  async #open(wanted: readonly Device[]): Promise<void> {
    if (wanted.length === 0) return;
    const turn = this.#turn;
    try {
      // Where a page is not secure there is no such property.
      const { mediaDevices } = navigator as Partial<Navigator>;
      if (!mediaDevices) throw new DOMException('', 'NotSupportedError');
      const constraints: MediaStreamConstraints = {};
      for (const device of wanted) Object.assign(constraints, asked[device]);
      const media = await mediaDevices.getUserMedia(constraints);
      for (const track of media.getTracks()) this.#take(track, turn);
    } catch (thrown) {
      if (turn !== this.#turn) return;
      if (wanted.length > 1 && !(await this.#wasRefused(thrown))) {
        await Promise.all(wanted.map((device) => this.#open([device])));
        return;
      }
      for (const device of wanted) {
        const problem = await deviceReason(thrown, device);
        if (turn === this.#turn && this[device].wanted && !this[device].track)
          this.#set(device, { wanted: true, problem });
      }
    }
  }

  /** Whether the person was asked and said no: asking again for each would not be listening. */
  async #wasRefused(thrown: unknown): Promise<boolean> {
    if ((thrown as Error).name !== 'NotAllowedError') return false;
    const undecided = await Promise.all(devices.map(isUndecided));
    return !undecided.includes(false);
  }

  #take(track: MediaStreamTrack, turn: number): void {
    const device = track.kind === 'video' ? 'camera' : 'microphone';
    if (turn !== this.#turn || !this[device].wanted || this[device].track) {
      track.stop();
      return;
    }
    // It was unplugged, or the browser was told to take it back.
    track.addEventListener('ended', () => {
      if (this[device].track === track) this.#set(device, { wanted: true, problem: 'media-failed' });
    });
    this.#set(device, { wanted: true, track });
  }

  /** Lets go of what runs and of what is being opened. */
  #release(): void {
    this.#turn += 1;
    for (const device of devices) {
      const { wanted, track } = this[device];
      track?.stop();
      if (track) this.#set(device, { wanted });
    }
  }

  #set(device: Device, state: PreviewedDevice): void {
    this[device] = state;
    if (device === 'camera') this.stream = state.track ? new MediaStream([state.track]) : null;
    this.#host.requestUpdate();
  }
}
