import type { Finding } from '../../core/finding.js';
import type { SettingsPatch } from '../../core/settings-patch.js';
import type { AttendanceSettings, BackendFeature } from '../../core/virtual-config.js';
import type { Timing } from './clock.js';
import type { NumberField, SettingsEntry } from './settings-entry.js';

/** What the form's sections are drawn from, and what they ask for. */
export interface FormView extends Timing {
  entry: SettingsEntry;
  findings: readonly Finding[];
  /** What the backend offers; without it everything is taken as offered. */
  features: readonly BackendFeature[] | undefined;
  isDisabled: boolean;
  isReadonly: boolean;
  /** Takes what someone types into a number's field. */
  type: (field: NumberField, text: string) => void;
  /** An entry was finished. */
  done: () => void;
  /** Sets fields at a press of a button. The focus goes to the control with the given id. */
  set: (patch: SettingsPatch, focus?: string) => void;
  /** Goes back to settings that were there before. The focus goes to the control with the given id. */
  putBack: (settings: AttendanceSettings, focus: string) => void;
  /** Sets fields by a control that fires its own events. */
  enter: (patch: SettingsPatch) => void;
  /** Draws again, and moves the focus to the control with the given id. */
  focusOn: (id: string) => void;
  /** Draws again, e.g. when a view of its own state changed. */
  draw: () => void;
  /** Has a screen reader say something. */
  say: (words: () => string) => void;
}
