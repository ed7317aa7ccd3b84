type Place = 'sessionStorage' | 'localStorage';

/** Keeps a text in the visitor's browser; `undefined` forgets it. Where nothing may be kept, nothing is. */
export const keep = (place: Place, key: string, text: string | undefined): void => {
  try {
    if (text === undefined) window[place].removeItem(key);
    else window[place].setItem(key, text);
  } catch {
    // Full, or not allowed.
  }
};

/** What was kept, read as JSON; `undefined` where it is not. */
export const kept = (place: Place, key: string): unknown => {
  try {
    return JSON.parse(window[place].getItem(key) ?? '') as unknown;
  } catch {
    return undefined;
  }
};
