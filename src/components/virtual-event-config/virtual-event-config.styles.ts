import { css } from '../../styles/css.js';

export const styles = css`
  :host {
    --_accent-soft: color-mix(in oklab, var(--_accent) 10%, var(--_surface));
    --_danger-soft: color-mix(in oklab, var(--_danger) 9%, var(--_surface));
    --_radius-outer: calc(var(--_radius) * 1.5);
    display: block;
    max-inline-size: 38em;
    container-type: inline-size;
  }
  .form {
    display: grid;
    gap: calc(var(--_space-4) * 1.5);
  }
  h2,
  h3 {
    margin: 0;
    font-weight: 600;
  }
  h2 {
    font-size: 1.125em;
    line-height: 1.3;
    letter-spacing: -0.01em;
  }
  h3 {
    margin-block-end: var(--_space-2);
    font-size: 1em;
  }
  .help {
    font-size: var(--_text-1);
    line-height: 1.45;
    color: var(--_muted);
    text-wrap: pretty;
  }
  .intro .help {
    margin-block-start: 0.2em;
    font-size: var(--_text-2);
  }

  .types {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--_space-2);
    min-inline-size: 0;
    margin: calc(var(--_space-2) * -1) 0 0;
    padding: 0;
    border: 0;
  }
  .card {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: var(--_space-2);
    align-content: start;
    padding: var(--_space-3);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
    transition:
      background-color var(--_motion),
      border-color var(--_motion);
  }
  .card > span {
    grid-column: 1 / -1;
    display: grid;
  }
  .card b {
    font-size: var(--_text-2);
    font-weight: 600;
    line-height: 1.4;
  }
  .card small {
    font-size: var(--_text-1);
    line-height: 1.4;
    color: var(--_muted);
  }
  .card .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
    margin-inline-start: -0.12em;
    color: var(--_muted);
  }
  .card input {
    flex: none;
    inline-size: 1.0625em;
    block-size: 1.0625em;
    margin: 0.1em;
    appearance: none;
    border: 1px solid var(--_control);
    border-radius: 50%;
    background: var(--_surface);
    cursor: inherit;
  }
  .card:hover {
    border-color: var(--_control);
  }
  .card:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .card:has(:checked) .icon {
    color: var(--_accent);
  }
  .card input:checked {
    border: 0.32em solid var(--_accent);
  }
  .card:has(:focus-visible) {
    outline: var(--_focus) solid var(--_accent);
    outline-offset: 2px;
  }
  .card input:focus-visible {
    outline: none;
  }
  [disabled] .card {
    border-color: var(--_line);
    color: var(--_muted);
    cursor: default;
  }
  [disabled] .card:has(:checked) {
    border-color: var(--_control);
    background: var(--_fill);
    box-shadow: none;
  }
  [disabled] .card:has(:checked) .icon {
    color: var(--_muted);
  }
  [disabled] .card input:checked {
    border-color: var(--_control);
  }


  .advice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
    padding: var(--_space-2);
    padding-inline-start: var(--_space-3);
    /* The clear border is what forced colours draw. */
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_fill);
  }
  .advice > p {
    flex: 1 1 17em;
    display: flex;
    gap: 0.6em;
    min-block-size: 2.15em;
    align-items: center;
    font-size: var(--_text-1);
    line-height: 1.4;
    text-wrap: pretty;
  }
  .advice .icon {
    align-self: start;
    margin-block-start: 0.45em;
    color: var(--_muted);
  }
  .advice.error {
    background: var(--_danger-soft);
  }
  .advice.error .icon {
    color: var(--_danger);
  }
  .tiny {
    min-block-size: 2.15em;
    padding-inline: 0.75em;
    font-size: var(--_text-1);
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }

  .summary {
    display: grid;
    gap: var(--_space-4);
    padding: calc(var(--_space-3) * 1.34);
    border: 1px solid transparent;
    border-radius: var(--_radius-outer);
    background: var(--_fill);
  }
  .summary p {
    font-size: var(--_text-2);
    line-height: 1.5;
    text-wrap: pretty;
  }

  .bone {
    block-size: 6.3em;
    border-radius: var(--_radius);
    background: color-mix(in oklab, var(--_ink) 8%, var(--_surface));
  }
  .bone.line {
    display: inline-block;
    inline-size: 9em;
    max-inline-size: 100%;
    block-size: 0.7em;
    vertical-align: baseline;
  }
  .bone.line.long {
    inline-size: 20em;
  }
  .bone.tall {
    block-size: 11.5em;
    border-radius: var(--_radius-outer);
  }

  @container (inline-size < 27em) {
    .types {
      grid-template-columns: minmax(0, 1fr);
    }
    .card {
      grid-template-columns: auto minmax(0, 1fr) auto;
      align-items: center;
      gap: var(--_space-3);
    }
    .card > span {
      grid-column: 2;
      grid-row: 1;
    }
    .card input {
      grid-column: 3;
    }
    .types .bone {
      block-size: 4.2em;
    }
  }
  @media (forced-colors: active) {
    .card input:checked {
      border-color: Highlight;
      forced-color-adjust: none;
    }
    .card:has(:checked) {
      border-color: Highlight;
    }
  }
`;
