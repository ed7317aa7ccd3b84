import {
  defaultBreakoutConfig,
  limits,
  withAttendanceType,
  wholeSettings,
  type AttendanceSettings,
  type BreakoutRoomConfig,
  type EventAttendanceType,
} from '../../core/virtual-config.js';
import type { Finding } from '../../core/finding.js';
import { faultsOf } from '../../core/settings-shape.js';
import { applyPatch, type SettingsPatch } from '../../core/settings-patch.js';
import type { ControlField } from './field-labels.js';
import { wholeNumber } from './whole-number.js';

/** The settings that are entered as a number. */
export type NumberField = 'autoStartMinutes' | 'maxVirtualAttendees' | 'roomCount' | 'duration';

const numberFields: readonly NumberField[] = ['autoStartMinutes', 'maxVirtualAttendees', 'roomCount', 'duration'];

const isOfBreakouts = (field: string): boolean =>
  ['autoAssign', 'allowSelfSelect', 'roomCount', 'roomNames', 'duration'].includes(field);

/** A change of one field, wherever it stands; `null` removes it. */
export const patchOf = (field: ControlField, value: unknown): SettingsPatch => ({
  virtualConfig: isOfBreakouts(field) ? { breakoutConfig: { [field]: value } } : { [field]: value },
});

/** The control at which a finding about a path is shown; `attendanceType` for the cards. */
export const controlAt = (path: string): string => {
  if (path === 'virtualConfig.enabled') return 'attendanceType';
  if (/\.breakoutConfig(\.enabled)?$/.test(path)) return 'breakoutRoomsEnabled';
  return /^(?:virtualConfig\.)?(?:breakoutConfig\.)?(\w+)/.exec(path)?.[1] ?? 'attendanceType';
};

const keyOf = (name: number): string => `roomNames.${name}`;

/**
 * What is being entered: whole settings at any time, and beside them what stands in a field while it is not something
 * that can be taken.
 */
export class SettingsEntry {
  #settings = wholeSettings(undefined);
  readonly #texts = new Map<string, string>();
  #typing: string | undefined;
  /** The rooms' names, with those that a lower count left out. */
  #names: readonly string[] = [];
  /** Findings that are on show: while someone types no new ones join them. */
  readonly #shown = new Set<string>();

  /** The last settings that can be taken. */
  get settings(): AttendanceSettings {
    return this.#settings;
  }

  get breakouts(): BreakoutRoomConfig {
    return this.#settings.virtualConfig.breakoutConfig ?? defaultBreakoutConfig();
  }

  /** The breakout rooms' names, if they have any. */
  get roomNames(): readonly string[] | undefined {
    const { roomNames } = this.breakouts;
    return Array.isArray(roomNames) ? roomNames.map(String) : undefined;
  }

  /** Begins anew with what was given. */
  take(settings: AttendanceSettings): void {
    this.#texts.clear();
    this.#typing = undefined;
    this.#shown.clear();
    this.#hold(settings);
  }

