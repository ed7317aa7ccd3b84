import { baseButton } from './base-button.js';
import { buttonStates } from './button-states.js';
import { secondaryButton } from './secondary-button.js';

/** Buttons and links that look like one: `primary`, `secondary`, `off`; `large`, `wide`. One primary in sight at a time. */
export const button = [baseButton, buttonStates, secondaryButton];
