import { css } from '../../styles/css.js';

export const calendarMenuStyles = css`
  .menu {
    position: fixed;
    inset: auto;
    inline-size: max-content;
    max-inline-size: calc(100vi - 16px);
    margin: 0;
    padding: var(--_space-1);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: 0 0.5em 1.5em -0.25em light-dark(rgb(10 30 35 / 0.2), rgb(0 0 0 / 0.6));
  }
  .menu:popover-open {
    display: grid;
  }
  .menu > * {
    display: flex;
    align-items: center;
    gap: 0.65em;
    min-block-size: 2.4em;
    margin: 0;
    padding: 0;
    padding-inline: 0.65em 1.2em;
    border: 0;
    border-radius: calc(var(--_radius) * 0.625);
    background: none;
    font: inherit;
    font-size: var(--_text-2);
    color: inherit;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .menu > :is(:hover, :focus-visible) {
    background: var(--_fill);
  }
  .menu > :focus-visible {
    outline: var(--_focus) solid var(--_accent);
    outline-offset: -2px;
  }
  .menu .icon {
    color: var(--_muted);
  }
`;
