import { css } from './css.js';

/** Buttons and links that look like one: `primary`, `off`; `large`, `wide`. One primary in sight at a time. */
export const baseButton = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-2);
    min-block-size: 2.4em;
    margin: 0;
    padding: 0 0.8em;
    /* The clear border is what forced colours draw. */
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    font-size: var(--_text-2);
    font-weight: 600;
    line-height: 1.3;
    text-align: center;
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
  }
  .large {
    min-block-size: 2.75em;
    padding-inline: var(--_space-4);
    font-size: 1em;
  }
  .wide {
    inline-size: 100%;
  }
  .primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .off {
    background: var(--_fill);
    color: var(--_muted);
    cursor: default;
  }
`;
