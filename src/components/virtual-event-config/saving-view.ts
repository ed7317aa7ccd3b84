import { html, nothing, type TemplateResult } from 'lit';
import type { Saving } from '../../controllers/saved-settings-controller.js';
import type { Reason } from '../../core/reason.js';
import { isPassing } from '../../core/virtual-event-error.js';
import { formatTime, formatUnit } from '../../locales/format.js';
import { msg, str } from '../../locales/localization.js';
import { reasonWords } from '../reason-words.js';
import { advice } from './advice.js';

const waitWords = (retryAt: number, language: string): string => {
  const seconds = Math.max(0, Math.ceil((retryAt - Date.now()) / 1000));
  return msg(str`Tries by itself in ${formatUnit(language, seconds, 'second', 'short')}`, {
    id: 'events.virtualConfig.triesIn',
  });
};

const tryAgain = (): string => msg('Try again', { id: 'events.virtualConfig.tryAgain' });

/** Said in the form's place when the event could not be loaded. */
export const loadTrouble = (
  reason: Reason,
  retryAt: number | undefined,
  language: string,
  refresh: () => void,
): TemplateResult => {
  const { what, next } = reasonWords(reason);
  return html`${advice({
    severity: 'error',
    isAlert: true,
    words: msg(str`${what}. ${next}`, { id: 'events.virtualConfig.loadFailed' }),
  })}
    <div class="foot">
      <button type="button" class="button secondary" @click=${refresh}>${tryAgain()}</button>
      ${retryAt === undefined ? nothing : html`<p class="number">${waitWords(retryAt, language)}</p>`}
    </div>`;
};

/** Said above the button when something stands in the way of saving. */
export const saveTrouble = (
  saving: Saving,
  answers: { takeTheirs: () => void; keepMine: () => void },
): TemplateResult | typeof nothing => {
  if (saving.state === 'conflict') {
    return advice({
      severity: 'error',
      isAlert: true,
      words: msg('Someone else saved other settings while you were at it. Yours are still here, and not saved.', {
        id: 'events.virtualConfig.conflict',
      }),
      answers: [
        { label: msg('Load theirs', { id: 'events.virtualConfig.loadTheirs' }), press: answers.takeTheirs },
        { label: msg('Keep mine', { id: 'events.virtualConfig.keepMine' }), press: answers.keepMine },
      ],
    });
  }
  if (saving.state !== 'failed') return nothing;
  const { reason } = saving.error;
  const { what, next } = reasonWords(reason);
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

/** The button that saves, and how that stands. */
export const saveFoot = (view: {
  saving: Saving;
  savedAt: number | undefined;
  isChanged: boolean;
  isDisabled: boolean;
  language: string;
  save: () => void;
}): TemplateResult => {
  const { saving, savedAt, isChanged, isDisabled, language, save } = view;
  const isSaving = saving.state === 'saving';
  const isWaiting = saving.state === 'failed' && saving.retryAt !== undefined;
  const note = isWaiting
    ? waitWords(saving.retryAt!, language)
    : isChanged
      ? msg('Not saved yet', { id: 'events.virtualConfig.notSaved' })
      : savedAt !== undefined &&
        msg(str`Last saved at ${formatTime(language, savedAt)}`, { id: 'events.virtualConfig.lastSaved' });
  return html`<div class="foot">
    <button
      type="button"
      part="save"
      class="button primary"
      ?disabled=${isDisabled}
      aria-disabled=${isSaving || saving.state === 'conflict'}
      @click=${save}
    >
      ${
        isSaving
          ? html`<span class="spinner"></span>${msg('Saving', { id: 'events.virtualConfig.saving' })}`
          : saving.state === 'failed'
            ? msg('Save again', { id: 'events.virtualConfig.saveAgain' })
            : msg('Save', { id: 'events.virtualConfig.save' })
      }
    </button>
    ${note && !isSaving ? html`<p class="number" role=${isWaiting ? nothing : 'status'}>${note}</p>` : nothing}
  </div>`;
};
