import type { EventSnapshot } from '../core/event-details.js';
import { isPassing, VirtualEventError } from '../core/virtual-event-error.js';
import type { FactsSource } from './backend/backend-adapter.js';
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

type Listener = (watched: WatchedEvent) => void;

interface Followed {
  watched: WatchedEvent;
  listeners: Set<Listener>;
  failures: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Follows any number of events of one backend over one connection. */
export class EventWatch {
  /** Where the facts come from, and the clock by which they hold. */
  readonly source: FactsSource;
  readonly #followed = new Map<string, Followed>();
  #stream: AbortController | undefined;
  #streamFailures = 0;
  /** Calls under way. */
  #asking = 0;
  #stopClock: (() => void) | undefined;
  #streamTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(source: FactsSource) {
    this.source = source;
  }

  follow(eventId: string, listener: Listener): () => void {
    let followed = this.#followed.get(eventId);
    if (!followed) {
      followed = {
        watched: { snapshot: undefined, error: undefined, retryAt: undefined },
        listeners: new Set(),
        failures: 0,
        timer: undefined,
      };
      if (this.#followed.size === 0) this.#start();
      this.#followed.set(eventId, followed);
      void this.refresh(eventId);
      this.#openStream(0);
    }
    followed.listeners.add(listener);
    listener(followed.watched);
    return () => this.#unfollow(eventId, listener);
  }

  async refresh(eventId: string): Promise<void> {
    const followed = this.#followed.get(eventId);
    if (!followed) return;
    clearTimeout(followed.timer);
    this.#asking += 1;
    try {
      this.#know(eventId, await this.source.getEvent(eventId));
    } catch (thrown) {
      const error = VirtualEventError.from(thrown);
      followed.failures += 1;
      const retryIn = isPassing(error.reason) ? retryDelay(followed.failures) : undefined;
      if (retryIn !== undefined && this.#followed.get(eventId) === followed) {
        followed.timer = setTimeout(() => void this.refresh(eventId), retryIn);
      }
      this.#tell(followed, { error, retryAt: retryIn === undefined ? undefined : Date.now() + retryIn });
    } finally {
      this.#asking -= 1;
    }
  }

  #refreshAll(): void {
    for (const eventId of this.#followed.keys()) void this.refresh(eventId);
  }

  #unfollow(eventId: string, listener: Listener): void {
    const followed = this.#followed.get(eventId);
    if (!followed?.listeners.delete(listener) || followed.listeners.size > 0) return;
    clearTimeout(followed.timer);
    this.#followed.delete(eventId);
    if (this.#followed.size === 0) this.#stop();
    else this.#openStream(0);
  }

  #know(eventId: string, snapshot: EventSnapshot): void {
    const followed = this.#followed.get(eventId);
    if (!followed) return;
    clearTimeout(followed.timer);
    followed.failures = 0;
    // Two connections may overtake each other: an older word does not replace a newer one.
    if (followed.watched.snapshot && followed.watched.snapshot.serverNow > snapshot.serverNow) return;
    this.#tell(followed, { snapshot, error: undefined, retryAt: undefined });
  }

  #tell(followed: Followed, news: Partial<WatchedEvent>): void {
    followed.watched = { ...followed.watched, ...news };
    for (const listener of followed.listeners) listener(followed.watched);
  }

  /** (Re)opens the one stream; several events that come or go in a moment make one connection. */
  #openStream(delay: number): void {
    clearTimeout(this.#streamTimer);
    this.#streamTimer = setTimeout(() => void this.#readStream(), delay);
  }

  async #readStream(): Promise<void> {
    this.#closeStream();
    // A page out of sight needs no news; browsers also allow only a handful of open streams to one server.
    if (document.hidden || this.#followed.size === 0) return;
    const stream = (this.#stream = new AbortController());
    try {
      for await (const snapshot of this.source.changes([...this.#followed.keys()], { signal: stream.signal })) {
        this.#streamFailures = 0;
        this.#know(snapshot.event.id, snapshot);
      }
    } catch {
      // Whether the backend is there is told by asking, which also gives the reason.
    }
    if (stream.signal.aborted) return;
    this.#streamFailures += 1;
    this.#refreshAll();
    this.#openStream(retryDelay(this.#streamFailures));
  }

  #closeStream(): void {
    clearTimeout(this.#streamTimer);
    this.#stream?.abort();
    this.#stream = undefined;
  }

  readonly #onWake = (): void => {
    if (document.hidden) {
      this.#closeStream();
      return;
    }
    this.#refreshAll();
    this.#openStream(0);
  };

  #start(): void {
    document.addEventListener('visibilitychange', this.#onWake);
    addEventListener('online', this.#onWake);
    // A jump that no answer made is a guess, after a sleep or when the visitor set the clock: the next answer decides.
    this.#stopClock = this.source.onClockChange(() => {
      if (this.#asking === 0) this.#refreshAll();
    });
  }

  #stop(): void {
    document.removeEventListener('visibilitychange', this.#onWake);
    removeEventListener('online', this.#onWake);
    this.#stopClock?.();
    this.#closeStream();
  }
}
