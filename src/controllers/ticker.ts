type Tick = () => void;

/** The page's one timer: calls everyone who asked, once a second, while the page is in sight. */
const ticks = new Set<Tick>();
let timer: ReturnType<typeof setTimeout> | undefined;

const schedule = (): void => {
  clearTimeout(timer);
  timer = undefined;
  if (ticks.size === 0 || document.hidden) return;
  // Aligned to the clock's second, so that all countdowns of a page turn together.
  timer = setTimeout(run, 1000 - (Date.now() % 1000));
};

const run = (): void => {
  for (const tick of ticks) tick();
  schedule();
};

const onVisibility = (): void => {
  if (document.hidden) schedule();
  else run();
};

/** Calls `tick` each second, and at once when the page comes back into sight; returns the way to stop. */
export const eachSecond = (tick: Tick): (() => void) => {
  if (ticks.size === 0) document.addEventListener('visibilitychange', onVisibility);
  ticks.add(tick);
  if (timer === undefined) schedule();
  return () => {
    ticks.delete(tick);
    if (ticks.size > 0) return;
    document.removeEventListener('visibilitychange', onVisibility);
    schedule();
  };
};