  /** Goes on with other settings: what stands in a field that they leave alone stays. */
  adopt(settings: AttendanceSettings): void {
    const before = this.#settings;
    this.#hold(settings);
    for (const field of numberFields) {
      if (this.#numberIn(field, before) !== this.#numberIn(field, settings)) this.#texts.delete(field);
    }
  }

  choose(type: EventAttendanceType): void {
    this.#settings = withAttendanceType(this.#settings, type);
  }

  /** Sets fields, and with them what stands in their controls. */
  set(patch: SettingsPatch): void {
    const { breakoutConfig, ...config } = (patch.virtualConfig ?? {}) as Record<string, unknown>;
    for (const field of [...Object.keys(config), ...Object.keys(breakoutConfig ?? {})]) this.#texts.delete(field);
    this.#hold(applyPatch(this.#settings, patch));
  }

  /** Switches breakout rooms on or off; what was set for them stays. */
  useBreakouts(isOn: boolean): void {
    const { breakoutConfig } = this.#settings.virtualConfig;
    const atFirst = { enabled: true, roomCount: limits.roomCount.min };
    this.set({
      virtualConfig: {
        breakoutRoomsEnabled: isOn,
        ...((isOn || breakoutConfig) && { breakoutConfig: breakoutConfig ? { enabled: isOn } : atFirst }),
      },
    });
  }

  /** What stands in a number's field. */
  textOf(field: NumberField): string {
    return this.#texts.get(field) ?? this.#numberIn(field, this.#settings)?.toString() ?? '';
  }

  /** Takes what someone types, as far as it is a number that will do. */
  type(field: NumberField, text: string, nameOf: (room: number) => string): void {
    this.#typing = field;
    this.#texts.set(field, text);
    if (!this.#isFit(field)) return;
    const number = wholeNumber(text);
    const isNamed = field === 'roomCount' && number !== undefined && this.roomNames !== undefined;
    this.#settings = applyPatch(this.#settings, patchOf(field, number ?? null));
    if (isNamed) this.#settings = applyPatch(this.#settings, patchOf('roomNames', this.namesFor(number, nameOf)));
  }

  /** Names for so many rooms: those that were given, also to rooms that a lower count left out, then names by number. */
  namesFor(rooms: number, nameOf: (room: number) => string): string[] {
    return Array.from({ length: rooms }, (_, at) => this.#names[at] ?? nameOf(at + 1));
  }

  /** What stands in the field of a room's name. */
  nameAt(at: number): string {
    return this.#texts.get(keyOf(at)) ?? this.roomNames?.[at] ?? '';
  }

  /** Takes what someone types as a room's name; a room without one goes by its number. */
  typeName(at: number, text: string, nameOf: (room: number) => string): void {
    this.#typing = keyOf(at);
    const names = [...(this.roomNames ?? [])];
    names[at] = text.trim() || nameOf(at + 1);
    this.set(patchOf('roomNames', names));
    this.#texts.set(keyOf(at), text);
  }

  /** Ends the typing: what was meant is written plainly, or what is wrong with it comes on show. */
  finish(): void {
    const field = this.#typing;
    this.#typing = undefined;
    if (field && (!numberFields.includes(field as NumberField) || this.#isFit(field as NumberField))) {
      this.#texts.delete(field);
    }
  }

  /** The settings with numbers as they stand in their fields, as far as these are in sight. */
  entered(): AttendanceSettings {
    return this.#with(numberFields.filter((field) => this.#isInSight(field)));
  }

  /** What is to be shown at a control now: nobody is corrected in the middle of a number. */
  shownAt(control: string, findings: readonly Finding[]): readonly Finding[] {
    const found = findings.filter(({ field }) => controlAt(field) === control);
    const key = ({ code }: Finding): string => `${control} ${code}`;
    // A room's name is typed at the control of all names.
    if (this.#typing?.split('.')[0] !== control) {
      for (const shown of [...this.#shown]) if (shown.startsWith(`${control} `)) this.#shown.delete(shown);
      for (const finding of found) this.#shown.add(key(finding));
    }
    return found.filter((finding) => this.#shown.has(key(finding)));
  }

  #hold(settings: AttendanceSettings): void {
    const before = this.roomNames;
    this.#settings = settings;
    const names = this.roomNames;
    if (names && names.join('\n') !== before?.join('\n')) this.#names = names;
    for (const text of [...this.#texts.keys()]) if (text.startsWith('roomNames.')) this.#texts.delete(text);
  }

  #numberIn(field: NumberField, { virtualConfig }: AttendanceSettings): number | undefined {
    return field === 'autoStartMinutes' || field === 'maxVirtualAttendees'
      ? virtualConfig[field]
      : virtualConfig.breakoutConfig?.[field];
  }

  /** Of a field that is not in sight what can be taken counts, not what stands in it. */
  #isInSight(field: NumberField): boolean {
    const { attendanceType, virtualConfig } = this.#settings;
    return attendanceType !== 'in-person' && (!isOfBreakouts(field) || virtualConfig.breakoutRoomsEnabled);
  }

  /** The settings with what stands in those numbers' fields. */
  #with(fields: readonly NumberField[]): AttendanceSettings {
    let entered = this.#settings;
    for (const field of fields) {
      const text = this.#texts.get(field);
      if (text === undefined) continue;
      const number = wholeNumber(text) ?? (field === 'autoStartMinutes' ? NaN : null);
      entered = applyPatch(entered, patchOf(field, number));
    }
    return entered;
  }

  /** Whether what stands in the field is a number that will do, whatever else is set. */
  #isFit(field: NumberField): boolean {
    return !faultsOf(this.#with([field])).some(({ field: path }) => controlAt(path) === field);
  }
}
