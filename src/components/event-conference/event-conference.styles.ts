import { css } from '../../styles/css.js';

export const styles = css`
  :host {
    container: conference / size;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    block-size: 100%;
    min-block-size: 20em;
    background: var(--_surface);
    line-height: 1.4;
    --_stage: var(--vee-stage, #0c1011);
    --_danger-fill: var(--vee-danger-fill, light-dark(#b63132, #c4393a));
    --_text-4: 1.625em;
  }
  h1 {
    margin: 0;
    font-weight: 600;
    letter-spacing: -0.01em;
    overflow-wrap: break-word;
    hyphens: auto;
  }
  h1:focus {
    outline: none;
  }
  .muted {
    color: var(--_muted);
  }
  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .mirror {
    scale: -1 1;
  }

  .call {
    position: relative;
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    block-size: 100%;
    background: var(--_stage);
    color-scheme: dark;
    color: var(--_ink);
  }
  .top {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    min-block-size: 3.5em;
    padding-inline: var(--_space-4);
  }
  .top h1,
  .title {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: var(--_text-2);
    font-weight: 600;
  }
  .time {
    flex: none;
    font-size: var(--_text-1);
  }
  .stage {
    position: relative;
    display: grid;
    min-inline-size: 0;
    min-block-size: 0;
    padding-inline: var(--_space-3);
  }
  .tiles {
    --_gap: 0.5em;
    display: flex;
    flex-wrap: wrap;
    place-content: center;
    gap: var(--_gap);
    min-inline-size: 0;
    min-block-size: 0;
    margin: 0;
    padding: 0;
    list-style: none;
    transition: opacity var(--_motion);
  }
  .tiles.still {
    opacity: 0.6;
  }
  /* A last row that is not full stands in the middle. A hair less than the share, as rounding up would break the row. */
  .tile {
    inline-size: calc((100% - (var(--_columns, 1) - 1) * var(--_gap)) / var(--_columns, 1) - 0.02px);
    block-size: calc((100% - (var(--_rows, 1) - 1) * var(--_gap)) / var(--_rows, 1) - 0.02px);
  }
  .tile,
  .self {
    position: relative;
    display: grid;
    place-items: center;
    overflow: clip;
    min-block-size: 0;
    border-radius: calc(var(--_radius) * 1.5);
    background: #1c2326;
    color: #fff;
    container-type: size;
  }
  .talking::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 3px solid #59d483;
    border-radius: inherit;
  }
  .face {
    display: grid;
    place-items: center;
    inline-size: 2.9em;
    aspect-ratio: 1;
    border-radius: 50%;
    background: oklch(0.42 0.06 205);
    color: #fff;
    font-size: clamp(0.7em, 10cqmin, 2em);
    font-weight: 600;
  }
  /* Where the name would cover it. */
  @container (block-size < 7em) {
    .face {
      margin-block-end: 1.6em;
    }
  }
  .hue-1 {
    background: oklch(0.42 0.06 30);
  }
  .hue-2 {
    background: oklch(0.42 0.06 75);
  }
  .hue-3 {
    background: oklch(0.42 0.06 165);
  }
  .hue-4 {
    background: oklch(0.42 0.06 250);
  }
  .hue-5 {
    background: oklch(0.42 0.06 345);
  }
  .chip {
    position: absolute;
    inset-block-end: 0.6em;
    inset-inline-start: 0.6em;
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    max-inline-size: calc(100% - 1.2em);
    min-block-size: 1.85em;
    padding-inline: 0.6em;
    border-radius: var(--_radius);
    background: rgb(8 12 13 / 0.68);
    color: #fff;
    font-size: var(--_text-1);
    white-space: nowrap;
  }
  .chip .icon {
    color: #ff9c95;
  }
  .cut {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .notices {
    position: absolute;
    inset-block-start: var(--_space-3);
    inset-inline: 1em;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: center;
    gap: var(--_space-2);
    pointer-events: none;
  }
  .notice {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    max-inline-size: 34em;
    pointer-events: auto;
    padding: 0.6em 0.9em;
    border-radius: calc(var(--_radius) * 1.5);
    background: #222a2d;
    box-shadow:
      0 0 0 1px rgb(255 255 255 / 0.1),
      0 8px 28px rgb(0 0 0 / 0.5);
    font-size: var(--_text-2);
    line-height: 1.35;
    text-wrap: pretty;
  }
  .notice h1 {
    font-size: inherit;
    font-weight: inherit;
    letter-spacing: 0;
  }
  .notice .spinner {
    flex: none;
  }
  .close {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 2em;
    block-size: 2em;
    margin-block: -0.35em;
    margin-inline-end: -0.4em;
    padding: 0;
    border: 0;
    border-radius: calc(var(--_radius) * 0.625);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .close:hover {
    background: rgb(255 255 255 / 0.12);
  }
  .close:focus-visible {
    outline: var(--_focus) solid var(--_accent);
    outline-offset: 1px;
  }
  .sound {
    position: absolute;
    inset: 0;
    inline-size: max-content;
    block-size: max-content;
    max-inline-size: calc(100% - 2em);
    margin: auto;
  }

  .bar {
    display: flex;
    justify-content: center;
    gap: 0.25em;
    padding: var(--_space-2) var(--_space-3) calc(var(--_space-2) + env(safe-area-inset-bottom, 0px));
  }
  .tool {
    display: grid;
    justify-items: center;
    gap: 0.2em;
    min-inline-size: 5em;
    padding: 0.25em;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_ink);
    font: inherit;
    cursor: pointer;
  }
  .word {
    font-size: 0.75em;
    color: var(--_muted);
    white-space: nowrap;
  }
  .key {
    display: grid;
    place-items: center;
    inline-size: 3em;
    block-size: 2.5em;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: #20272a;
    transition: background-color var(--_motion);
  }
  .tool:hover .key {
    background: #2d3639;
  }
  .tool.off .key {
    background: #e9eeef;
    color: #8d1f22;
  }
  .tool.leave {
    margin-inline-start: var(--_space-4);
  }
  .tool.leave .icon:dir(rtl) {
    scale: -1 1;
  }
  .tool.leave .key {
    background: var(--_danger-fill);
    color: #fff;
  }
  .tool:focus-visible {
    outline: none;
  }
  .tool:focus-visible .key {
    outline: var(--_focus) solid var(--_accent);
    outline-offset: 2px;
  }

  .lobby {
    display: grid;
    align-content: safe center;
    block-size: 100%;
    overflow: auto;
    padding: clamp(1em, 4cqi, 3em);
  }
  .inner {
    inline-size: 100%;
    margin-inline: auto;
  }
  .lobby h1 {
    font-size: var(--_text-4);
    line-height: 1.25;
    letter-spacing: -0.02em;
    text-wrap: balance;
  }
  .lobby h1 + p {
    margin-block-start: 0.3em;
    font-size: var(--_text-2);
  }
  .prejoin {
    display: grid;
    grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr);
    gap: clamp(1.5em, 5cqi, 3.5em);
    align-items: center;
    max-inline-size: 60em;
  }
  .form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
  }
  .form .large {
    min-block-size: 3em;
    padding-block: 0.4em;
    white-space: normal;
    text-wrap: balance;
  }
  .self {
    aspect-ratio: 4 / 3;
    background: #1a2022;
    color: #c6d0d2;
    color-scheme: dark;
  }
  .self p {
    max-inline-size: 20em;
    margin-block-end: 3.5em;
    padding-inline: 1em;
    font-size: var(--_text-2);
    text-align: center;
    text-wrap: balance;
  }
  .self p .icon {
    display: block;
    inline-size: 1.8em;
    block-size: 1.8em;
    margin: 0 auto 0.6em;
  }
  .keys {
    position: absolute;
    inset-block-end: var(--_space-3);
    inset-inline: 0;
    display: flex;
    justify-content: center;
    gap: var(--_space-2);
  }
  .keys .tool {
    min-inline-size: 0;
    padding: 0;
  }
  .keys .key {
    background: rgb(8 12 13 / 0.68);
    color: #fff;
  }
  /* Their icons say enough here; the words stay for those who hear them. */
  .keys .word {
    position: absolute;
    clip-path: inset(50%);
  }
  .trouble:empty {
    display: none;
  }
  .advice {
    display: flex;
    gap: 0.6em;
    padding: var(--_space-3);
    border-radius: var(--_radius);
    background: var(--_fill);
    font-size: var(--_text-2);
    text-wrap: pretty;
  }
  .advice .icon {
    margin-block-start: 0.1em;
    color: var(--_muted);
  }
  .answers {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2);
  }

  .said {
    display: grid;
    justify-items: center;
    gap: var(--_space-4);
    max-inline-size: 28em;
    text-align: center;
    text-wrap: pretty;
  }
  .mark {
    display: grid;
    place-items: center;
    inline-size: 3em;
    block-size: 3em;
    border-radius: 50%;
    background: var(--_fill);
    color: var(--_muted);
  }
  .mark .icon {
    inline-size: 1.4em;
    block-size: 1.4em;
  }
  .mark.warn {
    background: color-mix(in oklab, var(--_warn) 13%, var(--_surface));
    color: var(--_warn);
  }

  .words {
    inline-size: 100%;
    margin: 0;
    padding: 0.75em 1em;
    border-radius: var(--_radius);
    background: var(--_fill);
    font-size: var(--_text-2);
    text-align: start;
  }
  .words figcaption {
    display: flex;
    align-items: center;
    gap: 0.5em;
    color: var(--_muted);
    font-size: 0.8667em;
  }
  .words .face {
    flex: none;
    margin: 0;
    inline-size: 2.3em;
    font-size: 0.7em;
  }
  .words blockquote {
    margin: 0.4em 0 0;
    overflow-wrap: anywhere;
  }

  @container conference (inline-size < 46em) {
    .prejoin {
      grid-template-columns: minmax(0, 1fr);
      max-inline-size: 26em;
    }
    .self {
      aspect-ratio: 16 / 10;
    }
  }
  @container conference (inline-size < 34em) {
    .top {
      padding-inline: var(--_space-3);
    }
    .stage {
      padding-inline: var(--_space-2);
    }
    .tile {
      border-radius: var(--_radius);
    }
    .tool {
      flex: 0 1 5em;
      min-inline-size: 0;
    }
    .tool.leave {
      margin-inline-start: 0;
    }
  }
  @media (forced-colors: active) {
    .tile,
    .self,
    .face,
    .notice,
    .words {
      border: 1px solid;
    }
    .chip {
      background: Canvas;
    }
    .chip .icon {
      color: CanvasText;
    }
    .key {
      border-color: ButtonText;
    }
    .tool.off .key {
      forced-color-adjust: none;
      background: Canvas;
      color: GrayText;
    }
    .talking::after {
      border-color: Highlight;
    }
  }
`;
