import { isPassing, VirtualEventError } from '../core/virtual-event-error.js';
import { retryDelay } from './retry-delay.js';

export interface Follower<T> {
  /** Called with each thing told. */
  onTold: (told: T) => void;
  /** Called when it broke off and is tried again by itself, at epoch milliseconds of the visitor's clock. */
  onTrouble?: (error: VirtualEventError, retryAt: number) => void;
  /** Called when there is no use in trying again. */
  onEnd?: (error: VirtualEventError) => void;
}

/** Waits, or less long if the browser comes back online. */
const rest = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener('online', done);
    signal.addEventListener('abort', done);
  });

/**
 * Follows what a backend tells, and goes on by itself after passing trouble. Returns the way to stop. What the backend
 * ends itself is over.
 */
export const keepFollowing = <T>(
  source: (signal: AbortSignal) => AsyncIterable<T>,
  { onTold, onTrouble, onEnd }: Follower<T>,
): (() => void) => {
  const stop = new AbortController();
  const { signal } = stop;
  const isStopped = (): boolean => signal.aborted;
  const run = async (): Promise<void> => {
    for (let failures = 0; !isStopped();) {
      try {
        for await (const told of source(signal)) {
          if (isStopped()) return;
          failures = 0;
          onTold(told);
        }
        return;
      } catch (thrown) {
        if (isStopped()) return;
        const error = VirtualEventError.from(thrown);
        if (!isPassing(error.reason)) {
          onEnd?.(error);
          return;
        }
        failures += 1;
        const delay = Math.max((error.retryAfterSeconds ?? 0) * 1000, retryDelay(failures));
        onTrouble?.(error, Date.now() + delay);
        await rest(delay, signal);
      }
    }
  };
  void run();
  return () => stop.abort();
};
