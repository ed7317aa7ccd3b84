import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { SavedSettingsController, type SettingsHost } from '../../controllers/saved-settings-controller.js';
import type { EventSnapshot } from '../../core/event-details.js';
import { isTimeZone } from '../../core/event-details.js';
import { hasEnded } from '../../core/event-phase.js';
import {
  checkAttendanceSettings,
  limits,
  withAttendanceType,
  wholeSettings,
  type AttendanceSettings,
  type EventAttendanceType,
} from '../../core/virtual-config.js';
import type { Finding } from '../../core/finding.js';
import type { VirtualEventError } from '../../core/virtual-event-error.js';
import { SaveErrorEvent } from '../../events/save-error-event.js';
import { SaveEvent } from '../../events/save-event.js';
import { formatDay, formatNumber, formatTime } from '../../locales/format.js';
import { msg, speaking, str } from '../../locales/localization.js';
import type { Credential, EventCallingIntegration } from '../../services/event-calling-integration.js';
import { button } from '../../styles/button.js';
import { spinner } from '../../styles/spinner.js';
import { tokens } from '../../styles/tokens.js';
import { BaseElement } from '../base-element.js';
import { FormAssociated, type Invalidity } from '../form-associated.js';
import { serviceFor } from '../service-context.js';
import { advice, type AdviceView } from './advice.js';
import { attendanceCards } from './attendance-cards.js';
import { findingWords } from './finding-words.js';
import { numberRow } from './number-row.js';
import { loadTrouble, saveFoot, saveTrouble } from './saving-view.js';
import { summary } from './summary.js';
import { styles } from './virtual-event-config.styles.js';
import { wholeNumber } from './whole-number.js';

type NumberField = 'autoStartMinutes' | 'maxVirtualAttendees';
const numberFields: readonly NumberField[] = ['autoStartMinutes', 'maxVirtualAttendees'];
const pathOf = (field: NumberField): string => `virtualConfig.${field}`;

const fromJson = (attribute: string | null): unknown => {
  if (attribute === null) return undefined;
  try {
    return JSON.parse(attribute);
  } catch {
    console.error('virtual-event-config: the value attribute is not JSON.');
    return undefined;
  }
};

