/*
 * What a form shows of a room, the rules for it, and the words for what is to be said. Fetched beside the first sight,
 * which is the choice between three cards.
 */
export { checkAttendanceSettings } from '../../core/check-settings.js';
export { numberedRoom } from './breakouts-editor.js';
export { detailsStyles } from './details.styles.js';
export { adviceOn } from './finding-advice.js';
export { findingWords } from './finding-words.js';
export { recordingRow } from './privacy-section.js';
export { roomSummary } from './room-summary.js';
export { sections } from './sections.js';
