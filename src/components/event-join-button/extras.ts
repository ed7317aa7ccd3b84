export { adorned, dress } from './extras-view.js';
export { attend, retire, stayOf } from './stay.js';
