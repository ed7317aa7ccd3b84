import {
  ConnectionError,
  ConnectionErrorReason,
  ConnectionState,
  DisconnectReason,
  MediaDeviceFailure,
  Room,
  RoomEvent,
  setLogLevel,
  Track,
  type Participant,
  type RemoteTrack,
} from 'livekit-client';
import type { MediaGrant } from '../../core/admission.js';
import type { Reason } from '../../core/reason.js';
import { VirtualEventError } from '../../core/virtual-event-error.js';
import type { Conference, ConferenceParticipant, ConferenceState, DeviceState, DeviceWishes } from './conference.js';

// The console is the host page's: only what went wrong is said there.
setLogLevel('warn');

const deviceReasons: Partial<Record<MediaDeviceFailure, Reason>> = {
  [MediaDeviceFailure.PermissionDenied]: 'media-denied',
  [MediaDeviceFailure.NotFound]: 'media-missing',
  [MediaDeviceFailure.DeviceInUse]: 'media-in-use',
};

const deviceReason = (thrown: unknown): Reason => {
  if (!isSecureContext) return 'media-insecure';
  const failure = MediaDeviceFailure.getFailure(thrown);
  return (failure && deviceReasons[failure]) ?? 'media-failed';
};

/** Why one is out of the room. Of these only `connection-lost` may be mended by coming in again. */
const reasonFor = (reason: DisconnectReason | undefined): Reason | undefined => {
  switch (reason) {
    case DisconnectReason.CLIENT_INITIATED:
      return undefined;
    case DisconnectReason.DUPLICATE_IDENTITY:
      return 'duplicate-identity';
    case DisconnectReason.PARTICIPANT_REMOVED:
      return 'removed';
    case DisconnectReason.ROOM_DELETED:
    case DisconnectReason.ROOM_CLOSED:
      return 'ended';
    default:
      return 'connection-lost';
  }
};

const connectFailure = (thrown: unknown): VirtualEventError => {
  const isAway = thrown instanceof ConnectionError && thrown.reason === ConnectionErrorReason.ServerUnreachable;
  return new VirtualEventError(isAway ? 'media-server-down' : 'connection-lost', { cause: thrown });
};

const off: DeviceState = { on: false, pending: false };

/** All that changes what is shown. */
const changes = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.ParticipantNameChanged,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
  RoomEvent.ActiveSpeakersChanged,
  RoomEvent.AudioPlaybackStatusChanged,
  RoomEvent.ConnectionStateChanged,
] as const;

