import { expect, fixture, html } from '@open-wc/testing';
import { BaseElement } from '../../src/components/base-element.js';
import { SmallElement } from '../../src/components/small-element.js';
import { html as plainHtml } from 'lit/html.js';
import { msg, type MessageLoaders } from '../../src/locales/localization.js';
import { setMessages, translate } from '../../src/locales/messages.js';
import { until } from '../until.js';

type Arrival = () => void;

/** Loaders whose words come when they are told to, or not at all. */
const slow = (...languages: string[]): { loaders: MessageLoaders; arrive: Record<string, Arrival>; fail: Arrival } => {
  const arrive: Record<string, Arrival> = {};
  let fail: Arrival = () => {};
  const loaders = Object.fromEntries(
    languages.map((language) => [
      language,
      () =>
        new Promise<{ default: () => void }>((resolve, reject) => {
          arrive[language] = () =>
            resolve({ default: () => translate(language, { 'test.greeting': `${language} says hello` }) });
          fail = () => reject(new Error('gone'));
        }),
    ]),
  );
  return { loaders, arrive, fail: () => fail() };
};

const greeting = (): string => msg('Hello', { id: 'test.greeting' });

const small = (loaders: MessageLoaders): typeof HTMLElement =>
  class extends SmallElement {
    static override messages = loaders;
    protected override willUpdate(): void {}
    protected override render(): unknown {
      return plainHtml`<p>${this.hasWords ? greeting() : '…'}</p>`;
    }
  };

const large = (loaders: MessageLoaders): typeof HTMLElement =>
  class extends BaseElement {
    static override messages = loaders;
    protected override render(): unknown {
      return html`<p>${this.hasWords ? greeting() : '…'}</p>`;
    }
  };

let count = 0;

for (const [name, make] of Object.entries({ SmallElement: small, BaseElement: large })) {
  describe(`${name}, where its words have yet to come`, () => {
    const put = async (loaders: MessageLoaders, lang: string): Promise<HTMLElement> => {
      const tag = `waits-for-words-${(count += 1)}`;
      customElements.define(tag, make(loaders));
      const around = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
      around.append(document.createElement(tag));
      await new Promise((resolve) => setTimeout(resolve));
      return around.firstElementChild as HTMLElement;
    };
    const says = (element: HTMLElement): string => element.shadowRoot!.querySelector('p')!.textContent;
    const turn = async (element: HTMLElement): Promise<void> => {
      (element as HTMLElement & { requestUpdate: () => void }).requestUpdate();
      await new Promise((resolve) => setTimeout(resolve));
    };

    it('says nothing until they are there', async () => {
      const { loaders, arrive } = slow('xk');
      const element = await put(loaders, 'xk');
      expect(says(element)).to.equal('…');
      arrive['xk']!();
      await until(() => says(element) === 'xk says hello');
    });

    it('goes on in its language until the next one’s are there', async () => {
      const { loaders, arrive } = slow('xl', 'xm');
      const element = await put(loaders, 'xl');
      arrive['xl']!();
      await until(() => says(element) === 'xl says hello');
      element.parentElement!.lang = 'xm';
      await turn(element);
      expect(says(element)).to.equal('xl says hello');
      arrive['xm']!();
      await until(() => says(element) === 'xm says hello');
    });

    it('speaks English where they cannot be had', async () => {
      const { loaders, fail } = slow('xn');
      const element = await put(loaders, 'xn');
      expect(says(element)).to.equal('…');
      fail();
      await until(() => says(element) === 'Hello');
    });
  });
}

describe('BaseElement, in a language of which it has no words', () => {
  it('says so, and from where to where it is read, as long as that holds', async () => {
    customElements.define('speaks-english', large({}));
    const around = await fixture<HTMLElement>(html`<div lang="he" dir="rtl"><speaks-english></speaks-english></div>`);
    const paragraph = around.firstElementChild!.shadowRoot!.querySelector('p')!;
    expect([paragraph.lang, paragraph.dir, paragraph.textContent]).to.deep.equal(['en-GB', 'ltr', 'Hello']);
    setMessages({ 'test.greeting': 'שלום' }, 'he');
    await until(() => paragraph.textContent === 'שלום');
    expect([paragraph.lang, paragraph.dir]).to.deep.equal(['', '']);
    around.lang = 'en';
    await until(() => paragraph.textContent === 'Hello');
    expect(paragraph.hasAttribute('lang')).to.equal(false);
  });
});
