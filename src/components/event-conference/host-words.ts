import { html, type TemplateResult } from 'lit';
import type { HostMessage } from '../../core/admission-state.js';
import { msg, str } from '../../locales/localization.js';
import { avatar } from './avatar.js';

/** What a host says. */
export const hostWords = ({ text, from }: HostMessage): TemplateResult => html`
  <figure class="words" part="message">
    <figcaption>
      ${avatar(from)}<span>${msg(str`${from}, host`, { id: 'events.conference.host' })}</span>
    </figcaption>
    <blockquote dir="auto">${text}</blockquote>
  </figure>
`;
