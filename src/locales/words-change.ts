import { tell, words } from './localization.js';

let observer: MutationObserver | undefined;

/** Calls back when an element's words may have changed: others came, or a `lang` around it. Returns the way to stop. */
export const onWordsChange = (element: Element, listener: () => void): (() => void) => {
  observer ??= new MutationObserver(tell);
  for (let root = element.getRootNode(); ; root = root.host.getRootNode()) {
    observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    if (!(root instanceof ShadowRoot)) break;
  }
  words.listeners.add(listener);
  return () => words.listeners.delete(listener);
};
