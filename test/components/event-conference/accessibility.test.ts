import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { VirtualEventError } from '../../../src/core/index.js';
import { until } from '../../until.js';
import { refuseDevices, stage, type Screen, type Stage, type StageOptions } from './conference-stage.js';

interface Scene {
  name: string;
  screen: Screen;
  options?: StageOptions;
  /** Done once one could join. */
  act?: (on: Stage) => Promise<void>;
}

const inTheCall =
  (act: (on: Stage) => void = () => {}) =>
  async (on: Stage): Promise<void> => {
    await on.joins();
    act(on);
  };

const never = new Promise<never>(() => {});

const scenes: Scene[] = [
  { name: 'no place', screen: 'stopped', options: { ticket: 'unknown' } },
  {
    name: 'getting ready',
    screen: 'preparing',
    options: { prepare: ({ adapter }) => void (adapter.claimMediaGrant = () => never) },
  },
  { name: 'before joining', screen: 'prejoin' },
  {
    name: 'opening the room',
    screen: 'connecting',
    options: { prepare: ({ conference }) => void (conference.arrival = never) },
    act: async (on) => {
      await on.sees('prejoin');
      on.button('Join').click();
    },
  },
  { name: 'alone', screen: 'call', act: inTheCall() },
  {
    name: 'among others, one of them speaking',
    screen: 'call',
    act: inTheCall(({ conference }) =>
      conference.room.put(
        { name: 'Tomás Rey', camera: true },
        { name: 'Ade Bello', microphone: false, speaking: true },
      ),
    ),
  },
  { name: 'sound held back', screen: 'call', act: inTheCall(({ conference }) => conference.blockSound()) },
  { name: 'a weak connection', screen: 'call', act: inTheCall(({ conference }) => conference.reconnect(true)) },
  {
    name: 'trying again',
    screen: 'retrying',
    options: { prepare: ({ adapter }) => adapter.setFailure(new VirtualEventError('unavailable')) },
  },
  { name: 'removed', screen: 'stopped', act: inTheCall(({ conference }) => conference.disconnect('removed')) },
  {
    name: 'in another tab',
    screen: 'stopped',
    act: inTheCall(({ conference }) => conference.disconnect('duplicate-identity')),
  },
  { name: 'ended', screen: 'stopped', act: inTheCall(({ conference }) => conference.disconnect('ended')) },
  { name: 'left', screen: 'left', act: inTheCall((on) => on.button('Leave').click()) },
];

describe('<event-conference>: for everyone', () => {
  const root = document.documentElement;

  before(() => (document.body.style.background = 'light-dark(#fff, #14191b)'));
  after(() => (document.body.style.background = ''));
  afterEach(async () => {
    root.style.colorScheme = '';
    root.dir = '';
    document.body.style.inlineSize = '';
    await setViewport({ width: 800, height: 600 });
  });

  for (const { name, screen, options, act } of scenes) {
    for (const [scheme, dir] of [
      ['light', 'ltr'],
      ['dark', 'rtl'],
    ] as const) {
      it(`has nothing that axe finds: ${name}, ${scheme}, ${dir}`, async () => {
        root.style.colorScheme = scheme;
        root.dir = dir;
        const on = await stage(options);
        await act?.(on);
        await on.sees(screen);
        await on.element.updateComplete;
        await expect(on.element).to.be.accessible();
      });
    }
  }

  it('has nothing that axe finds where devices are refused', async () => {
    const restore = refuseDevices({ audio: 'NotAllowedError', video: 'NotAllowedError' });
    const on = await stage();
    await until(() => on.text().includes('Join without camera and microphone'));
    await expect(on.element).to.be.accessible();
    restore();
  });

  it('does not take the focus before one acts', async () => {
    const on = await stage();
    await on.sees('prejoin');
    expect(document.activeElement).to.equal(document.body);
  });

  it('moves the focus to the heading when a screen changes', async () => {
    const on = await stage();
    const focused = () => on.element.shadowRoot!.activeElement;
    await on.sees('prejoin');
    on.button('Join').focus();
    await sendKeys({ press: 'Enter' });
    await on.sees('call');
    expect(focused()).to.equal(on.heading());
    on.button('Leave').focus();
    await sendKeys({ press: 'Enter' });
    await on.sees('left');
    expect(focused()).to.equal(on.heading());
    expect(on.heading().textContent).to.equal('You have left');
  });

  it('is worked by keyboard alone', async () => {
    const on = await stage();
    await on.sees('prejoin');
    await until(() => on.button('Mic').ariaPressed === 'true');
    const focused = () => on.element.shadowRoot!.activeElement?.textContent.replace(/\s+/g, ' ').trim();
    await sendKeys({ press: 'Tab' });
    // Firefox lets one scroll by keyboard what does not fit.
    if (on.element.shadowRoot!.activeElement?.classList.contains('lobby')) await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal('Mic');
    await sendKeys({ press: ' ' });
    expect(on.button('Mic').ariaPressed).to.equal('false');
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal('Camera');
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal('Join');
    await sendKeys({ press: 'Enter' });
    await on.sees('call');
    await until(() => on.conference.state.camera.on);
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal('Mic');
    await sendKeys({ press: 'Enter' });
    await until(() => on.conference.state.microphone.on);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal('Leave');
    await sendKeys({ press: 'Enter' });
    await on.sees('left');
  });

  it('fits into 320 pixels, with targets of 24 and more', async () => {
    await setViewport({ width: 320, height: 560 });
    // Not every window gets as narrow.
    document.body.style.inlineSize = '304px';
    const on = await stage();
    await on.sees('prejoin');
    const fits = () => {
      for (const target of on.element.renderRoot.querySelectorAll('button')) {
        const { height, left, right } = target.getBoundingClientRect();
        expect(height).to.be.at.least(24);
        expect(left).to.be.at.least(0);
        expect(right).to.be.at.most(320);
      }
      expect(root.scrollWidth).to.be.at.most(innerWidth);
    };
    fits();
    await on.joins();
    on.conference.room.put({ name: 'A name that is longer than the whole tile it stands on could ever be' });
    await on.element.updateComplete;
    fits();
  });
});
