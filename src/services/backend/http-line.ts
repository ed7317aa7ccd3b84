import type { EventSnapshot } from '../../core/event-details.js';
import { VirtualEventError } from '../../core/virtual-event-error.js';
import { ServerClock } from '../server-clock.js';
import { asSnapshot } from './as-snapshot.js';
import type { CallOptions, FactsSource } from './backend-adapter.js';

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

  /** The live changes are read by what is fetched for it: facts come first. */
  async *changes(eventIds: readonly string[], { signal }: CallOptions = {}): AsyncGenerator<EventSnapshot> {
    const { readChanges } = await import('./http-changes.js');
    yield* readChanges(`${this.base}/changes?${new URLSearchParams(eventIds.map((id) => ['event', id]))}`, signal);
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
