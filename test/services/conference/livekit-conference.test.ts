import { expect } from '@open-wc/testing';
import { defaultVirtualConfig, VirtualEventError, type MediaGrant } from '../../../src/core/index.js';
import { HttpBackendAdapter } from '../../../src/services/backend/http-adapter.js';
import { LiveKitConference } from '../../../src/services/conference/livekit-conference.js';
import type { BackendAdapterHarness } from '../../suites/backend-adapter-suite.js';
import { conferenceSuite, type ConferenceGuest } from '../../suites/conference-suite.js';
import { areTrackEventsHeard } from '../../track-events.js';
import { until } from '../../until.js';

const minute = 60_000;

interface Meeting {
  guests: readonly [ConferenceGuest, ConferenceGuest];
  /** A second way in with the same ticket, as another tab has it. */
  grantAgain: () => Promise<MediaGrant>;
  end: () => Promise<unknown>;
}

/** An event under way on the real backend, and two who were admitted. */
const meeting = async (): Promise<Meeting> => {
  const response = await fetch('/test-backend');
  if (!response.ok) throw new Error(`There is no backend: ${await response.text()}`);
  const { url, credentials } = (await response.json()) as {
    url: string;
    credentials: BackendAdapterHarness['credentials'];
  };
  const backend = new HttpBackendAdapter(url);
  const organizer = { credential: credentials.organizer };
  const { event } = await backend.createEvent(
    {
      title: 'Spring members’ meeting',
      startsAt: Date.now() - minute,
      endsAt: Date.now() + 60 * minute,
      timeZone: 'Europe/Lisbon',
      attendanceType: 'virtual',
      virtualConfig: { ...defaultVirtualConfig(), enabled: true },
    },
    organizer,
  );
  const admit = async (credential: string) => {
    const admission = await backend.requestAdmission(event.id, { idempotencyKey: crypto.randomUUID() }, { credential });
    return admission.ticket;
  };
  const guest = async (name: string, ticket: string) => ({
    name,
    conference: new LiveKitConference(),
    grant: await backend.claimMediaGrant(ticket),
  });
  const ticket = await admit(credentials.attendee);
  return {
    guests: [await guest('Noor Jansen', ticket), await guest('Tomás Rey', await admit(credentials.otherAttendee))],
    grantAgain: () => backend.claimMediaGrant(ticket),
    end: () => backend.endConference(event.id, organizer),
  };
};

before(function () {
  // As of now WebKitGTK is built without.
  if (!('RTCPeerConnection' in globalThis)) this.skip();
});

conferenceSuite('LiveKitConference on a real server', async () => {
  const { guests } = await meeting();
  return { guests, invalidGrant: { ...guests[0].grant, token: 'nothing' } };
});