/** A call over LiveKit. */
export class LiveKitConference implements Conference {
  #room: Room | undefined;
  #reason: Reason | undefined;
  #devices = { microphone: off, camera: off };
  #isTelling = false;
  readonly #listeners = new Set<() => void>();
  readonly #cameras = new Map<HTMLVideoElement, { participantId: string; track?: Track }>();
  readonly #sounds = new Map<RemoteTrack, HTMLMediaElement>();
  #state: ConferenceState = {
    status: 'idle',
    participants: [],
    microphone: off,
    camera: off,
    soundBlocked: false,
  };

  get state(): ConferenceState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async connect(grant: MediaGrant, wishes: DeviceWishes): Promise<void> {
    await this.#end();
    this.#reason = undefined;
    const room = (this.#room = new Room({
      adaptiveStream: true,
      dynacast: true,
      // Whether the page goes for good is ours to tell: one that is kept may come back into the call.
      disconnectOnPageLeave: false,
    }));
    for (const change of changes) room.on(change, this.#change);
    room.on(RoomEvent.TrackSubscribed, this.#hear);
    room.on(RoomEvent.TrackUnsubscribed, this.#unhear);
    room.on(RoomEvent.Disconnected, (reason) => {
      if (room === this.#room) void this.#end(reasonFor(reason));
    });
    this.#change();
    try {
      await room.connect(grant.url, grant.token);
    } catch (thrown) {
      if (room === this.#room) await this.#end();
      throw connectFailure(thrown);
    }
    if (wishes.microphone) void this.setMicrophone(true);
    if (wishes.camera) void this.setCamera(true);
  }

  setMicrophone(on: boolean): Promise<void> {
    return this.#switch('microphone', on, (room) => room.localParticipant.setMicrophoneEnabled(on));
  }

  setCamera(on: boolean): Promise<void> {
    return this.#switch('camera', on, (room) => room.localParticipant.setCameraEnabled(on));
  }

  attachCamera(participantId: string, video: HTMLVideoElement): () => void {
    this.#cameras.set(video, { participantId });
    this.#show(video);
    return () => {
      this.#cameras.get(video)?.track?.detach(video);
      this.#cameras.delete(video);
    };
  }

  async startSound(): Promise<void> {
    await this.#room?.startAudio();
  }

  async leave(): Promise<void> {
    await this.#end();
  }

  async #switch(device: 'microphone' | 'camera', on: boolean, act: (room: Room) => Promise<unknown>): Promise<void> {
    const room = this.#room;
    if (!room) return;
    this.#devices = { ...this.#devices, [device]: { on: this.#devices[device].on, pending: true } };
    this.#change();
    let problem: Reason | undefined;
    try {
      await act(room);
    } catch (thrown) {
      problem = deviceReason(thrown);
    }
    if (room !== this.#room) return;
    this.#devices = { ...this.#devices, [device]: { on: on && !problem, pending: false, ...(problem && { problem }) } };
    this.#change();
  }

  /** Lets go of the room, its microphone, camera and sound. */
  async #end(reason?: Reason): Promise<void> {
    const room = this.#room;
    if (!room) return;
    this.#room = undefined;
    this.#reason = reason;
    this.#devices = { microphone: off, camera: off };
    for (const [video, shown] of this.#cameras) shown.track?.detach(video);
    for (const sound of this.#sounds.values()) sound.remove();
    this.#sounds.clear();
    this.#change();
    await room.disconnect(true);
    room.removeAllListeners();
  }

  readonly #hear = (track: RemoteTrack): void => {
    if (track.kind === Track.Kind.Audio) this.#sounds.set(track, track.attach());
  };

  readonly #unhear = (track: RemoteTrack): void => {
    track.detach();
    this.#sounds.delete(track);
  };

  /** Several changes of one moment are told as one. */
  readonly #change = (): void => {
    if (this.#isTelling) return;
    this.#isTelling = true;
    queueMicrotask(() => {
      this.#isTelling = false;
      this.#state = this.#read();
      for (const video of this.#cameras.keys()) this.#show(video);
      for (const listener of this.#listeners) listener();
    });
  };

  #show(video: HTMLVideoElement): void {
    const shown = this.#cameras.get(video)!;
    const track = this.#participant(shown.participantId)?.getTrackPublication(Track.Source.Camera)?.track;
    if (track === shown.track) return;
    shown.track?.detach(video);
    track?.attach(video);
    this.#cameras.set(video, { participantId: shown.participantId, ...(track && { track }) });
  }

  #participant(sid: string): Participant | undefined {
    const room = this.#room;
    if (!room) return undefined;
    if (room.localParticipant.sid === sid) return room.localParticipant;
    for (const participant of room.remoteParticipants.values()) if (participant.sid === sid) return participant;
    return undefined;
  }

  #read(): ConferenceState {
    const room = this.#room;
    const { microphone, camera } = this.#devices;
    const { status: before } = this.#state;
    if (!room) {
      const status = before === 'idle' ? 'idle' : 'disconnected';
      const reason = this.#reason;
      return { status, ...(reason && { reason }), participants: [], microphone, camera, soundBlocked: false };
    }
    const statuses: Record<ConnectionState, ConferenceState['status']> = {
      [ConnectionState.Connected]: 'connected',
      [ConnectionState.Reconnecting]: 'reconnecting',
      [ConnectionState.SignalReconnecting]: 'reconnecting',
      [ConnectionState.Connecting]: 'connecting',
      [ConnectionState.Disconnected]: 'connecting',
    };
    const status = statuses[room.state];
    const others = [...room.remoteParticipants.values()].sort(
      (a, b) => (a.joinedAt?.getTime() ?? 0) - (b.joinedAt?.getTime() ?? 0),
    );
    const isInside = status === 'connected' || status === 'reconnecting';
    return {
      status,
      participants: isInside ? [room.localParticipant, ...others].map(describe) : [],
      microphone,
      camera,
      soundBlocked: isInside && !room.canPlaybackAudio,
    };
  }
}

const describe = (participant: Participant): ConferenceParticipant => ({
  id: participant.sid,
  name: participant.name ?? participant.identity,
  isLocal: participant.isLocal,
  microphone: participant.isMicrophoneEnabled,
  camera: participant.isCameraEnabled,
  speaking: participant.isSpeaking,
});
