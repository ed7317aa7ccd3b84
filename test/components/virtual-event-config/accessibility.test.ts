import { expect, fixture, html } from '@open-wc/testing';
import type { VirtualEventConfig } from '../../../src/components/virtual-event-config/virtual-event-config.js';
import type { EventVirtualConfig } from '../../../src/core/index.js';
import { LocalBackendAdapter } from '../../../src/services/backend/local-adapter.js';
import { EventCallingIntegration } from '../../../src/services/event-calling-integration.js';
import { endsAt, minute, startsAt } from '../../core/sample-event.js';
import { until } from '../../until.js';
import { plain } from './config-form-stage.js';
import { failSaving, stage, type Stage, type StageOptions } from './saving-stage.js';

interface Scene extends StageOptions {
  name: string;
  act?: (staged: Stage) => Promise<unknown>;
  /** Words that are there once the scene is set. */
  shows: string;
}

const everything: Partial<EventVirtualConfig> = {
  waitingRoomEnabled: true,
  maxVirtualAttendees: 50,
  recordingEnabled: true,
  recordingConsentRequired: true,
  breakoutRoomsEnabled: true,
  breakoutConfig: {
    enabled: true,
    autoAssign: true,
    allowSelfSelect: false,
    roomCount: 3,
    roomNames: ['Accounts and dues', 'The new jetty', 'Boats and oars'],
    duration: 20,
  },
  conferenceRoomId: 'spring-7f2',
  recordingUrl: 'https://recordings.example/meeting',
};

const scenes: Scene[] = [
  { name: 'hybrid', shows: 'The room opens at' },
  { name: 'everything set', config: everything, shows: '3 breakout rooms last' },
  { name: 'nothing offered', features: [], config: { waitingRoomEnabled: true }, shows: 'does not offer it' },
  { name: 'in person', event: { attendanceType: 'in-person' }, shows: 'People meet at the venue' },
  { name: 'a preset', act: ({ on }) => on.toggle('preset-workshop'), shows: 'Undo' },
  {
    name: 'names as a list',
    config: everything,
    act: ({ on }) => on.press('Edit as a list'),
    shows: 'A name on each line',
  },
  { name: 'out of range', act: ({ on }) => on.enter('autoStartMinutes', '90'), shows: 'Enter a whole number' },
  {
    name: 'contradictions',
    config: { e2eeRequired: true, recordingEnabled: true },
    shows: 'cannot be recorded by the server',
  },
  {
    name: 'doors already open',
    at: startsAt - 10 * minute,
    config: { autoStartMinutes: 5 },
    act: ({ on }) => on.enter('autoStartMinutes', '30'),
    shows: 'the doors are open already',
  },
  {
    name: 'live',
    at: startsAt + minute,
    room: { state: 'open', startedAt: startsAt },
    inside: 3,
    act: ({ on }) => on.toggle('e2eeRequired'),
    shows: 'cannot change while the room is open',
  },
  {
    name: 'failed',
    act: async ({ on, adapter }) => {
      failSaving(adapter, 'unavailable');
      await on.enter('autoStartMinutes', '30');
      await on.press('Save');
    },
    shows: 'Nothing is lost',
  },
  {
    name: 'conflict',
    config: everything,
    act: async ({ on, saveElsewhere }) => {
      await on.enter('autoStartMinutes', '30');
      await on.enter('maxVirtualAttendees', '30');
      await saveElsewhere('virtual', { autoStartMinutes: 5, maxVirtualAttendees: 20 });
    },
    shows: 'Take all of theirs',
  },
  { name: 'ended', at: endsAt, config: everything, shows: 'This event ended' },
];

describe('<virtual-event-config>: for everyone', () => {
  const root = document.documentElement;
  before(() => {
    document.body.style.background = 'light-dark(#fff, #14191b)';
  });
  after(() => {
    document.body.style.background = '';
  });
  afterEach(() => {
    root.style.colorScheme = '';
    root.dir = '';
  });

  for (const scene of scenes) {
    for (const [scheme, dir] of [
      ['light', 'ltr'],
      ['dark', 'rtl'],
    ] as const) {
      it(`has nothing that axe finds: ${scene.name}, ${scheme}, ${dir}`, async () => {
        root.style.colorScheme = scheme;
        root.dir = dir;
        const staged = await stage(scene);
        const { on } = staged;
        await scene.act?.(staged);
        await until(() => on.find('.form')!.textContent.includes(scene.shows));
        await expect(on.element).to.be.accessible();
      });
    }
  }

  it('has nothing that axe finds while it loads', async () => {
    const adapter = new LocalBackendAdapter();
    adapter.getEvent = () => new Promise(() => {});
    const element = await fixture<VirtualEventConfig>(
      html`<virtual-event-config event-id="x" .service=${new EventCallingIntegration(adapter)}></virtual-event-config>`,
    );
    await expect(element).to.be.accessible();
  });

  it('fits into 320, with targets of 24 pixels and more', async () => {
    const { on, saveElsewhere } = await stage({ config: everything });
    on.element.parentElement!.style.inlineSize = '288px';
    await on.enter('duration', '5000');
    await on.enter('autoStartMinutes', '30');
    await saveElsewhere('virtual', { autoStartMinutes: 5 });
    await until(() => on.find('.conflict') !== null);
    expect(on.element.scrollWidth).to.be.at.most(288);
    const targets = [
      ...on.element.renderRoot.querySelectorAll<HTMLElement>('.card, .measure, .switch, .input, button:not(.link)'),
    ];
    expect(targets.length).to.be.greaterThan(25);
    for (const target of targets) {
      const { width, height, right } = target.getBoundingClientRect();
      expect(Math.min(width, height), target.outerHTML).to.be.at.least(24);
      expect(right, target.outerHTML).to.be.at.most(on.element.getBoundingClientRect().right + 0.5);
    }
  });

  it('says what each control is and is for', async () => {
    const { on } = await stage({ config: everything });
    for (const input of on.element.renderRoot.querySelectorAll<HTMLInputElement>('.rows input')) {
      const name = input.getAttribute('aria-label') ?? plain(input.labels?.[0]);
      expect(name, input.outerHTML).to.match(/\w/);
      if (input.id.startsWith('room-')) continue;
      for (const id of input.getAttribute('aria-describedby')!.split(' ')) {
        expect(plain(on.find(`#${id}`)), id).to.match(/\w/);
      }
    }
  });

  it('has no id twice', async () => {
    const { on } = await stage({ config: everything });
    const ids = [...on.element.renderRoot.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
  });
});
