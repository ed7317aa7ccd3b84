import { html, nothing, type TemplateResult } from 'lit';
import type { HostMessage } from '../../core/admission-state.js';
import { hostWords } from './host-words.js';

export interface MessageView {
  icon: TemplateResult;
  tone?: 'warn' | undefined;
  what: string;
  next: string;
  /** What a host said with it. */
  said?: HostMessage | undefined;
  /** A second line of facts, e.g. when it is tried again: whatever can be drawn. */
  fact?: unknown;
  action?: { label: string; act: () => void } | undefined;
}

/** A screen that says one thing, with at most one thing to do. */
export const message = ({ icon, tone, what, next, said, fact, action }: MessageView): TemplateResult => html`
  <div class="lobby">
    <div class="inner said">
      <span class="mark ${tone ?? ''}">${icon}</span>
      <div>
        <h1 tabindex="-1">${what}</h1>
        <p class="muted">${next}</p>
      </div>
      ${said ? hostWords(said) : nothing}
      ${fact === undefined ? nothing : html`<p class="number muted">${fact}</p>`}
      ${
        action
          ? html`<button class="button primary large" part="action" @click=${action.act}>${action.label}</button>`
          : nothing
      }
    </div>
  </div>
`;

/** Something is on its way; the words for it may be, too. */
export const underWay = (what?: string): TemplateResult => html`
  <div class="lobby">
    <div class="inner said">
      <span class="mark"><span class="spinner"></span></span>
      ${what === undefined ? nothing : html`<div><h1 tabindex="-1">${what}</h1></div>`}
    </div>
  </div>
`;
