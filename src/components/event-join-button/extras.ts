export { adorned, dress } from './extras-view.js';
export { takePass } from './guest-pass.js';
export { soonWords } from './soon-words.js';
export { attend, retire, stayOf } from './stay.js';
