import { html, nothing, type TemplateResult } from 'lit';
import type { AdviceView } from './advice.js';
import { advice } from './advice.js';

/** A number with its name, a line of help and what is to be said about it. */
export interface NumberRow {
  id: string;
  label: string;
  help: string;
  unit: string;
  /** What stands in the field. */
  text: string;
  advice: AdviceView | undefined;
  isDisabled: boolean;
  isReadonly: boolean;
  onInput: (text: string) => void;
  onChange: () => void;
}

export const numberRow = (row: NumberRow): TemplateResult => {
  const { id, label, help, unit, text, isDisabled, isReadonly } = row;
  return html`<div class="row">
    <div>
      <label class="label" for=${id}>${label}</label>
      <p class="help" id="${id}-help">${help}</p>
    </div>
    <span class="measure" @click=${(event: MouseEvent) => (event.currentTarget as Element).querySelector('input')?.focus()}
      ><input
        id=${id}
        part="input"
        inputmode="numeric"
        autocomplete="off"
        maxlength="20"
        .value=${text}
        ?disabled=${isDisabled}
        ?readonly=${isReadonly}
        aria-describedby="${id}-help ${id}-advice"
        aria-invalid=${row.advice?.severity === 'error'}
        @input=${(event: InputEvent) => row.onInput((event.target as HTMLInputElement).value)}
        @change=${row.onChange}
      /><span aria-hidden="true">${unit}</span></span
    >
    ${row.advice ? advice({ ...row.advice, id: `${id}-advice` }) : nothing}
  </div>`;
};
