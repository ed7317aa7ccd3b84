import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { SavedSettingsController } from '../../controllers/saved-settings-controller.js';
import type { SettingsHost } from '../../controllers/settings-host.js';
import { isTimeZone, type EventSnapshot } from '../../core/event-details.js';
import { hasEnded } from '../../core/event-phase.js';
import type { Finding } from '../../core/finding.js';
import { faultsOf } from '../../core/settings-shape.js';
import { wholeSettings, type AttendanceSettings } from '../../core/virtual-config.js';
import type { VirtualEventError } from '../../core/virtual-event-error.js';
import { SaveErrorEvent } from '../../events/save-error-event.js';
import { SaveEvent } from '../../events/save-event.js';
import { msg, speaking } from '../../locales/localization.js';
import type { Credential, EventCallingIntegration } from '../../services/event-calling-integration.js';
import { button } from '../../styles/button.js';
import { spinner } from '../../styles/spinner.js';
import { tokens } from '../../styles/tokens.js';
import { BaseElement } from '../base-element.js';
import { FormAssociated, type Invalidity } from '../form-associated.js';
import { advice } from './advice.js';
import { Announcer } from './announcer.js';
import { attendanceCards } from './attendance-cards.js';
import { jsonFrom, momentFrom } from './attribute-values.js';
import { bones, introBones } from './bones.js';
import type { Timing } from './clock.js';
import { FetchedParts } from './fetched-parts.js';
import { FocusKeeper } from './focus-keeper.js';
import { formActions } from './form-actions.js';
import type { FormView } from './form-view.js';
import { intro, loading } from './intro.js';
import { messages } from './messages.js';
import { controlAt, SettingsEntry } from './settings-entry.js';
import { choiceSummary, inPersonSummary } from './summary.js';
import { styles } from './virtual-event-config.styles.js';

/**
 * An organizer's form: how an event can be attended, and what its room is like. A control of the form around it, or by
 * itself with a backend, from which it loads and to which it saves.
 *
 * What an organizer entered is not lost: not by going to another way to attend and back, not by trouble with the backend,
 * and with `backend` not by a reload of the page in its tab. Where someone else saved meanwhile, changes of different
 * fields are brought together, and the same fields are shown side by side to choose from.
 *
 * @csspart types - The three cards.
 * @csspart type - One card.
 * @csspart presets - What to start from.
 * @csspart preset - The button of one preset.
 * @csspart section - The room, privacy, breakout rooms.
 * @csspart input - The field of a number, of a name or of a list.
 * @csspart switch - What is on or off.
 * @csspart advice - What is to be said at a control, or about saving.
 * @csspart recording - The link to the recording.
 * @csspart live - What is said while the room is open.
 * @csspart summary - What the settings come to, in words and as a strip of time.
 * @csspart strip - The strip of time.
 * @csspart zone - What is said about the event's zone and the visitor's.
 * @csspart conflict - What someone else set differently meanwhile.
 * @csspart difference - One field of it.
 * @csspart save - The button that saves.
 * @cssstate loading - The settings are not known yet.
 * @cssstate live - The room is open.
 * @cssstate ended - The event is over, and nothing can be changed.
 * @cssstate changed - Something was entered that is not saved yet.
 * @cssstate saving - It is being saved.
 * @cssstate failed - It could not be saved; what was entered stays.
 * @cssstate conflict - Someone else saved the same fields meanwhile.
 * @cssprop --vee-accent - What is chosen or on, and the button that saves.
 * @cssprop --vee-on-accent - Words on the accent.
 * @cssprop --vee-surface - The ground.
 * @cssprop --vee-ink - Words.
 * @cssprop --vee-muted - Lines of help.
 * @cssprop --vee-control - Edges of fields and switches.
 * @cssprop --vee-line - Lines between rows.
 * @cssprop --vee-live - The dot while the room is open.
 * @cssprop --vee-danger - What cannot be saved.
 * @cssprop --vee-radius - Corners.
 * @fires {Event} input - Something was entered.
 * @fires {Event} change - An entry was finished.
 * @fires {SaveEvent} save - The backend holds what was entered.
 * @fires {SaveErrorEvent} save-error - Saving did not work.
 */
