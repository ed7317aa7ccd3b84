import { expect } from '@open-wc/testing';
import { eachSecond } from '../../src/controllers/ticker.js';
import { until } from '../until.js';

const setHidden = (hidden: boolean): void => {
  Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('eachSecond', () => {
  const realSetTimeout = window.setTimeout.bind(window);
  let stops: (() => void)[];

  beforeEach(() => (stops = []));
  afterEach(() => {
    for (const stop of stops) stop();
    Reflect.deleteProperty(document, 'hidden');
    window.setTimeout = realSetTimeout;
  });

  const count = (): { times: number; stop: () => void } => {
    const counted = { times: 0, stop: () => {} };
    counted.stop = eachSecond(() => (counted.times += 1));
    stops.push(counted.stop);
    return counted;
  };

  it('calls all together as the clock’s second turns', async () => {
    const at: number[] = [];
    stops.push(eachSecond(() => at.push(Date.now())));
    const other = count();
    await until(() => at.length === 2);
    expect(other.times).to.equal(2);
    for (const time of at) expect(time % 1000).to.be.below(500);
    expect(at[1]! - at[0]!).to.be.within(500, 1500);
  });

  it('runs one timer, however many ask', () => {
    let timers = 0;
    window.setTimeout = ((...given: Parameters<typeof setTimeout>) => {
      timers += 1;
      return realSetTimeout(...given);
    }) as typeof setTimeout;
    count();
    count();
    count();
    expect(timers).to.equal(1);
  });

  it('rests while the page is out of sight, and calls at once when it is back', async () => {
    const counted = count();
    setHidden(true);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(counted.times).to.equal(0);
    setHidden(false);
    expect(counted.times).to.equal(1);
    await until(() => counted.times === 2);
  });

  it('calls no more once stopped, and leaves no listener', async () => {
    const counted = count();
    counted.stop();
    setHidden(false);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(counted.times).to.equal(0);
  });
});
