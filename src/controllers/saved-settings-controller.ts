import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { EventSnapshot } from '../core/event-details.js';
import { retryDelay } from '../services/retry-delay.js';
import { wholeSettings, type AttendanceSettings } from '../core/virtual-config.js';
import { isPassing, VirtualEventError } from '../core/virtual-event-error.js';
import type { Credential, EventCallingIntegration } from '../services/event-calling-integration.js';
import type { WatchedEvent } from '../services/event-watch.js';
import { eachSecond } from './ticker.js';

/** How saving stands: nothing under way, under way, failed (and tried again at a moment of the visitor's clock, if so), or overtaken by someone else. */
export type Saving =
  | { state: 'idle' }
  | { state: 'saving' }
  | { state: 'failed'; error: VirtualEventError; retryAt: number | undefined }
  | { state: 'conflict'; theirs: AttendanceSettings };

/** The element whose settings are loaded and saved. */
export interface SettingsHost extends ReactiveControllerHost {
  readonly credential: Credential | undefined;
  /** What was entered. */
  currentSettings(): AttendanceSettings;
  /** Takes what the backend holds. */
  adoptSettings(settings: AttendanceSettings): void;
  /** Tells of the end of an attempt to save. */
  onSaved(snapshot: EventSnapshot): void;
  onSaveFailed(error: VirtualEventError): void;
  /** Tries to save again, if what was entered still can be. */
  saveAgain(): void;
}

const settingsOf = ({ event: { attendanceType, virtualConfig } }: EventSnapshot): AttendanceSettings =>
  wholeSettings({ attendanceType, virtualConfig });

const ordered = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** What the organizer sets, whatever the order of its fields; the backend's own two fields are no change of theirs. */
const signature = ({ attendanceType, virtualConfig }: AttendanceSettings): string =>
  JSON.stringify({ ...virtualConfig, attendanceType, conferenceRoomId: null, recordingUrl: null }, (_, value) =>
    ordered(value),
  );

const isSame = (a: AttendanceSettings, b: AttendanceSettings): boolean => signature(a) === signature(b);

/** Keeps an organizer's settings in step with the backend: loads, saves, retries, and notices when someone else saved. */
export class SavedSettingsController implements ReactiveController {
  readonly #host: SettingsHost;
  #service: EventCallingIntegration | undefined;
  #eventId = '';
  #watched: WatchedEvent = { snapshot: undefined, error: undefined, retryAt: undefined };
  #base: AttendanceSettings | undefined;
  #version: number | undefined;
  #sent: AttendanceSettings | undefined;
  #failures = 0;
  #saving: Saving = { state: 'idle' };
  #savedAt: number | undefined;
  #stopWatching: (() => void) | undefined;
  #stopTicking: (() => void) | undefined;

  constructor(host: SettingsHost) {
    this.#host = host;
    host.addController(this);
  }

  get saving(): Saving {
    return this.#saving;
  }

  /** What is known of the event, if it is followed at all. */
  get watched(): WatchedEvent {
    return this.#watched;
  }

  /** The backend's clock, epoch milliseconds. */
  get now(): number {
    return this.#service?.adapter.now() ?? Date.now();
  }

  /** When it was last saved from here, epoch milliseconds. */
  get savedAt(): number | undefined {
    return this.#savedAt;
  }

  /** Whether something was entered that the backend does not hold. */
  get isChanged(): boolean {
    return this.#base !== undefined && !isSame(this.#base, this.#host.currentSettings());
  }

  /** Follows an event of a service from now on; nothing without a service. */
  follow(service: EventCallingIntegration | undefined, eventId: string): void {
    this.#unfollow();
    if (service !== this.#service || eventId !== this.#eventId) {
      this.#watched = { snapshot: undefined, error: undefined, retryAt: undefined };
      this.#base = this.#version = this.#savedAt = undefined;
      this.#saving = { state: 'idle' };
    }
    this.#service = eventId === '' ? undefined : service;
    this.#eventId = eventId;
    this.#stopWatching = this.#service?.watch(eventId, (watched) => this.#know(watched));
  }

