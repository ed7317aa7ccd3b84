import { expect } from '@open-wc/testing';
import { VirtualEventError } from '../../../src/core/index.js';
import { endsAt, minute, startsAt } from '../../core/sample-event.js';
import { until } from '../../until.js';
import { stage, type Stage, type StageOptions } from './join-button-stage.js';

interface Scene {
  name: string;
  options: StageOptions;
  act?: (on: Stage) => void | Promise<void>;
  shows: string;
}

const host = { credential: 'hana' };
const recorded = { recordingEnabled: true, recordingConsentRequired: true };
const behindDoor: StageOptions = {
  now: startsAt - minute,
  config: { waitingRoomEnabled: true },
  credential: 'amira',
};

/** Presses where the browser gives a tab. */
const come = async ({ button }: Stage, state: 'waiting' | 'admitted'): Promise<void> => {
  const refuse = window.open.bind(window);
  const page = document.implementation.createHTMLDocument();
  window.open = (() => ({ document: page, location: { replace: () => {} }, close: () => {} })) as never;
  void button.join();
  await until(() => button.matches(`:state(${state})`));
  window.open = refuse;
};

/** What is on view, with what opened over it. */
const shownBy = ({ button, text, part }: Stage): string =>
  [
    text(),
    part('recording')?.textContent,
    part('menu')?.matches(':popover-open') && part('menu')!.textContent,
    button.renderRoot.querySelector('dialog[open]')?.textContent,
  ].join(' | ');

/** Colours have faded to what they will be. */
const atRest = async ({ button }: Stage): Promise<void> => {
  await button.updateComplete;
  const fades = button.shadowRoot!.getAnimations().filter((animation) => animation instanceof CSSTransition);
  await Promise.allSettled(fades.map(({ finished }) => finished));
};

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
  {
    name: 'badges and a start in another zone',
    options: {
      now: startsAt - 50 * minute,
      event: { timeZone: 'Pacific/Auckland' },
      config: { e2eeRequired: true, recordingEnabled: true },
    },
    act: async ({ button, part }) => {
      await until(() => part('time') !== null);
      part('time')!.click();
      await button.updateComplete;
    },
    shows: 'in Auckland',
  },
  {
    name: 'recorded now',
    options: { now: startsAt, config: { recordingEnabled: true }, room: { recording: true } },
    shows: 'Recording',
  },
  {
    name: 'ended with a recording',
    options: { now: endsAt, config: { recordingUrl: 'https://club.example/r' }, room: { state: 'ended' } },
    shows: 'Watch recording',
  },
  {
    name: 'choice of calendars',
    options: { now: startsAt - 50 * minute },
    act: async ({ part }) => {
      await until(() => part('calendar') !== null);
      part('calendar')!.click();
    },
    shows: 'Google Calendar',
  },
  {
    name: 'consent',
    options: { now: startsAt, config: recorded, credential: 'amira' },
    act: ({ button }) => void button.join(),
    shows: 'Agree and join',
  },
  {
    name: 'consent and a name',
    options: { now: startsAt, config: recorded, event: { guestsAllowed: true } },
    act: ({ button }) => void button.join(),
    shows: 'Your name',
  },
  {
    name: 'waiting, with a message',
    options: behindDoor,
    act: async (on) => {
      await come(on, 'waiting');
      await on.adapter.setWaitingMessage('meeting', 'We start in a minute', host);
    },
    shows: 'We start in a minute',
  },
  {
    name: 'in',
    options: { now: startsAt, credential: 'amira' },
    act: (on) => come(on, 'admitted'),
    shows: 'Go to the room',
  },
  {
    name: 'not let in',
    options: behindDoor,
    act: async (on) => {
      await come(on, 'waiting');
      const { admissions } = await on.adapter.listAdmissions('meeting', host);
      await on.adapter.deny('meeting', admissions[0]!.id, { ...host, sentence: 'Members only today' });
    },
    shows: 'Hana: Members only today',
  },
  {
    name: 'removed',
    options: { now: startsAt, credential: 'amira' },
    act: async (on) => {
      await come(on, 'admitted');
      await on.adapter.remove('meeting', 'amira', host);
    },
    shows: 'A host removed you',
  },
];

describe('<event-join-button>: for everyone', () => {
  const open = window.open.bind(window);
  const root = document.documentElement;

  beforeEach(() => sessionStorage.clear());
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
        await act?.(on);
        await until(() => shownBy(on).includes(shows));
        await atRest(on);
        await expect(on.button).to.be.accessible();
      });
    }
  }

  it('keeps the badges within 160 pixels, the lock without colour', async () => {
    const config = { e2eeRequired: true, recordingEnabled: true, waitingRoomEnabled: true };
    const on = await stage({ now: startsAt - minute, config });
    on.button.parentElement!.style.inlineSize = '160px';
    await until(() => on.part('badges') !== null);
    await atRest(on);
    const { right } = on.button.getBoundingClientRect();
    expect(on.part('badges')!.getBoundingClientRect().right).to.be.at.most(right + 0.5);
    const [lock] = on.part('badges')!.querySelectorAll('.icon');
    expect(getComputedStyle(lock!).color).to.equal(getComputedStyle(on.part('badges')!).color);
  });

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
