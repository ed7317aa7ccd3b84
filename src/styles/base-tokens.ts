import { css } from './css.js';

/**
 * Each token of the page with its default, read once as a private name: those that even the smallest element needs.
 * Colours are not registered: `light-dark()` would be resolved too early. Tints are mixed from the base colours, so that
 * one set recolours all.
 */
export const baseTokens = css`
  :host {
    --_accent: var(--vee-accent, light-dark(#02646d, #60b4b9));
    --_on-accent: var(--vee-on-accent, light-dark(#fff, #031a1c));
    --_surface: var(--vee-surface, light-dark(#fff, #14191b));
    --_ink: var(--vee-ink, light-dark(#171e20, #e9eeef));
    --_muted: var(--vee-muted, light-dark(#576366, #9eaaad));
    --_live: var(--vee-live, light-dark(#168b49, #59d483));
    --_space-2: var(--vee-space-2, 0.5em);
    --_space-3: var(--vee-space-3, 0.75em);
    --_space-4: var(--vee-space-4, 1.25em);
    --_radius: var(--vee-radius, 0.5em);
    --_text-1: 0.8125em;
    --_text-2: 0.9375em;
    --_fill: color-mix(in oklab, var(--_ink) 5%, var(--_surface));
    color: var(--_ink);
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  p {
    margin: 0;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;
