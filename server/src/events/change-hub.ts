/** Tells, within this process, that an event or its room has changed. */
export class ChangeHub {
  readonly #listeners = new Set<(eventId: string) => void>();
  readonly #closing = new AbortController();

  /** Aborted when the server stops: nobody should wait for changes any more. */
  get closed(): AbortSignal {
    return this.#closing.signal;
  }

  publish(eventId: string): void {
    for (const listener of this.#listeners) listener(eventId);
  }

  /** Returns the way to stop. */
  subscribe(listener: (eventId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#closing.abort();
  }
}
