import { streamSSE } from 'hono/streaming';
import type { Context } from 'hono';
import type { Clock } from '../clock.js';
import type { ChangeHub } from '../events/change-hub.js';
import { sha256 } from '../identity/tickets.js';
import type { Logger } from '../logger.js';

/** Often enough that nothing in between takes the connection for dead; and another process may have changed something. */
const beatEvery = 15_000;

export interface Followed<T> {
  /** What is told; rejecting ends it. */
  read: () => Promise<T>;
  /** Calls back when it may have changed; returns the way to stop. */
  subscribe: (listener: () => void) => () => void;
}

export interface FollowingContext {
  clock: Clock;
  changes: ChangeHub;
  log: Logger;
}

/** What was read, and a name for it: another one when it says something else. */
export interface Revised<T> {
  value: T;
  revision: string;
}

const revisionOf = (value: { serverNow: number }): string =>
  sha256(JSON.stringify({ ...value, serverNow: undefined })).slice(0, 22);

const revised = <T extends { serverNow: number }>(value: T): Revised<T> => ({ value, revision: revisionOf(value) });

/** Wakes on a change, on a beat, or when it is over. */
class Waking {
  #isDue = false;
  #wake = (): void => {};
  readonly stop: () => void;

  constructor({ clock, changes }: FollowingContext, subscribe: Followed<unknown>['subscribe'], signal: AbortSignal) {
    const due = (): void => {
      this.#isDue = true;
      this.#wake();
    };
    const beat = (): void => {
      stopBeat = clock.after(beatEvery, beat);
      due();
    };
    let stopBeat = clock.after(beatEvery, beat);
    const unsubscribe = subscribe(due);
    for (const end of [signal, changes.closed]) end.addEventListener('abort', due);
    this.stop = () => {
      stopBeat();
      unsubscribe();
      for (const end of [signal, changes.closed]) end.removeEventListener('abort', due);
    };
  }

  async next(): Promise<void> {
    if (!this.#isDue) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#isDue = false;
  }
}

/** Tells it as server-sent events: at once, and then whenever it is something else. */
export const answerAsStream = async <T extends { serverNow: number }>(
  context: Context,
  following: FollowingContext,
  { read, subscribe }: Followed<T>,
  onEnd: () => void = () => {},
): Promise<Response> => {
  const { changes, log } = following;
  const gone = new AbortController();
  const waking = new Waking(following, subscribe, gone.signal);
  const end = (): void => {
    waking.stop();
    onEnd();
  };
  // What is refused is refused before the stream begins, in words.
  let now = await read().then(revised, (thrown: unknown) => {
    end();
    throw thrown;
  });
  // Else a proxy like nginx collects what should go out at once.
  context.header('X-Accel-Buffering', 'no');
  return streamSSE(context, async (stream) => {
    stream.onAbort(() => gone.abort());
    const tell = () => stream.writeSSE({ id: now.revision, data: JSON.stringify(now.value) });
    try {
      await tell();
      for (;;) {
        await waking.next();
        if (stream.aborted || changes.closed.aborted) break;
        const next = revised(await read());
        const isNews = next.revision !== now.revision;
        now = next;
        await (isNews ? tell() : stream.write(': still here\n\n'));
      }
    } catch (error) {
      // The stream ends; whoever follows asks again, and is told why.
      log.debug('following broke off', { error });
    } finally {
      end();
    }
  });
};

/** Answers when it is something else than `after`, or when `wait` seconds have passed. */
export const answerWhenNew = async <T extends { serverNow: number }>(
  following: FollowingContext,
  { read, subscribe }: Followed<T>,
  { after, wait, signal }: { after: string | undefined; wait: number; signal: AbortSignal },
): Promise<T & { revision: string }> => {
  const { clock, changes } = following;
  const gone = new AbortController();
  const stop = (): void => gone.abort();
  const stopTimer = clock.after(wait * 1000, stop);
  signal.addEventListener('abort', stop);
  const waking = new Waking(following, subscribe, gone.signal);
  try {
    let now = revised(await read());
    while (now.revision === after && wait > 0 && !gone.signal.aborted && !changes.closed.aborted) {
      await waking.next();
      now = revised(await read());
    }
    return { ...now.value, revision: now.revision };
  } finally {
    stopTimer();
    waking.stop();
    signal.removeEventListener('abort', stop);
  }
};
