import { LitElement, type PropertyValues } from 'lit';
import { languageAt, speaking } from '../locales/localization.js';

/** What all elements share: they speak the language of the place where they stand. */
export abstract class BaseElement extends LitElement {
  /** The language tag for words, numbers and dates. */
  protected language = 'en';

  protected override update(changed: PropertyValues): void {
    this.language = languageAt(this);
    speaking(this.language, () => super.update(changed));
  }
}
