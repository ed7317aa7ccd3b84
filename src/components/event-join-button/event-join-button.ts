import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { eachSecond } from '../../controllers/ticker.js';
import { thresholdPassed } from '../../core/countdown.js';
import type { EventDetails } from '../../core/event-details.js';
import { doorsOpenAt, phaseOf } from '../../core/event-phase.js';
import { isPassing, VirtualEventError } from '../../core/virtual-event-error.js';
import { JoinErrorEvent } from '../../events/join-error-event.js';
import { JoinEvent } from '../../events/join-event.js';
import { JoinRequestEvent } from '../../events/join-request-event.js';
import { PhaseChangeEvent, type JoinButtonPhase } from '../../events/phase-change-event.js';
import { msg, speaking, str } from '../../locales/localization.js';
import type { Credential, EventCallingIntegration } from '../../services/event-calling-integration.js';
import type { WatchedEvent } from '../../services/event-watch.js';
import { button } from '../../styles/button.js';
import { tokens } from '../../styles/tokens.js';
import { BaseElement } from '../base-element.js';
import { serviceFor } from '../service-context.js';
import { styles } from './event-join-button.styles.js';
import { joinButton, leftWords, phaseWords, type Attempt, type JoinButtonView } from './join-button-view.js';

const nothingKnown: WatchedEvent = { snapshot: undefined, error: undefined, retryAt: undefined };

/** How long a refusal for want of places, or a link in a blocked tab's stead, stands before the button returns. */
const standsFor = { full: 30_000, blocked: 120_000 };

/** A small difference between two readings of the clock; the countdown waits it out and does not jump back. */
const wobble = 2;

/**
 * An attendee's way in to an event: counts down to it, opens the conference in a new tab, and says when it is over.
 *
 * @slot not-started - What stands before the countdown; "Opens in" by default.
 * @slot waiting-room - Label while the doors are open and a host lets people in.
 * @slot live - Label while one may come in.
 * @slot ended - Label when the event is over.
 * @slot cancelled - Label when the event was cancelled.
 * @slot in-person - What stands in the button's place when there is no room online; the location by default.
 * @csspart status - The line above the button.
 * @csspart button - The button, or the link that stands in its place.
 * @csspart countdown - What stands in the button's place before the doors open.
 * @csspart place - What stands in the button's place when there is no room online.
 * @csspart line - The line beneath the button.
 * @cssstate loading - Nothing is known yet.
 * @cssstate not-started - The doors are not open yet.
 * @cssstate waiting-room - The doors are open, and a host lets people in.
 * @cssstate live - One may come in.
 * @cssstate ended - It is over.
 * @cssstate cancelled - It was cancelled.
 * @cssstate in-person - There is no room online.
 * @cssstate unavailable - Nothing can be known for now.
 * @cssstate misconfigured - The element was not told of which event.
 * @cssstate stale - The backend does not answer; what is shown is the last that was known.
 * @cssstate opening - Someone pressed, and is about to come in.
 * @cssstate blocked - The browser refused the new tab; a link stands in the button's place.
 * @cssstate refused - One may not come in; why is said in words.
 * @fires {PhaseChangeEvent} phase-change - What is shown has changed.
 * @fires {JoinRequestEvent} join-request - Someone asks to join; cancelable, before anything happens.
 * @fires {JoinEvent} join - Someone was let in.
 * @fires {JoinErrorEvent} join-error - Joining did not work, or needs the link that now stands in the button's place.
 */
export class EventJoinButton extends BaseElement {
  static override styles = [tokens, button, styles];

  /** The backend's address. */
  @property() backend = '';
  /** Which event. */
  @property({ attribute: 'event-id' }) eventId = '';
  /** Where the conference opens: in a new tab, or in place of this page. */
  @property() target: '_blank' | '_self' = '_blank';
  /** `compact` is the button alone, with the countdown in it. */
  @property({ reflect: true }) variant: 'full' | 'compact' = 'full';
  /** The name that others see; by default the credential's. */
  @property({ attribute: 'display-name' }) displayName = '';
  /** A service to work with instead of `backend`. */
  @property({ attribute: false }) service: EventCallingIntegration | undefined;
  /** Who wants to join: a token that the host site signed, or a function that fetches one. */
  @property({ attribute: false }) credential: Credential | undefined;

  @state() private attempt: Attempt | undefined;
  @state() private trouble: typeof import('./trouble.js') | undefined;
  @state() private announcement = '';

