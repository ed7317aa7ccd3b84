import { expect } from '@open-wc/testing';
import { VirtualEventError, type MediaGrant } from '../../src/core/index.js';
import type { Conference, ConferenceState, DeviceWishes } from '../../src/services/conference/conference.js';
import { until } from '../until.js';

/** Someone who may come into the room, with a call that is not connected yet. */
export interface ConferenceGuest {
  name: string;
  conference: Conference;
  grant: MediaGrant;
}

/** What a conference's author provides for the suite: two people for one new room, and a grant that opens nothing. */
export interface ConferenceHarness {
  guests: readonly [ConferenceGuest, ConferenceGuest];
  invalidGrant: MediaGrant;
}

const nothing: DeviceWishes = { microphone: false, camera: false };

/** What every conference must do, proved on those that `start` makes. */
export const conferenceSuite = (name: string, start: () => Promise<ConferenceHarness>): void => {
  describe(`${name} as a conference`, () => {
    let noor: ConferenceGuest;
    let tomas: ConferenceGuest;
    let invalidGrant: MediaGrant;

    beforeEach(async () => {
      const harness = await start();
      [noor, tomas] = harness.guests;
      invalidGrant = harness.invalidGrant;
    });

    afterEach(() => Promise.all([noor, tomas].map(({ conference }) => conference.leave())));

    const seenBy = ({ conference }: ConferenceGuest, { name }: ConferenceGuest) =>
      conference.state.participants.find((participant) => participant.name === name);

    const meet = async (wishes = nothing): Promise<void> => {
      await noor.conference.connect(noor.grant, wishes);
      await tomas.conference.connect(tomas.grant, nothing);
      await until(() => seenBy(noor, tomas) !== undefined && seenBy(tomas, noor) !== undefined);
    };

    it('is idle and empty at first', () => {
      expect(noor.conference.state).to.deep.include({ status: 'idle', participants: [], soundBlocked: false });
    });

    it('says that it connects, and who is there once inside', async () => {
      const { conference, grant } = noor;
      const statuses = new Set<ConferenceState['status']>();
      conference.subscribe(() => statuses.add(conference.state.status));
      await conference.connect(grant, nothing);
      await until(() => conference.state.participants.length === 1);
      expect([...statuses]).to.deep.equal(['connecting', 'connected']);
      expect(conference.state.participants[0]).to.deep.include({
        name: noor.name,
        isLocal: true,
        microphone: false,
        camera: false,
      });
    });

    it('rejects with a reason when it may not come in, and comes in at the next try', async () => {
      const { conference, grant } = noor;
      let thrown: unknown;
      await conference.connect(invalidGrant, nothing).catch((error: unknown) => (thrown = error));
      expect(thrown).to.be.instanceOf(VirtualEventError);
      await until(() => conference.state.status === 'disconnected');
      await conference.connect(grant, nothing);
      await until(() => conference.state.status === 'connected');
    });

    it('has people of one room see each other, oneself first', async () => {
      await meet();
      expect(seenBy(noor, tomas)!.isLocal).to.equal(false);
      expect(noor.conference.state.participants.map(({ name }) => name)).to.deep.equal([noor.name, tomas.name]);
      expect(tomas.conference.state.participants.map(({ name }) => name)).to.deep.equal([tomas.name, noor.name]);
    });

    it('comes in with what was wished', async () => {
      await meet({ microphone: true, camera: true });
      await until(() => seenBy(tomas, noor)!.camera && seenBy(tomas, noor)!.microphone);
      expect(noor.conference.state.microphone).to.deep.equal({ on: true, pending: false });
      expect(noor.conference.state.camera).to.deep.equal({ on: true, pending: false });
    });

    it('takes over a track that runs already, and stops it when left', async () => {
      const media = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
      const [microphone] = media.getAudioTracks();
      const [camera] = media.getVideoTracks();
      await meet({ microphone: microphone!, camera: camera! });
      await until(() => seenBy(tomas, noor)!.camera && seenBy(tomas, noor)!.microphone);
      expect(camera!.readyState).to.equal('live');
      await noor.conference.leave();
      expect(media.getTracks().map(({ readyState }) => readyState)).to.deep.equal(['ended', 'ended']);
    });

    it('leaves a track to the caller when it cannot come in', async () => {
      const media = await navigator.mediaDevices.getUserMedia({ audio: true });
      const [microphone] = media.getTracks();
      await noor.conference.connect(invalidGrant, { ...nothing, microphone: microphone! }).catch(() => {});
      expect(microphone!.readyState).to.equal('live');
      microphone!.stop();
    });

    it('switches microphone and camera, for oneself and the others', async () => {
      await meet();
      const switched = noor.conference.setMicrophone(true);
      await until(() => noor.conference.state.microphone.pending);
      await switched;
      await until(() => seenBy(tomas, noor)!.microphone && noor.conference.state.microphone.on);
      expect(noor.conference.state.microphone.pending).to.equal(false);
      expect(noor.conference.state.camera.on).to.equal(false);
      await noor.conference.setCamera(true);
      await until(() => seenBy(tomas, noor)!.camera && noor.conference.state.camera.on);
      await noor.conference.setMicrophone(false);
      await noor.conference.setCamera(false);
      await until(() => !seenBy(tomas, noor)!.camera && !seenBy(tomas, noor)!.microphone);
      expect(noor.conference.state.microphone).to.deep.equal({ on: false, pending: false });
      expect(noor.conference.state.camera).to.deep.equal({ on: false, pending: false });
    });

    it('shows a camera in a video element while it is on and attached', async () => {
      await meet();
      const video = Object.assign(document.createElement('video'), { autoplay: true, muted: true });
      document.body.append(video);
      const detach = tomas.conference.attachCamera(seenBy(tomas, noor)!.id, video);
      expect(video.srcObject).to.equal(null);
      await noor.conference.setCamera(true);
      await until(() => video.videoWidth > 0);
      detach();
      await until(() => video.srcObject === null);
      const again = tomas.conference.attachCamera(seenBy(tomas, noor)!.id, video);
      await until(() => video.srcObject !== null);
      await tomas.conference.leave();
      await until(() => video.srcObject === null);
      again();
      video.remove();
    });

    it('lets go when left: without a reason, and gone for the others', async () => {
      await meet({ microphone: true, camera: true });
      await noor.conference.leave();
      await until(() => noor.conference.state.status === 'disconnected');
      expect(noor.conference.state).to.deep.equal({
        status: 'disconnected',
        participants: [],
        microphone: { on: false, pending: false },
        camera: { on: false, pending: false },
        soundBlocked: false,
      });
      await until(() => seenBy(tomas, noor) === undefined);
    });

    it('tells each change by a new object, and nothing once unsubscribed', async () => {
      const { conference, grant } = noor;
      const told: ConferenceState[] = [];
      const unsubscribe = conference.subscribe(() => told.push(conference.state));
      await conference.connect(grant, nothing);
      await until(() => told.at(-1)?.status === 'connected');
      expect(new Set(told).size).to.equal(told.length);
      unsubscribe();
      const { length } = told;
      await conference.leave();
      await until(() => conference.state.status === 'disconnected');
      expect(told).to.have.length(length);
    });
  });
};
