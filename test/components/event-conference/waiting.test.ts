import { expect } from '@open-wc/testing';
import { VirtualEventError } from '../../../src/core/index.js';
import { minute, startsAt } from '../../core/sample-event.js';
import { until } from '../../until.js';
import { openedTracks, stage, type Stage, type StageOptions } from './conference-stage.js';

const hana = { credential: 'hana' };

const waits = (options: StageOptions = {}): Promise<Stage> =>
  stage({ ...options, config: { waitingRoomEnabled: true, ...options.config } });

const entryOf = async ({ adapter }: Stage) => (await adapter.listAdmissions('meeting', hana)).admissions[0]!;

/** Every sound that the page makes from now on; `stop` ends the count. */
const heard = (): { count: () => number; stop: () => void } => {
  const Real = window.AudioContext;
  let count = 0;
  window.AudioContext = class extends Real {
    constructor() {
      super();
      count += 1;
    }
  };
  return { count: () => count, stop: () => void (window.AudioContext = Real) };
};

const setHidden = (hidden: boolean | undefined): void => {
  if (hidden === undefined) Reflect.deleteProperty(document, 'hidden');
  else Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('<event-conference>: the waiting room', () => {
  it('says that the host will let one in, with one’s own picture, and holds no place in the call', async () => {
    const on = await waits();
    await on.sees('waiting');
    await until(() => on.text().includes('You have waited'));
    expect(on.heading().textContent).to.equal('The host will let you in');
    expect(on.text()).to.include('Spring members’ meeting').and.to.include('Leave this page open.');
    await until(() => on.button('Camera').ariaPressed === 'true');
    const video = on.element.renderRoot.querySelector<HTMLVideoElement>('.self video')!;
    await until(() => video.videoWidth > 0);
    expect(on.conference.state.status).to.equal('idle');
    expect(on.told).to.deep.equal([]);
  });

  it('counts down to the start, then tells how long one has waited', async () => {
    const on = await waits({ prepare: ({ adapter }) => adapter.setNow(startsAt - 7 * minute - 24_000) });
    await until(() => on.text().includes('until the start'));
    expect(on.element.renderRoot.querySelector('[role="timer"]')!.textContent.trim()).to.equal('07:24');
    on.adapter.setNow(startsAt + 3 * minute);
    await until(() => on.text().includes('You have waited 03:00'));
  });

  it('shows what the host says, and another word when there is one', async () => {
    const on = await waits();
    await on.sees('waiting');
    await on.adapter.setWaitingMessage('meeting', 'Welcome! We start on the hour.', hana);
    await until(() => on.text().includes('Welcome! We start on the hour.'));
    expect(on.text()).to.include('Hana, host');
    await on.adapter.setWaitingMessage('meeting', 'A minute more.', hana);
    await until(() => on.text().includes('A minute more.'));
  });

  it('goes straight into the call once let in, with what one chose, and is heard', async () => {
    const opened = openedTracks();
    const sounds = heard();
    try {
      const on = await waits();
      await until(() => opened.live().length === 2);
      await until(() => on.button('Camera').ariaPressed === 'true');
      on.button('Camera').click();
      await until(() => on.button('Camera').ariaPressed === 'false');
      await on.adapter.admit('meeting', 'all', hana);
      await on.sees('call');
      expect(on.told).to.deep.equal(['join']);
      await until(() => on.conference.state.microphone.on);
      expect(on.conference.state.camera.on).to.equal(false);
      if (navigator.userActivation.hasBeenActive) expect(sounds.count()).to.equal(1);
    } finally {
      opened.stop();
      sounds.stop();
    }
  });

  it('calls whoever looks elsewhere back by the page’s title, until they look', async () => {
    const before = (document.title = 'The meeting');
    const on = await waits();
    await until(() => on.text().includes('You have waited'));
    setHidden(true);
    await on.adapter.admit('meeting', 'all', hana);
    await on.sees('call');
    expect(document.title).to.equal('You are let in · The meeting');
    setHidden(undefined);
    expect(document.title).to.equal(before);
  });

  it('says in the host’s words that one is denied, once, and lets one in after all', async () => {
    const on = await waits();
    await on.sees('waiting');
    const { id, pubkey } = await entryOf(on);
    await on.adapter.deny('meeting', id, { ...hana, sentence: 'This one is for crew only.' });
    await on.sees('stopped');
    await until(() => on.text().includes('This one is for crew only.'));
    expect(on.heading().textContent).to.equal('The host did not let you in');
    expect(on.told).to.deep.equal(['error: denied']);
    await on.adapter.readmit('meeting', pubkey, hana);
    await on.sees('prejoin');
    await on.joins();
    expect(on.told).to.deep.equal(['error: denied', 'join']);
  });

  it('says in the host’s words that one was removed from the call', async () => {
    const on = await waits();
    await on.sees('waiting');
    await on.adapter.admit('meeting', 'all', hana);
    await on.sees('call');
    await on.adapter.remove('meeting', 'noor', { ...hana, sentence: 'Please mind your words.' });
    on.conference.disconnect('removed');
    await until(() => on.text().includes('Please mind your words.'));
    expect(on.heading().textContent).to.equal('A host removed you from this event');
    expect(on.told).to.deep.equal(['join', 'error: removed', 'leave']);
  });

  it('waits for a place when all are taken, and comes in when one is free', async () => {
    const on = await stage({
      config: { maxVirtualAttendees: 1 },
      prepare: ({ adapter }) => {
        const claim = adapter.claimMediaGrant.bind(adapter);
        adapter.claimMediaGrant = () => {
          adapter.claimMediaGrant = claim;
          return Promise.reject(new VirtualEventError('full'));
        };
      },
    });
    await on.sees('call');
    expect(on.told).to.deep.equal(['join']);
  });

  it('says when the event ends, is called off or is moved meanwhile', async () => {
    const ended = await waits();
    await ended.sees('waiting');
    await ended.adapter.endConference('meeting', hana);
    await ended.sees('stopped');
    expect(ended.text()).to.include('This event has ended');
    const cancelled = await waits();
    await cancelled.sees('waiting');
    await cancelled.adapter.updateEvent('meeting', { status: 'cancelled' }, hana);
    await cancelled.sees('stopped');
    expect(cancelled.text()).to.include('This event was cancelled');
    const moved = await waits();
    await moved.sees('waiting');
    const hour = 60 * minute;
    await moved.adapter.updateEvent('meeting', { startsAt: startsAt + hour, endsAt: startsAt + 2 * hour }, hana);
    await until(() => moved.text().includes('The doors are closed for now'));
    moved.adapter.setNow(startsAt + 50 * minute);
    await until(() => moved.text().includes('The host will let you in'));
  });

  it('gives the place up when one stops waiting, and lets go of the devices', async () => {
    const opened = openedTracks();
    try {
      const on = await waits();
      await until(() => opened.live().length === 2);
      await until(() => on.text().includes('Stop waiting'));
      on.button('Stop waiting').click();
      await on.sees('left');
      expect(on.departed).to.deep.equal([on.element.ticket]);
      expect(opened.live()).to.have.length(0);
      expect(on.told).to.deep.equal([]);
    } finally {
      opened.stop();
    }
  });

  it('keeps waiting through trouble with the backend', async () => {
    const on = await waits();
    await until(() => on.text().includes('You have waited'));
    on.adapter.setFailure(new VirtualEventError('unavailable'));
    await until(() => on.text().includes('The connection was lost.'));
    expect(on.shows('waiting')).to.equal(true);
    on.adapter.setFailure(undefined);
    dispatchEvent(new Event('online'));
    await until(() => !on.text().includes('The connection was lost.'));
    await on.adapter.admit('meeting', 'all', hana);
    await on.sees('call');
  });
});
