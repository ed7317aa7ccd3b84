import { css } from '../../styles/css.js';

/** Badges, the calendar, the time at the event, the recording. */
export const extrasStyles = css`
  .status > span:not([class]) {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .badges {
    flex: none;
    display: inline-flex;
    gap: var(--_space-3);
    min-inline-size: 0;
    margin-inline-start: auto;
    padding-inline-start: var(--_space-2);
    font-size: 0.8667em;
    font-weight: 400;
    color: var(--_muted);
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    min-inline-size: 1.2em;
  }
  .badge > :first-child {
    flex: none;
  }
  .badge .word {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  /* Words are of any length: the lock's make way first. */
  .e2ee {
    flex-shrink: 1000;
  }
  .badge .mark {
    inline-size: 0.6em;
    block-size: 0.6em;
    border-radius: 50%;
    box-shadow: inset 0 0 0 0.11em currentColor;
    forced-color-adjust: none;
  }
  .recording {
    color: var(--_danger);
  }
  .recording .mark {
    background: currentColor;
  }
  .link {
    /* A target of 24 pixels in a line of 20. */
    min-block-size: 1.875em;
    margin-block: -0.1875em;
    padding: 0;
    vertical-align: top;
    border: 0;
    background: none;
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  .link:focus-visible {
    outline: var(--_focus) solid var(--_accent);
    outline-offset: 2px;
    border-radius: 0.2em;
  }
  .calendar {
    display: inline-flex;
    align-items: center;
    justify-content: end;
    gap: 0.35em;
    min-inline-size: 1.85em;
    color: var(--_accent);
  }
  .calendar:hover .word {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .time {
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    text-decoration: underline dotted;
    text-underline-offset: 0.25em;
  }
  /* What a host says is read to its end. */
  .message {
    white-space: normal;
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .line:has(.message) {
    align-items: start;
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--_space-2);
  }
  .pair > .button {
    padding-inline: var(--_space-3);
  }
  /* Narrow: the lock's word goes first, that of the recording last; both stay for screen readers. */
  @container (inline-size < 20em) {
    .e2ee .word {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .badges {
      gap: var(--_space-2);
    }
  }
  @container (inline-size < 18.5em) {
    .pair {
      grid-template-columns: minmax(0, 1fr);
    }
    .pair > .off {
      display: none;
    }
  }
  @container (inline-size < 15em) {
    .badges {
      gap: 0.4em;
      padding-inline-start: 0;
    }
    .line:not(.words) > span:has(.calendar) {
      display: inline;
    }
    .calendar .word,
    .recording .word,
    .will-be-recorded .word {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .badge .mark {
      inline-size: 0.75em;
      block-size: 0.75em;
    }
  }
`;
