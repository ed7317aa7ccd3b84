/** Each tag of the library, and what defines it. */
const elements: Readonly<Record<string, () => Promise<unknown>>> = {
  'event-join-button': () => import('../define/event-join-button.js'),
  'virtual-event-config': () => import('../define/virtual-event-config.js'),
  'event-conference': () => import('../define/event-conference.js'),
};

const selector = Object.keys(elements)
  .map((tag) => `${tag}:not(:defined)`)
  .join();

const load = (found: Element): void => {
  elements[found.localName]?.().catch((error: unknown) => {
    console.error(`virtual-event-elements: <${found.localName}> could not be loaded.`, error);
  });
};

const look = (within: ParentNode): void => within.querySelectorAll(selector).forEach(load);

look(document);
new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) {
      if (!(node instanceof Element)) continue;
      if (node.matches(selector)) load(node);
      look(node);
    }
  }
}).observe(document, { childList: true, subtree: true });
