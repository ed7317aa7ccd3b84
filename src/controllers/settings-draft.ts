import type { AttendanceSettings } from '../core/virtual-config.js';

/** What was entered and is not saved yet. */
export interface SettingsDraft {
  /** What the backend held when it was entered. */
  base: AttendanceSettings;
  settings: AttendanceSettings;
  /** Whether the person asked for it to be saved. */
  isAsked: boolean;
}

const isSettings = (value: unknown): value is AttendanceSettings =>
  typeof (value as AttendanceSettings | undefined)?.attendanceType === 'string' &&
  typeof (value as AttendanceSettings).virtualConfig === 'object';

/** Keeps one draft across a reload of the page, for its tab alone; goes without where the page may not store anything. */
export class DraftStore {
  readonly #key: string;
  #written: string | null = null;

  /** @param backend - The address of the backend that holds the event. */
  constructor(backend: string, eventId: string) {
    this.#key = `virtual-event-config ${backend} ${eventId}`;
  }

  read(): SettingsDraft | undefined {
    try {
      this.#written = sessionStorage.getItem(this.#key);
      const draft = JSON.parse(this.#written ?? 'null') as Partial<SettingsDraft> | null;
      if (!draft || !isSettings(draft.base) || !isSettings(draft.settings)) return undefined;
      return { base: draft.base, settings: draft.settings, isAsked: draft.isAsked === true };
    } catch {
      return undefined;
    }
  }

  write(draft: SettingsDraft): void {
    const text = JSON.stringify(draft);
    if (text === this.#written) return;
    this.#written = text;
    try {
      sessionStorage.setItem(this.#key, text);
    } catch {
      // Full or forbidden: what was entered then lives as long as the page.
    }
  }

  clear(): void {
    if (this.#written === null) return;
    this.#written = null;
    try {
      sessionStorage.removeItem(this.#key);
    } catch {
      // What may not be written may not be removed either.
    }
  }
}
