/** Tells, within this process, that something changed on the way into an event: for those it is about, and for hosts. */
export class Doorbell {
  readonly #listeners = new Set<(eventId: string, pubkeys: ReadonlySet<string> | null) => void>();

  /** About certain people, or about all who are on the way in. */
  ring(eventId: string, pubkeys: Iterable<string> | null): void {
    const about = pubkeys && new Set(pubkeys);
    for (const listener of this.#listeners) listener(eventId, about);
  }

  /** Calls back for what is about anyone, or only for what is about one person; returns the way to stop. */
  subscribe(eventId: string, pubkey: string | null, listener: () => void): () => void {
    const heard = (rung: string, about: ReadonlySet<string> | null): void => {
      if (rung === eventId && (pubkey === null || about === null || about.has(pubkey))) listener();
    };
    this.#listeners.add(heard);
    return () => this.#listeners.delete(heard);
  }
}
