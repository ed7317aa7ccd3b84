import { onTestFinished } from 'vitest';
import type { EventSnapshot } from '../../../src/core/index.js';

/** Server-sent events, read as a page does. */
export class EventStream {
  #text = '';
  #ended = false;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;

  protected constructor(readonly response: Response) {
    this.#reader = response.body!.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    onTestFinished(() => this.close());
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

  /** The data of the next message; `undefined` when the stream has ended. */
  async nextData(): Promise<string | undefined> {
    let block = await this.nextBlock();
    while (block?.startsWith(':')) block = await this.nextBlock();
    if (block === undefined) return undefined;
    const data = /^data: (.*)$/m.exec(block)?.[1];
    if (data === undefined) throw new Error(`Not a message: ${block}`);
    return data;
  }

  close(): Promise<void> {
    return this.#reader.cancel().catch(() => {});
  }
}

/** Follows live changes. */
export class ChangeStream extends EventStream {
  static async open(url: string, eventIds: readonly string[]): Promise<ChangeStream> {
    const query = eventIds.map((id) => `event=${id}`).join('&');
    return new ChangeStream(await fetch(`${url}/v1/changes?${query}`));
  }

  /** The next snapshot. */
  async next(): Promise<EventSnapshot> {
    const data = await this.nextData();
    if (data === undefined) throw new Error('The stream has ended.');
    return JSON.parse(data) as EventSnapshot;
  }
}

/** Follows what is told to whoever has the authorization. */
export class FollowStream<T> extends EventStream {
  static async open<T>(address: string, authorization: string): Promise<FollowStream<T>> {
    const headers = { Authorization: authorization, Accept: 'text/event-stream' };
    return new FollowStream<T>(await fetch(address, { headers }));
  }

  /** What is told next; `undefined` when the stream has ended. */
  async next(): Promise<T | undefined> {
    const data = await this.nextData();
    return data === undefined ? undefined : (JSON.parse(data) as T);
  }
}
