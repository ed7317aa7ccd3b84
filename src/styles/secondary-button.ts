import { css } from './css.js';

/** A button beside the loud one, or in its place when there is nothing loud to do. */
export const secondaryButton = css`
  .secondary {
    border-color: var(--_control);
    background: var(--_surface);
  }
  .secondary:hover {
    background: var(--_fill);
  }
  .secondary:active {
    background: var(--_fill-strong);
  }
`;
