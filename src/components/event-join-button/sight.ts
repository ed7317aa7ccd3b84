import type { EventJoinButton } from './event-join-button.js';

/** How often, in milliseconds, what nobody sees is brought up to date, for those who listen to its events. */
const slowly = 15_000;

const outOfSight = new Set<EventJoinButton>();
let observer: IntersectionObserver | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

const schedule = (): void => {
  clearTimeout(timer);
  timer = outOfSight.size > 0 && !document.hidden ? setTimeout(run, slowly) : undefined;
};

const run = (): void => {
  for (const element of outOfSight) element.settle();
  schedule();
};

const watched = new Map<Element, EventJoinButton>();

const onSight = (entries: readonly IntersectionObserverEntry[]): void => {
  for (const { target, isIntersecting } of entries) {
    const element = watched.get(target);
    if (!element) continue;
    if (isIntersecting) outOfSight.delete(element);
    else outOfSight.add(element);
    if (element.isInSight === isIntersecting) continue;
    element.isInSight = isIntersecting;
    element.settle();
  }
  if (timer === undefined || outOfSight.size === 0) schedule();
};

/** Has an element rest while it is scrolled out of sight: it follows news as ever, and the clock now and then. */
export const watchSight = (element: EventJoinButton): void => {
  if (!observer) {
    observer = new IntersectionObserver(onSight);
    document.addEventListener('visibilitychange', schedule);
  }
  watched.set(element, element);
  observer.observe(element);
};

/** Lets go of an element that left the page. */
export const forgetSight = (element: EventJoinButton): void => {
  observer?.unobserve(element);
  watched.delete(element);
  outOfSight.delete(element);
  element.isInSight = true;
  if (outOfSight.size === 0) schedule();
};
