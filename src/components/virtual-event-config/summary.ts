import { html, type TemplateResult } from 'lit';
import { defaultVirtualConfig, type AttendanceSettings } from '../../core/virtual-config.js';
import { msg } from '../../locales/localization.js';

/** Whether something about a room was set that waits for one. */
const isKept = ({ virtualConfig }: AttendanceSettings): boolean => {
  const plain = Object.entries(defaultVirtualConfig());
  return (
    Object.keys(virtualConfig).length > plain.length ||
    plain.some(([key, value]) => virtualConfig[key as 'enabled'] !== value)
  );
};

/** What it comes to where people meet at the venue. */
export const inPersonSummary = (settings: AttendanceSettings): TemplateResult => {
  const said = [
    msg('People meet at the venue, and there is no room online.', { id: 'events.virtualConfig.summary.inPerson' }),
  ];
  if (isKept(settings)) {
    said.push(msg('What you set for it before is kept.', { id: 'events.virtualConfig.summary.kept' }));
  }
  return html`<p role="status">${said.join(' ')}</p>`;
};

/** What is said where nothing is chosen yet. */
export const choiceSummary = (): TemplateResult =>
  html`<p role="status">${msg('Choose how people can take part.', { id: 'events.virtualConfig.choose' })}</p>`;
