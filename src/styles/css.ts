import type { CSSResult } from 'lit';

/** A style sheet made once, when it is first adopted. In place of Lit's tag, as the join button comes without Lit's base. */
class Sheet {
  readonly cssText: string;
  #styleSheet: CSSStyleSheet | undefined;

  constructor(cssText: string) {
    this.cssText = cssText;
  }

  get styleSheet(): CSSStyleSheet {
    if (!this.#styleSheet) {
      this.#styleSheet = new CSSStyleSheet();
      this.#styleSheet.replaceSync(this.cssText);
    }
    return this.#styleSheet;
  }
}

/** A style sheet, written as a template without figures. Elements made with `LitElement` take it like Lit's own. */
export const css = ([text]: TemplateStringsArray): CSSResult => new Sheet(text!) as unknown as CSSResult;
