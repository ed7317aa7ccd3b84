// The check of the words, on a small library of its own: each thing that it looks for is found.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaintsOf } from '../../checks/locales/complaints.mjs';

const sound = {
  'src/components/a/a.ts': `
    import { shared } from '../shared-words.js';
    import type { B } from '../b/b.js';
    const later = () => import('./later.js');
    msg('Hello', { id: 'a.hello' });
    msg(plural(n, [String(n), place], { one: '{0} seat in {1}', other: '{0} seats in {1}' }), { id: 'a.seats' });`,
  'src/components/a/later.ts': "msg(str`${name} left at ${time}`, { id: 'a.left' });",
  'src/components/b/b.ts': "import '../shared-words.js'; msg('Bye', { id: 'b.bye' });",
  'src/components/shared-words.ts': "msg('Yes', { id: 'yes' });",
  'src/components/a/messages.ts':
    "export const messages = { pl: () => import('../../locales/pl/a.js'), fr: () => import('../../locales/fr/a.js') };",
  'src/components/b/messages.ts':
    "export const messages = { pl: () => import('../../locales/pl/b.js'), fr: () => import('../../locales/fr/b.js') };",
  'src/locales/pl/shared.ts': "export const shared = { yes: 'tak' };".replace('yes', "'yes'"),
  'src/locales/pl/a.ts': `
    import { shared } from './shared.js';
    export default () => translate('pl', {
      ...shared,
      'a.hello': 'Cześć',
      'a.seats': { one: 'Jedno miejsce w {1}', few: '{0} miejsca w {1}', many: '{0} miejsc w {1}', other: '{0} miejsca w {1}' },
      'a.left': 'O {1} wychodzi {0}',
    });`,
  'src/locales/pl/b.ts': `
    import { shared } from './shared.js';
    export default () => translate('pl', { ...shared, 'b.bye': 'Pa' });`,
  'src/locales/fr/shared.ts': "export const shared = { 'yes': 'oui' };",
  'src/locales/fr/a.ts': `
    import { shared } from './shared.js';
    export default () => translate('fr', {
      ...shared,
      'a.hello': 'Salut\u202f!',
      'a.seats': { one: '{0} place à {1}', other: '{0} places à {1}' },
      'a.left': '{0} est parti à {1}',
    });`,
  'src/locales/fr/b.ts': `
    import { shared } from './shared.js';
    export default () => translate('fr', { ...shared, 'b.bye': 'Au revoir' });`,
};

const complaintsWith = (path, from, to) => {
  if (path) assert.ok(sound[path].includes(from), `${path} has ${from}`);
  const files = new Map(
    Object.entries({ ...sound, ...(path && { [path]: to === undefined ? '' : sound[path].replace(from, to) }) }),
  );
  return complaintsOf({ files, rooms: ['a', 'b'], languages: ['pl', 'fr'], keys: ['a.hello', 'yes'] });
};

const finds = (what, path, from, to, complaint) =>
  test(what, () => {
    const complaints = complaintsWith(path, from, to);
    assert.match(complaints.join('\n'), complaint);
  });

test('nothing is wrong with what is sound', () => assert.deepEqual(complaintsWith(), []));

const a = 'src/components/a/a.ts';
const pl = 'src/locales/pl/a.ts';
const fr = 'src/locales/fr/a.ts';

finds('an id that a language lacks', pl, "'a.hello': 'Cześć',", '', /pl\/a\.ts lacks a\.hello/);
finds('one that is fetched later', pl, "'a.left': 'O {1} wychodzi {0}',", '', /pl\/a\.ts lacks a\.left/);
finds('one that several elements say', 'src/locales/pl/b.ts', '...shared, ', '', /pl\/b\.ts lacks yes/);
finds('an id too many', pl, "'a.hello'", "'a.other': 'x', 'a.hello'", /a\.other is not in the sources/);
finds('an id in another element’s file', pl, "'a.hello'", "'b.bye': 'x', 'a.hello'", /b\.bye is not said by a/);
finds('an id twice', pl, "'a.hello'", "'yes': 'x', 'a.hello'", /yes is there twice/);
finds(
  'what only one element says among what is shared',
  'src/locales/pl/shared.ts',
  '{ ',
  "{ 'b.bye': 'x', ",
  /b\.bye belongs to b alone/,
);
finds('a figure that is missing', pl, 'O {1} wychodzi {0}', 'O {1}', /a\.left has \{1\}, not \{0\}\{1\}/);
finds('a figure too many', pl, 'Cześć', 'Cześć {0}', /a\.hello has \{0\}, not none/);
finds('a figure that a form lacks', pl, '{0} miejsc w', 'miejsc w', /a\.seats has \{1\} in the form "many"/);
finds('a figure that is not the count, in a word of its own', pl, 'miejsce w {1}', 'miejsce', /"one"/);
finds('a plural category that is missing', pl, "few: '{0} miejsca w {1}', ", '', /a\.seats lacks the form "few"/);
finds('one that the language has not', fr, '{ one:', "{ two: 'x {0} {1}', one:", /has a form "two", which fr has not/);
finds('forms where English has none', pl, "'Cześć'", "{ other: 'Cześć' }", /a\.hello has plural forms/);
finds(
  'none where English has some',
  fr,
  "{ one: '{0} place à {1}', other: '{0} places à {1}' }",
  "'{0} {1}'",
  /a\.seats/,
);
finds('nothing said', pl, "'Cześć'", "' '", /a\.hello is empty/);
finds('the signs of a typewriter', pl, 'Cześć', 'Cześć...', /a\.hello has quotes, an apostrophe or dots/);
finds('a French sign without its space', fr, 'Salut\u202f!', 'Salut!', /a\.hello lacks a no-break space/);
finds(
  'an id with two English texts',
  'src/components/b/b.ts',
  'Bye',
  "Bye', { id: 'a.hello' }); msg('Bye",
  /a\.hello says/,
);
finds('words that nobody says', 'src/components/b/b.ts', '../shared-words.js', './nothing.js', /belongs to a alone/);
finds('a text that is put together', a, "'Hello'", 'hello', /a\.ts:5 is neither a text/);
finds('an id that is put together', a, "id: 'a.hello'", 'id', /a\.ts:5 has no plain id/);
finds('English forms with figures out of order', a, '{0} seats in {1}', '{1} has {0} seats', /a\.ts:6 is neither/);
finds('a key of the contract that is missing', a, 'a.hello', 'a.hi', /a\.hello is missing from the sources/);
finds('a file that is missing its words', 'src/locales/fr/b.ts', '', undefined, /fr\/b\.ts lacks b\.bye/);
finds('a file in another language’s name', fr, "translate('fr'", "translate('pl'", /fr\/a\.ts translates into pl/);
finds('a translation that is put together', pl, "'Cześć'", '`Cześć ${name}`', /is not a plain text/);
finds('a language that is not loaded', 'src/components/b/messages.ts', 'fr/b', 'fr/a', /does not load fr/);
