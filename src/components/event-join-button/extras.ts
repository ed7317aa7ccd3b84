export { adorned } from './extras-view.js';
export { letGo, lookAfter } from './look-after.js';
export { isSaidBetween, soonWords } from './soon-words.js';
export { stayOf } from './stay.js';
