/** The languages that the library speaks, the one of its sources first. */
const spoken = ['en', 'es', 'fr', 'de', 'ar'] as const;

/** A language that the library speaks. */
export type SpokenLanguage = (typeof spoken)[number];

/** In which language a page is. */
export interface PageLanguage {
  /** As the reader writes it, e.g. `de-AT`. */
  tag: string;
  language: SpokenLanguage;
  dir: 'ltr' | 'rtl';
}

/** The tags of an `Accept-Language` header, the dearest first. */
const accepted = (header: string): string[] =>
  header
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.split(';').map((part) => part.trim());
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { tag, weight: Number(quality ?? 1) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);

const canonical = (tag: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
};

/**
 * The language for a reader: the one in which they came, from the page's address, else the first of their browser's that
 * the library speaks, else English.
 */
export const pageLanguage = (wanted: string | undefined, acceptLanguage: string | undefined): PageLanguage => {
  for (const candidate of [wanted ?? '', ...accepted(acceptLanguage ?? '')]) {
    const tag = canonical(candidate);
    const language = spoken.find((one) => one === tag?.split('-')[0]);
    if (tag && language) return { tag, language, dir: language === 'ar' ? 'rtl' : 'ltr' };
  }
  return { tag: 'en', language: 'en', dir: 'ltr' };
};
