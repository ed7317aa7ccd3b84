export { asideParts, dress } from './aside-view.js';
export { enter } from './enter.js';
export { takePass } from './guest-pass.js';
