/** Counts the timers that a page has under way: time-outs, intervals and animation frames. */
export class AliveTimers {
  readonly #alive = new Map<string, string>();
  readonly #wait = window.setTimeout.bind(window);
  readonly #restore: (() => void)[] = [];

  constructor() {
    this.#watch('setTimeout', 'clearTimeout', true);
    this.#watch('setInterval', 'clearInterval', false);
    this.#watch('requestAnimationFrame', 'cancelAnimationFrame', true);
  }

  /** Who set each, as far as the browser tells. */
  get callers(): string[] {
    return [...this.#alive.values()];
  }

  /** Lets time pass without a timer of its own being counted, milliseconds. */
  pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.#wait(resolve, milliseconds));
  }

  /** Resolves to those that are set at any moment of a second and a half, once what was under way has had its time. */
  async settled(): Promise<string[]> {
    for (let rounds = 0; rounds < 100 && this.callers.length > 0; rounds += 1) await this.pause(50);
    const seen = new Set<string>();
    for (let rounds = 0; rounds < 150; rounds += 1) {
      for (const caller of this.callers) seen.add(caller);
      await this.pause(10);
    }
    return [...seen];
  }

  /** Ends the count. */
  stop(): void {
    for (const restore of this.#restore) restore();
  }

  #watch(
    set: 'setTimeout' | 'setInterval' | 'requestAnimationFrame',
    clear: 'clearTimeout' | 'clearInterval' | 'cancelAnimationFrame',
    isOnce: boolean,
  ): void {
    const page = window as unknown as Record<string, (...given: never[]) => number>;
    const realSet = page[set]!;
    const realClear = page[clear]!;
    page[set] = (act: (...given: unknown[]) => void, ...others: never[]) => {
      const caller = new Error(set).stack ?? set;
      const id = realSet.call(
        window,
        ((...given: unknown[]) => {
          if (isOnce) this.#alive.delete(`${set} ${id}`);
          act(...given);
        }) as never,
        ...others,
      );
      this.#alive.set(`${set} ${id}`, `${set}: ${caller}`);
      return id;
    };
    page[clear] = (id: number) => {
      this.#alive.delete(`${set} ${id}`);
      return realClear.call(window, id as never);
    };
    this.#restore.push(() => Object.assign(page, { [set]: realSet, [clear]: realClear }));
  }
}
