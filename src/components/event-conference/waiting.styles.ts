import { css } from '../../styles/css.js';

export const waitingStyles = css`
  .wait {
    max-inline-size: 26em;
  }
  .wait .self {
    inline-size: min(100%, 14em);
    aspect-ratio: 16 / 10;
  }
  .wait .self p {
    font-size: var(--_text-1);
  }
  .wait .keys {
    scale: 0.85;
    transform-origin: 50% 100%;
  }
  .event {
    margin-block-end: 0.3em;
    font-size: var(--_text-2);
  }
  .told {
    inline-size: 100%;
  }
  .told .advice {
    text-align: start;
  }
  .told .spinner {
    flex: none;
    align-self: center;
  }
  .told:empty {
    display: none;
  }
  .clock {
    display: grid;
    line-height: 1.3;
  }
  .clock .number {
    font-size: var(--_text-4);
    font-weight: 600;
  }
  .clock .muted {
    font-size: var(--_text-1);
  }
`;