  readonly #internals = this.attachInternals();
  #phase: JoinButtonPhase = 'loading';
  #watched = nothingKnown;
  #followed: EventCallingIntegration | undefined;
  #stops: (() => void)[] = [];
  #stopTicking: (() => void) | undefined;
  #joining: Promise<void> | undefined;
  #leaving = new AbortController();
  /** Kept while it is unknown whether the last attempt went through, so that trying again takes no second seat. */
  #attemptKey: string | undefined;
  #left = { to: NaN, seconds: Infinity };
  #drawn = '';

  /** What the button shows. */
  get phase(): JoinButtonPhase {
    return this.#phase;
  }

  /** The event's facts as last known. */
  get event(): EventDetails | undefined {
    return this.#watched.snapshot?.event;
  }

  /** Asks for the event's facts now. Never rejects: trouble is shown. */
  async refresh(): Promise<void> {
    await this.#followed?.refresh(this.eventId);
  }

  /**
   * Does what a press of the button does; call it within a click, else the browser refuses the new tab. Whether one may
   * come in is the backend's word, so that a host can before the doors open. Never rejects: trouble comes as `join-error`.
   */
  join(): Promise<void> {
    return (this.#joining ??= this.#join().finally(() => (this.#joining = undefined)));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leaving = new AbortController();
    if (this.hasUpdated) this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaving.abort();
    this.#unfollow();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('service') || changed.has('backend') || changed.has('eventId')) {
      this.#watched = nothingKnown;
      this.#follow();
    }
    if (changed.has('credential') && this.attempt?.state === 'refused') this.attempt = undefined;
    this.#mark();
  }

  protected override render(): TemplateResult {
    return html`${joinButton(this.#view())}<span class="hidden" role="status">${this.announcement}</span>`;
  }

