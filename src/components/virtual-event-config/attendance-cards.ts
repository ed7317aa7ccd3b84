import { html, type TemplateResult } from 'lit';
import { attendanceTypes, type EventAttendanceType } from '../../core/virtual-config.js';
import { msg } from '../../locales/localization.js';
import { blend, mapPin, video } from '../icons.js';

interface CardWords {
  icon: TemplateResult;
  name: string;
  line: string;
}

/** What a way to attend is called. */
export const typeName = (type: EventAttendanceType): string => {
  switch (type) {
    case 'in-person':
      return msg('In person', { id: 'events.virtualConfig.attendanceTypes.in-person' });
    case 'virtual':
      return msg('Virtual', { id: 'events.virtualConfig.attendanceTypes.virtual' });
    case 'hybrid':
      return msg('Hybrid', { id: 'events.virtualConfig.attendanceTypes.hybrid' });
  }
};

const cardWords = (type: EventAttendanceType): CardWords => {
  const name = typeName(type);
  switch (type) {
    case 'in-person':
      return {
        icon: mapPin(),
        name,
        line: msg('At the venue only', { id: 'events.virtualConfig.attendanceTypes.in-person.line' }),
      };
    case 'virtual':
      return {
        icon: video(),
        name,
        line: msg('Online only, from anywhere', { id: 'events.virtualConfig.attendanceTypes.virtual.line' }),
      };
    case 'hybrid':
      return {
        icon: blend(),
        name,
        line: msg('At the venue and online', { id: 'events.virtualConfig.attendanceTypes.hybrid.line' }),
      };
  }
};

/** In person, virtual or hybrid, as three cards of which one is chosen. */
export const attendanceCards = (view: {
  chosen: EventAttendanceType | undefined;
  isDisabled: boolean;
  isReadonly: boolean;
  /** What is to be said about the choice. */
  advices: readonly TemplateResult[];
  onInput: (type: EventAttendanceType) => void;
  onChange: () => void;
}): TemplateResult => html`<fieldset part="types" class="types" ?disabled=${view.isDisabled}>
  <legend class="hidden">${msg('Attendance', { id: 'events.virtualConfig.attendanceTypes' })}</legend>
  ${attendanceTypes.map((type) => {
    const { icon, name, line } = cardWords(type);
    const isChosen = type === view.chosen;
    return html`<label part="type" class="card"
      >${icon}<input
        type="radio"
        name="type"
        value=${type}
        .checked=${isChosen}
        ?disabled=${view.isReadonly && !isChosen}
        @input=${() => view.onInput(type)}
        @change=${view.onChange}
      /><span><b>${name}</b><small>${line}</small></span></label
    >`;
  })}
  ${view.advices}
</fieldset>`;
