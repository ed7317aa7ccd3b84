import type { MediaGrant } from '../../core/admission.js';
import type { Reason } from '../../core/reason.js';

/** One person in the call. */
export interface ConferenceParticipant {
  /** Unique in the room, and the same after a reconnect. */
  id: string;
  name: string;
  isLocal: boolean;
  microphone: boolean;
  camera: boolean;
  speaking: boolean;
}

/** The state of one's own microphone or camera. */
export interface DeviceState {
  on: boolean;
  /** It is being switched. */
  pending: boolean;
  /**
   * Why it could not be switched on, if so: `media-denied`, `media-missing`, `media-in-use`, `media-insecure`,
   * `media-framed`, `media-failed`. Switching it off ends the matter.
   */
  problem?: Reason;
}

/** A call as it stands. A new object with each change. */
export interface ConferenceState {
  status: 'idle' | 'connecting' | 'connected' | 'reconnecting' | 'disconnected';
  /** Why it is disconnected; absent after leaving by one's own wish. */
  reason?: Reason;
  /** Oneself first, then the others in the order they came. */
  participants: readonly ConferenceParticipant[];
  microphone: DeviceState;
  camera: DeviceState;
  /** The browser holds back sound until `startSound()` is called in a click. */
  soundBlocked: boolean;
}

export type Device = 'microphone' | 'camera';

/** What one wants to have on when coming in: a track that already runs is taken over, `true` opens the device. */
export type DeviceWishes = Record<Device, MediaStreamTrack | boolean>;

/** The port to a media engine: one call, from coming in to leaving. */
export interface Conference {
  readonly state: ConferenceState;

  /** Called after each change of `state`; returns the way to stop. */
  subscribe(listener: () => void): () => void;

  /**
   * Connects. Resolves when inside, and then lets go of the tracks it took over when it leaves; rejects with a
   * `VirtualEventError`, after which it may be tried again and the tracks are the caller's to stop.
   */
  connect(grant: MediaGrant, wishes: DeviceWishes): Promise<void>;

  /** Switches one's own device. Never rejects: trouble is told by `state`. */
  setMicrophone(on: boolean): Promise<void>;
  setCamera(on: boolean): Promise<void>;

  /** Shows someone's camera in a video element for as long as it is on; returns the way to stop. */
  attachCamera(participantId: string, video: HTMLVideoElement): () => void;

  /** Lets sound through; must be called within a click. */
  startSound(): Promise<void>;

  /** Leaves and lets go of microphone, camera and connection. */
  leave(): Promise<void>;
}
