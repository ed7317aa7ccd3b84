import type { CSSResult } from 'lit';

/**
 * A style sheet, written as a template without figures and made once, when it is first adopted. In place of Lit's tag, as
 * the join button comes without Lit's base; elements made with `LitElement` take it like Lit's own.
 */
export const css = ([text]: TemplateStringsArray): CSSResult => {
  let sheet: CSSStyleSheet | undefined;
  const made = {
    get styleSheet() {
      if (!sheet) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(text!);
      }
      return sheet;
    },
  };
  return made as unknown as CSSResult;
};
