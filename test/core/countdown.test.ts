import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { countdownTo, thresholdPassed } from '../../src/core/index.js';

describe('countdownTo', () => {
  it('splits what is left into units', () => {
    const left = ((3 * 24 + 4) * 3600 + 5 * 60 + 6) * 1000;
    expect(countdownTo(left, 0)).to.deep.equal({ days: 3, hours: 4, minutes: 5, seconds: 6 });
  });

  it('reads zero when the moment has come and not a second before', () => {
    expect(countdownTo(10_000, 9_999).seconds).to.equal(1);
    expect(countdownTo(10_000, 10_000).seconds).to.equal(0);
    expect(countdownTo(10_000, 99_999)).to.deep.equal({ days: 0, hours: 0, minutes: 0, seconds: 0 });
  });

  it('reads zero for what is no time', () => {
    expect(countdownTo(NaN, 0)).to.deep.equal({ days: 0, hours: 0, minutes: 0, seconds: 0 });
  });

  it('adds up, for years too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e11 }), (left) => {
        const { days, hours, minutes, seconds } = countdownTo(left, 0);
        expect(((days * 24 + hours) * 60 + minutes) * 60 + seconds).to.equal(Math.ceil(left / 1000));
        expect([hours < 24, minutes < 60, seconds < 60]).to.deep.equal([true, true, true]);
      }),
    );
  });
});

describe('thresholdPassed', () => {
  it('names a threshold once, when it is reached', () => {
    expect(thresholdPassed(61, 60)).to.equal(60);
    expect(thresholdPassed(60, 59)).to.equal(undefined);
  });

  it('names the nearest of several that were slept through', () => {
    expect(thresholdPassed(4000, 45)).to.equal(60);
  });
});
