const rightToLeft = /^(ar|arc|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)\b/;

/** The direction in which a language is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (rightToLeft.test(language) ? 'rtl' : 'ltr');

const isSame = (one: string, other: string): boolean => one.split('-')[0] === other.split('-')[0];

/** Says at what an element has drawn in which language that is, where it is not the one around it. */
export const markLanguage = (root: ParentNode, around: string, spoken: string): void => {
  const isForeign = !isSame(around, spoken);
  // Set only where it changes: the elements themselves listen to it.
  for (const child of Array.from(root.children) as HTMLElement[]) {
    if (isForeign && child.lang !== spoken) {
      child.lang = spoken;
      child.dir = directionOf(spoken);
    } else if (!isForeign && child.hasAttribute('lang')) {
      child.removeAttribute('lang');
      child.removeAttribute('dir');
    }
  }
};
