export { adorned, dress } from './extras-view.js';
export { takePass } from './guest-pass.js';
export { letGo, lookAfter } from './look-after.js';
export { soonWords } from './soon-words.js';
export { stayOf } from './stay.js';
