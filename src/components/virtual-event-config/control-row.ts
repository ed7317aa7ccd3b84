import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { BackendFeature } from '../../core/virtual-config.js';
import { msg } from '../../locales/localization.js';
import { adviceOn } from './finding-advice.js';
import { fieldLabel, type ControlField } from './field-labels.js';
import type { FormView } from './form-view.js';
import { patchOf, type NumberField } from './settings-entry.js';

interface Row {
  field: ControlField;
  help: string;
  /** Belongs to the row above. */
  isNested?: boolean;
}

const describedBy = ({ field }: Row, advices: readonly unknown[]): string =>
  [`${field}-help`, ...advices.map((_, at) => `${field}-advice-${at}`)].join(' ');

const row = (
  { field, help, isNested }: Row,
  control: TemplateResult,
  advices: readonly TemplateResult[],
): TemplateResult =>
  html`<div class="row ${isNested ? 'nested' : ''}">
    <div>
      <label class="label" for=${field}>${fieldLabel(field)}</label>
      <p class="help" id="${field}-help">${help}</p>
    </div>
    ${control}${advices}
  </div>`;

/** A number with its unit, its name, a line of help and what is to be said about it. */
export const numberRow = (view: FormView, given: Row & { field: NumberField; unit: string }): TemplateResult => {
  const { field, unit } = given;
  const shown = view.entry.shownAt(field, view.findings);
  const advices = adviceOn(shown, view, field);
  const control = html`<span
    class="measure"
    @click=${(event: MouseEvent) => (event.currentTarget as Element).querySelector('input')?.focus()}
    ><input
      id=${field}
      part="input"
      inputmode="numeric"
      autocomplete="off"
      maxlength="20"
      .value=${live(view.entry.textOf(field))}
      ?disabled=${view.isDisabled}
      ?readonly=${view.isReadonly}
      aria-describedby=${describedBy(given, advices)}
      aria-invalid=${shown.some(({ severity }) => severity === 'error')}
      @input=${(event: InputEvent) => view.type(field, (event.target as HTMLInputElement).value)}
      @change=${view.done}
    /><span aria-hidden="true">${unit}</span></span
  >`;
  return row(given, control, advices);
};

/** Something that is on or off. */
export interface SwitchRow extends Row {
  isOn: boolean;
  /** What the backend must offer for it. */
  needs?: BackendFeature;
  /** Where it sets more than its own field. */
  enter?: (isOn: boolean) => void;
}

/** A switch with its name, a line of help and what is to be said about it. */
export const switchRow = (view: FormView, given: SwitchRow): TemplateResult => {
  const { field, isOn, needs, enter = (on) => view.enter(patchOf(field, on)) } = given;
  const isMissing = needs !== undefined && view.features?.includes(needs) === false;
  // Off it stays where the backend does not offer it. It keeps the focus, which `disabled` would take away.
  const isFixed = view.isReadonly || (isMissing && !isOn);
  const shown = view.entry.shownAt(field, view.findings);
  const advices = adviceOn(shown, view, field);
  const help = isMissing
    ? msg('This event’s server does not offer it.', { id: 'events.virtualConfig.notOffered' })
    : given.help;
  const control = html`<input
    id=${field}
    part="switch"
    class="switch"
    type="checkbox"
    role="switch"
    .checked=${live(isOn)}
    ?disabled=${view.isDisabled}
    aria-disabled=${ifDefined(isMissing && !isOn ? 'true' : undefined)}
    aria-readonly=${ifDefined(view.isReadonly ? 'true' : undefined)}
    aria-describedby=${describedBy(given, advices)}
    aria-invalid=${ifDefined(shown.some(({ severity }) => severity === 'error') ? 'true' : undefined)}
    @click=${(event: MouseEvent) => {
      if (isFixed) event.preventDefault();
    }}
    @input=${(event: InputEvent) => enter((event.target as HTMLInputElement).checked)}
    @change=${view.done}
  />`;
  return row({ ...given, help }, control, advices);
};

/** Something that is told, not entered. */
export const factRow = (label: string, help: string, fact: TemplateResult | string): TemplateResult =>
  html`<div class="row">
    <div>
      <p class="label">${label}</p>
      <p class="help">${help}</p>
    </div>
    <div class="fact">${fact}</div>
  </div>`;
