/*
 * What loads and saves by itself, fetched only by a form that has a backend: as a control of a page's own form it needs
 * none of this.
 */
export { SavedSettingsController } from '../../controllers/saved-settings-controller.js';
export { serviceFor } from '../service-context.js';
export { endedSummary, liveNote } from './event-state-view.js';
export { savingStyles } from './saving.styles.js';
export { loadTrouble, saveFoot } from './saving-view.js';
