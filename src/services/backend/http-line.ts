import type { EventSnapshot } from '../../core/event-details.js';
import { VirtualEventError } from '../../core/virtual-event-error.js';
import { ServerClock } from '../server-clock.js';
import type { CallOptions, FactsSource } from './backend-adapter.js';

export const garbled = (): VirtualEventError =>
  new VirtualEventError('unavailable', { detail: 'The backend answered something that is not an answer.' });

/** Only what can be worked with goes on: a start and an end in order, a config and a room. */
export const asSnapshot = (value: unknown): EventSnapshot => {
  const { event, room } = (value ?? {}) as { event?: Partial<EventSnapshot['event']>; room?: unknown };
  const { startsAt = NaN, endsAt = NaN, virtualConfig } = event ?? {};
  const areNumbers = [startsAt, endsAt, virtualConfig?.autoStartMinutes].every(Number.isFinite);
  if (room && areNumbers && endsAt > startsAt) return value as EventSnapshot;
  throw garbled();
};

export const eventPath = (eventId: string): string => `/events/${encodeURIComponent(eventId)}`;

/**
 * The line to a backend that keeps the HTTP contract of `virtual-event-server`, with the clock that its answers tell. It
 * is apart from the adapter as following an event, which is all that a join button does at first, needs no more.
 */
export class HttpLine implements FactsSource {
  /** Where the API is. */
  readonly base: string;
  readonly #timeout: number;
  readonly #clock = new ServerClock();

  /** `address` is the backend's origin, or where it is mounted; `timeout` is in milliseconds. */
  constructor(address: string, timeout = 15_000) {
    this.base = `${address.replace(/\/+$/, '')}/v1`;
    this.#timeout = timeout;
  }

  now(): number {
    return this.#clock.now();
  }

  onClockChange(listener: () => void): () => void {
    return this.#clock.onChange(listener);
  }

  async getEvent(eventId: string, { signal }: CallOptions = {}): Promise<EventSnapshot> {
    return asSnapshot(await this.call(eventPath(eventId), signal));
  }

  async *changes(eventIds: readonly string[], { signal }: CallOptions = {}): AsyncGenerator<EventSnapshot> {
    const query = new URLSearchParams(eventIds.map((id) => ['event', id]));
    const source = new EventSource(`${this.base}/changes?${query}`);
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

  /** Calls the backend; what it answers. Rejects with a `VirtualEventError`, or with the signal's reason. */
  async call(path: string, signal?: AbortSignal, init?: RequestInit): Promise<unknown> {
    const late = AbortSignal.timeout(this.#timeout);
    const sentAt = performance.now();
    try {
      const response = await fetch(this.base + path, {
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: signal ? AbortSignal.any([signal, late]) : late,
        ...init,
      });
      if (!response.ok) throw await (await import('./http-failure.js')).failureOf(response);
      const receivedAt = performance.now();
      const answer = (response.status === 204 ? undefined : await response.json()) as
        { serverNow?: number } | undefined;
      this.#clock.sample(answer?.serverNow ?? NaN, sentAt, receivedAt);
      return answer;
    } catch (thrown) {
      if (thrown instanceof VirtualEventError) throw thrown;
      signal?.throwIfAborted();
      const reason = late.aborted ? 'timeout' : navigator.onLine ? 'unavailable' : 'offline';
      throw new VirtualEventError(reason, { cause: thrown });
    }
  }
}
