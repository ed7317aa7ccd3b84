import { speaking } from '../../locales/localization.js';
import type { Announcer } from './announcer.js';
import type { FetchedParts } from './fetched-parts.js';
import type { FocusKeeper } from './focus-keeper.js';
import type { FormView } from './form-view.js';
import type { SettingsEntry } from './settings-entry.js';

/** What the sections of a form act on. */
export interface FormParts {
  element: HTMLElement & { requestUpdate: () => void };
  entry: SettingsEntry;
  focus: FocusKeeper;
  announcer: Announcer;
  parts: FetchedParts;
  /** The language of the moment. */
  language: () => string;
  /** An entry was finished. */
  done: () => void;
}

type FormActions = Pick<FormView, 'type' | 'enter' | 'set' | 'putBack' | 'done' | 'draw' | 'focusOn' | 'say'>;

/** What the sections of a form can ask for. */
export const formActions = ({ element, entry, focus, announcer, parts, language, done }: FormParts): FormActions => {
  const draw = (): void => element.requestUpdate();
  const told = (next?: string): void => {
    focus.next = next;
    element.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    done();
  };
  return {
    type: (field, text) => {
      entry.type(field, text, (room) => parts.details!.numberedRoom(language())(room));
      draw();
    },
    enter: (patch) => {
      entry.set(patch);
      draw();
    },
    set: (patch, next) => {
      entry.set(patch);
      told(next);
    },
    putBack: (settings, next) => {
      entry.take(settings);
      told(next);
    },
    done,
    draw,
    focusOn: (id) => {
      focus.next = id;
      draw();
    },
    say: (words) => announcer.say(speaking(language(), words)),
  };
};
