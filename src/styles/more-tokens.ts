import { css } from './css.js';

/** The tokens of what is more than a button: lines, edges, warnings; icons; and what visitors ask of their system. */
export const moreTokens = css`
  :host {
    --_control: var(--vee-control, light-dark(#7d888b, #6c777a));
    --_line: var(--vee-line, light-dark(#dbe1e2, #2f3739));
    --_warn: var(--vee-warn, light-dark(#915c08, #edbb64));
    --_danger: var(--vee-danger, light-dark(#b63132, #f7857f));
    --_accent-hover: color-mix(in oklab, var(--_accent) 88%, var(--_ink));
    --_accent-press: color-mix(in oklab, var(--_accent) 76%, var(--_ink));
    --_focus: 2px;
    --_motion: 160ms cubic-bezier(0.2, 0, 0, 1);
    --_space-1: var(--vee-space-1, 0.25em);
    --_fill-strong: color-mix(in oklab, var(--_ink) 11%, var(--_surface));
  }
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .icon {
    flex: none;
    inline-size: 1.2em;
    block-size: 1.2em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.85;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  @media (prefers-contrast: more) {
    :host {
      --_muted: var(--_ink);
      --_control: var(--_ink);
      --_line: #7d888b;
      --_focus: 3px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0s;
    }
  }
`;
