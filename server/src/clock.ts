/** Where the server takes the time from, so that tests can set it. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls back once, `milliseconds` from now (at most 2³¹ − 1); returns the way to stop it. */
  after(milliseconds: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
