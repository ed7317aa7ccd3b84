import { onTestFinished } from 'vitest';
import type { EventSnapshot } from '../../../src/core/index.js';

/** Follows live changes as a page does. */
export class ChangeStream {
  #text = '';
  #ended = false;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;

  private constructor(readonly response: Response) {
    this.#reader = response.body!.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    onTestFinished(() => this.close());
  }

  static async open(url: string, eventIds: readonly string[]): Promise<ChangeStream> {
    const query = eventIds.map((id) => `event=${id}`).join('&');
    return new ChangeStream(await fetch(`${url}/v1/changes?${query}`));
  }

  /** The next block, without the blank line after it; `undefined` when the stream has ended. */
  async nextBlock(): Promise<string | undefined> {
    while (!this.#ended) {
      const end = this.#text.indexOf('\n\n');
      if (end >= 0) {
        const block = this.#text.slice(0, end);
        this.#text = this.#text.slice(end + 2);
        return block;
      }
      const { done, value } = await this.#reader.read();
      if (done) this.#ended = true;
      else this.#text += new TextDecoder().decode(value);
    }
    return undefined;
  }

  /** The next snapshot. */
  async next(): Promise<EventSnapshot> {
    let block = await this.nextBlock();
    while (block?.startsWith(':')) block = await this.nextBlock();
    const data = /^event: snapshot\ndata: (.*)$/.exec(block ?? '')?.[1];
    if (data === undefined) throw new Error(`Not a snapshot: ${block}`);
    return JSON.parse(data) as EventSnapshot;
  }

  close(): Promise<void> {
    return this.#reader.cancel().catch(() => {});
  }
}
