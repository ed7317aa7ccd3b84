import type { ReactiveControllerHost } from 'lit';
import type { EventSnapshot } from '../core/event-details.js';
import type { AttendanceSettings } from '../core/virtual-config.js';
import type { VirtualEventError } from '../core/virtual-event-error.js';
import type { Credential } from '../services/event-calling-integration.js';
import type { SettingsConflict } from './settings-conflicts.js';

/** How saving stands: nothing under way, under way, failed (and tried again at a moment of the visitor's clock, if so), or overtaken by someone else. */
export type Saving =
  | { state: 'idle' }
  | { state: 'saving' }
  | { state: 'failed'; error: VirtualEventError; retryAt: number | undefined }
  | { state: 'conflict'; conflicts: readonly SettingsConflict[] };

/** The element whose settings are loaded and saved. */
export interface SettingsHost extends ReactiveControllerHost {
  readonly credential: Credential | undefined;
  /** The backend's address, where there is one: what is not saved is kept under it across a reload. */
  readonly backend: string;
  /** What was entered. */
  currentSettings(): AttendanceSettings;
  /** Takes what the backend holds, or what its settings and those entered come to. */
  adoptSettings(settings: AttendanceSettings): void;
  /** Tells of the end of an attempt to save. */
  onSaved(snapshot: EventSnapshot): void;
  onSaveFailed(error: VirtualEventError): void;
  /** Tries to save again, if what was entered still can be. */
  saveAgain(): void;
}
