import { expect } from '@open-wc/testing';
import { until } from '../../until.js';
import { openedTracks, stage } from './conference-stage.js';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** How long the element may be out of the page before that counts as leaving, and a little more. */
const grace = 1_200;

describe('<event-conference>: in and out of the page', () => {
  it('stays in the call when it is moved', async () => {
    const on = await stage({ prepare: ({ conference }) => conference.room.put({ name: 'Tomás Rey', camera: true }) });
    await on.joins();
    const box = document.createElement('div');
    on.element.parentElement!.append(box);
    box.append(on.element);
    await pause(grace);
    expect(on.shows('call')).to.equal(true);
    expect(on.conference.state.status).to.equal('connected');
    expect(on.told).to.deep.equal(['join']);
    const video = on.element.renderRoot.querySelectorAll<HTMLVideoElement>('.tile video')[1]!;
    await until(() => video.srcObject !== null);
    on.conference.room.put({ name: 'Ade Bello' });
    await until(() => on.element.renderRoot.querySelectorAll('.tile').length === 3);
  });

  it('leaves when it is removed for good', async () => {
    const on = await stage();
    await on.joins();
    on.element.remove();
    await until(() => on.told.includes('leave'));
    expect(on.conference.state.status).to.equal('disconnected');
    expect(on.departed).to.deep.equal([on.element.ticket]);
    expect(on.told).to.deep.equal(['join', 'leave']);
  });

  it('gives the seat back when it is removed before one joins', async () => {
    const on = await stage();
    await on.sees('prejoin');
    on.element.remove();
    await until(() => on.departed.length === 1);
    expect(on.told).to.deep.equal([]);
  });

  it('lets go of the call when the page goes, and comes back with a page that was kept', async () => {
    const on = await stage();
    await on.joins();
    await until(() => on.conference.state.camera.on);
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(on.conference.state.status).to.equal('disconnected');
    expect(on.departed).to.deep.equal([]);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => on.shows('call') && on.conference.state.camera.on);
    expect(on.told).to.deep.equal(['join']);
  });

  it('leaves no timer, no listener and no device behind', async () => {
    const timers = new Set<unknown>();
    const start = window.setTimeout.bind(window);
    const stop = window.clearTimeout.bind(window);
    const listen = window.addEventListener.bind(window);
    const unlisten = window.removeEventListener.bind(window);
    const listeners = new Set<unknown>();
    const opened = openedTracks();
    window.setTimeout = ((act: () => void, milliseconds: number) => {
      const timer = start(() => {
        timers.delete(timer);
        act();
      }, milliseconds);
      timers.add(timer);
      return timer;
    }) as typeof setTimeout;
    window.clearTimeout = (timer) => {
      timers.delete(timer);
      stop(timer);
    };
    window.addEventListener = (...given: Parameters<typeof listen>) => {
      listeners.add(given[1]);
      listen(...given);
    };
    window.removeEventListener = (...given: Parameters<typeof unlisten>) => {
      listeners.delete(given[1]);
      unlisten(...given);
    };
    try {
      const on = await stage();
      await on.joins();
      on.conference.disconnect('connection-lost');
      await on.sees('retrying');
      expect(timers.size).to.be.above(0);
      expect(listeners.size).to.be.above(0);
      on.element.remove();
      await new Promise((resolve) => start(resolve, grace));
      expect(timers.size, 'timers').to.equal(0);
      expect(listeners.size, 'listeners').to.equal(0);
      expect(opened.live(), 'devices').to.have.length(0);
    } finally {
      Object.assign(window, {
        setTimeout: start,
        clearTimeout: stop,
        addEventListener: listen,
        removeEventListener: unlisten,
      });
      opened.stop();
    }
  });
});
