import { html, nothing, type TemplateResult } from 'lit';
import type { SavedSettingsController } from '../../controllers/saved-settings-controller.js';
import type { AttendanceSettings } from '../../core/virtual-config.js';
import { isPassing } from '../../core/virtual-event-error.js';
import { formatList, formatTime, formatUnit } from '../../locales/format.js';
import { msg, str } from '../../locales/localization.js';
import { reasonWords } from '../reason-words.js';
import { advice } from './advice.js';
import { conflictView } from './conflict-view.js';
import { fieldName } from './field-words.js';

/** What saving is drawn from. */
export interface SavingView {
  saved: SavedSettingsController;
  /** What is entered. */
  mine: AttendanceSettings;
  isDisabled: boolean;
  language: string;
  save: () => void;
  /** The focus goes to the control with the given id, once it is drawn. */
  focusOn: (id: string) => void;
}

const waitWords = (retryAt: number, language: string): string => {
  const seconds = Math.max(0, Math.ceil((retryAt - Date.now()) / 1000));
  return msg(str`Tries by itself in ${formatUnit(language, seconds, 'second', 'narrow')}`, {
    id: 'events.virtualConfig.triesIn',
  });
};

const tryAgain = (): string => msg('Try again', { id: 'events.virtualConfig.tryAgain' });

/** Said in the form's place when the event could not be loaded. */
export const loadTrouble = (saved: SavedSettingsController, language: string): TemplateResult => {
  const { error, retryAt } = saved.watched;
  const { what, next } = reasonWords(error!.reason);
  const kept = saved.hasDraft
    ? ` ${msg('What you entered here before is kept.', { id: 'events.virtualConfig.draftKept' })}`
    : '';
  return html`${advice({
    severity: 'error',
    isAlert: true,
    words: msg(str`${what}. ${next}`, { id: 'events.virtualConfig.loadFailed' }) + kept,
  })}
    <div class="foot">
      <button type="button" class="button secondary" @click=${() => void saved.refresh()}>${tryAgain()}</button>
      ${retryAt === undefined ? nothing : html`<p class="number">${waitWords(retryAt, language)}</p>`}
    </div>`;
};

/** What stands in the way of saving. */
const saveTrouble = (view: SavingView): TemplateResult | typeof nothing => {
  const { saving } = view.saved;
  if (saving.state === 'conflict') {
    return conflictView({ ...view, conflicts: saving.conflicts, isFixed: view.isDisabled });
  }
  if (saving.state !== 'failed') return nothing;
  const { reason } = saving.error;
  const { what, next } =
    reason === 'credential-missing'
      ? { what: msg('Sign in to save', { id: 'events.virtualConfig.signIn' }), next: '' }
      : reasonWords(reason);
  return advice({
    severity: 'error',
    isAlert: true,
    words: isPassing(reason)
      ? msg(str`${what}. Nothing is lost: your changes stay here until they are saved.`, {
          id: 'events.virtualConfig.saveFailed',
        })
      : msg(str`${what}. ${next} Your changes stay here.`, { id: 'events.virtualConfig.saveRefused' }),
  });
};

/** What came from elsewhere without being in dispute. */
const takenNote = ({ saved, language }: SavingView): TemplateResult | typeof nothing => {
  if (saved.taken.length === 0) return nothing;
  const fields = formatList(language, saved.taken.map(fieldName));
  const words = msg(str`Someone else saved meanwhile. Taken over here, beside your changes: ${fields}.`, {
    id: 'events.virtualConfig.taken',
  });
  return html`<div role="status">${advice({ severity: 'warning', words })}</div>`;
};

const noteOn = ({ saved, language }: SavingView): string => {
  const { savedAt, isChanged, isOffline, isRestored } = saved;
  if (isChanged && isOffline) {
    return msg('You are offline. What you enter is kept here, and not saved yet.', {
      id: 'events.virtualConfig.keptOffline',
    });
  }
  if (isChanged && isRestored) {
    return msg('What you entered before is here again, and not saved yet', { id: 'events.virtualConfig.restored' });
  }
  if (isChanged) return msg('Not saved yet', { id: 'events.virtualConfig.notSaved' });
  if (isOffline) return msg('You are offline.', { id: 'events.virtualConfig.offline' });
  if (savedAt === undefined) return '';
  return msg(str`Last saved at ${formatTime(language, savedAt)}`, { id: 'events.virtualConfig.lastSaved' });
};

/** The button that saves, and how that stands. */
export const saveFoot = (view: SavingView): TemplateResult => {
  const { saved, isDisabled, language, save } = view;
  const { saving } = saved;
  const { state } = saving;
  const retryAt = state === 'failed' ? saving.retryAt : undefined;
  const label =
    state === 'saving'
      ? html`<span class="spinner"></span>${msg('Saving', { id: 'events.virtualConfig.saving' })}`
      : state === 'failed'
        ? msg('Save again', { id: 'events.virtualConfig.saveAgain' })
        : msg('Save', { id: 'events.virtualConfig.save' });
  return html`${takenNote(view)}${saveTrouble(view)}
    <div class="foot">
      <button
        type="button"
        part="save"
        id="save"
        class="button ${state === 'conflict' ? 'off' : 'primary'}"
        ?disabled=${isDisabled}
        aria-disabled=${state === 'saving' || state === 'conflict'}
        @click=${save}
      >
        ${label}
      </button>
      ${
        retryAt === undefined
          ? html`<p role="status">${state === 'saving' ? '' : noteOn(view)}</p>`
          : html`<p class="number">${waitWords(retryAt, language)}</p>`
      }
    </div>`;
};
