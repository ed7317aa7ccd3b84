import { expect } from '@open-wc/testing';
import { languageAt, msg, speaking, spokenFor, str, type MessageLoaders } from '../../src/locales/localization.js';
import { plural } from '../../src/locales/plural.js';
import { onWordsChange } from '../../src/locales/words-change.js';
import { setMessages, translate } from '../../src/locales/messages.js';
import { until } from '../until.js';

const say = (language: string, id: string): string => speaking(language, () => msg('English', { id }));

describe('words', () => {
  it('are those of the sources where nobody says otherwise', () => {
    expect(say('xx', 'test.none')).to.equal('English');
    expect(speaking('xx', () => msg(str`${'One'} and ${'two'}`, { id: 'test.none' }))).to.equal('One and two');
  });

  it('are the translation of the closest language, in its own order', () => {
    translate('xa', { 'test.order': '{1} vor {0}', 'test.plain': 'Schlicht' });
    expect(speaking('xa-AT', () => msg(str`${'One'} and ${'two'}`, { id: 'test.order' }))).to.equal('two vor One');
    expect(say('xa-AT', 'test.plain')).to.equal('Schlicht');
    expect(say('xb', 'test.plain')).to.equal('English');
  });

  it('of a site come before the translation, in one language or in all', () => {
    translate('xc', { 'test.own': 'translated' });
    setMessages({ 'test.own': 'everywhere' });
    expect(say('xc', 'test.own')).to.equal('everywhere');
    expect(say('en', 'test.own')).to.equal('everywhere');
    setMessages({ 'test.own': 'here' }, 'xc');
    expect(say('xc-YY', 'test.own')).to.equal('here');
    expect(say('en', 'test.own')).to.equal('everywhere');
  });

  it('may be the names of what every object has', () => {
    translate('xd', { 'test.other': 'x' });
    expect(say('xd', 'constructor')).to.equal('English');
  });

  it('follow a count by the plural categories of the language', () => {
    translate('ar', {
      'test.places': { zero: 'صفر', one: 'واحد', two: 'اثنان', few: '{0} قليل', many: '{0} كثير', other: '{0} آخر' },
    });
    const places = (language: string, count: number): string =>
      speaking(language, () =>
        msg(plural(count, [String(count)], { one: 'The only place', other: 'All {0} places' }), { id: 'test.places' }),
      );
    expect([1, 2].map((count) => places('en', count))).to.deep.equal(['The only place', 'All 2 places']);
    expect([0, 1, 2, 3, 11, 100].map((count) => places('ar', count))).to.deep.equal([
      'صفر',
      'واحد',
      'اثنان',
      '3 قليل',
      '11 كثير',
      '100 آخر',
    ]);
  });
});

describe('the language to speak', () => {
  const nothing = (): void => {};

  it('is the one that is wanted once its words, fetched once, are there', async () => {
    let times = 0;
    const loaders: MessageLoaders = {
      xe: async () => {
        times += 1;
        return { default: () => translate('xe', { 'test.fetched': 'geholt' }) };
      },
    };
    let told = 0;
    const onWords = (): void => void (told += 1);
    expect(spokenFor('xe-ZZ', loaders, onWords)).to.equal(undefined);
    expect(spokenFor('xe', loaders, onWords)).to.equal(undefined);
    await until(() => told === 2);
    expect(spokenFor('xe-ZZ', loaders, onWords)).to.equal('xe-ZZ');
    expect(times).to.equal(1);
    expect(say('xe-ZZ', 'test.fetched')).to.equal('geholt');
  });

  it('is English where the words cannot be fetched', async () => {
    const loaders: MessageLoaders = { xf: () => Promise.reject(new Error('gone')) };
    let isTold = false;
    spokenFor('xf', loaders, () => (isTold = true));
    await until(() => isTold);
    expect(spokenFor('xf-XX', loaders, nothing)).to.equal('en-GB');
  });

  it('is English where there are none, with numbers and dates', () => {
    expect(spokenFor('xg', {}, nothing)).to.equal('en-GB');
  });

  it('is any in which a site says something itself', () => {
    setMessages({ 'test.own': 'eigen' }, 'xh');
    expect(spokenFor('xh-XX', {}, nothing)).to.equal('xh-XX');
    setMessages({ 'test.everywhere': 'everywhere' });
    expect(spokenFor('xi', {}, nothing)).to.equal('en-GB');
  });

  it('is the reader’s own English', () => {
    expect(spokenFor('en-US', {}, nothing)).to.equal('en-US');
    expect(spokenFor('en', {}, nothing)).to.equal('en');
  });
});

describe('the language of a place', () => {
  /** What the browser says of its visitor's languages while `act` runs. */
  const withLanguages = (languages: string[], act: () => void): void => {
    Object.defineProperty(navigator, 'languages', { configurable: true, value: languages });
    try {
      act();
    } finally {
      Reflect.deleteProperty(navigator, 'languages');
    }
  };
  let outer: HTMLElement;
  let inner: HTMLElement;

  beforeEach(() => {
    outer = document.createElement('div');
    outer.lang = 'pt';
    inner = document.createElement('p');
    outer.attachShadow({ mode: 'open' }).append(inner);
    document.body.append(outer);
  });
  afterEach(() => outer.remove());

  it('is the nearest `lang`, across shadow roots', () => {
    expect(languageAt(inner)).to.equal('pt');
    inner.lang = 'ar';
    expect(languageAt(inner)).to.equal('ar');
  });

  it('is the visitor’s where the page’s is no language', () => {
    outer.lang = 'en_GB';
    withLanguages(['pt-BR', 'en'], () => {
      expect(languageAt(inner)).to.equal('pt-BR');
    });
  });

  it('is one that exists, whatever the visitor’s system calls its own', () => {
    withLanguages(['en-US@posix', 'en-GB'], () => {
      outer.lang = 'en';
      expect(languageAt(inner)).to.equal('en-GB');
      outer.lang = 'not a language';
      expect(languageAt(inner)).to.equal('en-GB');
    });
    withLanguages(['C'], () => {
      expect(languageAt(inner)).to.equal('en');
    });
  });

  it('is followed as it changes, outside and inside of the shadow root', async () => {
    let told = 0;
    const stop = onWordsChange(inner, () => (told += 1));
    outer.lang = 'fr';
    await until(() => told === 1);
    inner.lang = 'de';
    await until(() => told === 2);
    stop();
    outer.lang = 'es';
    await new Promise((resolve) => setTimeout(resolve));
    expect(told).to.equal(2);
  });
});
