import { css } from '../../styles/css.js';

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2);
    max-inline-size: 26em;
    container-type: inline-size;
    /* What is scrolled out of sight costs no layout; its place is kept, and outlines are not cut. */
    content-visibility: auto;
    contain-intrinsic-block-size: auto 6.375em;
    overflow-clip-margin: 0.5em;
  }
  :host(:state(compact)) {
    display: inline-grid;
    justify-items: start;
    container-type: normal;
    content-visibility: visible;
  }
  .status,
  .line {
    display: flex;
    align-items: center;
    min-block-size: 1.5em;
    line-height: 1.5em;
    white-space: nowrap;
  }
  .status {
    gap: 0.4em;
    font-size: var(--_text-2);
    font-weight: 600;
  }
  .line {
    justify-content: space-between;
    gap: var(--_space-3);
    font-size: var(--_text-1);
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .line > :first-child {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  /* The dot differs in shape as well as in colour. */
  .dot {
    flex: none;
    margin-inline: 0.275em;
    inline-size: 0.55em;
    block-size: 0.55em;
    border-radius: 50%;
    background: var(--_muted);
    forced-color-adjust: none;
  }
  .soon {
    background: none;
    box-shadow: inset 0 0 0 0.125em var(--_muted);
  }
  .open {
    background: linear-gradient(to top, var(--_accent) 50%, transparent 50%);
    box-shadow: inset 0 0 0 0.125em var(--_accent);
  }
  .live {
    background: var(--_live);
    box-shadow: 0 0 0 0.22em color-mix(in oklab, var(--_live) 24%, transparent);
  }
  .over {
    border-radius: 0.12em;
  }
  .button > .dot {
    margin-inline: 0;
    background: currentColor;
    box-shadow: none;
  }
  .countdown {
    gap: 0.4em;
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  /* Words keep their own direction where the page runs the other way. */
  span,
  b {
    unicode-bidi: plaintext;
  }
  b {
    font-weight: 600;
    color: var(--_ink);
  }
  /* Of a fixed size, so that a second's turn is a matter of its own. */
  .clock {
    display: inline-block;
    inline-size: 3.1em;
    block-size: 1.3em;
    contain: strict;
    vertical-align: bottom;
    text-align: start;
  }
  .short {
    display: none;
  }
  .bone {
    display: block;
    inline-size: 6.5em;
    block-size: 0.9em;
    border-radius: var(--_radius);
    background: var(--_fill);
  }
  .button.bone {
    inline-size: 100%;
    min-inline-size: 8em;
  }
  @container (inline-size < 15em) {
    .long,
    .line:not(.words) > span + span {
      display: none;
    }
    .short {
      display: inline;
    }
    .large {
      min-block-size: 2.9334em;
      padding-inline: var(--_space-2);
      font-size: var(--_text-2);
    }
  }
`;
