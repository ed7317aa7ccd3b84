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
  .card:has(:focus-visible),
  .measure:focus-within {
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

  .rows {
    border: 1px solid var(--_line);
    border-radius: var(--_radius-outer);
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_space-3) var(--_space-4);
    align-items: center;
    margin-inline: calc(var(--_space-3) * 1.34);
    padding-block: var(--_space-3);
  }
  .row + .row {
    border-block-start: 1px solid var(--_line);
  }
  .row > .advice {
    grid-column: 1 / -1;
  }
  .label {
    display: block;
    font-size: var(--_text-2);
    font-weight: 500;
    line-height: 1.4;
  }
  .row .help {
    margin-block-start: 0.1em;
  }
  /* A number and its unit share one edge, so the ends of a column of controls line up. */
  .measure {
    display: inline-flex;
    align-items: baseline;
    gap: 0.35em;
    min-block-size: 2.25em;
    padding-inline: 0.7em;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_muted);
    cursor: text;
  }
  .measure input {
    field-sizing: content;
    inline-size: 3ch;
    min-inline-size: 2ch;
    max-inline-size: 8ch;
    padding: 0.4em 0;
    border: 0;
    outline: 0;
    background: none;
    color: var(--_ink);
    font: inherit;
    font-size: var(--_text-2);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  @supports (field-sizing: content) {
    .measure input {
      inline-size: auto;
    }
  }
  .measure span {
    font-size: var(--_text-2);
  }
  .measure:has([aria-invalid='true']) {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  .measure:has(input:disabled, input:read-only) {
    background: var(--_fill);
    cursor: default;
  }
  .measure :disabled {
    color: var(--_muted);
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
    flex: 1 1 13em;
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
  .elsewhere {
    display: grid;
    gap: var(--_space-2);
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
  .strip {
    display: grid;
    grid-template-columns: minmax(4.2em, var(--_before)) minmax(0, var(--_during)) auto;
    row-gap: 0.45em;
    font-size: var(--_text-1);
    line-height: 1.3;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .strip b {
    display: block;
    font-weight: 600;
    color: var(--_ink);
  }
  .before,
  .during {
    block-size: 0.5em;
  }
  .before {
    border-start-start-radius: 1em;
    border-end-start-radius: 1em;
    background: color-mix(in oklab, var(--_accent) 45%, var(--_surface));
  }
  .during {
    grid-column: 2 / -1;
    margin-inline-start: 2px;
    border-start-end-radius: 1em;
    border-end-end-radius: 1em;
    background: var(--_accent);
  }
  .end {
    text-align: end;
  }
  .at-start {
    grid-template-columns: minmax(0, 1fr) auto;
  }
  .at-start .during {
    grid-column: 1 / -1;
    margin: 0;
    border-radius: 1em;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-3);
  }
  .foot p {
    font-size: var(--_text-1);
    color: var(--_muted);
  }
  .bone {
    block-size: 6.3em;
    border-radius: var(--_radius);
    background: color-mix(in oklab, var(--_ink) 8%, var(--_surface));
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
    .row {
      column-gap: var(--_space-3);
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
    .measure:has([aria-invalid='true']) {
      border-width: 3px;
    }
    .before,
    .during {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .before {
      opacity: 0.6;
    }
  }
`;
