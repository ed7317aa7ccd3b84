export { asideParts, dress } from './aside-view.js';
export { join } from './join.js';
export { expect } from './way-in.js';
