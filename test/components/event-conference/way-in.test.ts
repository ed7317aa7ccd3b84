import { expect } from '@open-wc/testing';
import { VirtualEventError } from '../../../src/core/index.js';
import { until } from '../../until.js';
import { openedTracks, stage } from './conference-stage.js';

describe('<event-conference>: the way in', () => {
  it('does not come in once it was left while the way in is asked for', async () => {
    const on = await stage();
    await on.sees('prejoin');
    let answer = (): void => {};
    const claim = on.adapter.claimMediaGrant.bind(on.adapter);
    on.adapter.claimMediaGrant = async (ticket) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return claim(ticket);
    };
    on.adapter.setNow(on.adapter.now() + 110_000);
    on.button('Join').click();
    await on.sees('connecting');
    on.button('Leave').click();
    await on.sees('left');
    answer();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(on.conference.state.status).to.equal('idle');
    expect(on.told).to.deep.equal([]);
  });

  it('takes over one’s picture and sound as they run', async () => {
    const opened = openedTracks();
    try {
      const on = await stage();
      await until(() => opened.live().length === 2);
      await on.element.updateComplete;
      await on.joins();
      expect(opened.live()).to.have.length(2);
    } finally {
      opened.stop();
    }
  });

  it('holds no device while it cannot come in', async () => {
    const opened = openedTracks();
    try {
      const on = await stage({
        prepare: ({ conference }) => (conference.connectError = new VirtualEventError('media-server-down')),
      });
      await until(() => opened.live().length === 2);
      await on.element.updateComplete;
      on.button('Join').click();
      await on.sees('retrying');
      expect(opened.live()).to.have.length(0);
    } finally {
      opened.stop();
    }
  });

  it('tries at once when the browser is online again', async () => {
    const on = await stage({
      prepare: ({ adapter }) => adapter.setFailure(new VirtualEventError('offline', { retryAfterSeconds: 60 })),
    });
    await on.sees('retrying');
    on.adapter.setFailure(undefined);
    dispatchEvent(new Event('online'));
    await on.sees('prejoin');
  });

  it('lays the tiles out by what it is told of their box, and never measures', async () => {
    const on = await stage({ prepare: ({ conference }) => conference.room.put({ name: 'Amira Haddad' }) });
    Object.assign(on.element.style, { inlineSize: '900px', blockSize: '500px' });
    await on.joins();
    const tiles = on.element.renderRoot.querySelector<HTMLElement>('.tiles')!;
    const laid = () => [tiles.style.getPropertyValue('--_columns'), tiles.style.getPropertyValue('--_rows')].join();
    await until(() => laid() === '2,1');
    let measured = 0;
    const measure = Object.getOwnPropertyDescriptor(Element.prototype, 'clientWidth')!;
    Object.defineProperty(Element.prototype, 'clientWidth', {
      ...measure,
      get(this: Element): number {
        measured += 1;
        return measure.get!.call(this) as number;
      },
    });
    try {
      on.conference.room.put({ name: 'Tomás Rey' }, { name: 'Lena Fischer' }, { name: 'Kofi Mensah' });
      await until(() => laid() === '3,2');
      on.element.style.inlineSize = '320px';
      await until(() => laid() !== '3,2');
      expect(measured).to.equal(0);
    } finally {
      Object.defineProperty(Element.prototype, 'clientWidth', measure);
    }
  });
});