export class VirtualEventConfig extends FormAssociated(BaseElement) implements SettingsHost {
  static override styles = [tokens, button, spinner, styles];
  static override messages = messages;

  /** The backend's address; with it and `eventId` the element loads and saves by itself. */
  @property() backend = '';
  /** Which event. */
  @property({ attribute: 'event-id' }) eventId = '';
  /** A service to work with instead of `backend`. */
  @property({ attribute: false }) service: EventCallingIntegration | undefined;
  /** Who saves: a token that the host site signed, or a function that fetches one. */
  @property({ attribute: false }) credential: Credential | undefined;
  /** Start of the event: epoch milliseconds; as an attribute also ISO 8601. By default the backend's word. */
  @property({ attribute: 'starts-at', converter: momentFrom }) startsAt: number | undefined;
  /** End of the event: epoch milliseconds; as an attribute also ISO 8601. By default the backend's word. */
  @property({ attribute: 'ends-at', converter: momentFrom }) endsAt: number | undefined;
  /** IANA name of the event's zone, in which times are told. By default the backend's word, else the visitor's. */
  @property({ attribute: 'time-zone' }) timeZone = '';
  /** How many people said that they will come. */
  @property({ attribute: 'rsvp-count', type: Number }) rsvpCount: number | undefined;

  /** What is set; as an attribute JSON. `null` with `required` until something was chosen. Unknown fields pass through. */
  @property({ converter: jsonFrom })
  get value(): AttendanceSettings | null {
    return this.#isChosen || !this.required ? structuredClone(this.#entry.settings) : null;
  }
  set value(value: AttendanceSettings | null | undefined) {
    this.#isChosen = value !== null && value !== undefined;
    this.#entry.take(wholeSettings(value));
  }

  readonly #entry = new SettingsEntry();
  readonly #parts = new FetchedParts(this);
  readonly #announcer = new Announcer(this);
  readonly #focus = new FocusKeeper(this);
  readonly #visitorZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  #isChosen = false;
  #saved: SavedSettingsController | undefined;

