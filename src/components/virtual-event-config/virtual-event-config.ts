import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { SavedSettingsController, SettingsHost } from '../../controllers/saved-settings-controller.js';
import { isTimeZone, type EventSnapshot } from '../../core/event-details.js';
import { hasEnded } from '../../core/event-phase.js';
import type { Finding } from '../../core/finding.js';
import { wholeSettings, type AttendanceSettings, type EventAttendanceType } from '../../core/virtual-config.js';
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
import { attendanceCards } from './attendance-cards.js';
import { jsonFrom, momentFrom } from './attribute-values.js';
import { bones } from './bones.js';
import { findingWords } from './finding-words.js';
import { roomSection } from './room-section.js';
import type * as Saving from './saving.js';
import { numberFields, pathOf, SettingsEntry, type NumberField } from './settings-entry.js';
import { endedSummary, summary } from './summary.js';
import { styles } from './virtual-event-config.styles.js';

/**
 * An organizer's form: how an event can be attended, and how its room opens. A control of the form around it, or by itself
 * with a backend, from which it loads and to which it saves.
 *
 * @csspart types - The three cards.
 * @csspart type - One card.
 * @csspart input - The field of a number.
 * @csspart advice - What is to be said at a control, or about saving.
 * @csspart summary - What the settings come to, in words and as a strip of time.
 * @csspart strip - The strip of time.
 * @csspart save - The button that saves.
 * @cssstate loading - The settings are not known yet.
 * @cssstate ended - The event is over, and nothing can be changed.
 * @cssstate changed - Something was entered that is not saved yet.
 * @cssstate saving - It is being saved.
 * @cssstate failed - It could not be saved; what was entered stays.
 * @cssstate conflict - Someone else saved meanwhile.
 * @cssprop --vee-accent - What is chosen, and the button that saves.
 * @cssprop --vee-on-accent - Words on the accent.
 * @cssprop --vee-danger - What cannot be saved.
 * @cssprop --vee-radius - Corners.
 * @fires {Event} input - Something was entered.
 * @fires {Event} change - An entry was finished.
 * @fires {SaveEvent} save - The backend holds what was entered.
 * @fires {SaveErrorEvent} save-error - Saving did not work.
 */
