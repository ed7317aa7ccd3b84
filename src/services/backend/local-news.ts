import { VirtualEventError } from '../../core/virtual-event-error.js';

/** Tells, within the page, that something has changed. */
export class LocalNews {
  readonly #listeners = new Set<(eventId?: string) => void>();
  /** Thrown to whoever follows, as long as it is there. */
  failure: VirtualEventError | undefined;

  /** `eventId` is absent where it is about all, as when the clock was set. */
  tell(eventId?: string): void {
    for (const listener of this.#listeners) listener(eventId);
  }

  /** Yields at once, then whenever something changed: of which event, if of one. */
  async *follow(signal: AbortSignal | undefined): AsyncGenerator<string | undefined> {
    const told: (string | undefined)[] = [undefined];
    let wake = (): void => {};
    const listener = (eventId?: string): void => {
      told.push(eventId);
      wake();
    };
    const onAbort = (): void => wake();
    this.#listeners.add(listener);
    signal?.addEventListener('abort', onAbort);
    try {
      while (!signal?.aborted) {
        if (this.failure) throw new VirtualEventError('connection-lost');
        if (told.length > 0) yield told.shift();
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      this.#listeners.delete(listener);
      signal?.removeEventListener('abort', onAbort);
    }
  }

  /** What `read` gives, at once and whenever it gives something else; that the time goes on is nothing else. */
  async *readings<T extends { serverNow: number }>(signal: AbortSignal | undefined, read: () => T): AsyncGenerator<T> {
    const news = this.follow(signal);
    let before = '';
    try {
      while (!(await news.next()).done) {
        const reading = read();
        const now = JSON.stringify({ ...reading, serverNow: 0 });
        if (now !== before) yield reading;
        before = now;
      }
    } finally {
      await news.return(undefined);
    }
  }
}
