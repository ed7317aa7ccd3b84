import { expect } from '@open-wc/testing';
import { VirtualEventError } from '../../src/core/index.js';
import { keepFollowing } from '../../src/services/keep-following.js';
import { until } from '../until.js';

describe('keepFollowing', () => {
  it('goes on after passing trouble, at once when the browser is online again', async () => {
    let attempts = 0;
    const told: number[] = [];
    const troubles: string[] = [];
    const stop = keepFollowing(
      async function* (signal) {
        attempts += 1;
        yield attempts;
        if (attempts < 3) throw new VirtualEventError('connection-lost', { retryAfterSeconds: 60 });
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
      },
      { onTold: (each) => told.push(each), onTrouble: ({ reason }) => troubles.push(reason) },
    );
    await until(() => troubles.length === 1);
    dispatchEvent(new Event('online'));
    await until(() => troubles.length === 2);
    dispatchEvent(new Event('online'));
    await until(() => told.length === 3);
    expect(troubles).to.deep.equal(['connection-lost', 'connection-lost']);
    stop();
  });

  it('is over where there is no use in trying again, or when the backend ends it', async () => {
    const ends: string[] = [];
    let attempts = 0;
    keepFollowing(
      async function* () {
        attempts += 1;
        throw new VirtualEventError('ticket-invalid');
      },
      { onTold: () => {}, onEnd: ({ reason }) => ends.push(reason) },
    );
    await until(() => ends.length === 1);
    expect([ends[0], attempts]).to.deep.equal(['ticket-invalid', 1]);
    let rounds = 0;
    keepFollowing(
      async function* () {
        rounds += 1;
        yield rounds;
      },
      { onTold: () => {} },
    );
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(rounds).to.equal(1);
  });

  it('tells nothing once stopped, and does not come back', async () => {
    const told: number[] = [];
    let attempts = 0;
    const stop = keepFollowing(
      async function* (signal) {
        attempts += 1;
        for (let count = 1; !signal.aborted; count += 1) {
          yield count;
          await Promise.resolve();
        }
        throw new VirtualEventError('unavailable');
      },
      {
        onTold: (each) => {
          told.push(each);
          if (each === 2) stop();
        },
      },
    );
    await new Promise((resolve) => setTimeout(resolve, 30));
    dispatchEvent(new Event('online'));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect([told, attempts]).to.deep.equal([[1, 2], 1]);
  });
});
