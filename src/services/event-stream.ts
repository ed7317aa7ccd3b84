import type { EventSnapshot } from '../core/event-details.js';
import type { FactsSource } from './backend/backend-adapter.js';
import { retryDelay } from './retry-delay.js';

/** Whom a stream tells. */
export interface StreamReader {
  know: (snapshot: EventSnapshot) => void;
  /** Asks for every event's facts, as news may have been missed. */
  askAll: () => void;
  /** Calls under way, whose answers will tell the clock. */
  readonly asking: number;
}

/**
 * Live changes of any number of events over one connection: closed while the page is out of sight, made anew after
 * trouble with a spread that keeps many open pages from coming at once.
 */
export class EventStream {
  readonly #source: FactsSource;
  readonly #reader: StreamReader;
  #eventIds: readonly string[] = [];
  #open: AbortController | undefined;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopClock: (() => void) | undefined;

  constructor(source: FactsSource, reader: StreamReader) {
    this.#source = source;
    this.#reader = reader;
  }

  /** Follows these events from now on; none closes the stream. */
  follow(eventIds: readonly string[]): void {
    this.#eventIds = eventIds;
    if (eventIds.length === 0) this.#stop();
    else if (!this.#stopClock) this.#start();
    void this.#read();
  }

  async #read(): Promise<void> {
    this.#close();
    // A page out of sight needs no news; browsers also allow only a handful of open streams to one server.
    if (document.hidden || this.#eventIds.length === 0) return;
    const open = (this.#open = new AbortController());
    try {
      for await (const snapshot of this.#source.changes(this.#eventIds, { signal: open.signal })) {
        this.#failures = 0;
        this.#reader.know(snapshot);
      }
    } catch {
      // Whether the backend is there is told by asking, which also gives the reason.
    }
    if (open.signal.aborted) return;
    this.#failures += 1;
    this.#reader.askAll();
    this.#timer = setTimeout(() => void this.#read(), retryDelay(this.#failures));
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#open?.abort();
    this.#open = undefined;
  }

  readonly #onWake = (): void => {
    if (!document.hidden) this.#reader.askAll();
    void this.#read();
  };

  #start(): void {
    document.addEventListener('visibilitychange', this.#onWake);
    addEventListener('online', this.#onWake);
    // A jump that no answer made is a guess, after a sleep or when the visitor set the clock: the next answer decides.
    this.#stopClock = this.#source.onClockChange(() => {
      if (this.#reader.asking === 0) this.#reader.askAll();
    });
  }

  #stop(): void {
    document.removeEventListener('visibilitychange', this.#onWake);
    removeEventListener('online', this.#onWake);
    this.#stopClock?.();
    this.#stopClock = undefined;
  }
}
