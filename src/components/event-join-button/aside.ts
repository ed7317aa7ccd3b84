export { asideParts, dress } from './aside-view.js';
export { enter } from './enter.js';
