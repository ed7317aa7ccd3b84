import { css } from '../../styles/css.js';

/** What is needed beside the four phases. */
export const asideStyles = css`
  .status > .icon,
  .cancelled .icon {
    inline-size: 1.1em;
    block-size: 1.1em;
    color: var(--_warn);
  }
  .status .cancelled {
    display: contents;
  }
  .cancelled .icon {
    color: var(--_danger);
  }
  .words {
    white-space: normal;
  }
  .line.words {
    flex-wrap: wrap;
  }
  .place span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .again {
    /* A target of 24 pixels in a line of 20. */
    margin-block: -0.25em;
    padding: 0.25em 0;
    border: 0;
    background: none;
    font: inherit;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .again:focus-visible {
    outline: var(--_focus) solid var(--_accent);
    outline-offset: 2px;
  }
  :host(:state(embedded)) {
    max-inline-size: none;
  }
  event-conference {
    block-size: min(80dvb, 45em);
    min-block-size: 20em;
  }
`;
