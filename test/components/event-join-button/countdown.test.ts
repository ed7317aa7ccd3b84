import { expect, fixture, html } from '@open-wc/testing';
import { minute, startsAt, sampleEvent } from '../../core/sample-event.js';
import { EventCallingIntegration } from '../../../src/services/event-calling-integration.js';
import type { EventJoinButton } from '../../../src/components/event-join-button/event-join-button.js';
import { until } from '../../until.js';
import { localAdapter, onStage, settled, stage } from './join-button-stage.js';

const doors = startsAt - 15 * minute;
const hour = 60 * minute;
const day = 24 * hour;

const setHidden = (hidden: boolean): void => {
  Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('<event-join-button>: countdown', () => {
  afterEach(() => void Reflect.deleteProperty(document, 'hidden'));

  const readings: [left: number, long: string][] = [
    [60 * day, '60 days'],
    [3 * day + 4 * hour + 59 * minute, '3 days 4 hours'],
    [day, '1 day'],
    [day - 1000, '23 hours 59 minutes'],
    [hour, '1 hour'],
    [hour - 1000, '59:59'],
    [12 * minute + 5000, '12:05'],
    [1, '00:01'],
  ];

  it('tells the two largest units, and a clock under an hour', async () => {
    const { adapter, button, part } = await stage({ now: doors - day });
    for (const [left, long] of readings) {
      adapter.setNow(doors - left);
      await settled(button);
      const figures = part('countdown')?.querySelector('.long, .clock');
      expect(figures?.textContent).to.equal(long);
    }
  });

  it('does not jump back when the clock is read a little better', async () => {
    const { adapter, button, part } = await stage({ now: doors - 10 * minute });
    const clock = (): string | undefined => part('countdown')?.querySelector('.clock')?.textContent;
    const seen: (string | undefined)[] = [];
    for (const late of [0, -1500, 400, 1000, 3000]) {
      adapter.setNow(doors - 10 * minute + late);
      await settled(button);
      seen.push(clock());
    }
    expect(seen).to.deep.equal(['10:00', '10:00', '10:00', '09:59', '09:57']);
  });

  it('is put right at once when the clock was far off, or the event is moved', async () => {
    const { adapter, button, part } = await stage({ now: doors - 10 * minute });
    const figures = (): string | undefined => part('countdown')?.querySelector('.long, .clock')?.textContent;
    adapter.setNow(doors - 3 * hour);
    await settled(button);
    expect(figures()).to.equal('3 hours');
    adapter.setNow(doors - 10 * minute);
    await settled(button);
    await adapter.updateEvent('meeting', { startsAt: startsAt + 1000 }, { credential: 'hana' });
    await until(() => figures() === '10:01');
  });

  it('moves nothing as it ticks', async () => {
    const { adapter, button, part } = await stage({ now: doors - 11 * minute - 11_000 });
    const box = (): string => JSON.stringify(part('countdown')?.querySelector('.clock')?.getBoundingClientRect());
    const first = box();
    adapter.setNow(doors - 8 * minute - 48_000);
    await settled(button);
    expect(box()).to.equal(first);
  });

  it('is right at once when the page comes back into sight', async () => {
    const adapter = localAdapter();
    const now = Date.now();
    adapter.put(sampleEvent({ startsAt: now + 20 * minute, endsAt: now + hour }, { autoStartMinutes: 0 }));
    const button = await fixture<EventJoinButton>(
      html`<event-join-button event-id="meeting" .service=${new EventCallingIntegration(adapter)}></event-join-button>`,
    );
    await until(() => button.phase === 'not-started');
    setHidden(true);
    let late = 0;
    const real = adapter.now.bind(adapter);
    adapter.now = () => real() + late;
    late = 10 * minute;
    await settled(button, 1200);
    const { part } = onStage(button);
    expect(part('countdown')?.textContent).to.match(/19:5\d|20:00/);
    setHidden(false);
    await settled(button);
    expect(part('countdown')?.textContent).to.match(/09:5\d/);
  });

  it('is a timer that is not read out each second, with words at a few thresholds', async () => {
    const { adapter, button, part, said } = await stage({ now: doors - 6 * minute });
    expect(part('countdown')?.getAttribute('role')).to.equal('timer');
    const heard: string[] = [];
    for (let left = 6 * 60; left >= 0; left -= 1) {
      adapter.setNow(doors - left * 1000);
      await button.updateComplete;
      if (said() !== heard.at(-1)) heard.push(said());
    }
    expect(heard).to.deep.equal([
      '',
      'Opens in 05:00',
      'Opens in 01:00',
      'Opens in 00:30',
      'Opens in 00:10',
      'Doors are open.',
    ]);
  });

  it('says nothing of what it shows at first', async () => {
    expect((await stage({ now: startsAt })).said()).to.equal('');
  });

  it('fires at no wrong time for an event far out', async () => {
    const { button } = await stage({ now: doors - 60 * day });
    await settled(button, 1100);
    expect(button.phase).to.equal('not-started');
  });
});

describe('<event-join-button>: out of sight', () => {
  it('rests, and is right at once when it is scrolled to', async () => {
    const on = await stage({ now: startsAt - 20 * minute });
    const spacer = document.createElement('div');
    spacer.style.blockSize = '300vh';
    on.button.before(spacer);
    await until(() => !on.button.isInSight);
    let drawn = 0;
    const draw = on.button.requestUpdate.bind(on.button);
    on.button.requestUpdate = () => {
      drawn += 1;
      draw();
    };
    on.adapter.now = () => startsAt - 19 * minute;
    await settled(on.button, 1200);
    expect(drawn).to.equal(0);
    spacer.remove();
    await until(() => on.text().includes('04:00'));
  });
});
