import { callBack, chime, letInNotes } from '../../controllers/chime.js';
import { msg, speaking } from '../../locales/localization.js';

export { waiting } from './waiting-view.js';
export { waitingStyles as styles } from './waiting.styles.js';

/** Is heard, and calls whoever looks elsewhere. */
export const callIn = (language: string): void => {
  chime(letInNotes);
  callBack(speaking(language, () => msg('You are let in', { id: 'events.conference.letIn' })));
};
