import { css } from '../../styles/css.js';

export const wayInDialogStyles = css`
  dialog {
    inline-size: min(100vi - 2em, 27em);
    max-block-size: calc(100dvb - 2em);
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: 0 0.5em 1.5em -0.25em light-dark(rgb(10 30 35 / 0.2), rgb(0 0 0 / 0.6));
    white-space: normal;
    text-align: start;
    overflow: auto;
    container-type: inline-size;
  }
  dialog::backdrop {
    background: light-dark(rgb(13 24 27 / 0.4), rgb(0 0 0 / 0.62));
  }
  dialog:focus-visible {
    outline: var(--_focus) solid var(--_accent);
    outline-offset: 2px;
  }
  form {
    display: grid;
    gap: var(--_space-4);
    padding: calc(var(--_space-4) * 1.2);
  }
  h2 {
    margin: 0;
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.3;
  }
  header p,
  dd,
  .note,
  .policy {
    font-size: var(--_text-2);
    line-height: 1.45;
  }
  header p,
  dd {
    color: var(--_muted);
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .note {
    color: var(--_warn);
  }
  dl {
    display: grid;
    gap: var(--_space-3);
    margin: 0;
  }
  dl > div {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: var(--_space-3);
  }
  dl .icon {
    grid-row: span 2;
    margin-block-start: 0.1em;
    color: var(--_muted);
  }
  dt {
    font-size: var(--_text-2);
    font-weight: 600;
  }
  dd {
    margin: 0;
  }
  .policy {
    color: var(--_accent);
    text-underline-offset: 0.2em;
  }
  .name {
    display: grid;
    gap: 0.3em;
    font-size: var(--_text-2);
  }
  .name input {
    min-block-size: 2.4em;
    padding: 0 0.7em;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }
  .name input:focus-visible,
  .policy:focus-visible {
    outline: var(--_focus) solid var(--_accent);
    outline-offset: 2px;
  }
  .name small {
    color: var(--_muted);
  }
  .answers {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.5em), 1fr));
    gap: var(--_space-2);
  }
`;
