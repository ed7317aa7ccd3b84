import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: var(--_space-2);
    max-inline-size: 26em;
    container-type: inline-size;
  }
  :host([variant='compact']) {
    display: inline-grid;
    max-inline-size: none;
    container-type: normal;
  }
  .status,
  .line {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-3);
    min-inline-size: 0;
    block-size: 1.5em;
    line-height: 1.5em;
    white-space: nowrap;
  }
  .status {
    font-size: var(--_text-2);
  }
  .line {
    font-size: var(--_text-1);
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .line.words {
    block-size: auto;
    min-block-size: 1.5em;
    white-space: normal;
  }
  .line > :first-child {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .phase {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-inline-size: 0;
    font-weight: 600;
  }
  .phase > .text {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .phase .icon {
    inline-size: 1.1em;
    block-size: 1.1em;
    color: var(--_muted);
  }
  .warn .icon {
    color: var(--_warn);
  }
  .danger .icon {
    color: var(--_danger);
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
  .dot.soon {
    background: none;
    box-shadow: inset 0 0 0 0.125em var(--_muted);
  }
  .dot.open {
    background: linear-gradient(to top, var(--_accent) 50%, transparent 50%);
    box-shadow: inset 0 0 0 0.125em var(--_accent);
  }
  .dot.live {
    background: var(--_live);
    box-shadow: 0 0 0 0.22em color-mix(in oklab, var(--_live) 24%, transparent);
  }
  .dot.over {
    border-radius: 0.12em;
  }
  .count {
    gap: 0.4em;
  }
  .count > span {
    font-weight: 400;
  }
  .count b {
    font-weight: 600;
    color: var(--_ink);
  }
  .count .clock {
    min-inline-size: 3.1em;
    text-align: start;
  }
  .short {
    display: none;
  }
  .place {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .again {
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .bone {
    inline-size: 6.5em;
    block-size: 0.9em;
    border-radius: calc(var(--_radius) * 0.625);
    background: color-mix(in oklab, var(--_ink) 8%, var(--_surface));
  }
  .bone.button {
    inline-size: auto;
    border-radius: var(--_radius);
  }
  :host([variant='compact']) .button {
    font-variant-numeric: tabular-nums;
  }
  :host([variant='compact']) .dot.live {
    margin-inline: 0;
    background: currentColor;
    box-shadow: none;
  }
  @container (inline-size < 15em) {
    .long,
    .line > span + span {
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
