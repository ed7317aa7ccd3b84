import { expect } from '@open-wc/testing';
import { areTrackEventsHeard } from '../../track-events.js';
import { until } from '../../until.js';
import { openedTracks, refuseDevices, stage } from './conference-stage.js';

describe('<event-conference>: before joining', () => {
  let restore: (() => void)[];

  beforeEach(() => (restore = []));
  afterEach(() => {
    for (const undo of restore) undo();
  });

  const refusals: [name: string, camera: string, microphone: string][] = [
    ['NotAllowedError', 'This page may not use your camera.', 'This page may not use your microphone.'],
    ['NotFoundError', 'No camera was found.', 'No microphone was found.'],
    ['NotReadableError', 'Your camera is used by another app.', 'Your microphone is used by another app.'],
    ['TypeError', 'Your camera did not start.', 'Your microphone did not start.'],
  ];
  for (const [name, camera, microphone] of refusals) {
    it(`says what is the matter with a camera: ${name}`, async () => {
      restore.push(refuseDevices({ video: name }));
      const on = await stage();
      await until(() => on.text().includes(camera));
      expect(on.button('Camera').ariaPressed).to.equal('false');
      on.button('Join without camera').click();
      await on.sees('call');
      await until(() => on.conference.state.microphone.on);
      expect(on.conference.state.camera.on).to.equal(false);
    });

    it(`says what is the matter with a microphone: ${name}`, async () => {
      restore.push(refuseDevices({ audio: name }));
      const on = await stage();
      await until(() => on.text().includes(microphone));
      expect(on.button('Mic').ariaPressed).to.equal('false');
      on.button('Join without microphone').click();
      await on.sees('call');
      await until(() => on.conference.state.camera.on);
      expect(on.conference.state.microphone.on).to.equal(false);
    });
  }

  it('lets one in without both', async () => {
    restore.push(refuseDevices({ audio: 'NotFoundError', video: 'NotFoundError' }));
    const on = await stage();
    await until(() => on.text().includes('Join without camera and microphone'));
    on.button('Join without camera and microphone').click();
    await on.sees('call');
    expect(on.conference.state).to.deep.include({
      microphone: { on: false, pending: false },
      camera: { on: false, pending: false },
    });
  });

  it('shows one’s own picture, and comes in as chosen', async () => {
    const on = await stage();
    await on.sees('prejoin');
    const preview = on.element.renderRoot.querySelector<HTMLVideoElement>('.self video')!;
    await until(() => preview.videoWidth > 0);
    on.button('Camera').click();
    await until(() => on.button('Camera').ariaPressed === 'false' && preview.srcObject === null);
    expect(on.element.renderRoot.querySelector('.self .face')!.textContent).to.equal('NJ');
    on.button('Join').click();
    await on.sees('call');
    await until(() => on.conference.state.microphone.on);
    expect(on.conference.state.camera.on).to.equal(false);
  });

  it('tries a refused device again when asked', async () => {
    const undo = refuseDevices({ video: 'NotAllowedError' });
    const on = await stage();
    await until(() => on.text().includes('Join without camera'));
    undo();
    on.button('Camera').click();
    await until(() => on.button('Camera').ariaPressed === 'true');
    on.button('Join').click();
  });

  it('says so when the camera is unplugged', async function () {
    if (!areTrackEventsHeard()) this.skip();
    const opened = openedTracks();
    restore.push(opened.stop);
    const on = await stage();
    await until(() => opened.live().length === 2);
    await on.element.updateComplete;
    const camera = opened.live().find(({ kind }) => kind === 'video')!;
    camera.dispatchEvent(new Event('ended'));
    await until(() => on.text().includes('Your camera did not start.'));
  });

  it('opens each device once, however fast it is switched', async () => {
    const opened = openedTracks();
    restore.push(opened.stop);
    const on = await stage();
    await on.sees('prejoin');
    for (let press = 0; press < 4; press += 1) on.button('Camera').click();
    await until(() => on.button('Camera').ariaPressed === 'true');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(opened.live().map(({ kind }) => kind)).to.have.members(['audio', 'video']);
  });

  it('holds no device when the event ends before one joins', async () => {
    const opened = openedTracks();
    restore.push(opened.stop);
    const on = await stage();
    await until(() => opened.live().length === 2);
    await on.adapter.endConference('meeting', { credential: 'hana' });
    await on.sees('stopped');
    await until(() => opened.live().length === 0);
  });

  it('holds no device once gone from the page, and opens them again when it is back', async () => {
    const opened = openedTracks();
    restore.push(opened.stop);
    const on = await stage();
    await until(() => opened.live().length === 2);
    const { parentElement } = on.element;
    on.element.remove();
    expect(opened.live()).to.have.length(0);
    parentElement!.append(on.element);
    await until(() => opened.live().length === 2);
    expect(on.shows('prejoin')).to.equal(true);
  });
});
