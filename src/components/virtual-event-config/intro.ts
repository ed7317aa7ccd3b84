import { html, type TemplateResult } from 'lit';
import { msg } from '../../locales/localization.js';

/** What the form is about. */
export const intro = (): TemplateResult =>
  html`<header class="intro">
    <h2>${msg('Virtual attendance', { id: 'events.virtualConfig.title' })}</h2>
    <p class="help">
      ${msg('How people take part, and what happens online.', { id: 'events.virtualConfig.description' })}
    </p>
  </header>`;

/** Said while what was saved is on its way. */
export const loading = (): TemplateResult =>
  html`<span class="hidden" role="status">${msg('Loading', { id: 'events.virtualConfig.loading' })}</span>`;
