import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { offeredPreset, presetOf, presets, type Preset, type PresetId } from '../../core/presets.js';
import { applyPatch } from '../../core/settings-patch.js';
import { changedFields } from '../../core/settings-merge.js';
import type { AttendanceSettings } from '../../core/virtual-config.js';
import { msg } from '../../locales/localization.js';
import type { FormView } from './form-view.js';
import { patchWords, presetWords } from './preset-words.js';
import type { SettingsEntry } from './settings-entry.js';

interface Applied {
  id: PresetId;
  before: AttendanceSettings;
  after: AttendanceSettings;
}

/** What was pressed last, for as long as nothing else is entered. */
const applied = new WeakMap<SettingsEntry, Applied>();

/** The preset that the settings are, as far as the backend offers it. */
const currentPreset = ({ entry: { settings }, features }: FormView): PresetId | undefined =>
  presetOf(settings) ??
  presets.find(
    (preset) => changedFields(settings, applyPatch(settings, offeredPreset(preset, features).patch)).length === 0,
  )?.id;

const line = (preset: Preset, { features, language }: FormView): string => {
  const { patch, without } = offeredPreset(preset, features);
  return `${presetWords(preset.id).purpose} ${patchWords(patch, without, language)}`;
};

const apply = (preset: Preset, view: FormView): void => {
  const { entry, features } = view;
  const before = entry.settings;
  view.set(offeredPreset(preset, features).patch, `preset-${preset.id}`);
  applied.set(entry, { id: preset.id, before, after: entry.settings });
  view.say(() => line(preset, view));
};

/** Settings that suit an occasion, to start from. */
export const presetsRow = (view: FormView): TemplateResult | typeof nothing => {
  const { entry, isDisabled, isReadonly } = view;
  if (isDisabled || isReadonly) return nothing;
  const last = applied.get(entry);
  const pressed = last?.after === entry.settings ? last : undefined;
  const current = pressed?.id ?? currentPreset(view);
  const chosen = presets.find(({ id }) => id === current);
  return html`<section part="presets" class="presets">
    <h3 id="presets-label">${msg('Start from', { id: 'events.presets' })}</h3>
    <div class="chips" role="group" aria-labelledby="presets-label">
      ${presets.map(
        (preset) =>
          html`<button
            type="button"
            part="preset"
            class="chip"
            id="preset-${preset.id}"
            aria-pressed=${preset.id === current}
            aria-describedby=${ifDefined(preset.id === current ? 'preset-line' : undefined)}
            @click=${() => {
              if (preset.id !== current) apply(preset, view);
            }}
          >
            ${presetWords(preset.id).name}
          </button>`,
      )}
    </div>
    <p class="help">
      <span id="preset-line"
        >${
          chosen
            ? line(chosen, view)
            : msg('Each sets what suits the occasion. You can change all of it afterwards.', {
                id: 'events.presets.help',
              })
        }</span
      >
      ${
        pressed
          ? html`<button
            type="button"
            class="link"
            @click=${() => {
              applied.delete(entry);
              view.putBack(pressed.before, `preset-${pressed.id}`);
            }}
          >
            ${msg('Undo', { id: 'events.presets.undo' })}
          </button>`
          : nothing
      }
    </p>
  </section>`;
};