  #view(): JoinButtonView {
    const { snapshot, error, retryAt } = this.#watched;
    const { attempt } = this;
    const wrong =
      this.#phase === 'misconfigured'
        ? this.trouble?.setUpWords(this.eventId !== '')
        : attempt?.state === 'blocked'
          ? this.trouble?.troubleWords('popup-blocked')
          : attempt?.state === 'refused'
            ? this.trouble?.troubleWords(attempt.error.reason)
            : error && this.trouble?.troubleWords(error.reason);
    return {
      phase: this.#phase,
      snapshot,
      now: this.#now(),
      left: this.#left.seconds,
      attempt,
      trouble: wrong ?? (error || attempt?.state === 'refused' ? true : undefined),
      retryIn:
        retryAt && attempt?.state !== 'refused' ? Math.max(0, Math.ceil((retryAt - Date.now()) / 1000)) : undefined,
      language: this.language,
      compact: this.variant === 'compact',
      join: this.#onPress,
      refresh: this.#onRefresh,
    };
  }

  readonly #onPress = (): void => {
    if (this.attempt?.state === 'blocked') {
      this.dispatchEvent(new JoinEvent(this.eventId));
      // After the link has done its work.
      setTimeout(() => (this.attempt = undefined));
    } else if (this.attempt?.state !== 'refused' || this.attempt.error.reason !== 'full') {
      void this.join();
    }
  };

  readonly #onRefresh = (): void => void this.refresh();

  #now(): number {
    return this.#followed?.adapter.now() ?? Date.now();
  }

  #follow(): void {
    this.#unfollow();
    if (!this.isConnected) return;
    const service = serviceFor(this);
    if (service && this.eventId !== '') {
      this.#followed = service;
      this.#stops = [
        service.watch(this.eventId, (watched) => this.#know(watched)),
        service.adapter.onClockChange(() => this.#settle()),
      ];
    }
    this.#settle();
  }

  #unfollow(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#followed = undefined;
    this.#tick(false);
  }

  #know(watched: WatchedEvent): void {
    // A new follower is first told what is known, which after moving in the page is less than what this one knows.
    this.#watched = { ...watched, snapshot: watched.snapshot ?? this.#watched.snapshot };
    if (watched.error) this.#loadTrouble();
    const { attempt } = this;
    if (attempt?.state === 'refused' && attempt.error.reason === 'full') {
      const { event, room } = this.#watched.snapshot ?? {};
      if (room && event && room.participantCount < (event.virtualConfig.maxVirtualAttendees ?? Infinity)) {
        this.attempt = undefined;
      }
    }
    this.#settle();
    this.requestUpdate();
  }

  /** Finds out what is to be shown now. */
  readonly #settle = (): void => {
    const { snapshot, error, retryAt } = this.#watched;
    const now = this.#now();
    const { attempt } = this;
    if (attempt && attempt.state !== 'opening' && now >= attempt.until) this.attempt = undefined;
    const before = this.#phase;
    let changesAt: number | null = null;
    if (!this.#followed) {
      this.#phase = this.isConnected ? 'misconfigured' : before;
      this.#loadTrouble();
    } else if (snapshot) {
      ({ standing: this.#phase, changesAt } = phaseOf(snapshot.event, snapshot.room, now));
      if (this.#phase === 'not-started') this.#count(doorsOpenAt(snapshot.event), now);
    } else this.#phase = error ? 'unavailable' : 'loading';
    this.#tick(changesAt !== null || retryAt !== undefined || this.attempt !== undefined);
    if (this.#phase !== before) {
      if (this.attempt?.state === 'refused') this.attempt = undefined;
      if (before !== 'loading') this.announcement = speaking(this.language, () => phaseWords(this.#view()));
      this.dispatchEvent(new PhaseChangeEvent(this.#phase, before));
    }
    const seconds = retryAt && Math.ceil((retryAt - Date.now()) / 1000);
    const drawn = `${this.#phase} ${seconds} ${this.#phase === 'not-started' ? leftWords('en', this.#left.seconds) : ''}`;
    if (drawn !== this.#drawn) this.requestUpdate();
    this.#drawn = drawn;
  };

  #count(to: number, now: number): void {
    const { seconds: before, to: wasTo } = this.#left;
    let seconds = Math.ceil((to - now) / 1000);
    if (to === wasTo && seconds > before && seconds <= before + wobble) seconds = before;
    this.#left = { to, seconds };
    const threshold = to === wasTo ? thresholdPassed(before, seconds) : undefined;
    if (threshold !== undefined) {
      this.announcement = speaking(this.language, () =>
        msg(str`Opens in ${leftWords(this.language, threshold)}`, { id: 'events.joinButton.opensInSpoken' }),
      );
    }
  }

  #tick(on: boolean): void {
    if (on) this.#stopTicking ??= eachSecond(this.#settle);
    else {
      this.#stopTicking?.();
      this.#stopTicking = undefined;
    }
  }

  #mark(): void {
    const { states } = this.#internals;
    states.clear();
    states.add(this.#phase);
    if (this.attempt) states.add(this.attempt.state);
    if (this.#watched.error && this.#watched.snapshot) states.add('stale');
    this.ariaBusy = this.#phase === 'loading' ? 'true' : null;
  }

  #loadTrouble(): void {
    if (this.trouble) return;
    import('./trouble.js').then(
      (trouble) => (this.trouble = trouble),
      // Without a network there are no words to fetch either: the plain ones stand.
      () => {},
    );
  }

  async #join(): Promise<void> {
    const service = this.#followed;
    if (!service || !this.dispatchEvent(new JoinRequestEvent(this.eventId))) return;
    const { eventId, displayName, credential, target } = this;
    const { signal } = this.#leaving;
    // Within the click, as browsers refuse it later; the address follows.
    const tab = target === '_self' ? null : open('', '_blank');
    this.attempt = { state: 'opening' };
    try {
      const { comeIn, greet, send } = await import('./come-in.js');
      if (tab) greet(tab);
      const idempotencyKey = (this.#attemptKey ??= crypto.randomUUID());
      const input = { displayName: displayName || undefined, idempotencyKey };
      const room = await comeIn(service, eventId, input, { credential, signal });
      this.#attemptKey = undefined;
      this.attempt = undefined;
      if (tab) send(tab, room);
      else if (target !== '_self') {
        this.#loadTrouble();
        this.attempt = { state: 'blocked', room, until: this.#now() + standsFor.blocked };
        this.dispatchEvent(new JoinErrorEvent(new VirtualEventError('popup-blocked')));
        await this.updateComplete;
        this.renderRoot.querySelector('a')?.focus();
        return;
      }
      this.dispatchEvent(new JoinEvent(eventId));
      if (target === '_self') location.assign(room);
    } catch (thrown) {
      tab?.close();
      this.attempt = undefined;
      if (signal.aborted) return;
      this.#refuse(VirtualEventError.from(thrown));
    }
  }

  #refuse(error: VirtualEventError): void {
    const { reason } = error;
    if (!isPassing(reason)) this.#attemptKey = undefined;
    this.#loadTrouble();
    this.attempt = { state: 'refused', error, until: reason === 'full' ? this.#now() + standsFor.full : Infinity };
    this.#settle();
    this.dispatchEvent(new JoinErrorEvent(error));
    // The backend knows something that this page does not.
    if (reason === 'not-open' || reason === 'ended' || reason === 'cancelled') void this.refresh();
  }
}
