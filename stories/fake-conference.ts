import type { MediaGrant } from '../src/core/admission.js';
import type { Reason } from '../src/core/reason.js';
import { VirtualEventError } from '../src/core/virtual-event-error.js';
import type {
  Conference,
  ConferenceParticipant,
  ConferenceState,
  Device,
  DeviceState,
  DeviceWishes,
} from '../src/services/conference/conference.js';
import { paintedCamera } from './painted-camera.js';

/** Someone in a fake room. The name is also the id, so it is given once. */
export type FakePerson = Pick<ConferenceParticipant, 'name'> &
  Partial<Pick<ConferenceParticipant, 'microphone' | 'camera' | 'speaking'>>;

const off: DeviceState = { on: false, pending: false };

/** Where fake conferences meet. */
export class FakeRoom extends EventTarget {
  readonly #people = new Map<string, Required<FakePerson>>();

  get people(): readonly Required<FakePerson>[] {
    return [...this.#people.values()];
  }

  put(...people: FakePerson[]): void {
    for (const person of people) {
      this.#people.set(person.name, { microphone: true, camera: false, speaking: false, ...person });
    }
    this.dispatchEvent(new Event('change'));
  }

  take(...names: string[]): void {
    for (const name of names) this.#people.delete(name);
    this.dispatchEvent(new Event('change'));
  }
}

/** A call without a network, whose fate is told from outside. */
export class FakeConference implements Conference {
  /** Thrown by the next ways in. */
  connectError: VirtualEventError | undefined;
  /** What coming in waits for. */
  arrival: Promise<void> = Promise.resolve();
  /** Devices that cannot be switched on, and why. */
  refusals: Partial<Record<Device, Reason>> = {};
  readonly room: FakeRoom;
  readonly #name: string;
  readonly #listeners = new Set<() => void>();
  readonly #cameras = new Map<HTMLVideoElement, { participantId: string; hide?: () => void }>();
  #status: ConferenceState['status'] = 'idle';
  #reason: Reason | undefined;
  #devices = { microphone: off, camera: off };
  #soundBlocked = false;
  #turn = 0;
  #taken: MediaStreamTrack[] = [];
  #state: ConferenceState = {
    status: 'idle',
    participants: [],
    microphone: off,
    camera: off,
    soundBlocked: false,
  };

  constructor(name = 'Noor Jansen', room = new FakeRoom()) {
    this.#name = name;
    this.room = room;
  }

  get state(): ConferenceState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async connect(grant: MediaGrant, wishes: DeviceWishes): Promise<void> {
    this.#end();
    const turn = this.#turn;
    this.#reason = undefined;
    this.#status = 'connecting';
    this.#tell();
    await this.arrival;
    if (turn !== this.#turn) throw new VirtualEventError('connection-lost');
    const error = grant.token === '' ? new VirtualEventError('connection-lost') : this.connectError;
    if (error) {
      this.#end();
      throw error;
    }
    this.#status = 'connected';
    this.room.addEventListener('change', this.#tell);
    this.#enter();
    this.#taken = [wishes.microphone, wishes.camera].filter((wish) => typeof wish === 'object');
    if (wishes.microphone) void this.setMicrophone(true);
    if (wishes.camera) void this.setCamera(true);
  }

  setMicrophone(on: boolean): Promise<void> {
    return this.#switch('microphone', on);
  }

  setCamera(on: boolean): Promise<void> {
    return this.#switch('camera', on);
  }

  attachCamera(participantId: string, video: HTMLVideoElement): () => void {
    this.#cameras.set(video, { participantId });
    this.#show(video);
    return () => {
      this.#cameras.get(video)?.hide?.();
      this.#cameras.delete(video);
    };
  }

  async startSound(): Promise<void> {
    this.#soundBlocked = false;
    this.#tell();
  }

  async leave(): Promise<void> {
    this.#end();
  }

  /** The browser holds back sound. */
  blockSound(): void {
    this.#soundBlocked = true;
    this.#tell();
  }

  /** The connection staggers, or holds again. */
  reconnect(isUnderWay: boolean): void {
    this.#status = isUnderWay ? 'reconnecting' : 'connected';
    this.#tell();
  }

  /** The other side ends it. */
  disconnect(reason: Reason): void {
    this.#reason = reason;
    this.#end();
  }

  async #switch(device: Device, on: boolean): Promise<void> {
    if (!this.#isInside) return;
    const turn = this.#turn;
    this.#devices = { ...this.#devices, [device]: { on: this.#devices[device].on, pending: true } };
    this.#tell();
    await Promise.resolve();
    if (turn !== this.#turn) return;
    const problem = on ? this.refusals[device] : undefined;
    this.#devices = { ...this.#devices, [device]: { on: on && !problem, pending: false, ...(problem && { problem }) } };
    this.#enter();
  }

  /** Tells the room how one is there. */
  #enter(): void {
    const { microphone, camera } = this.#devices;
    this.room.put({ name: this.#name, microphone: microphone.on, camera: camera.on });
  }

  #end(): void {
    this.#turn += 1;
    if (this.#status === 'idle' || this.#status === 'disconnected') return;
    this.room.removeEventListener('change', this.#tell);
    this.room.take(this.#name);
    for (const track of this.#taken) track.stop();
    this.#taken = [];
    this.#status = 'disconnected';
    this.#devices = { microphone: off, camera: off };
    this.#soundBlocked = false;
    this.#tell();
  }

  get #isInside(): boolean {
    return this.#status === 'connected' || this.#status === 'reconnecting';
  }

  readonly #tell = (): void => {
    const people = this.room.people.map((person) => ({
      ...person,
      id: person.name,
      isLocal: person.name === this.#name,
    }));
    this.#state = {
      status: this.#status,
      ...(this.#reason && { reason: this.#reason }),
      participants: this.#isInside ? people.sort((a, b) => Number(b.isLocal) - Number(a.isLocal)) : [],
      ...this.#devices,
      soundBlocked: this.#soundBlocked,
    };
    for (const video of this.#cameras.keys()) this.#show(video);
    for (const listener of this.#listeners) listener();
  };

  #show(video: HTMLVideoElement): void {
    const { participantId, hide } = this.#cameras.get(video)!;
    const isOn = this.#state.participants.some(({ id, camera }) => id === participantId && camera);
    if (isOn === (hide !== undefined)) return;
    hide?.();
    this.#cameras.set(video, { participantId, ...(isOn && { hide: paintedCamera(participantId, video) }) });
  }
}
