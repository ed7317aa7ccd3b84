import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { circleAlert, lightbulb } from '../icons.js';

/** One thing to say at a control, with a button that mends it where one can. */
export interface AdviceView {
  id?: string;
  severity: 'error' | 'warning';
  words: string;
  /** Said at once by a screen reader. */
  isAlert?: boolean;
  answers?: readonly { label: string; press: () => void }[] | undefined;
}

export const advice = ({ id, severity, words, isAlert, answers = [] }: AdviceView): TemplateResult =>
  html`<div
    part="advice"
    class="advice ${severity}"
    id=${ifDefined(id)}
    role=${ifDefined(isAlert ? 'alert' : undefined)}
  >
    <p>${severity === 'error' ? circleAlert() : lightbulb()}<span>${words}</span></p>
    ${
      answers.length > 0
        ? html`<div class="answers">
          ${answers.map(
            ({ label, press }) =>
              html`<button type="button" class="button secondary tiny" @click=${press}>${label}</button>`,
          )}
        </div>`
        : nothing
    }
  </div>`;