/** Epoch milliseconds, or a date and time as ISO 8601 writes it. */
const fromMoment = (attribute: string | null): number | undefined => {
  if (!attribute) return undefined;
  const moment = /^-?\d+$/.test(attribute) ? Number(attribute) : Date.parse(attribute);
  return Number.isNaN(moment) ? undefined : moment;
};

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
  /** Start of the event: epoch milliseconds; as an attribute also ISO 8601. */
  @property({ attribute: 'starts-at', converter: fromMoment }) startsAt: number | undefined;
  /** End of the event: epoch milliseconds; as an attribute also ISO 8601. */
  @property({ attribute: 'ends-at', converter: fromMoment }) endsAt: number | undefined;
  /** IANA name of the event's zone; times are told in it. By default the visitor's. */
  @property({ attribute: 'time-zone' }) timeZone = '';
  /** How many people said that they will come. */
  @property({ attribute: 'rsvp-count', type: Number }) rsvpCount: number | undefined;

  /** What is set; as an attribute JSON. `null` with `required` until something was chosen. Unknown fields pass through. */
  @property({ converter: fromJson })
  get value(): AttendanceSettings | null {
    return this.#isChosen || !this.required ? structuredClone(this.#settings) : null;
  }
  set value(value: AttendanceSettings | null | undefined) {
    this.#isChosen = value !== null && value !== undefined;
    this.#take(wholeSettings(value));
  }

  /** What stands in a number's field where that is not simply the number. */
  @state() private drafts: Partial<Record<NumberField, string>> = {};

  readonly #saved = new SavedSettingsController(this);
  #settings = wholeSettings(undefined);
  #isChosen = false;
  #typing: NumberField | undefined;
  /** Findings that are on show; while someone types no new ones join them. */
  #shown = new Set<string>();

  /** Saves what was entered. Never rejects: trouble comes as `save-error`. Does nothing without a backend. */
  async save(): Promise<void> {
    this.#typing = undefined;
    this.requestUpdate();
    const wrong = this.invalidity();
    if (wrong) wrong.anchor?.focus();
    else await this.#saved.save();
  }

  override focus(options?: FocusOptions): void {
    const target = this.invalidity()?.anchor ?? this.renderRoot.querySelector<HTMLElement>('input:checked, input');
    target?.focus(options);
  }

  currentSettings(): AttendanceSettings {
    return this.#settings;
  }

  adoptSettings(settings: AttendanceSettings): void {
    this.#isChosen = true;
    this.#take(settings);
  }

  onSaved({ event }: EventSnapshot): void {
    this.dispatchEvent(new SaveEvent(event));
  }

  onSaveFailed(error: VirtualEventError): void {
    this.dispatchEvent(new SaveErrorEvent(error));
  }

  saveAgain(): void {
    if (!this.invalidity()) void this.#saved.save();
  }

  constructor() {
    super();
    this.addEventListener('invalid', () => {
      this.#typing = undefined;
      for (const field of numberFields) this.#shown.add(pathOf(field));
      this.requestUpdate();
    });
  }

  protected formValue(): string | null {
    return JSON.stringify(this.value);
  }

  protected reset(): void {
    this.value = fromJson(this.getAttribute('value')) as AttendanceSettings | undefined;
  }

  protected restore(value: string): void {
    this.value = fromJson(value) as AttendanceSettings | undefined;
  }

  protected invalidity(): Invalidity | undefined {
    return speaking(this.language, () => {
      const at = (selector: string): HTMLElement | undefined =>
        this.renderRoot.querySelector<HTMLElement>(selector) ?? undefined;
      if (this.value === null) {
        const message = msg('Choose how people can take part.', { id: 'events.virtualConfig.choose' });
        return { flags: { valueMissing: true }, message, anchor: at('input') };
      }
      const finding = this.#findings().find(({ severity }) => severity === 'error');
      if (!finding) return undefined;
      const field = numberFields.find((known) => pathOf(known) === finding.field);
      return {
        flags: { customError: true },
        message: findingWords(finding, this.language),
        anchor: at(field ? `#${field}` : 'input:checked'),
      };
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('service') || changed.has('backend') || changed.has('eventId')) {
      this.#saved.follow(serviceFor(this), this.eventId);
    }
    const { states } = this.internals;
    const { saving, isFollowing, watched, isChanged } = this.#saved;
    states.clear();
    if (isFollowing && !watched.snapshot && !watched.error) states.add('loading');
    if (this.#endedAt() !== undefined) states.add('ended');
    if (isChanged) states.add('changed');
    if (saving.state !== 'idle') states.add(saving.state);
  }

  protected override render(): TemplateResult {
    const { isFollowing, watched } = this.#saved;
    const intro = html`<header class="intro">
      <h2>${msg('Virtual attendance', { id: 'events.virtualConfig.title' })}</h2>
      <p class="help">
        ${msg('How people take part, and what happens online.', { id: 'events.virtualConfig.description' })}
      </p>
    </header>`;
    if (isFollowing && !watched.snapshot) {
      return html`<div class="form" aria-busy=${!watched.error}>
        ${intro}${
          watched.error
            ? loadTrouble(watched.error.reason, watched.retryAt, this.language, () => void this.#saved.refresh())
            : html`<div class="types"><span class="bone"></span><span class="bone"></span><span class="bone"></span></div>
              <div class="bone tall"></div>
              <span class="hidden">${msg('Loading', { id: 'events.virtualConfig.loading' })}</span>`
        }
      </div>`;
    }
    const endedAt = this.#endedAt();
    const isDisabled = this.isDisabled || endedAt !== undefined;
    const { attendanceType } = this.#settings;
    return html`<div class="form" @keydown=${this.#onKey}>
      ${intro}
      ${attendanceCards({
        chosen: this.#isChosen || !this.required ? attendanceType : undefined,
        isDisabled,
        isReadonly: this.readonly,
        choose: this.#onChoose,
      })}
      ${
        endedAt !== undefined
          ? html`<div class="summary"><p role="status">${this.#endedWords(endedAt)}</p></div>`
          : html`${attendanceType === 'in-person' ? nothing : this.#room(isDisabled)}
          ${summary({
            settings: this.#settings,
            startsAt: this.#startsAt,
            endsAt: this.#endsAt,
            timeZone: this.#zone,
            language: this.language,
          })}
          ${isFollowing ? this.#foot(isDisabled) : nothing}`
      }
    </div>`;
  }

  #room(isDisabled: boolean): TemplateResult {
    const findings = this.#findings();
    const common = { isDisabled, isReadonly: this.readonly };
    const config = this.#settings.virtualConfig;
    const elsewhere = findings.filter(({ field }) => !numberFields.some((known) => pathOf(known) === field));
    return html`<section>
      <h3>${msg('Room', { id: 'events.virtualConfig.room' })}</h3>
      <div class="rows">
        ${numberRow({
          ...common,
          ...this.#number('autoStartMinutes', findings),
          label: msg('Open the doors', { id: 'events.virtualConfig.autoStartLabel' }),
          help: this.#doorsHelp(config.autoStartMinutes),
          unit: msg('min', { id: 'events.virtualConfig.minutes' }),
        })}
        ${numberRow({
          ...common,
          ...this.#number('maxVirtualAttendees', findings),
          label: msg('Limit online places', { id: 'events.virtualConfig.limitLabel' }),
          help: msg('Leave it empty for no limit.', { id: 'events.virtualConfig.limitHelp' }),
          unit: msg('places', { id: 'events.virtualConfig.places' }),
        })}
      </div>
    </section>
    ${elsewhere.map((finding) => advice(this.#adviceOn(finding)))}`;
  }

  #number(field: NumberField, findings: readonly Finding[]) {
    const path = pathOf(field);
    const finding = findings.find((found) => found.field === path);
    const key = finding && `${path} ${finding.code}`;
    // Nobody is corrected in the middle of a number.
    if (key && this.#typing !== field) this.#shown.add(key);
    else if (!key) for (const shown of this.#shown) if (shown.startsWith(path)) this.#shown.delete(shown);
    return {
      id: field,
      text: this.drafts[field] ?? this.#settings.virtualConfig[field]?.toString() ?? '',
      advice: finding && key && this.#shown.has(key) ? this.#adviceOn(finding) : undefined,
      onInput: (text: string) => this.#onNumber(field, text),
      onChange: () => this.#onNumberDone(field),
    };
  }

  #adviceOn(finding: Finding): AdviceView {
    const { code, severity, params = {} } = finding;
    const words = findingWords(finding, this.language);
    const { max } = limits.maxVirtualAttendees;
    const rsvps = Number(params['rsvps']);
    if (code === 'below-rsvps' && rsvps <= max && !this.readonly) {
      const label = msg(str`Raise to ${formatNumber(this.language, rsvps)}`, { id: 'events.virtualConfig.raiseTo' });
      return { severity, words, answers: [{ label, press: () => this.#set({ maxVirtualAttendees: rsvps }) }] };
    }
    if (code === 'unsupported-by-backend' && !this.readonly) {
      const label = msg('Do without', { id: 'events.virtualConfig.doWithout' });
      const key = finding.field.replace('virtualConfig.', '');
      return { severity, words, answers: [{ label, press: () => this.#set({ [key]: false }) }] };
    }
    return { severity, words };
  }

  #doorsHelp(minutes: number): string {
    if (this.#startsAt === undefined) {
      return msg('Minutes before the start.', { id: 'events.virtualConfig.autoStartHelp' });
    }
    const zone = this.#zone;
    const time = formatTime(this.language, this.#startsAt - minutes * 60_000, zone);
    const place = zone?.split('/').at(-1)?.replaceAll('_', ' ');
    return place
      ? msg(str`Minutes before the start: at ${time}, ${place} time.`, { id: 'events.virtualConfig.autoStartHelpAtIn' })
      : msg(str`Minutes before the start: at ${time}.`, { id: 'events.virtualConfig.autoStartHelpAt' });
  }

  #endedWords(endedAt: number): string {
    const day = formatDay(this.language, endedAt, this.#zone);
    const time = formatTime(this.language, endedAt, this.#zone);
    return msg(str`This event ended on ${day}, ${time}. Its room can no longer be changed.`, {
      id: 'events.virtualConfig.ended',
    });
  }

  #foot(isDisabled: boolean): TemplateResult {
    const { saving, savedAt, isChanged } = this.#saved;
    return html`${saveTrouble(saving, {
      takeTheirs: () => this.#saved.takeTheirs(),
      keepMine: () => this.#saved.keepMine(),
    })}
    ${saveFoot({
      saving,
      savedAt,
      isChanged,
      isDisabled: isDisabled || this.readonly,
      language: this.language,
      save: () => void this.save(),
    })}`;
  }

  get #startsAt(): number | undefined {
    return this.startsAt ?? this.#saved.watched.snapshot?.event.startsAt;
  }

  get #endsAt(): number | undefined {
    return this.endsAt ?? this.#saved.watched.snapshot?.event.endsAt;
  }

  get #zone(): string | undefined {
    const zone = this.timeZone || this.#saved.watched.snapshot?.event.timeZone;
    return isTimeZone(zone) ? zone : undefined;
  }

  /** When the event ended, epoch milliseconds, if the backend says that it did. */
  #endedAt(): number | undefined {
    const { snapshot } = this.#saved.watched;
    if (!snapshot || !hasEnded(snapshot.event, snapshot.room, this.#saved.now)) return undefined;
    return snapshot.room.endedAt ?? snapshot.event.endsAt;
  }

  /** What was entered, with numbers as they stand in their fields, right or not. */
  #findings(): Finding[] {
    const { startsAt, drafts } = { startsAt: this.#startsAt, drafts: this.drafts };
    const { attendanceType, virtualConfig } = this.#settings;
    const entered: Record<string, unknown> = { ...virtualConfig };
    if (attendanceType !== 'in-person') {
      for (const field of numberFields) {
        const draft = drafts[field];
        if (draft === undefined) continue;
        entered[field] = wholeNumber(draft) ?? (field === 'autoStartMinutes' ? NaN : undefined);
      }
    }
    return checkAttendanceSettings(
      { attendanceType, virtualConfig: entered },
      {
        startsAt,
        endsAt: this.#endsAt,
        rsvpCount: this.rsvpCount,
        now: this.#saved.now,
        features: this.#saved.watched.snapshot?.features,
      },
    );
  }

  #take(settings: AttendanceSettings): void {
    this.#settings = settings;
    this.drafts = {};
    this.#typing = undefined;
    this.#shown.clear();
    this.requestUpdate();
  }

  /** A change by a press: both events at once, as of a native control. */
  #set(changes: Record<string, unknown>): void {
    const { virtualConfig } = this.#settings;
    for (const key of Object.keys(changes)) this.drafts = { ...this.drafts, [key]: undefined };
    this.#settings = { ...this.#settings, virtualConfig: { ...virtualConfig, ...changes } };
    this.requestUpdate();
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  readonly #onChoose = (type: EventAttendanceType): void => {
    this.#isChosen = true;
    this.#settings = withAttendanceType(this.#settings, type);
    this.requestUpdate();
    this.dispatchEvent(new Event('change', { bubbles: true }));
  };

  #onNumber(field: NumberField, text: string): void {
    this.#typing = field;
    this.drafts = { ...this.drafts, [field]: text };
    if (this.#findings().some((finding) => finding.field === pathOf(field) && finding.severity === 'error')) return;
    const number = wholeNumber(text);
    const { [field]: _, ...others } = this.#settings.virtualConfig;
    const virtualConfig = { ...others, ...(number !== undefined && { [field]: number }) };
    this.#settings = { ...this.#settings, virtualConfig: virtualConfig as AttendanceSettings['virtualConfig'] };
  }

  #onNumberDone(field: NumberField): void {
    this.#typing = undefined;
    const isWrong = this.#findings().some(({ severity, field: at }) => at === pathOf(field) && severity === 'error');
    if (!isWrong) this.drafts = { ...this.drafts, [field]: undefined };
    this.requestUpdate();
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  // Fields in a shadow root do not submit the form by Enter on their own.
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
    if (this.#typing) this.#onNumberDone(this.#typing);
    if (this.form) this.form.requestSubmit();
    else if (this.#saved.isFollowing) void this.save();
  };
}
