import type { ReactiveController } from 'lit';
import type { EventSnapshot } from '../core/event-details.js';
import { changedFields, mergeSettings, withFieldOf } from '../core/settings-merge.js';
import { wholeSettings, type AttendanceSettings } from '../core/virtual-config.js';
import { isPassing, VirtualEventError } from '../core/virtual-event-error.js';
import type { EventCallingIntegration } from '../services/event-calling-integration.js';
import type { WatchedEvent } from '../services/event-watch.js';
import { retryDelay } from '../services/retry-delay.js';
import { openConflicts, type SettingsConflict } from './settings-conflicts.js';
import { DraftStore } from './settings-draft.js';
import type { Saving, SettingsHost } from './settings-host.js';
import { eachSecond } from './ticker.js';

const settingsOf = ({ event: { attendanceType, virtualConfig } }: EventSnapshot): AttendanceSettings =>
  wholeSettings({ attendanceType, virtualConfig });

const isSame = (a: AttendanceSettings, b: AttendanceSettings): boolean => changedFields(a, b).length === 0;

const nothingYet: WatchedEvent = { snapshot: undefined, error: undefined, retryAt: undefined };

/** Keeps an organizer's settings in step with the backend: loads, saves, retries, and settles what someone else saved meanwhile. */
export class SavedSettingsController implements ReactiveController {
  readonly #host: SettingsHost;
  #service: EventCallingIntegration | undefined;
  #eventId = '';
  #watched: WatchedEvent = nothingYet;
  #base: AttendanceSettings | undefined;
  #version: number | undefined;
  #sent: AttendanceSettings | undefined;
  #failures = 0;
  #saving: Saving = { state: 'idle' };
  /** Whether the person asked for what is entered to be saved. */
  #isAsked = false;
  #isRestored = false;
  #taken: readonly string[] = [];
  #savedAt: number | undefined;
  #draft: DraftStore | undefined;
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

  /** What the backend holds, as far as it is known. */
  get base(): AttendanceSettings | undefined {
    return this.#base;
  }

  /** When it was last saved from here, epoch milliseconds. */
  get savedAt(): number | undefined {
    return this.#savedAt;
  }

  /** Whether something was entered that the backend does not hold. */
  get isChanged(): boolean {
    return this.#base !== undefined && !isSame(this.#base, this.#host.currentSettings());
  }

  /** Whether what is entered was entered before the page was loaded anew. */
  get isRestored(): boolean {
    return this.#isRestored;
  }

  /** Whether the visitor's machine has no connection. */
  get isOffline(): boolean {
    return !navigator.onLine || this.#watched.error?.reason === 'offline';
  }

  /** Whether something is kept that was entered before, while the event is not known yet. */
  get hasDraft(): boolean {
    return this.#base === undefined && this.#draft?.read() !== undefined;
  }

  /** The leading fields of what someone else saved last and was taken over here, beside what was entered. */
  get taken(): readonly string[] {
    return this.#taken;
  }