  constructor() {
    super();
    // The form asks whether all is well: what was still being typed counts as entered.
    this.addEventListener('invalid', () => this.#finish());
  }

  /** Saves what was entered. Never rejects: trouble comes as `save-error`. Does nothing without a backend. */
  async save(): Promise<void> {
    this.#finish();
    const wrong = this.invalidity();
    if (wrong) wrong.anchor?.focus();
    else await this.#saved?.save();
  }

  override focus(options?: FocusOptions): void {
    const first = this.renderRoot.querySelector<HTMLElement>('input:checked') ?? this.renderRoot.querySelector('input');
    (this.invalidity()?.anchor ?? first)?.focus(options);
  }

  /** @internal */
  currentSettings(): AttendanceSettings {
    return this.#entry.settings;
  }

  /** @internal */
  adoptSettings(settings: AttendanceSettings): void {
    this.#isChosen = true;
    this.#entry.adopt(settings);
    this.requestUpdate();
  }

  /** @internal */
  onSaved({ event }: EventSnapshot): void {
    this.dispatchEvent(new SaveEvent(event));
  }

  /** @internal */
  onSaveFailed(error: VirtualEventError): void {
    this.dispatchEvent(new SaveErrorEvent(error));
  }

  /** @internal */
  saveAgain(): void {
    if (!this.invalidity()) void this.#saved?.save();
  }

  protected formValue(): string | null {
    const { value } = this;
    return value && JSON.stringify(value);
  }

  protected reset(): void {
    this.value = jsonFrom(this.getAttribute('value')) as AttendanceSettings | undefined;
    this.#saved?.reset();
  }

  protected restore(value: string): void {
    this.value = jsonFrom(value) as AttendanceSettings | undefined;
  }

  protected invalidity(): Invalidity | undefined {
    const at = (selector: string): HTMLElement | undefined => this.renderRoot.querySelector(selector) ?? undefined;
    return speaking(this.language, () => {
      if (this.value === null) {
        const message = msg('Choose how people can take part.', { id: 'events.virtualConfig.choose' });
        return { flags: { valueMissing: true }, message, anchor: at('input') };
      }
      const finding = this.#findings().find(({ severity }) => severity === 'error');
      if (!finding) return undefined;
      const id = controlAt(finding.field);
      const anchor = at(`input#${id}, #${id} :is(input, textarea)`) ?? at('input:checked');
      const message =
        this.#parts.details?.findingWords(finding, this.language) ??
        msg('Something here does not fit, and cannot be saved.', { id: 'events.findings.other' });
      return { flags: { customError: true }, message, anchor };
    });
  }

  /** Also waits for what is fetched when it is needed. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    if (!this.#parts.pending) return isComplete;
    await this.#parts.pending;
    return super.getUpdateComplete();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('service') || changed.has('backend') || changed.has('eventId')) void this.#follow();
    this.#parts.needDetails();
    const { states } = this.internals;
    states.clear();
    if (this.#isLoading) states.add('loading');
    if (this.#endedAt !== undefined) states.add('ended');
    else if (this.#isLive) states.add('live');
    if (this.#saved?.isChanged) states.add('changed');
    if (this.#saved && this.#saved.saving.state !== 'idle') states.add(this.#saved.saving.state);
  }

  protected override render(): TemplateResult {
    return html`<div class="form" aria-busy=${this.#isLoading || !this.hasWords} @keydown=${this.#onKey}>
      ${this.hasWords ? intro() : introBones()}
      ${!this.hasWords ? bones() : this.#isLoading ? [bones(), loading()] : (this.#trouble() ?? this.#form())}
      ${this.#announcer.region()}
    </div>`;
  }

  /** What is said in the form's place when there is nothing to fill in. */
  #trouble(): TemplateResult | undefined {
    if (this.#parts.isLost && this.#hasBackend && !this.#saved) return this.#lost();
    const { watched } = this.#saved ?? {};
    if (!watched?.error || watched.snapshot) return undefined;
    return this.#parts.saving?.loadTrouble(this.#saved!, this.language);
  }

  #lost(): TemplateResult {
    const words = msg('This form could not be loaded in full.', { id: 'events.virtualConfig.lost' });
    const label = msg('Try again', { id: 'events.virtualConfig.tryAgain' });
    const press = (): void => {
      this.#parts.tryAgain();
      void this.#follow();
    };
    return advice({ severity: 'error', isAlert: true, words, answers: [{ label, press }] });
  }

