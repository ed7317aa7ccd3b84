import { baseTokens } from './base-tokens.js';
import { moreTokens } from './more-tokens.js';

/** Every token with its default, and the pieces that all elements share. */
export const tokens = [baseTokens, moreTokens];
