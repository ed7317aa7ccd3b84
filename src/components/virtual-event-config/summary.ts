import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { defaultVirtualConfig, type AttendanceSettings } from '../../core/virtual-config.js';
import { formatDay, formatNumber, formatTime, formatUnit } from '../../locales/format.js';
import { msg, str } from '../../locales/localization.js';

/** What the summary is about. */
export interface SummaryView {
  settings: AttendanceSettings;
  /** Whether a way to attend was chosen at all. */
  isChosen: boolean;
  startsAt: number | undefined;
  endsAt: number | undefined;
  timeZone: string | undefined;
  language: string;
}

/** Whether something about a room was set that waits for one. */
const isKept = ({ virtualConfig }: AttendanceSettings): boolean => {
  const plain = Object.entries(defaultVirtualConfig());
  return (
    Object.keys(virtualConfig).length > plain.length ||
    plain.some(([key, value]) => virtualConfig[key as 'enabled'] !== value)
  );
};

const sentences = ({ settings, isChosen, startsAt, timeZone, language }: SummaryView): string[] => {
  if (!isChosen) return [msg('Choose how people can take part.', { id: 'events.virtualConfig.choose' })];
  if (settings.attendanceType === 'in-person') {
    const said = [
      msg('People meet at the venue, and there is no room online.', { id: 'events.virtualConfig.summary.inPerson' }),
    ];
    if (isKept(settings))
      said.push(msg('What you set for it before is kept.', { id: 'events.virtualConfig.summary.kept' }));
    return said;
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
  // Through the style object, as a strict policy of the page forbids style attributes.
  const proportion = ref((element) => {
    const { style } = (element as HTMLElement | undefined) ?? {};
    style?.setProperty('--_before', `${autoStartMinutes}fr`);
    style?.setProperty('--_during', `${(endsAt - startsAt) / 60_000}fr`);
  });
  return html`<div part="strip" class="strip ${isEarly ? '' : 'at-start'}" role="img" aria-label=${label} ${proportion}>
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

/** What is said when the event is over. */
export const endedSummary = (endedAt: number, timeZone: string | undefined, language: string): TemplateResult => {
  const day = formatDay(language, endedAt, timeZone);
  const time = formatTime(language, endedAt, timeZone);
  const words = msg(str`This event ended on ${day}, ${time}. Its room can no longer be changed.`, {
    id: 'events.virtualConfig.ended',
  });
  return html`<div part="summary" class="summary"><p role="status">${words}</p></div>`;
};
