/*
 * Icons: Lucide (https://lucide.dev), ISC licence, copyright (c) Lucide Contributors; parts from Feather, MIT licence,
 * copyright (c) Cole Bemis. Only those used are here.
 */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

// Functions, as a template at module scope would keep every icon in every bundle.
const icon = (shape: SVGTemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${shape}</svg>`;

export const blend = (): TemplateResult => icon(svg`<circle cx="15" cy="9" r="7" /><circle cx="9" cy="15" r="7" />`);

export const calendarX = (): TemplateResult =>
  icon(
    svg`<path d="M8 2v3" /><path d="M16 2v3" /><rect x="3" y="3" width="18" height="18" rx="2" /><path d="M3 9h18" /><path d="m14 13-4 4" /><path d="m10 13 4 4" />`,
  );

export const circleAlert = (): TemplateResult =>
  icon(
    svg`<circle cx="12" cy="12" r="10" /><line x1="12" x2="12" y1="8" y2="12" /><line x1="12" x2="12.01" y1="16" y2="16" />`,
  );

export const lightbulb = (): TemplateResult =>
  icon(
    svg`<path d="M15 14c.2-1 .7-1.7 1.5-2.5 1-.9 1.5-2.2 1.5-3.5A6 6 0 0 0 6 8c0 1 .2 2.2 1.5 3.5.7.7 1.3 1.5 1.5 2.5" /><path d="M9 18h6" /><path d="M10 22h4" />`,
  );

export const mapPin = (): TemplateResult =>
  icon(
    svg`<path d="M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0" /><circle cx="12" cy="10" r="3" />`,
  );

export const refresh = (): TemplateResult =>
  icon(
    svg`<path d="M3 12a9 9 0 0 1 9-9 9.75 9.75 0 0 1 6.74 2.74L21 8" /><path d="M21 3v5h-5" /><path d="M21 12a9 9 0 0 1-9 9 9.75 9.75 0 0 1-6.74-2.74L3 16" /><path d="M8 16H3v5" />`,
  );

export const video = (): TemplateResult =>
  icon(
    svg`<path d="m16 13 5.223 3.482a.5.5 0 0 0 .777-.416V7.87a.5.5 0 0 0-.752-.432L16 10.5" /><rect x="2" y="6" width="14" height="12" rx="2" />`,
  );

export const wifiOff = (): TemplateResult =>
  icon(
    svg`<path d="M12 20h.01" /><path d="M8.5 16.429a5 5 0 0 1 7 0" /><path d="M5 12.859a10 10 0 0 1 5.17-2.69" /><path d="M19 12.859a10 10 0 0 0-2.007-1.523" /><path d="M2 8.82a15 15 0 0 1 4.177-2.643" /><path d="M22 8.82a15 15 0 0 0-11.288-3.764" /><path d="m2 2 20 20" />`,
  );
