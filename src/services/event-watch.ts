import type { EventSnapshot } from '../core/event-details.js';
import { isPassing, VirtualEventError } from '../core/virtual-event-error.js';
import type { FactsSource } from './backend/backend-adapter.js';
import type { EventStream } from './event-stream.js';
import { retryDelay } from './retry-delay.js';

/** What is known about an event that is followed. */
export interface WatchedEvent {
  /** The last facts, kept through trouble. */
  snapshot: EventSnapshot | undefined;
  /** What is wrong now, if anything. */
  error: VirtualEventError | undefined;
  /** When it is tried again by itself, epoch milliseconds of the visitor's clock. */
  retryAt: number | undefined;
}

/** What is known before anything is. */
export const nothingKnown: WatchedEvent = { snapshot: undefined, error: undefined, retryAt: undefined };

type Listener = (watched: WatchedEvent) => void;

interface Followed {
  watched: WatchedEvent;
  listeners: Set<Listener>;
  failures: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

const isSame = (a: EventSnapshot, b: EventSnapshot): boolean =>
  JSON.stringify({ ...a, serverNow: 0 }) === JSON.stringify({ ...b, serverNow: 0 });

/** How long to wait, in milliseconds, before what reads the stream is fetched again; until then the facts are asked for. */
const streamRetry = 30_000;

/** Follows any number of events of one backend: asks for each one's facts, then reads its changes from one stream. */
export class EventWatch {
  /** Where the facts come from, and the clock by which they hold. */
  readonly source: FactsSource;
  readonly #followed = new Map<string, Followed>();
  #stream: Promise<EventStream> | undefined;
  #streamTimer: ReturnType<typeof setTimeout> | undefined;
  /** @internal Calls under way, whose answers will tell the clock. */
  asking = 0;

  constructor(source: FactsSource) {
    this.source = source;
  }

  follow(eventId: string, listener: Listener): () => void {
    let followed = this.#followed.get(eventId);
    if (!followed) {
      followed = {
        watched: nothingKnown,
        listeners: new Set(),
        failures: 0,
        timer: undefined,
      };
      this.#followed.set(eventId, followed);
      void this.refresh(eventId);
      this.#restream();
    }
    followed.listeners.add(listener);
    listener(followed.watched);
    return () => {
      followed.listeners.delete(listener);
      if (followed.listeners.size > 0 || this.#followed.get(eventId) !== followed) return;
      clearTimeout(followed.timer);
      this.#followed.delete(eventId);
      this.#restream();
    };
  }

  async refresh(eventId: string): Promise<void> {
    const followed = this.#followed.get(eventId);
    if (!followed) return;
    clearTimeout(followed.timer);
    this.asking += 1;
    try {
      this.know(await this.source.getEvent(eventId), eventId);
    } catch (thrown) {
      const error = VirtualEventError.from(thrown);
      followed.failures += 1;
      const retryIn = isPassing(error.reason) ? retryDelay(followed.failures) : undefined;
      if (retryIn !== undefined && this.#followed.get(eventId) === followed) {
        // Coming back into sight asks anew.
        followed.timer = setTimeout(() => void (document.hidden || this.refresh(eventId)), retryIn);
      }
      this.#tell(followed, { error, retryAt: retryIn === undefined ? undefined : Date.now() + retryIn });
    } finally {
      this.asking -= 1;
    }
  }

  /** @internal Asks for every event's facts, as news may have been missed. */
  askAll(): void {
    for (const eventId of this.#followed.keys()) void this.refresh(eventId);
  }

  /** @internal Takes an event's facts and tells them. */
  know(snapshot: EventSnapshot, eventId = snapshot.event.id): void {
    const followed = this.#followed.get(eventId);
    if (!followed) return;
    clearTimeout(followed.timer);
    followed.failures = 0;
    const { snapshot: known, error } = followed.watched;
    // Two connections may overtake each other: an older word does not replace a newer one.
    if (known && known.serverNow > snapshot.serverNow) return;
    // Nothing but the time has gone on.
    if (known && !error && isSame(known, snapshot)) return;
    this.#tell(followed, { snapshot, error: undefined, retryAt: undefined });
  }

  #tell(followed: Followed, news: Partial<WatchedEvent>): void {
    followed.watched = { ...followed.watched, ...news };
    for (const listener of followed.listeners) listener(followed.watched);
  }

  /** Several events that come or go in a moment make one connection. What reads it comes second: the facts are first. */
  #restream(delay = 0): void {
    clearTimeout(this.#streamTimer);
    if (this.#followed.size === 0) void this.#stream?.then((stream) => stream.follow([]));
    else this.#streamTimer = setTimeout(() => void this.#readStream(), delay);
  }

  async #readStream(): Promise<void> {
    try {
      const stream = await (this.#stream ??= this.#fetchStream());
      stream.follow([...this.#followed.keys()]);
    } catch {
      this.#stream = undefined;
      this.askAll();
      this.#restream(streamRetry);
    }
  }

  async #fetchStream(): Promise<EventStream> {
    const { EventStream } = await import('./event-stream.js');
    return new EventStream(this.source, this);
  }
}
