import { VirtualEventError } from '../../core/virtual-event-error.js';
import { garbled } from './as-snapshot.js';
import { failureOf } from './http-failure.js';
import type { HttpLine } from './http-line.js';

/** How long, in milliseconds, the first word may take before the connection counts as one that holds words back. */
const patience = 8_000;
/** How long nothing may come, not even a sign of life, before the connection counts as lost. */
const silence = 45_000;
/** How long, in seconds, the backend may keep a question open; and how much longer, in milliseconds, its answer may take. */
const wait = 25;
const late = 15_000;

/** Lines on which something between us and the backend holds streams back. */
const holdsBack = new WeakSet<HttpLine>();

const lost = (cause?: unknown): VirtualEventError => {
  if (cause instanceof VirtualEventError) return cause;
  return new VirtualEventError(navigator.onLine ? 'connection-lost' : 'offline', { cause });
};

const ask = async (line: HttpLine, path: string, headers: Record<string, string>, signal: AbortSignal) => {
  const response = await fetch(line.base + path, {
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    headers,
    signal,
  });
  if (!response.ok) throw await failureOf(response);
  return response;
};

/** Aborts by the caller's wish, or when it is not put off in time. */
class Watch {
  readonly #late = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly signal: AbortSignal;

  constructor(signal: AbortSignal | undefined) {
    this.signal = signal ? AbortSignal.any([signal, this.#late.signal]) : this.#late.signal;
  }

  get isLate(): boolean {
    return this.#late.signal.aborted;
  }

  putOff(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.end(), milliseconds);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#late.abort();
  }
}

/** The data of each message of a stream of server-sent events. */
async function* messages(body: ReadableStream<Uint8Array>, onSign: () => void): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onSign();
      const blocks = (text + value).replaceAll('\r\n', '\n').split('\n\n');
      text = blocks.pop()!;
      for (const block of blocks) {
        const lines = block.split('\n').filter((line) => line.startsWith('data:'));
        if (lines.length > 0) yield lines.map((line) => line.slice('data:'.length).trimStart()).join('\n');
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

async function* stream(
  line: HttpLine,
  path: string,
  headers: Record<string, string>,
  signal: AbortSignal | undefined,
): AsyncGenerator<unknown, 'held back' | 'over'> {
  const watch = new Watch(signal);
  let hasCome = false as boolean;
  watch.putOff(patience);
  try {
    const response = await ask(line, path, { ...headers, Accept: 'text/event-stream' }, watch.signal);
    if (!response.body) throw garbled();
    for await (const data of messages(response.body, () => watch.putOff(hasCome ? silence : patience))) {
      hasCome = true;
      watch.putOff(silence);
      yield JSON.parse(data);
    }
  } catch (thrown) {
    if (!signal?.aborted && watch.isLate && !hasCome) return 'held back';
    if (!signal?.aborted) throw lost(thrown);
  } finally {
    watch.end();
  }
  return 'over';
}

/** Asks again and again; the backend answers when something changed, or after a while. */
async function* questions(
  line: HttpLine,
  path: string,
  headers: Record<string, string>,
  signal: AbortSignal | undefined,
): AsyncGenerator {
  let revision = '';
  while (!signal?.aborted) {
    const watch = new Watch(signal);
    watch.putOff(wait * 1000 + late);
    try {
      const query = revision === '' ? '' : `?${new URLSearchParams({ wait: String(wait), after: revision })}`;
      const response = await ask(line, path + query, headers, watch.signal);
      const answer = (await response.json()) as { revision?: unknown };
      if (typeof answer.revision !== 'string') throw garbled();
      const isNews = answer.revision !== revision;
      revision = answer.revision;
      if (isNews && !signal?.aborted) yield answer;
    } catch (thrown) {
      if (!signal?.aborted) throw lost(thrown);
    } finally {
      watch.end();
    }
  }
}

/**
 * Follows what the backend tells at `path`: as a stream, or by asking again and again where something between holds
 * streams back. `EventSource` will not do, as it cannot say who asks. Ends by throwing, or when the signal is aborted.
 */
export async function* follow(
  line: HttpLine,
  path: string,
  headers: Record<string, string>,
  signal: AbortSignal | undefined,
): AsyncGenerator {
  if (signal?.aborted) return;
  if (!holdsBack.has(line)) {
    const end = yield* stream(line, path, headers, signal);
    if (signal?.aborted) return;
    if (end === 'over') throw lost();
    holdsBack.add(line);
  }
  yield* questions(line, path, headers, signal);
}
