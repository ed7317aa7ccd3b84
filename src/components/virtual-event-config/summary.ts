import { html, nothing, type TemplateResult } from 'lit';
import type { AttendanceSettings } from '../../core/virtual-config.js';
import { formatNumber, formatTime, formatUnit } from '../../locales/format.js';
import { msg, str } from '../../locales/localization.js';

/** What the summary is about. */
export interface SummaryView {
  settings: AttendanceSettings;
  startsAt: number | undefined;
  endsAt: number | undefined;
  timeZone: string | undefined;
  language: string;
}

const sentences = ({ settings, startsAt, timeZone, language }: SummaryView): string[] => {
  if (settings.attendanceType === 'in-person') {
    return [
      msg('People meet at the venue, and there is no room online. What you set for it before is kept.', {
        id: 'events.virtualConfig.summary.inPerson',
      }),
    ];
  }
  const { autoStartMinutes, maxVirtualAttendees } = settings.virtualConfig;
  const said: string[] = [];
  if (startsAt !== undefined) {
    const time = formatTime(language, startsAt - autoStartMinutes * 60_000, timeZone);
    said.push(msg(str`The room opens at ${time}.`, { id: 'events.virtualConfig.summary.opensAt' }));
  } else if (autoStartMinutes > 0) {
    const minutes = formatUnit(language, autoStartMinutes, 'minute');
    said.push(
      msg(str`The room opens ${minutes} before the start.`, { id: 'events.virtualConfig.summary.opensBefore' }),
    );
  } else {
    said.push(msg('The room opens at the start.', { id: 'events.virtualConfig.summary.opensAtStart' }));
  }
  said.push(
    maxVirtualAttendees === undefined
      ? msg('Online, there is a place for everyone.', { id: 'events.virtualConfig.summary.noLimit' })
      : msg(str`Places online: ${formatNumber(language, maxVirtualAttendees)}.`, {
          id: 'events.virtualConfig.summary.limit',
        }),
  );
  return said;
};

const strip = ({ settings, startsAt, endsAt, timeZone, language }: SummaryView): TemplateResult | typeof nothing => {
  if (settings.attendanceType === 'in-person' || startsAt === undefined || endsAt === undefined || endsAt <= startsAt) {
    return nothing;
  }
  const { autoStartMinutes } = settings.virtualConfig;
  const doors = formatTime(language, startsAt - autoStartMinutes * 60_000, timeZone);
  const start = formatTime(language, startsAt, timeZone);
  const end = formatTime(language, endsAt, timeZone);
  const label = msg(str`Doors ${doors}, start ${start}, end ${end}`, { id: 'events.virtualConfig.strip' });
  const isEarly = autoStartMinutes > 0;
  return html`<div part="strip" class="strip ${isEarly ? '' : 'at-start'}" role="img" aria-label=${label}>
    ${isEarly ? html`<span class="before"></span>` : nothing}<span class="during"></span>
    ${
      isEarly
        ? html`<span><b>${doors}</b> ${msg('Doors', { id: 'events.virtualConfig.strip.doors' })}</span>
          <span><b>${start}</b> ${msg('Start', { id: 'events.virtualConfig.strip.start' })}</span>`
        : html`<span><b>${start}</b> ${msg('Doors and start', { id: 'events.virtualConfig.strip.doorsAndStart' })}</span>`
    }
    <span class="end"><b>${end}</b> ${msg('End', { id: 'events.virtualConfig.strip.end' })}</span>
  </div>`;
};

/** What the settings come to, in words and as a strip of time. */
export const summary = (view: SummaryView): TemplateResult =>
  html`<div part="summary" class="summary">
    <p role="status">${sentences(view).join(' ')}</p>
    ${strip(view)}
  </div>`;
