import { expect } from '@open-wc/testing';
import { VirtualEventError, type Reason } from '../../../src/core/index.js';
import { until } from '../../until.js';
import { stage } from './conference-stage.js';

describe('<event-conference>: trouble', () => {
  const quickly = Math.random;

  // The dice of the wait before the next try: half a second for the first.
  before(() => (Math.random = () => 0));
  after(() => (Math.random = quickly));

  it('counts to the next try when the backend does not answer, and goes on by itself', async () => {
    const on = await stage({ prepare: ({ adapter }) => adapter.setFailure(new VirtualEventError('unavailable')) });
    await on.sees('retrying');
    expect(on.text())
      .to.include('The event’s server is not answering')
      .and.to.match(/Tries by itself in 1 sec/);
    on.adapter.setFailure(undefined);
    await on.sees('prejoin');
    expect(on.told).to.deep.equal([]);
  });

  it('tries at once when asked', async () => {
    const on = await stage({
      prepare: ({ adapter }) => adapter.setFailure(new VirtualEventError('rate-limited', { retryAfterSeconds: 60 })),
    });
    await on.sees('retrying');
    await until(() => on.text().includes('Tries by itself in 1 min') || on.text().includes('in 60 sec'));
    on.adapter.setFailure(undefined);
    on.button('Try now').click();
    await on.sees('prejoin');
  });

  it('says while the connection is held with trouble', async () => {
    const on = await stage();
    await on.joins();
    on.conference.reconnect(true);
    await until(() => on.text().includes('The connection is weak.'));
    expect(on.shows('call')).to.equal(true);
    on.conference.reconnect(false);
    await until(() => !on.text().includes('The connection is weak.'));
  });

  it('comes back by itself after a loss, with the devices as they were', async () => {
    const on = await stage();
    await on.joins();
    await until(() => on.conference.state.camera.on && on.conference.state.microphone.on);
    on.button('Mic').click();
    await until(() => !on.conference.state.microphone.on);
    on.conference.disconnect('connection-lost');
    await on.sees('retrying');
    expect(on.text())
      .to.include('The connection was lost')
      .and.to.match(/Tries by itself in 1 sec/);
    await on.sees('call');
    await until(() => on.conference.state.camera.on);
    expect(on.conference.state.microphone.on).to.equal(false);
    expect(on.told).to.deep.equal(['join']);
  });

  it('keeps what was wished when the connection is lost before the devices have started', async () => {
    const on = await stage();
    await on.sees('prejoin');
    const switched = on.conference.setCamera.bind(on.conference);
    let isSlow = true;
    on.conference.setCamera = async (wanted) => {
      if (!isSlow) return switched(wanted);
    };
    await on.joins();
    await until(() => on.conference.state.microphone.on);
    isSlow = false;
    on.conference.disconnect('connection-lost');
    await on.sees('retrying');
    await on.sees('call');
    await until(() => on.conference.state.microphone.on);
  });

  it('tries again later when the room cannot be reached', async () => {
    const on = await stage({
      prepare: ({ conference }) => (conference.connectError = new VirtualEventError('media-server-down')),
    });
    await on.sees('prejoin');
    on.button('Join').click();
    await on.sees('retrying');
    expect(on.text()).to.include('The room is not reachable');
    on.conference.connectError = undefined;
    await on.sees('call');
    expect(on.told).to.deep.equal(['join']);
  });

  it('says at once that the browser cannot carry calls, and tries no more', async () => {
    const on = await stage();
    await on.sees('prejoin');
    on.element.createConference = () => Promise.reject(new VirtualEventError('media-unsupported'));
    const { ticket } = await on.adapter.requestAdmission('meeting', { idempotencyKey: 'new' }, { credential: 'noor' });
    on.element.ticket = ticket;
    await on.sees('stopped');
    expect(on.text()).to.include('This browser cannot take part in calls').and.to.include('in another browser');
    expect(on.told).to.deep.equal(['error: media-unsupported']);
  });

  it('waits longer the more often it fails', async () => {
    const on = await stage({
      prepare: ({ conference }) => (conference.connectError = new VirtualEventError('media-server-down')),
    });
    await on.sees('prejoin');
    on.button('Join').click();
    await until(() => on.text().includes('in 1 sec'));
    await until(() => on.shows('retrying') && on.text().includes('in 2 sec'));
    on.button('Try now').click();
    await until(() => /in [34] sec/.test(on.text()));
  });

  const ends: [Reason, string][] = [
    ['ended', 'This event has ended'],
    ['removed', 'A host removed you from this event'],
    ['duplicate-identity', 'You joined from another tab or device'],
    ['ticket-invalid', 'Your place is no longer kept'],
  ];
  for (const [reason, words] of ends) {
    it(`is out for good: ${reason}`, async () => {
      const on = await stage();
      await on.joins();
      on.conference.disconnect(reason);
      await on.sees('stopped');
      expect(on.text()).to.include(words).and.to.include('You were there for 1 minute.');
      expect(on.told).to.deep.equal(['join', `error: ${reason}`, 'leave']);
      on.element.remove();
      await new Promise((resolve) => setTimeout(resolve, 1_200));
      expect(on.told, 'told once').to.have.length(3);
      // The same ticket may still be in the call from elsewhere.
      expect(on.departed).to.deep.equal([]);
    });
  }

  it('joins here again after another tab took over', async () => {
    const on = await stage();
    await on.joins();
    on.conference.disconnect('duplicate-identity');
    await on.sees('stopped');
    on.button('Join here again').click();
    await on.sees('call');
    expect(on.told).to.deep.equal(['join', 'error: duplicate-identity', 'leave', 'join']);
  });

  it('stops when the host ends the event for all', async () => {
    const on = await stage();
    await on.joins();
    await on.adapter.endConference('meeting', { credential: 'hana' });
    await on.sees('stopped');
    expect(on.text()).to.include('This event has ended');
    expect(on.conference.state.status).to.equal('disconnected');
  });

  it('stops when the event is cancelled before one joins', async () => {
    const on = await stage();
    await on.sees('prejoin');
    await on.adapter.updateEvent('meeting', { status: 'cancelled' }, { credential: 'hana' });
    await on.sees('stopped');
    expect(on.text()).to.include('This event was cancelled');
    expect(on.told).to.deep.equal(['error: cancelled']);
  });

  it('says so when the media engine cannot be fetched, and fetches it again', async () => {
    const on = await stage();
    const { conference } = on;
    let isThere = false;
    on.element.createConference = async () => {
      if (!isThere) throw new Error('404');
      return conference;
    };
    const { ticket } = await on.adapter.requestAdmission('meeting', { idempotencyKey: '2' }, { credential: 'noor' });
    const element = Object.assign(document.createElement('event-conference'), {
      service: on.service,
      ticket,
      createConference: on.element.createConference,
    });
    on.element.replaceWith(element);
    await until(() => element.matches(':state(prejoin)'));
    element.renderRoot.querySelector<HTMLButtonElement>('[part="join"]')!.click();
    await until(() => element.matches(':state(retrying)'));
    isThere = true;
    await until(() => element.matches(':state(call)'));
    element.remove();
  });
});