  hostConnected(): void {
    if (this.#service) this.follow(this.#service, this.#eventId);
  }

  hostDisconnected(): void {
    this.#unfollow();
  }

  /** Asks for the event again. */
  async refresh(): Promise<void> {
    await this.#service?.refresh(this.#eventId);
  }

  /** Goes back to what the backend holds. */
  reset(): void {
    if (this.#base) this.#host.adoptSettings(this.#base);
  }

  /** Saves what was entered. Never rejects: trouble is told to the host. */
  async save(): Promise<void> {
    const service = this.#service;
    if (!service || this.#saving.state === 'saving' || this.#saving.state === 'conflict') return;
    const settings = this.#host.currentSettings();
    const eventId = this.#eventId;
    this.#sent = settings;
    this.#become({ state: 'saving' });
    try {
      const { credential } = this.#host;
      const snapshot = await service.saveAttendanceSettings(eventId, settings, { credential, version: this.#version });
      if (eventId !== this.#eventId) return;
      this.#base = settingsOf(snapshot);
      this.#version = snapshot.event.version;
      this.#savedAt = this.now;
      this.#failures = 0;
      this.#become({ state: 'idle' });
      this.#host.onSaved(snapshot);
    } catch (thrown) {
      if (eventId === this.#eventId) await this.#fail(VirtualEventError.from(thrown));
    } finally {
      this.#sent = undefined;
    }
  }

  /** Settles a conflict: what the other one saved replaces what was entered here. */
  takeTheirs(): void {
    if (this.#saving.state !== 'conflict') return;
    const { theirs } = this.#saving;
    this.#base = theirs;
    this.#become({ state: 'idle' });
    this.#host.adoptSettings(theirs);
  }

  /** Settles a conflict: what was entered here stays, and is saved over what the other one saved. */
  keepMine(): void {
    if (this.#saving.state !== 'conflict') return;
    this.#base = this.#saving.theirs;
    this.#become({ state: 'idle' });
    this.#host.saveAgain();
  }

  #know(watched: WatchedEvent): void {
    this.#watched = { ...watched, snapshot: watched.snapshot ?? this.#watched.snapshot };
    if (watched.snapshot) this.#compare(watched.snapshot);
    // The backend answers again: what could not be saved is tried at once.
    const { saving } = this;
    if (!watched.error && saving.state === 'failed' && saving.retryAt !== undefined) this.#host.saveAgain();
    this.#tick();
    this.#host.requestUpdate();
  }

  #compare(snapshot: EventSnapshot): void {
    const { version } = snapshot.event;
    if (this.#version !== undefined && version < this.#version) return;
    const theirs = settingsOf(snapshot);
    const mine = this.#host.currentSettings();
    const base = this.#base;
    this.#version = version;
    if (base && !isSame(theirs, base) && !isSame(mine, base) && !isSame(theirs, mine)) {
      if (this.#sent && isSame(theirs, this.#sent)) this.#base = theirs;
      else this.#become({ state: 'conflict', theirs });
      return;
    }
    this.#base = theirs;
    // News of something else leaves alone what is being typed and cannot be taken yet.
    if (!base || (isSame(mine, base) && !isSame(theirs, base))) this.#host.adoptSettings(theirs);
    if (this.#saving.state === 'conflict') this.#become({ state: 'idle' });
  }

  async #fail(error: VirtualEventError): Promise<void> {
    this.#failures += 1;
    const wait = Math.max((error.retryAfterSeconds ?? 0) * 1000, retryDelay(this.#failures));
    const retryAt = isPassing(error.reason) ? Date.now() + wait : undefined;
    this.#become({ state: 'failed', error, retryAt });
    this.#host.onSaveFailed(error);
    if (error.reason !== 'conflict') return;
    // The event changed meanwhile. If what it holds for attendance did not, this is no conflict of theirs and ours.
    await this.refresh();
    if (this.#saving.state === 'failed' && this.#failures < 3) this.#host.saveAgain();
  }

  #become(saving: Saving): void {
    this.#saving = saving;
    this.#tick();
    this.#host.requestUpdate();
  }

  /** Ticks while a second counts: until the next try. */
  #tick(): void {
    const { saving, watched } = this;
    const waits = watched.retryAt !== undefined || (saving.state === 'failed' && saving.retryAt !== undefined);
    if (waits && this.#stopWatching) {
      this.#stopTicking ??= eachSecond(() => {
        const now = this.#saving;
        if (now.state === 'failed' && now.retryAt !== undefined && Date.now() >= now.retryAt) this.#host.saveAgain();
        this.#host.requestUpdate();
      });
    } else {
      this.#stopTicking?.();
      this.#stopTicking = undefined;
    }
  }

  #unfollow(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
    this.#stopTicking?.();
    this.#stopTicking = undefined;
  }
}
