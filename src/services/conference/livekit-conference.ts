import {
  ConnectionError,
  ConnectionErrorReason,
  ConnectionState,
  DisconnectReason,
  LocalAudioTrack,
  LocalVideoTrack,
  ParticipantKind,
  Room,
  RoomEvent,
  setLogLevel,
  Track,
  type LocalTrack,
  type Participant,
  type RemoteTrack,
} from 'livekit-client';
import type { MediaGrant } from '../../core/admission.js';
import type { Reason } from '../../core/reason.js';
import { VirtualEventError } from '../../core/virtual-event-error.js';
import type {
  Conference,
  ConferenceParticipant,
  ConferenceState,
  Device,
  DeviceState,
  DeviceWishes,
} from './conference.js';
import { deviceReason } from './device-reason.js';

// The console is the host page's: what goes wrong is told by state and errors.
setLogLevel('silent');

/** Why one is out of the room. Of these only `connection-lost` may be mended by coming in again. */
const reasonFor = (reason: DisconnectReason | undefined): Reason => {
  switch (reason) {
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

const sources = { microphone: Track.Source.Microphone, camera: Track.Source.Camera } as const;

const statuses: Readonly<Record<ConnectionState, ConferenceState['status']>> = {
  [ConnectionState.Connected]: 'connected',
  [ConnectionState.Reconnecting]: 'reconnecting',
  [ConnectionState.SignalReconnecting]: 'reconnecting',
  [ConnectionState.Connecting]: 'connecting',
  [ConnectionState.Disconnected]: 'connecting',
};

const off: DeviceState = { on: false, pending: false };

/** What is under way with a device; whether it is on is asked of LiveKit, which others may tell to mute it. */
type Switching = Omit<DeviceState, 'on'>;
const settled: Switching = { pending: false };

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

/** A recorder is in the room without being one of the people. */
const isPerson = ({ kind }: Participant): boolean => kind !== ParticipantKind.EGRESS;

const describe = (participant: Participant): ConferenceParticipant => ({
  id: participant.identity,
  name: participant.name === undefined || participant.name === '' ? participant.identity : participant.name,
  isLocal: participant.isLocal,
  microphone: participant.isMicrophoneEnabled,
  camera: participant.isCameraEnabled,
  speaking: participant.isSpeaking,
});

/** A call over LiveKit. */
export class LiveKitConference implements Conference {
  #room: Room | undefined;
  /** What one is without a room. */
  #outside: 'idle' | 'disconnected' = 'idle';
  #reason: Reason | undefined;
  #switching: Record<Device, Switching> = { microphone: settled, camera: settled };
  #isTelling = false;
  readonly #listeners = new Set<() => void>();
  readonly #publishing = new Set<LocalTrack>();
  readonly #shown = new Map<HTMLVideoElement, { participantId: string; track?: Track }>();
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
    const ended = this.#end();
    this.#outside = 'disconnected';
    this.#reason = undefined;
    const room = (this.#room = new Room({
      adaptiveStream: true,
      dynacast: true,
      // Whether the page goes for good is ours to tell: one that is kept may come back into the call.
      disconnectOnPageLeave: false,
    }));
    for (const change of changes) room.on(change, this.#change);
    room.on(RoomEvent.TrackSubscribed, hear);
    room.on(RoomEvent.TrackUnsubscribed, unhear);
    room.on(RoomEvent.Disconnected, (reason) => {
      if (room === this.#room) void this.#end(reasonFor(reason));
    });
    this.#change();
    try {
      await ended;
      this.#stay(room);
      await room.connect(grant.url, grant.token);
      this.#stay(room);
    } catch (thrown) {
      if (room === this.#room) await this.#end('connection-lost');
      throw connectFailure(thrown);
    }
    if (wishes.microphone) void this.#switch('microphone', wishes.microphone);
    if (wishes.camera) void this.#switch('camera', wishes.camera);
  }

  setMicrophone(on: boolean): Promise<void> {
    return this.#switch('microphone', on);
  }

  setCamera(on: boolean): Promise<void> {
    return this.#switch('camera', on);
  }

  attachCamera(participantId: string, video: HTMLVideoElement): () => void {
    this.#shown.set(video, { participantId });
    this.#show(video);
    return () => {
      detachFrom(video, this.#shown.get(video)?.track);
      this.#shown.delete(video);
    };
  }

  async startSound(): Promise<void> {
    await this.#room?.startAudio();
  }

  async leave(): Promise<void> {
    await this.#end();
  }

  async #switch(device: Device, wish: MediaStreamTrack | boolean): Promise<void> {
    const room = this.#room;
    if (!room || this.#switching[device].pending) return;
    this.#switching = { ...this.#switching, [device]: { pending: true } };
    this.#change();
    let problem: Reason | undefined;
    try {
      const isNew = wish !== false && !room.localParticipant.getTrackPublication(sources[device]);
      await (isNew ? this.#publish(room, device, wish) : toggle(room, device, wish !== false));
    } catch (thrown) {
      problem = await deviceReason(thrown, device);
    }
    if (room !== this.#room) return;
    this.#switching = { ...this.#switching, [device]: { pending: false, ...(problem && { problem }) } };
    this.#change();
  }

  async #publish(room: Room, device: Device, wish: MediaStreamTrack | true): Promise<void> {
    const track = wish === true || wish.readyState === 'ended' ? await open(room, device) : takeOver(device, wish);
    this.#publishing.add(track);
    try {
      // LiveKit waits for a room that was left, and holds the device meanwhile.
      this.#stay(room);
      await room.localParticipant.publishTrack(track, { source: sources[device] });
      this.#stay(room);
    } catch (thrown) {
      track.stop();
      throw thrown;
    } finally {
      this.#publishing.delete(track);
    }
  }

  /** Breaks off what was under way for a room that was left meanwhile. */
  #stay(room: Room): void {
    if (room !== this.#room) throw new VirtualEventError('connection-lost', { detail: 'Left meanwhile.' });
  }

  /** Lets go of the room, its microphone, camera and sound. */
  async #end(reason?: Reason): Promise<void> {
    const room = this.#room;
    if (!room) return;
    this.#room = undefined;
    this.#reason = reason;
    this.#switching = { microphone: settled, camera: settled };
    for (const track of this.#publishing) track.stop();
    for (const [video, { participantId, track }] of this.#shown) {
      detachFrom(video, track);
      this.#shown.set(video, { participantId });
    }
    this.#change();
    await room.disconnect(true);
    room.removeAllListeners();
  }

  /** Several changes of one moment are told as one. */
  readonly #change = (): void => {
    if (this.#isTelling) return;
    this.#isTelling = true;
    queueMicrotask(() => {
      this.#isTelling = false;
      this.#state = this.#read();
      for (const video of this.#shown.keys()) this.#show(video);
      for (const listener of this.#listeners) listener();
    });
  };

  #show(video: HTMLVideoElement): void {
    const { participantId, track: before } = this.#shown.get(video)!;
    const participant = this.#room?.getParticipantByIdentity(participantId);
    const track = participant?.getTrackPublication(Track.Source.Camera)?.track;
    if (track === before) return;
    detachFrom(video, before);
    track?.attach(video);
    this.#shown.set(video, { participantId, ...(track && { track }) });
  }

  #read(): ConferenceState {
    const room = this.#room;
    if (!room) {
      const reason = this.#reason;
      return {
        status: this.#outside,
        ...(reason && { reason }),
        participants: [],
        microphone: off,
        camera: off,
        soundBlocked: false,
      };
    }
    const status = statuses[room.state];
    const isInside = status === 'connected' || status === 'reconnecting';
    const own = room.localParticipant;
    const others = [...room.remoteParticipants.values()]
      .filter(isPerson)
      .sort((a, b) => (a.joinedAt?.getTime() ?? 0) - (b.joinedAt?.getTime() ?? 0));
    return {
      status,
      participants: isInside ? [own, ...others].map(describe) : [],
      microphone: { on: own.isMicrophoneEnabled, ...this.#switching.microphone },
      camera: { on: own.isCameraEnabled, ...this.#switching.camera },
      soundBlocked: isInside && !room.canPlaybackAudio,
    };
  }
}

const toggle = (room: Room, device: Device, on: boolean): Promise<unknown> =>
  device === 'camera' ? room.localParticipant.setCameraEnabled(on) : room.localParticipant.setMicrophoneEnabled(on);

const open = async (room: Room, device: Device): Promise<LocalTrack> => {
  const [track] = await room.localParticipant.createTracks({ [device === 'camera' ? 'video' : 'audio']: true });
  return track!;
};

/** Makes a track that runs already one of LiveKit's own, which it lets go of and opens again as one switches. */
const takeOver = (device: Device, track: MediaStreamTrack): LocalTrack => {
  const taken =
    device === 'camera' ? new LocalVideoTrack(track, undefined, false) : new LocalAudioTrack(track, undefined, false);
  // LiveKit's types do not know `exactOptionalPropertyTypes`.
  return taken as LocalTrack;
};

/** In Firefox and Safari LiveKit sets what it attached once more a task later, even if it was detached meanwhile. */
const detachFrom = (video: HTMLVideoElement, track: Track | undefined): void => {
  if (!track) return;
  track.detach(video);
  setTimeout(() => {
    if (video.srcObject instanceof MediaStream && video.srcObject.getTracks().length === 0) video.srcObject = null;
  });
};

const hear = (track: RemoteTrack): void => {
  if (track.kind === Track.Kind.Audio) track.attach();
};

const unhear = (track: RemoteTrack): void => {
  track.detach();
};