  /** Follows an event of a service from now on; nothing without a service. */
  follow(service: EventCallingIntegration | undefined, eventId: string): void {
    this.#unfollow();
    if (service !== this.#service || eventId !== this.#eventId) {
      this.#watched = nothingYet;
      this.#base = this.#version = this.#savedAt = undefined;
      this.#saving = { state: 'idle' };
      this.#isAsked = this.#isRestored = false;
      this.#taken = [];
    }
    this.#service = eventId === '' ? undefined : service;
    this.#eventId = eventId;
    const { backend } = this.#host;
    const isKept = this.#service && backend && URL.canParse(backend, document.baseURI);
    this.#draft = isKept ? new DraftStore(new URL(backend, document.baseURI).href, eventId) : undefined;
    this.#stopWatching = this.#service?.watch(eventId, (watched) => this.#know(watched));
    addEventListener('online', this.#onLine);
    addEventListener('offline', this.#onLine);
  }

  hostConnected(): void {
    if (this.#service) this.follow(this.#service, this.#eventId);
  }

  hostDisconnected(): void {
    this.#unfollow();
  }

  hostUpdated(): void {
    const base = this.#base;
    if (!base || !this.#draft) return;
    const settings = this.#host.currentSettings();
    if (isSame(base, settings)) this.#draft.clear();
    else this.#draft.write({ base, settings, isAsked: this.#isAsked });
  }

  /** Asks for the event again. */
  async refresh(): Promise<void> {
    await this.#service?.refresh(this.#eventId);
  }

  /** Goes back to what the backend holds. */
  reset(): void {
    if (!this.#base) return;
    this.#isAsked = this.#isRestored = false;
    this.#taken = [];
    if (this.#saving.state !== 'saving') this.#become({ state: 'idle' });
    this.#host.adoptSettings(this.#base);
  }

  /** Saves what was entered. Never rejects: trouble is told to the host. */
  async save(): Promise<void> {
    const service = this.#service;
    if (!service || this.#saving.state === 'saving' || this.#saving.state === 'conflict') return;
    const settings = this.#host.currentSettings();
    const eventId = this.#eventId;
    this.#sent = settings;
    this.#isAsked = true;
    this.#taken = [];
    this.#become({ state: 'saving' });
    try {
      const { credential } = this.#host;
      const snapshot = await service.saveAttendanceSettings(eventId, settings, { credential, version: this.#version });
      if (eventId !== this.#eventId) return;
      // The news may have been here before the answer.
      if (snapshot.event.version >= (this.#version ?? 0)) {
        this.#base = settingsOf(snapshot);
        this.#version = snapshot.event.version;
      }
      this.#savedAt = this.now;
      this.#failures = 0;
      this.#isAsked = this.#isRestored = false;
      this.#become({ state: 'idle' });
      this.#host.onSaved(snapshot);
    } catch (thrown) {
      if (eventId === this.#eventId) await this.#fail(VirtualEventError.from(thrown));
    } finally {
      this.#sent = undefined;
    }
  }

  /** Settles a conflict about one field, or about all: what the other one saved replaces what was entered here. */
  takeTheirs(field?: string): void {
    this.#settle(field, ({ field: settled, theirs }) => {
      this.#host.adoptSettings(withFieldOf(this.#host.currentSettings(), settled, theirs));
    });
  }

  /** Settles a conflict about one field, or about all: what was entered here stays, to be saved over theirs. */
  keepMine(field?: string): void {
    this.#settle(field, () => {});
  }

  #settle(field: string | undefined, each: (conflict: SettingsConflict) => void): void {
    if (this.#saving.state !== 'conflict') return;
    const { conflicts } = this.#saving;
    const settled = conflicts.filter((conflict) => field === undefined || conflict.field === field);
    settled.forEach(each);
    this.#goOn(conflicts.filter((conflict) => !settled.includes(conflict)));
  }

  /** With conflicts left, waits for them to be settled; without, does what the person had asked for. */
  #goOn(conflicts: readonly SettingsConflict[]): void {
    if (conflicts.length > 0) {
      this.#become({ state: 'conflict', conflicts });
      return;
    }
    this.#become({ state: 'idle' });
    if (this.#isAsked && this.isChanged) this.#host.saveAgain();
    else this.#isAsked = false;
  }

  #know(watched: WatchedEvent): void {
    const before = this.#watched;
    this.#watched = { ...watched, snapshot: watched.snapshot ?? before.snapshot };
    const isOther = watched.snapshot?.event.version !== before.snapshot?.event.version;
    if (watched.snapshot) this.#compare(watched.snapshot);
    // The backend answers again: what could not be saved is tried at once.
    if (!watched.error && (before.error || isOther)) this.#retry();
    this.#tick();
    this.#host.requestUpdate();
  }

  #compare(snapshot: EventSnapshot): void {
    const { version } = snapshot.event;
    if (this.#version !== undefined && version < this.#version) return;
    const theirs = settingsOf(snapshot);
    this.#version = version;
    if (!this.#base) this.#begin(theirs);
    else if (this.#sent && isSame(theirs, this.#sent)) this.#base = theirs;
    else this.#merge(theirs);
  }

  /** The backend's first word: with it, what was entered before a reload is there again. */
  #begin(theirs: AttendanceSettings): void {
    const draft = this.#draft?.read();
    if (!draft || isSame(draft.settings, theirs)) {
      this.#base = theirs;
      this.#draft?.clear();
      this.#host.adoptSettings(theirs);
      return;
    }
    this.#base = wholeSettings(draft.base);
    this.#isRestored = true;
    this.#isAsked = draft.isAsked;
    this.#host.adoptSettings(wholeSettings(draft.settings));
    this.#merge(theirs);
    if (this.#saving.state === 'idle' && this.#isAsked) this.#host.saveAgain();
  }

  /** Brings what someone else saved together with what was entered here. */
  #merge(theirs: AttendanceSettings): void {
    const base = this.#base!;
    // Most news is about the room.
    if (JSON.stringify(theirs) === JSON.stringify(base)) return;
    const mine = this.#host.currentSettings();
    this.#base = theirs;
    const merged = mergeSettings(base, mine, theirs);
    const { settings, taken } = merged;
    if (!isSame(mine, base) && taken.length > 0) this.#taken = [...new Set([...this.#taken, ...taken])];
    // Also what the backend alone sets comes with it, which is no change of anyone's.
    this.#host.adoptSettings(settings);
    const before = this.#saving.state === 'conflict' ? this.#saving.conflicts : [];
    if (merged.conflicts.length > 0 || before.length > 0) this.#goOn(openConflicts(before, base, merged, theirs));
  }

  async #fail(error: VirtualEventError): Promise<void> {
    this.#failures += 1;
    const isOvertaken = error.reason === 'conflict';
    const wait = Math.max((error.retryAfterSeconds ?? 0) * 1000, retryDelay(this.#failures));
    const retryAt = isPassing(error.reason) ? Date.now() + wait : undefined;
    this.#isAsked &&= retryAt !== undefined || isOvertaken;
    // What came as news while it was on its way may have shown what is in dispute.
    if (this.#saving.state !== 'conflict') this.#become({ state: 'failed', error, retryAt });
    this.#host.onSaveFailed(error);
    if (!isOvertaken) return;
    // The event changed meanwhile. Where nobody set the same fields, this is no conflict of theirs and ours.
    await this.refresh();
    if (this.#saving.state !== 'failed' || this.#failures >= 3) return;
    this.#become({ state: 'idle' });
    this.#host.saveAgain();
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

  /** Tries at once what failed and would be tried again by itself. */
  #retry(): void {
    if (this.#saving.state === 'failed' && this.#saving.retryAt !== undefined) this.#host.saveAgain();
  }

  readonly #onLine = (): void => {
    if (navigator.onLine) this.#retry();
    this.#host.requestUpdate();
  };

  #unfollow(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
    this.#stopTicking?.();
    this.#stopTicking = undefined;
    removeEventListener('online', this.#onLine);
    removeEventListener('offline', this.#onLine);
  }
}
