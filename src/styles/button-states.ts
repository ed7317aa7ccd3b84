import { css } from './css.js';

/** How buttons answer to a pointer and to the keyboard, and look in forced colours: what comes second in the smallest element. */
export const buttonStates = css`
  .button {
    transition: background-color var(--_motion);
  }
  .button:focus-visible {
    outline: var(--_focus) solid var(--_accent);
    outline-offset: 2px;
  }
  .primary:hover {
    background: var(--_accent-hover);
  }
  .primary:active {
    background: var(--_accent-press);
  }
  @media (forced-colors: active) {
    .primary {
      border-color: Highlight;
    }
    .button:disabled {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
