import { html, nothing, type TemplateResult } from 'lit';
import type { Finding } from '../../core/finding.js';
import { limits } from '../../core/virtual-config.js';
import { formatNumber, formatTime } from '../../locales/format.js';
import { msg, str } from '../../locales/localization.js';
import { advice, type AdviceView } from './advice.js';
import { findingWords } from './finding-words.js';
import { numberRow, type NumberRow } from './number-row.js';
import { numberFields, pathOf, type NumberField, type SettingsEntry } from './settings-entry.js';

/** What the room's section is drawn from. */
export interface RoomView {
  entry: SettingsEntry;
  findings: readonly Finding[];
  startsAt: number | undefined;
  timeZone: string | undefined;
  language: string;
  isDisabled: boolean;
  isReadonly: boolean;
  onInput: (field: NumberField, text: string) => void;
  onChange: () => void;
  /** Does what advice proposes. */
  mend: (changes: Readonly<Record<string, unknown>>) => void;
}

const adviceOn = ({ language, isReadonly, mend }: RoomView, finding: Finding): AdviceView => {
  const { code, severity, params = {} } = finding;
  const words = findingWords(finding, language);
  const answer = (label: string, changes: Readonly<Record<string, unknown>>): AdviceView => ({
    severity,
    words,
    answers: [{ label, press: () => mend(changes) }],
  });
  const rsvps = Number(params['rsvps']);
  if (isReadonly) return { severity, words };
  if (code === 'below-rsvps' && rsvps <= limits.maxVirtualAttendees.max) {
    const label = msg(str`Raise to ${formatNumber(language, rsvps)}`, { id: 'events.virtualConfig.raiseTo' });
    return answer(label, { maxVirtualAttendees: rsvps });
  }
  if (code === 'unsupported-by-backend') {
    const label = msg('Do without', { id: 'events.virtualConfig.doWithout' });
    return answer(label, { [finding.field.replace('virtualConfig.', '')]: false });
  }
  return { severity, words };
};

const doorsHelp = ({ entry, startsAt, timeZone, language }: RoomView): string => {
  if (startsAt === undefined) return msg('Minutes before the start.', { id: 'events.virtualConfig.autoStartHelp' });
  const time = formatTime(language, startsAt - entry.settings.virtualConfig.autoStartMinutes * 60_000, timeZone);
  const place = timeZone?.split('/').at(-1)?.replaceAll('_', ' ');
  return place
    ? msg(str`Minutes before the start: at ${time}, ${place} time.`, { id: 'events.virtualConfig.autoStartHelpAtIn' })
    : msg(str`Minutes before the start: at ${time}.`, { id: 'events.virtualConfig.autoStartHelpAt' });
};

/** When the doors open and how many may come in; and what is to be said about the room beside that. */
export const roomSection = (view: RoomView): TemplateResult => {
  const { entry, findings, isDisabled, isReadonly } = view;
  const elsewhere = findings.filter(({ field }) => !numberFields.some((known) => pathOf(known) === field));
  const row = (field: NumberField, words: Pick<NumberRow, 'label' | 'help' | 'unit'>): TemplateResult => {
    const finding = entry.shownAt(field, findings);
    return numberRow({
      ...words,
      id: field,
      text: entry.textOf(field),
      advice: finding && adviceOn(view, finding),
      isDisabled,
      isReadonly,
      onInput: (text) => view.onInput(field, text),
      onChange: view.onChange,
    });
  };
  return html`<section>
      <h3>${msg('Room', { id: 'events.virtualConfig.room' })}</h3>
      <div class="rows">
        ${row('autoStartMinutes', {
          label: msg('Open the doors', { id: 'events.virtualConfig.autoStartLabel' }),
          help: doorsHelp(view),
          unit: msg('min', { id: 'events.virtualConfig.minutes' }),
        })}
        ${row('maxVirtualAttendees', {
          label: msg('Limit online places', { id: 'events.virtualConfig.limitLabel' }),
          help: msg('Leave it empty for no limit.', { id: 'events.virtualConfig.limitHelp' }),
          unit: msg('places', { id: 'events.virtualConfig.places' }),
        })}
      </div>
    </section>
    ${
      elsewhere.length > 0
        ? html`<div class="elsewhere">${elsewhere.map((finding) => advice(adviceOn(view, finding)))}</div>`
        : nothing
    }`;
};