  #form(): TemplateResult {
    const { language } = this;
    const { details, saving } = this.#parts;
    const endedAt = this.#endedAt;
    const isOver = endedAt !== undefined;
    const isDisabled = this.isDisabled || isOver;
    const isChosen = this.#isChosen || !this.required;
    const entry = this.#entry;
    const view = this.#view(isDisabled);
    const {
      attendanceType,
      virtualConfig: { recordingUrl },
    } = entry.settings;
    const cards = attendanceCards({
      chosen: isChosen ? attendanceType : undefined,
      isDisabled,
      isReadonly: this.readonly,
      advices: isOver ? [] : (details?.adviceOn(entry.shownAt('attendanceType', view.findings), view, 'type') ?? []),
      onInput: (type) => {
        this.#isChosen = true;
        entry.choose(type);
        this.requestUpdate();
      },
      onChange: this.#onDone,
    });
    if (isOver) {
      return html`${cards}${saving!.endedSummary(endedAt, this.#zone, language)}
      ${recordingUrl && details ? html`<div class="rows">${details.recordingRow(recordingUrl)}</div>` : nothing}`;
    }
    const isOnline = isChosen && attendanceType !== 'in-person';
    const sums = isOnline ? details?.roomSummary(view) : isChosen ? inPersonSummary(entry.settings) : choiceSummary();
    return html`${this.#isLive ? saving!.liveNote(this.#facts!.room.participantCount, language) : nothing}
    ${cards} ${details ? (isChosen ? details.sections(view) : nothing) : isOnline ? this.#absent() : nothing}
    ${sums ? html`<div part="summary" class="summary">${sums}</div>` : nothing}
    ${
      this.#saved && saving
        ? saving.saveFoot({
            saved: this.#saved,
            mine: entry.settings,
            isDisabled: isDisabled || this.readonly,
            language,
            save: () => void this.save(),
            focusOn: view.focusOn,
          })
        : nothing
    }`;
  }

  /** In the place of what shows the room, while that is being fetched or could not be. */
  #absent(): TemplateResult {
    return this.#parts.isLost ? this.#lost() : html`<div class="bone tall"></div>`;
  }

  #view(isDisabled: boolean): FormView {
    return {
      ...this.#timing,
      ...this.#actions,
      entry: this.#entry,
      findings: this.#findings(),
      features: this.#facts?.features,
      isDisabled,
      isReadonly: this.readonly,
    };
  }

  /** Whether there is a backend, and its word is still to come. */
  get #isLoading(): boolean {
    if (!this.#hasBackend || (this.#parts.isLost && !this.#saved)) return false;
    const { watched } = this.#saved ?? {};
    return !watched?.snapshot && !watched?.error;
  }

  get #hasBackend(): boolean {
    return (this.service !== undefined || this.backend !== '') && this.eventId !== '';
  }

  get #facts(): EventSnapshot | undefined {
    return this.#saved?.watched.snapshot;
  }

  get #isLive(): boolean {
    return this.#facts?.room.state === 'open';
  }

  get #timing(): Timing {
    return {
      startsAt: this.startsAt ?? this.#facts?.event.startsAt,
      endsAt: this.endsAt ?? this.#facts?.event.endsAt,
      timeZone: this.#zone,
      visitorZone: this.#visitorZone,
      language: this.language,
    };
  }

  get #zone(): string | undefined {
    const zone = this.timeZone || this.#facts?.event.timeZone;
    return isTimeZone(zone) ? zone : undefined;
  }

  /** When the event ended, epoch milliseconds, if the backend says that it did. */
  get #endedAt(): number | undefined {
    const { event, room } = this.#facts ?? {};
    if (!event || !room || !this.#saved || !hasEnded(event, room, this.#saved.now)) return undefined;
    return room.endedAt ?? event.endsAt;
  }

  #findings(): Finding[] {
    const { startsAt, endsAt } = this.#timing;
    const facts = this.#facts;
    // Until the rules are here, what is not whole is told.
    const check = this.#parts.details?.checkAttendanceSettings ?? faultsOf;
    return check(this.#entry.entered(), {
      startsAt,
      endsAt,
      rsvpCount: this.rsvpCount,
      now: this.#saved?.now ?? Date.now(),
      features: facts?.features,
      saved: this.#saved?.base,
      isLive: this.#isLive,
      startedAt: facts?.room.startedAt,
      inside: facts?.room.participantCount,
    });
  }

  async #follow(): Promise<void> {
    const saving = this.#hasBackend ? await this.#parts.fetchSaving() : undefined;
    if (saving) this.#saved ??= new saving.SavedSettingsController(this);
    this.#saved?.follow(saving?.serviceFor(this), this.eventId);
    this.requestUpdate();
  }

  #finish(): void {
    this.#entry.finish();
    this.requestUpdate();
  }

  // The native event ends at the shadow root.
  readonly #onDone = (): void => {
    this.#finish();
    this.dispatchEvent(new Event('change', { bubbles: true }));
  };

  readonly #actions = formActions({
    element: this,
    entry: this.#entry,
    focus: this.#focus,
    announcer: this.#announcer,
    parts: this.#parts,
    language: () => this.language,
    done: this.#onDone,
  });

  // Fields in a shadow root do not submit the form by Enter on their own.
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
    this.#finish();
    if (this.form) this.form.requestSubmit();
    else void this.save();
  };
}