export class VirtualEventConfig extends FormAssociated(BaseElement) implements SettingsHost {
  static override styles = [tokens, button, spinner, styles];

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
  #isChosen = false;
  #saving: typeof Saving | undefined;
  #saved: SavedSettingsController | undefined;
  /** What saves by itself could not be fetched. */
  #isLost = false;

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
    this.#entry.take(settings);
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
      const field = numberFields.find((known) => pathOf(known) === finding.field);
      const message = findingWords(finding, this.language);
      return { flags: { customError: true }, message, anchor: at(field ? `#${field}` : 'input:checked') };
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('service') || changed.has('backend') || changed.has('eventId')) void this.#follow();
    const { states } = this.internals;
    states.clear();
    if (this.#isLoading) states.add('loading');
    if (this.#endedAt !== undefined) states.add('ended');
    if (this.#saved?.isChanged) states.add('changed');
    if (this.#saved && this.#saved.saving.state !== 'idle') states.add(this.#saved.saving.state);
  }

  protected override render(): TemplateResult {
    return html`<div class="form" aria-busy=${this.#isLoading} @keydown=${this.#onKey}>
      <header class="intro">
        <h2>${msg('Virtual attendance', { id: 'events.virtualConfig.title' })}</h2>
        <p class="help">
          ${msg('How people take part, and what happens online.', { id: 'events.virtualConfig.description' })}
        </p>
      </header>
      ${this.#isLoading ? bones() : (this.#trouble() ?? this.#form())}
    </div>`;
  }

  /** What is said in the form's place when there is nothing to fill in. */
  #trouble(): TemplateResult | undefined {
    if (this.#isLost) {
      const words = msg('This form could not be loaded in full.', { id: 'events.virtualConfig.lost' });
      const label = msg('Try again', { id: 'events.virtualConfig.tryAgain' });
      return advice({
        severity: 'error',
        isAlert: true,
        words,
        answers: [{ label, press: () => void this.#follow() }],
      });
    }
    const { watched } = this.#saved ?? {};
    if (!watched?.error || watched.snapshot) return undefined;
    return this.#saving?.loadTrouble(watched.error.reason, watched.retryAt, this.language, () => {
      void this.#saved?.refresh();
    });
  }

  #form(): TemplateResult {
    const entry = this.#entry;
    const endedAt = this.#endedAt;
    const { language } = this;
    const isReadonly = this.readonly;
    const isDisabled = this.isDisabled || endedAt !== undefined;
    const type = entry.settings.attendanceType;
    const timing = { startsAt: this.#startsAt, endsAt: this.#endsAt, timeZone: this.#zone, language };
    const isChosen = this.#isChosen || !this.required;
    const cards = attendanceCards({
      chosen: isChosen ? type : undefined,
      isDisabled,
      isReadonly,
      onInput: this.#onChoose,
      onChange: this.#onDone,
    });
    if (endedAt !== undefined) return html`${cards}${endedSummary(endedAt, this.#zone, language)}`;
    const room =
      type === 'in-person'
        ? nothing
        : roomSection({
            ...timing,
            entry,
            findings: this.#findings(),
            isDisabled,
            isReadonly,
            onInput: this.#onNumber,
            onChange: this.#onDone,
            mend: this.#onMend,
          });
    return html`${cards}${room}${summary({ ...timing, settings: entry.settings, isChosen })}
    ${
      this.#saved && this.#saving
        ? this.#saving.saveFoot(this.#saved, isDisabled || isReadonly, language, () => void this.save())
        : nothing
    }`;
  }

  /** Whether there is a backend, and its word is still to come. */
  get #isLoading(): boolean {
    if (!this.#hasBackend || this.#isLost) return false;
    const { watched } = this.#saved ?? {};
    return !watched?.snapshot && !watched?.error;
  }

  get #hasBackend(): boolean {
    return (this.service !== undefined || this.backend !== '') && this.eventId !== '';
  }

  get #facts(): EventSnapshot | undefined {
    return this.#saved?.watched.snapshot;
  }

  get #startsAt(): number | undefined {
    return this.startsAt ?? this.#facts?.event.startsAt;
  }

  get #endsAt(): number | undefined {
    return this.endsAt ?? this.#facts?.event.endsAt;
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
    return this.#entry.findings({
      startsAt: this.#startsAt,
      endsAt: this.#endsAt,
      rsvpCount: this.rsvpCount,
      now: this.#saved?.now ?? Date.now(),
      features: this.#facts?.features,
    });
  }

  async #follow(): Promise<void> {
    this.#isLost = false;
    if (this.#hasBackend) {
      try {
        this.#saving ??= await import('./saving.js');
        this.#saved ??= new this.#saving.SavedSettingsController(this);
      } catch {
        this.#isLost = true;
      }
    }
    this.#saved?.follow(this.#hasBackend ? this.#saving?.serviceFor(this) : undefined, this.eventId);
    this.requestUpdate();
  }

  #finish(): void {
    this.#entry.finish();
    this.requestUpdate();
  }

  readonly #onChoose = (type: EventAttendanceType): void => {
    this.#isChosen = true;
    this.#entry.choose(type);
    this.requestUpdate();
  };

  readonly #onNumber = (field: NumberField, text: string): void => {
    this.#entry.type(field, text);
    this.requestUpdate();
  };

  // The native event ends at the shadow root.
  readonly #onDone = (): void => {
    this.#finish();
    this.dispatchEvent(new Event('change', { bubbles: true }));
  };

  readonly #onMend = (changes: Readonly<Record<string, unknown>>): void => {
    this.#entry.set(changes);
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.#onDone();
  };

  // Fields in a shadow root do not submit the form by Enter on their own.
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
    this.#finish();
    if (this.form) this.form.requestSubmit();
    else void this.save();
  };
}
