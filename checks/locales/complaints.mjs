// What is wrong with the words of the library: in English, in each translation, and between them.
import { figuresIn, reachOf, readSource } from './english.mjs';
import { readTranslations } from './translations.mjs';

/** Categories that a language has for numbers from a million on: its `other` form says them as well here. */
const spared = { es: ['many'], fr: ['many'] };

/** Forms that may say the count, the first figure, in a word of their own. */
const countless = ['zero', 'one', 'two'];

const typography = [
  { of: /./, wrong: /["']|\.\.\./, say: 'has quotes, an apostrophe or dots of a typewriter' },
  { of: /^fr$/, wrong: /[^\u202f\u00a0][;:!?»]|«[^\u202f\u00a0]/, say: 'lacks a no-break space beside a sign' },
];

const formComplaints = (language, { id, message, where }, text) => {
  const complaints = [];
  const say = (what) => complaints.push(`${where} ${id} ${what}`);
  const isPlural = typeof text !== 'string';
  if (isPlural !== (typeof message !== 'string')) {
    say(isPlural ? 'needs a form for each plural category' : 'has plural forms that English has not');
    return complaints;
  }
  if (isPlural) {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const category of pluralCategories) {
      if (!(category in message) && !spared[language]?.includes(category)) say(`lacks the form "${category}"`);
    }
    for (const category of Object.keys(message)) {
      if (!pluralCategories.includes(category)) say(`has a form "${category}", which ${language} has not`);
    }
  }
  const wanted = figuresIn(isPlural ? text.other : text);
  const wantedWithoutCount = wanted.replace('{0}', '');
  for (const [category, form] of Object.entries(isPlural ? message : { '': message })) {
    const name = category && ` in the form "${category}"`;
    const figures = figuresIn(form);
    const mayLackCount = countless.includes(category) && figures === wantedWithoutCount;
    if (figures !== wanted && !mayLackCount) say(`has ${figures || 'no figure'}${name}, not ${wanted || 'none'}`);
    if (form.trim() === '') say(`is empty${name}`);
    for (const { of, wrong, say: fault } of typography) if (of.test(language) && wrong.test(form)) say(fault + name);
  }
  return complaints;
};

/** Each id with its English text, its first place, and the rooms in which it is said; and what is wrong with those. */
const readEnglish = (sources, rooms) => {
  const complaints = [...sources].flatMap(([, { complaints: own }]) => own);
  const english = new Map();
  const roomsOf = new Map();
  for (const room of rooms) {
    for (const path of reachOf(`src/components/${room}/${room}.ts`, sources)) {
      for (const { id } of sources.get(path).words) roomsOf.set(id, (roomsOf.get(id) ?? new Set()).add(room));
    }
  }
  for (const { id, text, where } of [...sources.values()].flatMap(({ words }) => words)) {
    const before = english.get(id);
    if (before && JSON.stringify(before.text) !== JSON.stringify(text)) {
      complaints.push(`${where} ${id} says something else than ${before.where}`);
    }
    english.set(id, before ?? { text, where });
    if (!roomsOf.has(id)) complaints.push(`${where} ${id} is said by no element`);
  }
  return { english, roomsOf, complaints };
};

const languageComplaints = (language, { files, rooms, english, roomsOf }) => {
  const complaints = [];
  const pathOf = (name) => `src/locales/${language}/${name}.ts`;
  const read = (path) => {
    const source = files.get(path);
    if (source === undefined) complaints.push(`${path} is missing`);
    return readTranslations(path, source ?? '');
  };
  /** The words of a file and of those that it spreads. */
  const wordsOf = ({ words, spreads }) => [...spreads.flatMap((path) => wordsOf(read(path))), ...words];
  for (const path of files.keys()) {
    if (!path.startsWith(`src/locales/${language}/`)) continue;
    const { words, complaints: own } = read(path);
    complaints.push(...own);
    for (const translation of words) {
      const { id, where } = translation;
      const known = english.get(id);
      if (known) complaints.push(...formComplaints(language, translation, known.text));
      else complaints.push(`${where} ${id} is not in the sources`);
      if (path === pathOf('shared') && roomsOf.get(id)?.size === 1) {
        complaints.push(`${where} ${id} belongs to ${[...roomsOf.get(id)]} alone`);
      }
    }
  }
  const shared = new Set(read(pathOf('shared')).words.map(({ id }) => id));
  for (const room of rooms) {
    const file = read(pathOf(room));
    if (file.language !== language) complaints.push(`${pathOf(room)} translates into ${file.language}`);
    const said = new Set();
    for (const { id, where } of wordsOf(file)) {
      if (said.has(id)) complaints.push(`${where} ${id} is there twice`);
      said.add(id);
      if (english.has(id) && !shared.has(id) && !roomsOf.get(id)?.has(room)) {
        complaints.push(`${where} ${id} is not said by ${room}`);
      }
    }
    for (const [id, elements] of roomsOf) {
      if (elements.has(room) && !said.has(id))
        complaints.push(`${pathOf(room)} lacks ${id} (${english.get(id).where})`);
    }
    const loaders = files.get(`src/components/${room}/messages.ts`) ?? '';
    const loader = `${language}: () => import('../../locales/${language}/${room}.js')`;
    if (!loaders.includes(loader)) complaints.push(`src/components/${room}/messages.ts does not load ${language}`);
  }
  return [...new Set(complaints)];
};

/**
 * All that is wrong, in plain lines. `files` are the sources by their paths, `rooms` the elements that have words,
 * `languages` those into which they are translated, `keys` the ids that must be there.
 */
export const complaintsOf = ({ files, rooms, languages, keys }) => {
  const isTranslation = (path) => /^src\/locales\/[^/]+\//.test(path);
  const sources = new Map(
    [...files].filter(([path]) => !isTranslation(path)).map(([path, source]) => [path, readSource(path, source)]),
  );
  const { english, roomsOf, complaints } = readEnglish(sources, rooms);
  for (const key of keys) if (!english.has(key)) complaints.push(`${key} is missing from the sources`);
  for (const language of languages)
    complaints.push(...languageComplaints(language, { files, rooms, english, roomsOf }));
  return complaints;
};
