import { html, nothing, type TemplateResult } from 'lit';
import type { SavedSettingsController } from '../../controllers/saved-settings-controller.js';
import type { SettingsConflict } from '../../controllers/settings-conflicts.js';
import type { AttendanceSettings } from '../../core/virtual-config.js';
import { msg, str } from '../../locales/localization.js';
import { circleAlert } from '../icons.js';
import { fieldName, fieldValue } from './field-words.js';

/** What the view of a conflict is drawn from. */
export interface ConflictView {
  saved: SavedSettingsController;
  conflicts: readonly SettingsConflict[];
  mine: AttendanceSettings;
  language: string;
  isFixed: boolean;
  /** The focus goes to the control with the given id, once it is drawn. */
  focusOn: (id: string) => void;
}

const conflictRow = (view: ConflictView, { field, was, theirs }: SettingsConflict, at: number): TemplateResult => {
  const { saved, conflicts, mine, language, isFixed, focusOn } = view;
  const name = fieldName(field);
  const values = {
    was: fieldValue(field, was, language),
    theirs: fieldValue(field, theirs, language),
    mine: fieldValue(field, mine, language),
  };
  const settle = (act: () => void): void => {
    act();
    focusOn(conflicts.length > 1 ? `mine-${Math.min(at, conflicts.length - 2)}` : 'save');
  };
  const choice = (id: string, label: string, spoken: string, press: () => void): TemplateResult =>
    html`<button type="button" class="button secondary tiny" id="${id}-${at}" aria-label=${spoken} @click=${press}>
      ${label}
    </button>`;
  return html`<li part="difference">
    <h4>${name}</h4>
    <dl>
      <div>
        <dt>${msg('It was', { id: 'events.virtualConfig.conflict.was' })}</dt>
        <dd>${values.was}</dd>
      </div>
      <div>
        <dt>${msg('Theirs', { id: 'events.virtualConfig.conflict.theirs' })}</dt>
        <dd>${values.theirs}</dd>
      </div>
      <div>
        <dt>${msg('Yours', { id: 'events.virtualConfig.conflict.mine' })}</dt>
        <dd>${values.mine}</dd>
      </div>
    </dl>
    ${
      isFixed
        ? nothing
        : html`<div class="choices">
          ${choice(
            'mine',
            msg('Keep mine', { id: 'events.virtualConfig.keepMine' }),
            msg(str`${name}: keep mine, ${values.mine}`, { id: 'events.virtualConfig.conflict.keepMineOf' }),
            () => settle(() => saved.keepMine(field)),
          )}
          ${choice(
            'theirs',
            msg('Take theirs', { id: 'events.virtualConfig.takeTheirs' }),
            msg(str`${name}: take theirs, ${values.theirs}`, { id: 'events.virtualConfig.conflict.takeTheirsOf' }),
            () => settle(() => saved.takeTheirs(field)),
          )}
        </div>`
    }
  </li>`;
};

/** What someone else set to something else meanwhile, field by field, and the ways to settle it. */
export const conflictView = (view: ConflictView): TemplateResult => {
  const { saved, conflicts, isFixed, focusOn } = view;
  const all = (act: () => void): void => {
    act();
    focusOn('save');
  };
  return html`<section part="conflict" class="conflict" aria-labelledby="conflict-label">
    <div class="told" role="alert">
      ${circleAlert()}
      <div>
        <h3 id="conflict-label">
          ${msg('Someone else saved while you were at it', { id: 'events.virtualConfig.conflict' })}
        </h3>
        <p>
          ${msg('These you set differently. Nothing is overwritten until you choose; all else is brought together.', {
            id: 'events.virtualConfig.conflict.what',
          })}
        </p>
      </div>
    </div>
    <ul>
      ${conflicts.map((conflict, at) => conflictRow(view, conflict, at))}
    </ul>
    ${
      isFixed || conflicts.length < 2
        ? nothing
        : html`<div class="choices">
          <button type="button" class="button secondary tiny" @click=${() => all(() => saved.keepMine())}>
            ${msg('Keep all of mine', { id: 'events.virtualConfig.keepAllMine' })}
          </button>
          <button type="button" class="button secondary tiny" @click=${() => all(() => saved.takeTheirs())}>
            ${msg('Take all of theirs', { id: 'events.virtualConfig.takeAllTheirs' })}
          </button>
        </div>`
    }
  </section>`;
};
