import { LitElement, type PropertyValues } from 'lit';
import { hasWords, languageAt, onWordsChange, speaking, type MessageLoaders } from '../locales/localization.js';

/** What elements made with `LitElement` share: they speak the language of the place where they stand. */
export abstract class BaseElement extends LitElement {
  /** Where the element's words in other languages are. */
  static messages: MessageLoaders = {};

  /** The language tag for words, numbers and dates. */
  protected language = 'en';
  /** Whether its words are there yet: until then nothing is said, so that it is not said in two languages. */
  protected hasWords = true;
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
    this.language = languageAt(this);
    this.hasWords = hasWords(this.language, (this.constructor as typeof BaseElement).messages);
    speaking(this.language, () => super.update(changed));
  }
}
