import { html, type TemplateResult } from 'lit';

/** The size of what comes. */
export const bones = (): TemplateResult =>
  html`<div class="types"><span class="bone"></span><span class="bone"></span><span class="bone"></span></div>
    <div class="bone tall"></div>`;

/** The size of the heading, while its words are on their way. */
export const introBones = (): TemplateResult =>
  html`<header class="intro">
    <h2><span class="bone line"></span></h2>
    <p class="help"><span class="bone line long"></span></p>
  </header>`;
