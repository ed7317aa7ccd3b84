import { html, nothing, type TemplateResult } from 'lit/html.js';
import { eachSecond } from '../../controllers/ticker.js';
import type { EventDetails, RoomFacts } from '../../core/event-details.js';
import { doorsOpenAt, phaseOf } from '../../core/event-phase.js';
import { VirtualEventError } from '../../core/virtual-event-error.js';
import { JoinErrorEvent } from '../../events/join-error-event.js';
import { PhaseChangeEvent, type JoinButtonPhase } from '../../events/phase-change-event.js';
import type { Credential, EventCallingIntegration } from '../../services/event-calling-integration.js';
import { nothingKnown, type EventWatch } from '../../services/event-watch.js';
import { baseButton } from '../../styles/base-button.js';
import { baseTokens } from '../../styles/base-tokens.js';
import { lineTo } from '../backend-lines.js';
import { SmallElement } from '../small-element.js';
import type * as Aside from './aside.js';
import type { Attempt } from './attempt.js';
import { styles } from './event-join-button.styles.js';
import type * as Extras from './extras.js';
import { messages } from './messages.js';
import { bones, frame, leftWords, phaseParts, type JoinButtonView } from './phase-view.js';

/** Seconds by which readings of the clock may differ. */
const wobble = 2;
const hour = 3600;

/** What is drawn at once; everything else is fetched when it is needed. */
const plain: readonly JoinButtonPhase[] = ['loading', 'not-started', 'ended'];

/** What is drawn beside the four phases, and what follows a press; `undefined` until it was needed and has arrived. */
let aside: typeof Aside | undefined;
/** Badges, the calendar and what one has from coming in; they come second, after the first facts. */
let extras: typeof Extras | undefined;

/**
 * An attendee's way in to an event: counts down to it, asks what has to be asked, opens the conference, and says when it
 * is over.
 *
 * @slot not-started - What stands before the countdown; "Opens in" by default.
 * @slot waiting-room - Label while the doors are open and a host lets people in.
 * @slot live - Label while one may come in.
 * @slot ended - Label when the event is over.
 * @slot cancelled - Label when the event was cancelled.
 * @slot in-person - What stands in the button's place when there is no room online; the location by default.
 * @slot unavailable - Label of the button that asks again.
 * @slot consent - What one agrees to before being recorded, in place of the three rows; its text is what is hashed.
 * @slot sign-in - Where to sign in; shown to those who have to.
 * @csspart status - The line above the button.
 * @csspart badges - The badges at the end of that line.
 * @csspart badge - One badge.
 * @csspart button - The button, or the link that stands in its place.
 * @csspart countdown - What stands in the button's place before the doors open.
 * @csspart place - What stands in the button's place when there is no room online.
 * @csspart conference - The conference in the button's place, with `target="embed"`.
 * @csspart line - The line beneath the button.
 * @csspart time - The start, where a press tells it in the event's zone.
 * @csspart calendar - The button that opens the choice of calendars.
 * @csspart menu - The choice of calendars.
 * @csspart recording - The link to the recording.
 * @csspart dialog - The dialog that asks for consent or a name.
 * @csspart agree - The answer that goes on.
 * @csspart decline - The answer that does not.
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
 * @cssstate waiting - One waits until a host lets one in.
 * @cssstate admitted - One came in.
 * @cssstate blocked - The browser refused the new tab; a link stands in the button's place.
 * @cssstate refused - One may not come in; why is said in words.
 * @cssstate embedded - The conference stands in the button's place.
 * @cssstate compact - The compact variant.
 * @cssprop --vee-accent - The button, and what is on.
 * @cssprop --vee-on-accent - Words on the accent.
 * @cssprop --vee-surface - The ground of what floats, and of the quieter buttons.
 * @cssprop --vee-ink - Words.
 * @cssprop --vee-muted - Words that matter less.
 * @cssprop --vee-live - The dot while the event is live.
 * @cssprop --vee-danger - The badge while it is recorded.
 * @cssprop --vee-radius - Corners.
 * @fires {PhaseChangeEvent} phase-change - What is shown has changed.
 * @fires {JoinRequestEvent} join-request - Someone asks to join; cancelable, before anything happens.
 * @fires {ConsentChangeEvent} consent-change - Someone agreed to be recorded, or did not.
 * @fires {JoinEvent} join - Someone was let in.
 * @fires {LeaveEvent} leave - Someone who came in by this button left.
 * @fires {JoinErrorEvent} join-error - Joining did not work, or needs the link that now stands in the button's place.
 */
export class EventJoinButton extends SmallElement {
  static override styles = [baseTokens, baseButton, styles];
  static override messages = messages;

  static observedAttributes = ['backend', 'event-id', 'target', 'variant', 'display-name'];

