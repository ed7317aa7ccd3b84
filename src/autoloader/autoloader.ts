/** Each tag of the library, and what defines it. */
const elements: Readonly<Record<string, () => Promise<unknown>>> = {
  'event-join-button': () => import('../define/event-join-button.js'),
  'virtual-event-config': () => import('../define/virtual-event-config.js'),
  'event-conference': () => import('../define/event-conference.js'),
};
const tags = Object.keys(elements);

/** Where a site strips tags that it does not know, `data-` and the tag's name stand for it. */
const selector = tags.map((tag) => `${tag}:not(:defined),[data-${tag}]`).join();

const load = async (found: HTMLElement): Promise<void> => {
  for (const tag of tags) {
    const isPlace = found.hasAttribute(`data-${tag}`);
    if (!isPlace && found.localName !== tag) continue;
    try {
      await elements[tag]!();
      if (isPlace) (await import('./fill.js')).fill(found, tag);
    } catch (error) {
      console.error(`<${tag}> could not be loaded.`, error);
    }
  }
};

const look = (within: ParentNode): void => {
  for (const found of within.querySelectorAll<HTMLElement>(selector)) void load(found);
};

look(document);
new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) {
      if (!(node instanceof HTMLElement)) continue;
      if (node.matches(selector)) void load(node);
      look(node);
    }
  }
}).observe(document, { childList: true, subtree: true });
