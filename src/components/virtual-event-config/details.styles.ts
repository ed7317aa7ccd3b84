import { css } from '../../styles/css.js';

/** The rows of controls, presets, the editor of breakout rooms, the strip of time. */
export const detailsStyles = css`
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
  .row.nested {
    margin-inline-start: calc(var(--_space-4) * 2);
  }
  .row > .advice,
  .types > .advice {
    grid-column: 1 / -1;
  }
  .fact {
    min-inline-size: 0;
    max-inline-size: 16em;
    font-size: var(--_text-2);
    text-align: end;
    overflow-wrap: anywhere;
  }
  .fact code {
    font-family: ui-monospace, monospace;
    font-size: var(--_text-1);
    user-select: all;
  }
  .link {
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .switch {
    flex: none;
    position: relative;
    inline-size: 2.5em;
    block-size: 1.5em;
    margin: 0;
    font: inherit;
    appearance: none;
    border: 1px solid var(--_control);
    border-radius: 1em;
    background: var(--_fill);
    cursor: pointer;
    transition: background-color var(--_motion);
  }
  .switch::before {
    content: '';
    position: absolute;
    inset-block: 0.1875em;
    inset-inline-start: 0.1875em;
    aspect-ratio: 1;
    border-radius: 50%;
    background: var(--_control);
    transition: inset-inline-start var(--_motion);
  }
  .switch:checked {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .switch:checked::before {
    inset-inline-start: calc(100% - 1.1875em);
    background: var(--_on-accent);
  }
  .switch[aria-invalid='true'] {
    box-shadow: 0 0 0 2px var(--_danger);
  }
  .switch:is(:disabled, [aria-disabled='true'], [aria-readonly='true']) {
    cursor: default;
  }
  .switch:is(:disabled, [aria-disabled='true']) {
    border-color: var(--_line);
  }
  .switch:is(:disabled, [aria-disabled='true'])::before {
    background: var(--_line);
  }
  .switch:disabled:checked {
    border-color: var(--_control);
    background: var(--_control);
  }
  .switch:disabled:checked::before {
    background: var(--_surface);
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

  .strip {
    display: grid;
    grid-template-columns: minmax(max-content, var(--_before)) minmax(max-content, var(--_during)) auto;
    column-gap: 2px;
    row-gap: 0.45em;
    font-size: var(--_text-1);
    line-height: 1.3;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .strip b,
  .strip i {
    display: block;
    font-style: normal;
  }
  .strip b {
    font-weight: 600;
    color: var(--_ink);
  }
  .strip > span:not(.end, .before, .during) {
    padding-inline-end: 0.75em;
  }
  .summary .help {
    font-size: var(--_text-1);
    line-height: 1.45;
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
    border-radius: 1em;
  }

  .elsewhere {
    display: grid;
    gap: var(--_space-2);
  }

  .chips,
  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }
  .chip {
    min-block-size: 2.4em;
    margin: 0;
    padding: 0 0.9em;
    border: 1px solid var(--_control);
    border-radius: 2em;
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
    font-size: var(--_text-2);
    cursor: pointer;
    transition:
      background-color var(--_motion),
      border-color var(--_motion);
  }
  .chip:hover {
    background: var(--_fill);
  }
  .chip[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .presets .help {
    margin-block-start: var(--_space-2);
  }
  .measure:focus-within,
  .switch:focus-visible,
  .link:focus-visible,
  .chip:focus-visible,
  .names .input:focus-visible,
  textarea:focus-visible {
    outline: var(--_focus) solid var(--_accent);
    outline-offset: 2px;
  }

  .stacked {
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2);
  }
  .stacked .answers {
    gap: var(--_space-1);
  }
  .stacked .answers:not(:has(.secondary)) {
    margin-inline-start: -0.75em;
  }
  .names {
    display: grid;
    gap: var(--_space-2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .names li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto auto;
    align-items: center;
    gap: 0.125em;
    margin-inline-end: -0.5em;
  }
  .names .input {
    margin-inline-end: var(--_space-1);
  }
  .input {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 2.4em;
    padding: 0 0.7em;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
    font-size: var(--_text-2);
  }
  .input:read-only,
  .input:disabled {
    background: var(--_fill);
  }
  .input:disabled {
    color: var(--_muted);
  }
  .input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  textarea.input {
    padding-block: 0.5em;
    line-height: 1.5;
    resize: vertical;
  }
  .square {
    inline-size: 2.1em;
    min-block-size: 2.1em;
    padding: 0;
  }
  .quiet {
    color: var(--_muted);
  }
  .quiet.tiny {
    color: var(--_accent);
  }
  .quiet:hover {
    background: var(--_fill-strong);
    color: var(--_ink);
  }
  :is(.quiet, .secondary)[aria-disabled='true'] {
    opacity: 0.4;
    cursor: default;
  }
  .quiet[aria-disabled='true']:hover {
    background: none;
    color: var(--_muted);
  }
  @container (inline-size < 27em) {
    .row {
      column-gap: var(--_space-3);
    }
    .row.nested {
      margin-inline-start: calc(var(--_space-3) * 2.4);
    }
  }
  @media (forced-colors: active) {
    .measure:has([aria-invalid='true']) {
      border-width: 3px;
    }
    .switch,
    .switch::before {
      forced-color-adjust: none;
      border-color: ButtonText;
      background: Canvas;
    }
    .switch::before {
      background: ButtonText;
    }
    .switch:checked {
      border-color: Highlight;
      background: Highlight;
    }
    .switch:checked::before {
      background: Canvas;
    }
    .switch:is(:disabled, [aria-disabled='true']),
    .switch:is(:disabled, [aria-disabled='true'])::before {
      border-color: GrayText;
    }
    .switch:is(:disabled, [aria-disabled='true'])::before {
      background: GrayText;
    }
    .before,
    .during {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .before {
      opacity: 0.6;
    }
    .chip[aria-pressed='true'] {
      border-color: Highlight;
      box-shadow: inset 0 0 0 2px Highlight;
      forced-color-adjust: none;
      color: CanvasText;
      background: Canvas;
    }
    .button[aria-disabled='true'] {
      opacity: 1;
      color: GrayText;
    }
  }
`;