describe('LiveKitConference', () => {
  const both = { microphone: true, camera: true };
  const nothing = { microphone: false, camera: false };
  const { mediaDevices } = navigator;
  const realGetUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
  let tracks: MediaStreamTrack[];
  let gathering: Meeting;
  let noor: ConferenceGuest;
  let tomas: ConferenceGuest;

  const liveTracks = () => tracks.filter(({ readyState }) => readyState === 'live');

  const statusOf = ({ conference }: ConferenceGuest) => conference.state.status;

  beforeEach(async () => {
    tracks = [];
    mediaDevices.getUserMedia = async (constraints) => {
      const media = await realGetUserMedia(constraints);
      tracks.push(...media.getTracks());
      return media;
    };
    gathering = await meeting();
    [noor, tomas] = gathering.guests;
  });

  afterEach(async () => {
    Reflect.deleteProperty(mediaDevices, 'getUserMedia');
    await Promise.all([noor.conference.leave(), tomas.conference.leave()]);
  });

  const comeIn = async (guest: ConferenceGuest, wishes = nothing): Promise<void> => {
    await guest.conference.connect(guest.grant, wishes);
    await until(() => {
      const { status, microphone, camera } = guest.conference.state;
      return status === 'connected' && microphone.on === wishes.microphone && camera.on === wishes.camera;
    });
  };

  /** Room and identity as they stand in the token. */
  const placeOf = ({ grant }: ConferenceGuest): { room: string; identity: string } => {
    const claims = grant.token.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/');
    const { sub, video } = JSON.parse(atob(claims)) as { sub: string; video: { room: string } };
    return { room: video.room, identity: sub };
  };

  it('says so when one is removed, and lets go of the devices', async () => {
    await comeIn(noor, both);
    expect(liveTracks()).to.have.length(2);
    await fetch(`/test-backend/remove?${new URLSearchParams({ ...placeOf(noor) }).toString()}`);
    await until(() => statusOf(noor) === 'disconnected');
    expect(noor.conference.state.reason).to.equal('removed');
    await until(() => liveTracks().length === 0);
  });

  it('says so when the conference is ended for all', async () => {
    await Promise.all([comeIn(noor, both), comeIn(tomas)]);
    await gathering.end();
    await until(() => statusOf(noor) === 'disconnected' && statusOf(tomas) === 'disconnected');
    expect(noor.conference.state.reason).to.equal('ended');
    expect(tomas.conference.state.reason).to.equal('ended');
    await until(() => liveTracks().length === 0);
  });

  it('says so when the same ticket comes in elsewhere', async () => {
    await comeIn(noor);
    const elsewhere = new LiveKitConference();
    await elsewhere.connect(await gathering.grantAgain(), nothing);
    await until(() => statusOf(noor) === 'disconnected');
    expect(noor.conference.state.reason).to.equal('duplicate-identity');
    expect(elsewhere.state.status).to.equal('connected');
    await elsewhere.leave();
  });

  it('shows moving pictures of others', async () => {
    await Promise.all([comeIn(noor, both), comeIn(tomas)]);
    const video = Object.assign(document.createElement('video'), { autoplay: true, muted: true });
    document.body.append(video);
    await until(() => tomas.conference.state.participants.some(({ isLocal, camera }) => !isLocal && camera));
    const { id } = tomas.conference.state.participants.find(({ isLocal }) => !isLocal)!;
    const detach = tomas.conference.attachCamera(id, video);
    const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    const pictures = new Set<string>();
    while (pictures.size < 5) {
      await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
      context.drawImage(video, 0, 0, canvas.width, canvas.height);
      pictures.add(canvas.toDataURL());
    }
    detach();
    video.remove();
  });

  it('holds no device once left', async () => {
    await comeIn(noor, both);
    expect(liveTracks()).to.have.length(2);
    await noor.conference.leave();
    expect(liveTracks()).to.have.length(0);
  });

  it('holds no device when left while they are started', async () => {
    let release = (): void => {};
    const allowed = new Promise<void>((resolve) => (release = resolve));
    const start = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints) => {
      await allowed;
      return start(constraints);
    };
    await noor.conference.connect(noor.grant, both);
    await noor.conference.leave();
    release();
    await until(() => tracks.length === 2);
    await until(() => liveTracks().length === 0);
  });

  it('lets go when left while it connects', async () => {
    const connecting = noor.conference.connect(noor.grant, both).then(
      () => undefined,
      (error: unknown) => VirtualEventError.from(error).reason,
    );
    await noor.conference.leave();
    expect(await connecting).to.equal('connection-lost');
    await until(() => statusOf(noor) === 'disconnected');
    expect(noor.conference.state.reason).to.equal(undefined);
    expect(tracks).to.have.length(0);
  });

  it('says why a device could not be switched on, and switches it on at the next try', async () => {
    await comeIn(noor);
    const start = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    await noor.conference.setCamera(true);
    await until(() => noor.conference.state.camera.problem !== undefined);
    expect(noor.conference.state.camera).to.deep.equal({ on: false, pending: false, problem: 'media-denied' });
    mediaDevices.getUserMedia = start;
    await noor.conference.setCamera(true);
    await until(() => noor.conference.state.camera.on);
    expect(noor.conference.state.camera).to.deep.equal({ on: true, pending: false });
  });

  it('tells that a camera is off when its device goes', async function () {
    if (!areTrackEventsHeard()) this.skip();
    await comeIn(noor, { ...nothing, camera: true });
    mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotFoundError'));
    for (const track of liveTracks()) track.dispatchEvent(new Event('ended'));
    await until(() => !noor.conference.state.camera.on);
  });

  it('says when the media server is away', async () => {
    const reason = await noor.conference.connect({ ...noor.grant, url: 'ws://127.0.0.1:9' }, nothing).then(
      () => undefined,
      (error: unknown) => VirtualEventError.from(error).reason,
    );
    expect(reason).to.equal('media-server-down');
  });
});
