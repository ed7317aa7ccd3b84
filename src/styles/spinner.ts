import { css } from './css.js';

/** Something is under way. */
export const spinner = css`
  .spinner {
    flex: none;
    inline-size: 1.1em;
    block-size: 1.1em;
    border: 0.14em solid color-mix(in oklab, currentColor 35%, transparent);
    border-block-start-color: currentColor;
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation: none;
    }
  }
`;
