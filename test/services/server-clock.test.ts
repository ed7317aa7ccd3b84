import { expect } from '@open-wc/testing';
import { ServerClock } from '../../src/services/server-clock.js';

describe('ServerClock', () => {
  const realNow = Date.now.bind(Date);
  const realPerformanceNow = performance.now.bind(performance);
  let wall: number;
  let steady: number;

  beforeEach(() => {
    wall = 1_800_000_000_000;
    steady = 5_000;
    Date.now = () => wall;
    performance.now = () => steady;
  });

  afterEach(() => {
    Date.now = realNow;
    performance.now = realPerformanceNow;
  });

  const pass = (milliseconds: number): void => {
    wall += milliseconds;
    steady += milliseconds;
  };

  it('is the visitor’s until the first answer, then the server’s', () => {
    const clock = new ServerClock();
    expect(clock.now()).to.equal(wall);
    clock.sample(wall + 7_200_000, steady, steady);
    expect(clock.now()).to.equal(wall + 7_200_000);
    pass(1000);
    expect(clock.now()).to.equal(wall + 7_200_000);
  });

  it('takes the middle of the round trip', () => {
    const clock = new ServerClock();
    const sentAt = steady;
    pass(400);
    clock.sample(1_000_000, sentAt, steady);
    expect(clock.now()).to.equal(1_000_200);
  });

  it('keeps the sample with the least round trip', () => {
    const clock = new ServerClock();
    clock.sample(1_000_000, steady, steady + 10);
    const before = clock.now();
    clock.sample(2_000_000, steady, steady + 500);
    expect(clock.now()).to.equal(before);
    clock.sample(2_000_000, steady, steady + 4);
    expect(clock.now()).not.to.equal(before);
  });

  it('ignores what is no time', () => {
    const clock = new ServerClock();
    clock.sample(NaN, steady, steady);
    expect(clock.now()).to.equal(wall);
  });

  it('does not go back when the visitor sets the clock back', () => {
    const clock = new ServerClock();
    clock.sample(wall, steady, steady);
    const before = clock.now();
    wall -= 3_600_000;
    steady += 10;
    expect(clock.now()).to.equal(before + 10);
  });

  it('guesses at once after a sleep, tells so, and is put right by the next answer however slow', async () => {
    const clock = new ServerClock();
    clock.sample(wall, steady, steady + 1);
    let told = 0;
    const stop = clock.onChange(() => (told += 1));
    wall += 3_600_000;
    expect(clock.now()).to.be.closeTo(wall, 2);
    await Promise.resolve();
    expect(told).to.equal(1);
    clock.sample(wall + 60_000, steady, steady + 800);
    expect(clock.now()).to.be.closeTo(wall + 60_000, 500);
    stop();
  });
});
