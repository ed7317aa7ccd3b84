import { expect } from '@open-wc/testing';
import { VirtualEventError } from '../../../src/core/index.js';
import { endsAt, minute, startsAt } from '../../core/sample-event.js';
import { until } from '../../until.js';
import { stage, type Stage, type StageOptions } from './join-button-stage.js';

interface Scene {
  name: string;
  options: StageOptions;
  act?: (on: Stage) => void;
  shows: string;
}

const scenes: Scene[] = [
  { name: 'not started', options: { now: startsAt - 50 * minute }, shows: 'Opens in' },
  {
    name: 'waiting room',
    options: { now: startsAt - minute, config: { waitingRoomEnabled: true } },
    shows: 'Join Waiting Room',
  },
  { name: 'live', options: { now: startsAt }, shows: 'Join Now' },
  { name: 'ended', options: { now: endsAt }, shows: 'Event Ended' },
  { name: 'cancelled', options: { now: startsAt, event: { status: 'cancelled' } }, shows: 'Event Cancelled' },
  { name: 'in person', options: { now: startsAt, event: { attendanceType: 'in-person' } }, shows: 'At the venue' },
  {
    name: 'stale',
    options: { now: startsAt },
    act: ({ adapter }) => adapter.setFailure(new VirtualEventError('unavailable')),
    shows: 'Tries by itself',
  },
  { name: 'refused', options: { now: startsAt }, act: ({ button }) => void button.join(), shows: 'Sign in to join' },
  {
    name: 'blocked',
    options: { now: startsAt, credential: 'amira' },
    act: ({ button }) => void button.join(),
    shows: 'Open the room here',
  },
  {
    name: 'opening',
    options: { now: startsAt, credential: 'amira' },
    act: ({ adapter, button }) => {
      adapter.requestAdmission = () => new Promise(() => {});
      void button.join();
    },
    shows: 'Opening the room',
  },
];

describe('<event-join-button>: for everyone', () => {
  const open = window.open.bind(window);
  const root = document.documentElement;

  before(() => {
    window.open = () => null;
    document.body.style.background = 'light-dark(#fff, #14191b)';
  });
  after(() => {
    window.open = open;
    document.body.style.background = '';
  });
  afterEach(() => {
    root.style.colorScheme = '';
    root.dir = '';
  });

  for (const { name, options, act, shows } of scenes) {
    for (const [scheme, dir] of [
      ['light', 'ltr'],
      ['dark', 'rtl'],
    ] as const) {
      it(`has nothing that axe finds: ${name}, ${scheme}, ${dir}`, async () => {
        root.style.colorScheme = scheme;
        root.dir = dir;
        const on = await stage(options);
        act?.(on);
        await until(() => on.text().includes(shows));
        await expect(on.button).to.be.accessible();
      });
    }
  }

  it('has targets of 24 pixels and more, and fits into 160', async () => {
    const on = await stage({ now: startsAt, credential: 'amira' });
    on.button.parentElement!.style.inlineSize = '160px';
    on.adapter.setFailure(new VirtualEventError('unavailable'));
    await until(() => on.text().includes('Tries by itself'));
    const box = on.button.getBoundingClientRect();
    expect(on.button.scrollWidth).to.be.at.most(160);
    for (const target of on.button.renderRoot.querySelectorAll('button')) {
      const { height, right } = target.getBoundingClientRect();
      expect(height).to.be.at.least(24);
      expect(right).to.be.at.most(box.right + 0.5);
    }
  });
});
