import { expect } from '@open-wc/testing';
import { DevicePreviewController } from '../../src/controllers/device-preview-controller.js';
import { until } from '../until.js';
import { FakeHost } from './fake-host.js';

describe('DevicePreviewController', () => {
  const { mediaDevices, permissions } = navigator;
  let asked: string[];
  let opened: MediaStreamTrack[];
  let answer: (wanted: MediaStreamConstraints) => string | undefined;
  let decided: Record<string, PermissionState>;
  let preview: DevicePreviewController;
  let host: FakeHost;

  const live = () => opened.filter(({ readyState }) => readyState === 'live').map(({ kind }) => kind);

  beforeEach(() => {
    asked = [];
    opened = [];
    answer = () => undefined;
    decided = { camera: 'prompt', microphone: 'prompt' };
    const real = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wanted = {}) => {
      asked.push(Object.keys(wanted).sort().join());
      const refusal = answer(wanted);
      if (refusal) throw new DOMException('', refusal);
      const media = await real(wanted);
      opened.push(...media.getTracks());
      return media;
    };
    permissions.query = async ({ name }) => ({ state: decided[name] }) as PermissionStatus;
    host = new FakeHost();
    preview = new DevicePreviewController(host);
  });

  afterEach(() => {
    preview.stop();
    for (const track of opened) track.stop();
    Reflect.deleteProperty(mediaDevices, 'getUserMedia');
    Reflect.deleteProperty(permissions, 'query');
  });

  it('asks once for both', async () => {
    await preview.start();
    expect(asked).to.deep.equal(['audio,video']);
    expect(live()).to.have.members(['audio', 'video']);
    expect(preview.stream?.getVideoTracks()).to.have.length(1);
  });

  it('asks again for each where one is missing', async () => {
    answer = ({ video }) => (video ? 'NotFoundError' : undefined);
    await preview.start();
    expect(asked).to.deep.equal(['audio,video', 'audio', 'video']);
    expect(live()).to.deep.equal(['audio']);
    expect(preview.camera.problem).to.equal('media-missing');
    expect(preview.microphone.problem).to.equal(undefined);
  });

  it('takes the no of a person who was asked for one', async () => {
    answer = () => 'NotAllowedError';
    await preview.start();
    expect(asked).to.deep.equal(['audio,video']);
    expect([preview.camera.problem, preview.microphone.problem]).to.deep.equal(['media-denied', 'media-denied']);
  });

  it('asks for the other where one was refused earlier', async () => {
    decided['camera'] = 'denied';
    answer = ({ video }) => (video ? 'NotAllowedError' : undefined);
    await preview.start();
    expect(live()).to.deep.equal(['audio']);
    expect(preview.camera.problem).to.equal('media-denied');
  });

  it('hands its tracks over as they run, and what is wanted where none does', async () => {
    await preview.start();
    await preview.toggle('microphone');
    const { camera, microphone } = preview.handOver();
    expect(camera).to.equal(opened.find(({ kind }) => kind === 'video'));
    expect(microphone).to.equal(false);
    host.disconnect();
    expect(live()).to.deep.equal(['video']);
    expect(preview.stream).to.equal(null);
  });

  it('lets go of what is opened too late', async () => {
    const started = preview.start();
    expect(preview.handOver()).to.deep.equal({ camera: true, microphone: true });
    await started;
    await until(() => opened.length === 2);
    expect(live()).to.deep.equal([]);
  });
});
