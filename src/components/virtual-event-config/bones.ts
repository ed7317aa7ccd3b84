import { html, type TemplateResult } from 'lit';
import { msg } from '../../locales/localization.js';

/** The size of what comes. */
export const bones = (): TemplateResult =>
  html`<div class="types"><span class="bone"></span><span class="bone"></span><span class="bone"></span></div>
    <div class="bone tall"></div>
    <span class="hidden" role="status">${msg('Loading', { id: 'events.virtualConfig.loading' })}</span>`;
