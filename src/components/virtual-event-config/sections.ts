import { html, nothing, type TemplateResult } from 'lit';
import { adviceOn } from './finding-advice.js';
import { breakoutsSection } from './breakouts-section.js';
import type { FormView } from './form-view.js';
import { presetsRow } from './presets-view.js';
import { privacySection } from './privacy-section.js';
import { roomSection } from './room-section.js';
import { controlAt } from './settings-entry.js';

/** The controls that are in sight beside the cards. */
const inSight = ({ entry: { settings } }: FormView): string[] => {
  if (settings.attendanceType === 'in-person') return [];
  const { recordingEnabled, breakoutRoomsEnabled } = settings.virtualConfig;
  return [
    'autoStartMinutes',
    'waitingRoomEnabled',
    'maxVirtualAttendees',
    'e2eeRequired',
    'recordingEnabled',
    ...(recordingEnabled ? ['recordingConsentRequired'] : []),
    'breakoutRoomsEnabled',
    ...(breakoutRoomsEnabled ? ['roomCount', 'roomNames', 'autoAssign', 'allowSelfSelect', 'duration'] : []),
  ];
};

/** What is to be said about what has no control in sight. */
const elsewhere = (view: FormView): TemplateResult | typeof nothing => {
  const controls = ['attendanceType', ...inSight(view)];
  const findings = view.findings.filter(({ field }) => !controls.includes(controlAt(field)));
  return findings.length > 0 ? html`<div class="elsewhere">${adviceOn(findings, view, 'elsewhere')}</div>` : nothing;
};

/** All that is set for the room, where there is one. */
export const sections = (view: FormView): TemplateResult | typeof nothing => {
  if (view.entry.settings.attendanceType === 'in-person') return elsewhere(view);
  return html`${presetsRow(view)}
  ${roomSection(view)}${privacySection(view)}${breakoutsSection(view)}${elsewhere(view)}`;
};
