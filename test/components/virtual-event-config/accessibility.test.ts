import { expect, fixture, html } from '@open-wc/testing';
import type { VirtualEventConfig } from '../../../src/components/virtual-event-config/virtual-event-config.js';
import { VirtualEventError } from '../../../src/core/index.js';
import '../../../src/define/virtual-event-config.js';
import { LocalBackendAdapter } from '../../../src/services/backend/local-adapter.js';
import { EventCallingIntegration } from '../../../src/services/event-calling-integration.js';
import { endsAt, minute, sampleEvent, startsAt } from '../../core/sample-event.js';
import { until } from '../../until.js';
import { OnForm } from './config-form-stage.js';

interface Scene {
  name: string;
  now?: number;
  attendanceType?: 'in-person' | 'hybrid';
  act?: (on: OnForm, adapter: LocalBackendAdapter) => void;
  shows: string;
}

const scenes: Scene[] = [
  { name: 'hybrid', shows: 'The room opens at' },
  { name: 'in person', attendanceType: 'in-person', shows: 'People meet at the venue' },
  {
    name: 'out of range',
    act: (on) => void on.enter('autoStartMinutes', '90'),
    shows: 'Enter a whole number',
  },
  { name: 'doors already open', now: startsAt - 10 * minute, shows: 'the doors are open already' },
  {
    name: 'failed',
    act: (on, adapter) => {
      adapter.saveAttendanceSettings = () => Promise.reject(new VirtualEventError('unavailable'));
      void on.enter('autoStartMinutes', '30').then(() => on.press('Save'));
    },
    shows: 'Nothing is lost',
  },
  {
    name: 'conflict',
    act: (on, adapter) => {
      const { virtualConfig } = sampleEvent();
      void on
        .enter('autoStartMinutes', '30')
        .then(() =>
          adapter.saveAttendanceSettings(
            'meeting',
            { attendanceType: 'virtual', virtualConfig },
            { credential: 'hana' },
          ),
        );
    },
    shows: 'Load theirs',
  },
  { name: 'ended', now: endsAt, shows: 'This event ended' },
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

  const put = async ({ now = startsAt - 24 * 60 * minute, attendanceType = 'hybrid' }: Partial<Scene>) => {
    const people = { hana: { pubkey: 'hana', name: 'Hana', role: 'organizer' } } as const;
    const adapter = new LocalBackendAdapter({ now, people });
    adapter.put(sampleEvent({ attendanceType }));
    const element = await fixture<VirtualEventConfig>(
      html`<virtual-event-config
        event-id="meeting"
        .service=${new EventCallingIntegration(adapter)}
        .credential=${'hana'}
      ></virtual-event-config>`,
    );
    const on = new OnForm(element);
    await until(() => on.find('.types input') !== null);
    return { on, adapter };
  };

  for (const scene of scenes) {
    for (const [scheme, dir] of [
      ['light', 'ltr'],
      ['dark', 'rtl'],
    ] as const) {
      it(`has nothing that axe finds: ${scene.name}, ${scheme}, ${dir}`, async () => {
        root.style.colorScheme = scheme;
        root.dir = dir;
        const { on, adapter } = await put(scene);
        scene.act?.(on, adapter);
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
    const { on } = await put({ now: startsAt - 10 * minute });
    on.element.parentElement!.style.inlineSize = '288px';
    await on.enter('maxVirtualAttendees', '5000');
    expect(on.element.scrollWidth).to.be.at.most(288);
    const targets = [...on.element.renderRoot.querySelectorAll<HTMLElement>('.card, .measure, button')];
    expect(targets.length).to.be.greaterThan(5);
    for (const target of targets) {
      const { width, height, right } = target.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(24);
      expect(right).to.be.at.most(on.element.getBoundingClientRect().right + 0.5);
    }
  });
});
