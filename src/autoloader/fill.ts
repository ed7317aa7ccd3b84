/** What is given to an element by script. */
const properties = ['credential', 'service'] as const;

type Given = Partial<Record<(typeof properties)[number], unknown>>;

/**
 * Puts an element into a place that names its tag by a `data-` attribute: with its attributes, and with what stood there
 * until now for its children. Only attributes that the element knows are taken: any other could make a script of what a
 * site lets everyone write. What a page gives to the place, before or later, is the element's.
 */
export const fill = (place: HTMLElement & Given, tag: string): void => {
  // The place was moved in the page, or another copy of the script was faster.
  if (place.querySelector(`:scope > ${tag}`)) return;
  const element: HTMLElement & Given = document.createElement(tag);
  const { observedAttributes } = element.constructor as unknown as { observedAttributes: readonly string[] };
  for (const name of observedAttributes) {
    const value = place.getAttribute(`data-${name}`);
    if (value !== null) element.setAttribute(name, value);
  }
  for (const name of properties) {
    if (place[name] !== undefined) element[name] = place[name];
    Object.defineProperty(place, name, {
      configurable: true,
      get: () => element[name],
      set: (value: unknown) => (element[name] = value),
    });
  }
  for (const child of place.querySelectorAll<HTMLElement>(':scope > [data-slot]')) child.slot = child.dataset['slot']!;
  element.append(...place.childNodes);
  place.append(element);
};
