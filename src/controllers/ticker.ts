type Tick = () => void;

/** The page's one timer: calls everyone who asked, once a second, while the page is in sight. */
const ticks = new Set<Tick>();
let timer: ReturnType<typeof setTimeout> | undefined;

const schedule = (): void => {
  clearTimeout(timer);
  // Aligned to the clock's second, so that all countdowns of a page turn together.
  timer = ticks.size > 0 && !document.hidden ? setTimeout(run, 1000 - (Date.now() % 1000)) : undefined;
};

const run = (): void => {
  if (!document.hidden) for (const tick of ticks) tick();
  schedule();
};

/** Calls `tick` each second, and at once when the page comes back into sight; returns the way to stop. */
export const eachSecond = (tick: Tick): (() => void) => {
  if (ticks.size === 0) document.addEventListener('visibilitychange', run);
  ticks.add(tick);
  if (timer === undefined) schedule();
  return () => {
    ticks.delete(tick);
    if (ticks.size > 0) return;
    document.removeEventListener('visibilitychange', run);
    schedule();
  };
};
