import { LitElement, type PropertyValues } from 'lit';
import { languageAt, speaking, spokenFor, type MessageLoaders } from '../locales/localization.js';
import { onWordsChange } from '../locales/words-change.js';
import { markLanguage } from '../locales/mark-language.js';

/** What elements made with `LitElement` share: they speak the language of the place where they stand. */
export abstract class BaseElement extends LitElement {
  /** Where the element's words in other languages are. */
  static messages: MessageLoaders = {};

  /** The language tag for words, numbers and dates. It stays until the words of another are there. */
  protected language = 'en';
  /** Whether its words are there yet: until then nothing is said, so that it is not said in two languages. */
  protected hasWords = false;
  #stopWords: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopWords = onWordsChange(this, () => this.requestUpdate());
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWords?.();
  }

  protected override update(changed: PropertyValues): void {
    const wanted = languageAt(this);
    const { messages } = this.constructor as typeof BaseElement;
    const spoken = spokenFor(wanted, messages, () => this.requestUpdate());
    if (spoken) {
      this.language = spoken;
      this.hasWords = true;
    }
    speaking(this.language, () => super.update(changed));
    markLanguage(this.renderRoot, wanted, this.language);
  }
}