  static {
    this.drawnFrom(...this.observedAttributes, 'service', 'credential');
  }

  /** The backend's address. */
  backend = '';
  /** Which event. */
  eventId = '';
  /** Where the conference opens: in a new tab, in place of this page, or in place of the button. */
  target: '_blank' | '_self' | 'embed' = '_blank';
  /** `compact` is the button alone, with the countdown in it. */
  variant: 'full' | 'compact' = 'full';
  /** The name that others see; by default the credential's. */
  displayName = '';
  /** A service to work with instead of `backend`. */
  service: EventCallingIntegration | undefined;
  /** Who wants to join: a token that the host site signed, or a function that fetches one. */
  credential: Credential | undefined;

  /** @internal How the element that `target="embed"` puts in the button's place is defined. */
  static defineConference?: () => Promise<unknown>;

  /** @internal Whether someone may see it: it is kept up to date by the second. */
  isInSight = true;
  readonly #internals = this.attachInternals();
  #phase: JoinButtonPhase = 'loading';
  #watched = nothingKnown;
  #events: EventWatch | undefined;
  #stops: (() => void)[] = [];
  #stopTicking: (() => void) | undefined;
  #attempt: Attempt | undefined;
  #joining: Promise<void> | undefined;
  #doors = 0;
  /** Seconds until they open; and those that the clock shows. */
  #left = 0;
  #turned = 0;
  #drawn = '';
  /** What follows a press could not be fetched: a page open since before the site's last release, or no network. */
  #isLost = false;
  /** Whether what is shown is also said; at first it is not, as nothing has changed yet. */
  #isSpeaking = false;

  /** What the button shows. */
  get phase(): JoinButtonPhase {
    return this.#phase;
  }

  /** The event's facts as last known. */
  get event(): EventDetails | undefined {
    return this.#watched.snapshot?.event;
  }

  /** The facts about its room as last known. */
  get room(): RoomFacts | undefined {
    return this.#watched.snapshot?.room;
  }

  /** Asks for the event's facts now. Never rejects: trouble is shown. */
  async refresh(): Promise<void> {
    await this.#events?.refresh(this.eventId);
  }

