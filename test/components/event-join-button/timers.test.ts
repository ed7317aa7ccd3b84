import { expect, fixture, html } from '@open-wc/testing';
import { VirtualEventError } from '../../../src/core/index.js';
import type { LocalBackendAdapter } from '../../../src/services/backend/local-adapter.js';
import { EventCallingIntegration } from '../../../src/services/event-calling-integration.js';
import { AliveTimers } from '../../alive-timers.js';
import { minute, sampleEvent, startsAt } from '../../core/sample-event.js';
import { until } from '../../until.js';
import { localAdapter } from './join-button-stage.js';

const setHidden = (hidden: boolean): void => {
  Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('<event-join-button>: timers', function () {
  this.timeout(20_000);

  let timers: AliveTimers;
  beforeEach(() => (timers = new AliveTimers()));
  afterEach(() => {
    timers.stop();
    Reflect.deleteProperty(document, 'hidden');
  });

  /** A page full of buttons that count down. */
  const counting = async (count: number): Promise<{ adapter: LocalBackendAdapter; place: HTMLElement }> => {
    const adapter = localAdapter(startsAt - 20 * minute);
    adapter.put(sampleEvent());
    const service = new EventCallingIntegration(adapter);
    const place = await fixture<HTMLElement>(html`<div></div>`);
    for (let at = 0; at < count; at += 1) {
      const button = document.createElement('event-join-button');
      button.service = service;
      button.eventId = 'meeting';
      place.append(button);
    }
    const buttons = [...place.querySelectorAll('event-join-button')];
    await until(() => buttons.every(({ phase }) => phase === 'not-started'));
    return { adapter, place };
  };

  it('has one for all buttons in sight, and one for all others', async () => {
    await counting(200);
    await timers.pause(1500);
    expect(timers.callers).to.have.length.within(1, 2);
  });

  it('leaves none when the buttons are gone', async () => {
    const { place } = await counting(20);
    place.remove();
    expect(await timers.settled()).to.deep.equal([]);
  });

  it('leaves none while the page is out of sight, and has some again when it is back', async () => {
    await counting(20);
    setHidden(true);
    expect(await timers.settled()).to.deep.equal([]);
    setHidden(false);
    expect(timers.callers).to.have.length.within(1, 2);
  });

  it('leaves none when there is nothing left to count', async () => {
    const { adapter, place } = await counting(1);
    await adapter.endConference('meeting', { credential: 'hana' });
    await until(() => place.querySelector('event-join-button')!.phase === 'ended');
    expect(await timers.settled()).to.deep.equal([]);
  });

  it('leaves none when the buttons are gone while the backend is away', async () => {
    const { adapter, place } = await counting(3);
    adapter.setFailure(new VirtualEventError('unavailable'));
    await until(() => place.querySelector('event-join-button')!.matches(':state(stale)'));
    place.remove();
    expect(await timers.settled()).to.deep.equal([]);
  });

  it('leaves none out of sight while the backend is away', async () => {
    const { adapter, place } = await counting(3);
    adapter.setFailure(new VirtualEventError('unavailable'));
    await until(() => place.querySelector('event-join-button')!.matches(':state(stale)'));
    setHidden(true);
    expect(await timers.settled()).to.deep.equal([]);
    adapter.setFailure(undefined);
    setHidden(false);
    await until(() => !place.querySelector('event-join-button')!.matches(':state(stale)'));
  });
});
