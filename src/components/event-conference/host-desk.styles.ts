import { css } from '../../styles/css.js';

export const hostDeskStyles = css`
  .call:has(.desk) {
    grid-template-columns: minmax(0, 1fr) 22em;
  }
  .call:has(.desk) > :is(.top, .bar) {
    grid-column: 1 / -1;
  }
  .desk {
    display: flex;
    flex-direction: column;
    gap: var(--_space-3);
    min-block-size: 0;
    margin-inline-end: var(--_space-3);
    padding: var(--_space-4);
    border-radius: calc(var(--_radius) * 1.5);
    background: #1b2225;
    font-size: var(--_text-2);
    overflow: auto;
  }
  .desk header {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: 2.4em;
  }
  .desk h2 {
    flex: 1;
    margin: 0;
    font-size: 1em;
    font-weight: 600;
  }
  .desk h2:focus {
    outline: none;
  }
  .desk .close {
    margin-block: 0;
  }
  .desk ul {
    display: grid;
    gap: var(--_space-3);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .desk ul:empty {
    display: none;
  }
  .desk li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2em 0.6em;
  }
  .desk .face,
  .knock .face {
    flex: none;
    margin: 0;
    inline-size: 2.4em;
    font-size: 0.8em;
  }
  /* Where words are long, what can be done makes way for who it is. */
  .who {
    flex: 1 1 7em;
    display: grid;
    justify-items: start;
    min-inline-size: 0;
    line-height: 1.25;
  }
  .who .cut {
    max-inline-size: 100%;
  }
  .small {
    font-size: 0.8667em;
  }
  .desk .trouble:empty {
    display: none;
  }
  .desk .trouble {
    color: var(--_warn);
  }
  .acts {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 0.25em;
    margin-inline-start: auto;
  }
  .desk .button,
  .knock .button {
    min-block-size: 2.1em;
    padding-inline: 0.7em;
    font-size: var(--_text-1);
  }
  .desk .secondary {
    border-color: var(--_accent);
    background: none;
    color: var(--_accent);
  }
  .desk .secondary:hover {
    background: rgb(255 255 255 / 0.1);
  }
  .quiet {
    color: var(--_muted);
  }
  .quiet:hover {
    background: rgb(255 255 255 / 0.1);
    color: var(--_ink);
  }
  .danger {
    background: var(--_danger-fill);
    color: #fff;
  }
  .danger:hover {
    background: color-mix(in oklab, var(--_danger-fill) 88%, #fff);
  }
  .saying {
    flex: 1 0 100%;
    display: grid;
    gap: 0.4em;
    padding-block-start: var(--_space-2);
  }
  .desk > .saying {
    flex: none;
    margin-block-start: auto;
    padding-block-start: var(--_space-3);
    border-block-start: 1px solid rgb(255 255 255 / 0.12);
  }
  .saying label {
    font-size: 0.8667em;
    color: var(--_muted);
  }
  .line {
    display: flex;
    gap: 0.4em;
  }
  .field {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 2.2em;
    padding-inline: 0.6em;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font: inherit;
    font-size: var(--_text-2);
  }
  .field:focus-visible {
    outline: var(--_focus) solid var(--_accent);
    outline-offset: -1px;
  }
  .knock {
    inline-size: max-content;
    max-inline-size: 100%;
    padding-block: 0.45em;
  }
  .tool {
    position: relative;
  }
  .tool.on .key {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .badge {
    position: absolute;
    inset-block-start: -0.35em;
    inset-inline-end: calc(50% - 2.1em);
    min-inline-size: 1.6em;
    padding-inline: 0.35em;
    border-radius: 1em;
    background: #e9eeef;
    color: #171e20;
    font-size: 0.75em;
    font-weight: 600;
    line-height: 1.6;
    text-align: center;
  }
  @container conference (inline-size < 46em) {
    .call:has(.desk) {
      grid-template-columns: minmax(0, 1fr);
    }
    .desk {
      position: absolute;
      inset: auto 0 0;
      z-index: 1;
      max-block-size: 80%;
      margin: 0;
      padding-block-end: calc(var(--_space-4) + env(safe-area-inset-bottom, 0px));
      border-end-start-radius: 0;
      border-end-end-radius: 0;
      box-shadow:
        0 0 0 1px rgb(255 255 255 / 0.1),
        0 -8px 28px rgb(0 0 0 / 0.5);
    }
  }
  @media (forced-colors: active) {
    .desk {
      border: 1px solid;
    }
    .badge {
      border: 1px solid;
    }
    .danger {
      border-color: ButtonText;
    }
  }
`;