  /**
   * Does what a press of the button does; call it within a click, else the browser refuses the new tab. Whether one may
   * come in is the backend's word, so that a host can before the doors open. Never rejects: trouble comes as `join-error`.
   */
  join(): Promise<void> {
    return (this.#joining ??= this.#join().finally(() => (this.#joining = undefined)));
  }

  constructor() {
    super();
    // Who comes near is about to press: what follows is fetched by then.
    const fetchAhead = (): void => void (this.#canJoin && this.#loadAside().catch(() => {}));
    this.addEventListener('pointerenter', fetchAhead);
    this.addEventListener('focusin', fetchAhead);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follow();
  }

  disconnectedCallback(): void {
    this.#unfollow();
  }

  protected override willUpdate(changed: ReadonlySet<string>): void {
    if (changed.has('service') || changed.has('backend') || changed.has('eventId')) {
      this.#watched = nothingKnown;
      this.#follow();
    }
    const { states } = this.#internals;
    states.clear();
    states.add(this.#phase);
    if (this.variant === 'compact') states.add('compact');
    const held = extras?.stayOf(this)?.state;
    if (held) states.add(held);
    if (this.#attempt) states.add(this.#attempt.state);
    if (this.#watched.error && this.#watched.snapshot) states.add('stale');
  }

  protected override render(): TemplateResult {
    const view = this.#view();
    if (!this.hasWords) return frame(view, bones(view));
    let parts = aside?.asideParts(view, this.#watched, this) ?? phaseParts(view);
    if (extras) parts = extras.adorned(view, parts, this);
    const spoken = extras?.soonWords(view, this) ?? (this.#isSpeaking && [parts.words, '. ', parts.spoken]);
    return html`${frame(view, parts)}<span class="hidden" role="status">${spoken || nothing}</span>`;
  }

  protected override updated(): void {
    this.#turned = NaN;
    this.#turn();
  }

  #view(): JoinButtonView {
    return {
      phase: this.#phase,
      snapshot: this.#watched.snapshot,
      now: this.#now(),
      left: this.#left,
      language: this.language,
      isCompact: this.variant === 'compact',
      isFocused: this.matches(':focus-within'),
      isStale: this.#watched.error !== undefined,
      attempt: this.#attempt,
      press: this.#press,
    };
  }

  readonly #press = ({ currentTarget }: Event): void => {
    if ((currentTarget as Element).ariaDisabled === 'true') return;
    if (this.#isLost) location.reload();
    else if (this.#phase === 'unavailable') void this.refresh();
    else if (this.#canJoin) void this.join();
  };

  get #canJoin(): boolean {
    return this.#phase === 'live' || this.#phase === 'waiting-room';
  }

  #now(): number {
    return this.#events?.source.now() ?? Date.now();
  }

  #follow(): void {
    this.#unfollow();
    const events = this.service ? this.service.events : lineTo(this.backend)?.events;
    if (this.isConnected && events && this.eventId) {
      this.#events = events;
      this.#stops = [
        events.follow(this.eventId, (watched) => {
          // A follower is first told what is known, which after moving in the page is less than this one knows.
          this.#watched = { ...watched, snapshot: watched.snapshot ?? this.#watched.snapshot };
          this.#isLost = false;
          this.#drawn = '';
          this.settle();
          this.#needMore();
        }),
        events.source.onClockChange(this.settle),
      ];
    }
    this.settle();
    this.#needMore();
  }

  #unfollow(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#events = undefined;
    extras?.letGo(this);
    this.#tick(false);
  }

  /** @internal Finds out what is to be shown now, and draws it if that is something else. */
  readonly settle = (): void => {
    const { snapshot, error, retryAt } = this.#watched;
    const now = this.#now();
    const before = this.#phase;
    let changesAt: number | null = null;
    if (!this.#events) {
      if (this.isConnected) this.#phase = 'misconfigured';
    } else if (this.#isLost) this.#phase = 'unavailable';
    else if (snapshot) {
      ({ standing: this.#phase, changesAt } = phaseOf(snapshot.event, snapshot.room, now));
      this.#read(doorsOpenAt(snapshot.event), now);
    } else this.#phase = error ? 'unavailable' : 'loading';
    if (this.#attempt && !this.#attempt.stands(this.#view())) this.#attempt = undefined;
    this.#tick(this.isInSight && (changesAt !== null || retryAt !== undefined || this.#attempt !== undefined));
    const { startsAt, endsAt } = snapshot?.event ?? {};
    const drawn = [
      this.#phase,
      this.#left < hour ? '' : Math.floor(this.#left / 60),
      retryAt && Math.ceil((retryAt - Date.now()) / 1000),
      this.#attempt?.state,
      now < startsAt!,
      now < endsAt!,
      new Date(now).getDate(),
    ].join();
    if (drawn !== this.#drawn) this.requestUpdate();
    else this.#turn();
    this.#drawn = drawn;
    if (this.#phase === before) return;
    this.#isSpeaking ||= before !== 'loading';
    this.dispatchEvent(new PhaseChangeEvent(this.#phase, before));
  };

  /** A better reading of the clock may differ a little; that is waited out, so that digits never jump back. */
  #read(doors: number, now: number): void {
    const left = Math.ceil((doors - now) / 1000);
    if (doors !== this.#doors || left < this.#left || left > this.#left + wobble) this.#left = left;
    this.#doors = doors;
  }

  /** Turns the clock of the last hour without drawing all else anew, unless there is something to say with it. */
  #turn(): void {
    const clock = this.renderRoot.querySelector('.clock');
    if (!clock) return;
    if (extras?.isSaidBetween(this.#turned, this.#left)) this.requestUpdate();
    if (this.#turned !== this.#left || !clock.textContent) clock.textContent = leftWords(this.language, this.#left);
    this.#turned = this.#left;
  }

  #tick(on: boolean): void {
    if (on) this.#stopTicking ??= eachSecond(this.settle);
    else {
      this.#stopTicking?.();
      this.#stopTicking = undefined;
    }
  }

  /**
   * Fetches what is drawn in trouble and beside the phases, and what follows a press, when it may be needed; and what
   * comes second once there are facts.
   */
  #needMore(): void {
    if (this.#watched.error || !plain.includes(this.#phase)) this.#loadAside().catch(() => {});
    if (!this.#watched.snapshot) return;
    if (extras) extras.lookAfter(this);
    else this.#loadExtras().catch(() => {});
  }

  async #loadAside(): Promise<typeof Aside> {
    aside ??= await import('./aside.js');
    aside.dress(this);
    aside.expect(this);
    this.requestUpdate();
    return aside;
  }

  async #loadExtras(): Promise<void> {
    extras = await import('./extras.js');
    if (this.#events) extras.lookAfter(this);
    this.requestUpdate();
  }

  async #join(): Promise<void> {
    try {
      // Where it is there already, as when the press was to be expected, it goes on within the press.
      await (aside ?? (await this.#loadAside())).join(this);
    } catch (thrown) {
      this.#isLost = true;
      this.become(undefined);
      this.dispatchEvent(new JoinErrorEvent(VirtualEventError.from(thrown)));
    }
  }

  /** @internal Shows what came of coming in. */
  become(attempt: Attempt | undefined): void {
    this.#attempt = attempt;
    this.#isSpeaking ||= attempt !== undefined && attempt.state !== 'opening';
    this.settle();
  }
}
