import { expect } from '@open-wc/testing';
import { VirtualEventError, type EventSnapshot } from '../../src/core/index.js';
import type { BackendAdapter } from '../../src/services/backend/backend-adapter.js';
import { LocalBackendAdapter } from '../../src/services/backend/local-adapter.js';
import { EventWatch, type WatchedEvent } from '../../src/services/event-watch.js';
import { sampleEvent } from '../core/sample-event.js';

/** Resolves once the claim holds; the test's own time limit says when it does not. */
const until = async (claim: () => boolean): Promise<void> => {
  while (!claim()) await new Promise((resolve) => setTimeout(resolve, 5));
};

const setHidden = (hidden: boolean): void => {
  Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('EventWatch', () => {
  let adapter: LocalBackendAdapter;
  let streams: { eventIds: readonly string[]; open: boolean }[];
  let watch: EventWatch;
  let stops: (() => void)[];

  beforeEach(() => {
    adapter = new LocalBackendAdapter({ people: { amira: { pubkey: 'amira', name: 'Amira', role: 'organizer' } } });
    adapter.put(sampleEvent({ id: 'one' }));
    adapter.put(sampleEvent({ id: 'two' }));
    streams = [];
    stops = [];
    const changes = adapter.changes.bind(adapter);
    adapter.changes = async function* (eventIds, options): AsyncGenerator<EventSnapshot> {
      const stream = { eventIds, open: true };
      streams.push(stream);
      try {
        yield* changes(eventIds, options);
      } finally {
        stream.open = false;
      }
    } satisfies BackendAdapter['changes'];
    watch = new EventWatch(adapter);
  });

  afterEach(() => {
    for (const stop of stops) stop();
    Reflect.deleteProperty(document, 'hidden');
  });

  const follow = (eventId: string): WatchedEvent[] => {
    const told: WatchedEvent[] = [];
    stops.push(watch.follow(eventId, (watched) => told.push(watched)));
    return told;
  };

  const openStreams = () => streams.filter(({ open }) => open);

  it('tells the facts, then each change', async () => {
    const told = follow('one');
    expect(told[0]).to.deep.equal({ snapshot: undefined, error: undefined, retryAt: undefined });
    await until(() => told.at(-1)?.snapshot !== undefined && openStreams().length === 1);
    await adapter.updateEvent('one', { title: 'Moved' }, { credential: 'amira' });
    await until(() => told.at(-1)?.snapshot?.event.title === 'Moved');
  });

  it('follows all events of a page over one stream', async () => {
    const one = follow('one');
    const two = follow('two');
    const again = follow('one');
    await until(() => one.at(-1)?.snapshot !== undefined && two.at(-1)?.snapshot !== undefined);
    await until(() => openStreams().length === 1);
    expect(openStreams()[0]!.eventIds).to.have.members(['one', 'two']);
    expect(again.at(-1)!.snapshot!.event.id).to.equal('one');
  });

  it('closes the stream with the last who follows', async () => {
    follow('one');
    await until(() => openStreams().length === 1);
    stops.forEach((stop) => stop());
    await until(() => openStreams().length === 0);
  });

  it('closes the stream while the page is out of sight, and is up to date when it returns', async () => {
    const told = follow('one');
    await until(() => openStreams().length === 1);
    setHidden(true);
    await until(() => openStreams().length === 0);
    await adapter.updateEvent('one', { title: 'Moved' }, { credential: 'amira' });
    expect(told.at(-1)!.snapshot!.event.title).not.to.equal('Moved');
    setHidden(false);
    await until(() => told.at(-1)!.snapshot!.event.title === 'Moved' && openStreams().length === 1);
  });

  it('keeps the facts through trouble, says when it tries again, and recovers by itself', async () => {
    const told = follow('one');
    await until(() => openStreams().length === 1);
    adapter.setFailure(new VirtualEventError('unavailable'));
    await until(() => told.at(-1)!.error !== undefined);
    expect(told.at(-1)!.error!.reason).to.equal('unavailable');
    expect(told.at(-1)!.snapshot!.event.id).to.equal('one');
    expect(told.at(-1)!.retryAt! - Date.now()).to.be.within(1, 30_000);
    adapter.setFailure(undefined);
    await until(() => told.at(-1)!.error === undefined);
    expect(told.at(-1)!.retryAt).to.equal(undefined);
  });

  it('does not ask again for what is not there', async () => {
    const told = follow('nowhere');
    await until(() => told.at(-1)!.error !== undefined);
    expect(told.at(-1)!.error!.reason).to.equal('not-found');
    expect(told.at(-1)!.retryAt).to.equal(undefined);
  });

  it('asks at once when told to refresh', async () => {
    const told = follow('one');
    await until(() => openStreams().length === 1);
    adapter.setFailure(new VirtualEventError('unavailable'));
    await until(() => told.at(-1)!.error !== undefined);
    adapter.setFailure(undefined);
    await watch.refresh('one');
    expect(told.at(-1)!.error).to.equal(undefined);
  });

  it('asks anew when the clock jumped by itself, as after a sleep, and not when an answer set it', async () => {
    let asked = 0;
    const getEvent = adapter.getEvent.bind(adapter);
    adapter.getEvent = async (...given) => {
      asked += 1;
      const snapshot = await getEvent(...given);
      adapter.setNow(undefined);
      return snapshot;
    };
    follow('one');
    await until(() => openStreams().length === 1);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(asked).to.equal(1);
    adapter.setNow(undefined);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(asked).to.equal(2);
  });
});
