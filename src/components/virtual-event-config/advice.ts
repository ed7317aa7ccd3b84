import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { circleAlert, lightbulb } from '../icons.js';

/** One thing to say at a control, with a button for each way to mend it. */
export interface AdviceView {
  /** Of the words, for what they describe. */
  id?: string;
  severity: 'error' | 'warning';
  words: string;
  /** Said at once by a screen reader. */
  isAlert?: boolean;
  answers?: readonly { label: string; press: () => void }[] | undefined;
}

export const advice = ({ id, severity, words, isAlert, answers = [] }: AdviceView): TemplateResult =>
  html`<div part="advice" class="advice ${severity}" role=${ifDefined(isAlert ? 'alert' : undefined)}>
    <p>${severity === 'error' ? circleAlert() : lightbulb()}<span id=${ifDefined(id)}>${words}</span></p>
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
