import { html, nothing, type TemplateResult } from 'lit';
import type { SavedSettingsController } from '../../controllers/saved-settings-controller.js';
import type { Reason } from '../../core/reason.js';
import { isPassing } from '../../core/virtual-event-error.js';
import { formatTime, formatUnit } from '../../locales/format.js';
import { msg, str } from '../../locales/localization.js';
import { reasonWords } from '../reason-words.js';
import { advice } from './advice.js';

const waitWords = (retryAt: number, language: string): string => {
  const seconds = Math.max(0, Math.ceil((retryAt - Date.now()) / 1000));
  return msg(str`Tries by itself in ${formatUnit(language, seconds, 'second', 'narrow')}`, {
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

/** What stands in the way of saving. */
const saveTrouble = (saved: SavedSettingsController): TemplateResult | typeof nothing => {
  const { saving } = saved;
  if (saving.state === 'conflict') {
    return advice({
      severity: 'error',
      isAlert: true,
      words: msg('Someone else saved other settings while you were at it. Yours are still here, and not saved.', {
        id: 'events.virtualConfig.conflict',
      }),
      answers: [
        { label: msg('Load theirs', { id: 'events.virtualConfig.loadTheirs' }), press: () => saved.takeTheirs() },
        { label: msg('Keep mine', { id: 'events.virtualConfig.keepMine' }), press: () => saved.keepMine() },
      ],
    });
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

const noteOn = ({ savedAt, isChanged }: SavedSettingsController, language: string): string => {
  if (isChanged) return msg('Not saved yet', { id: 'events.virtualConfig.notSaved' });
  if (savedAt === undefined) return '';
  return msg(str`Last saved at ${formatTime(language, savedAt)}`, { id: 'events.virtualConfig.lastSaved' });
};

/** The button that saves, and how that stands. */
export const saveFoot = (
  saved: SavedSettingsController,
  isDisabled: boolean,
  language: string,
  save: () => void,
): TemplateResult => {
  const { saving } = saved;
  const { state } = saving;
  const retryAt = state === 'failed' ? saving.retryAt : undefined;
  const label =
    state === 'saving'
      ? html`<span class="spinner"></span>${msg('Saving', { id: 'events.virtualConfig.saving' })}`
      : state === 'failed'
        ? msg('Save again', { id: 'events.virtualConfig.saveAgain' })
        : msg('Save', { id: 'events.virtualConfig.save' });
  return html`${saveTrouble(saved)}
    <div class="foot">
      <button
        type="button"
        part="save"
        class="button ${state === 'conflict' ? 'off' : 'primary'}"
        ?disabled=${isDisabled}
        aria-disabled=${state === 'saving' || state === 'conflict'}
        @click=${save}
      >
        ${label}
      </button>
      ${
        retryAt === undefined
          ? html`<p role="status">${state === 'saving' ? '' : noteOn(saved, language)}</p>`
          : html`<p class="number">${waitWords(retryAt, language)}</p>`
      }
    </div>`;
};
