import { checkAttendanceSettings } from '../../core/check-settings.js';
import {
  withAttendanceType,
  wholeSettings,
  type AttendanceSettings,
  type ConfigCircumstances,
  type EventAttendanceType,
} from '../../core/virtual-config.js';
import type { Finding } from '../../core/finding.js';
import { wholeNumber } from './whole-number.js';

/** The settings that are entered as a number. */
export type NumberField = 'autoStartMinutes' | 'maxVirtualAttendees';

export const numberFields: readonly NumberField[] = ['autoStartMinutes', 'maxVirtualAttendees'];

export const pathOf = (field: NumberField): string => `virtualConfig.${field}`;

/**
 * What is being entered: whole settings at any time, and beside them what stands in a number's field while it is not one
 * that can be taken.
 */
export class SettingsEntry {
  #settings = wholeSettings(undefined);
  #texts: Partial<Record<NumberField, string | undefined>> = {};
  #typing: NumberField | undefined;
  /** Findings that are on show: while someone types no new ones join them. */
  readonly #shown = new Set<string>();

  /** The last settings that can be taken. */
  get settings(): AttendanceSettings {
    return this.#settings;
  }

  /** Begins anew with what was given. */
  take(settings: AttendanceSettings): void {
    this.#settings = settings;
    this.#texts = {};
    this.#typing = undefined;
    this.#shown.clear();
  }

  choose(type: EventAttendanceType): void {
    this.#settings = withAttendanceType(this.#settings, type);
  }

  /** Sets fields of the config, and with them what stands in their fields. */
  set(changes: Readonly<Record<string, unknown>>): void {
    for (const field of numberFields) if (field in changes) this.#texts[field] = undefined;
    this.#settings = { ...this.#settings, virtualConfig: { ...this.#settings.virtualConfig, ...changes } };
  }

  /** What stands in a number's field. */
  textOf(field: NumberField): string {
    return this.#texts[field] ?? this.#settings.virtualConfig[field]?.toString() ?? '';
  }

  /** Takes what someone types, as far as it is a number that will do. */
  type(field: NumberField, text: string): void {
    this.#typing = field;
    this.#texts[field] = text;
    if (!this.#isFit(field)) return;
    const number = wholeNumber(text);
    const { [field]: _, ...others } = this.#settings.virtualConfig;
    const virtualConfig = { ...others, ...(number !== undefined && { [field]: number }) };
    this.#settings = { ...this.#settings, virtualConfig: virtualConfig as AttendanceSettings['virtualConfig'] };
  }

  /** Ends the typing: the number is written plainly, or what is wrong with it comes on show. */
  finish(): void {
    const field = this.#typing;
    this.#typing = undefined;
    if (field && this.#isFit(field)) this.#texts[field] = undefined;
  }

  /** All that is to be said about what is entered, with numbers as they stand in their fields. */
  findings(circumstances?: ConfigCircumstances): Finding[] {
    const { attendanceType, virtualConfig } = this.#settings;
    // Of a room that is not there no field is in sight.
    const entered = attendanceType === 'in-person' ? virtualConfig : this.#entered();
    return checkAttendanceSettings({ attendanceType, virtualConfig: entered }, circumstances);
  }

  /** What is to be shown at a number's field now: nobody is corrected in the middle of a number. */
  shownAt(field: NumberField, findings: readonly Finding[]): Finding | undefined {
    const path = pathOf(field);
    const finding = findings.find((found) => found.field === path);
    const key = finding && `${path} ${finding.code}`;
    if (this.#typing !== field) {
      for (const shown of [...this.#shown]) if (shown.startsWith(path)) this.#shown.delete(shown);
      if (key) this.#shown.add(key);
    }
    return key && this.#shown.has(key) ? finding : undefined;
  }

  #entered(): Record<string, unknown> {
    const entered: Record<string, unknown> = { ...this.#settings.virtualConfig };
    for (const field of numberFields) {
      const text = this.#texts[field];
      if (text !== undefined) entered[field] = wholeNumber(text) ?? (field === 'autoStartMinutes' ? NaN : undefined);
    }
    return entered;
  }

  /** Whether what stands in the field is a number that will do. */
  #isFit(field: NumberField): boolean {
    const findings = checkAttendanceSettings({ attendanceType: 'virtual', virtualConfig: this.#entered() });
    return !findings.some(({ severity, field: at }) => severity === 'error' && at === pathOf(field));
  }
}
