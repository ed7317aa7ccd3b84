import type { EventSnapshot } from '../../core/event-details.js';
import { VirtualEventError } from '../../core/virtual-event-error.js';
import { asSnapshot } from './as-snapshot.js';

/** The facts that a backend sends as events at an address, until it fails or the signal is aborted. */
export async function* readChanges(address: string, signal: AbortSignal | undefined): AsyncGenerator<EventSnapshot> {
  const source = new EventSource(address);
  const arrived: EventSnapshot[] = [];
  let failed = false as boolean;
  let wake = (): void => {};
  // The browser would try again by itself, all pages at the same moment; our caller does so with a spread.
  const fail = (): void => {
    failed = true;
    wake();
  };
  const onAbort = (): void => wake();
  source.addEventListener('snapshot', ({ data }: MessageEvent<string>) => {
    try {
      arrived.push(asSnapshot(JSON.parse(data)));
      wake();
    } catch {
      fail();
    }
  });
  source.addEventListener('error', fail);
  signal?.addEventListener('abort', onAbort);
  try {
    while (!signal?.aborted) {
      const snapshot = arrived.shift();
      if (snapshot) yield snapshot;
      else if (failed) throw new VirtualEventError('connection-lost');
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    signal?.removeEventListener('abort', onAbort);
    source.close();
  }
}
