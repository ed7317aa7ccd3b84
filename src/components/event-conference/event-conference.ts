import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CallController } from '../../controllers/call-controller.js';
import type { CallHost, CallPhase } from '../../controllers/call-phase.js';
import { ComingsAndGoingsController } from '../../controllers/comings-and-goings-controller.js';
import { DevicePreviewController } from '../../controllers/device-preview-controller.js';
import type { HostMessage } from '../../core/admission-state.js';
import type { Reason } from '../../core/reason.js';
import { isHost } from '../../core/role.js';
import type { VirtualEventError } from '../../core/virtual-event-error.js';
import { ConferenceErrorEvent } from '../../events/conference-error-event.js';
import { JoinEvent } from '../../events/join-event.js';
import { LeaveEvent } from '../../events/leave-event.js';
import { formatClock, formatNumber, formatTime, formatUnit } from '../../locales/format.js';
import { msg, speaking, str } from '../../locales/localization.js';
import type { Conference } from '../../services/conference/conference.js';
import { createConference } from '../../services/conference/conference-loader.js';
import type { EventCallingIntegration } from '../../services/event-calling-integration.js';
import type { WatchedEvent } from '../../services/event-watch.js';
import { button } from '../../styles/button.js';
import { spinner } from '../../styles/spinner.js';
import { tokens } from '../../styles/tokens.js';
import { BaseElement } from '../base-element.js';
import { check, circleAlert, clock, logOut, wifiOff } from '../icons.js';
import { reasonWords } from '../reason-words.js';
import { serviceFor } from '../service-context.js';
import { call, comingsAndGoings, opening, type CallView } from './call-view.js';
import { styles } from './event-conference.styles.js';
import { everySecond } from './every-second.js';
import { LateParts } from './late-parts.js';
import { message, underWay } from './message-view.js';
import { messages } from './messages.js';
import { prejoin } from './prejoin-view.js';

/**
 * The conference itself: one's own picture first, then the call, then goodbye. Give it room: it fills its box.
 *
 * @csspart preview - One's own picture before joining.
 * @csspart join - The button that joins.
 * @csspart message - What a host says to those who wait.
 * @csspart stage - The call.
 * @csspart tile - One person in the call.
 * @csspart tool - A key of the bar.
 * @csspart desk - Who waits, for hosts.
 * @csspart leave - The key that leaves.
 * @csspart action - What can be done on a screen that says one thing.
 * @cssstate waiting - One is not let in yet.
 * @cssstate prejoin - One is about to join.
 * @cssstate call - One is in the call.
 * @cssprop [--vee-stage=#0c1011] - The ground behind the pictures.
 * @fires {JoinEvent} join - One is in the call.
 * @fires {LeaveEvent} leave - One is no longer in the call.
 * @fires {ConferenceErrorEvent} error - One cannot be in the call; why is in `error.reason`.
 */
export class EventConference extends BaseElement implements CallHost {
  static override styles = [tokens, button, spinner, styles];
  static override messages = messages;

  /** The backend's address. */
  @property() backend = '';
  /** Which event. */
  @property({ attribute: 'event-id' }) eventId = '';
  /** The proof of admission that the backend gave out. Never an attribute: what stands in markup is read by many. */
  @property({ attribute: false }) ticket = '';
  /** A service to work with instead of `backend`. */
  @property({ attribute: false }) service: EventCallingIntegration | undefined;
  /** Makes the call. LiveKit's by default. */
  @property({ attribute: false }) createConference: () => Promise<Conference> = createConference;

  @state() private watched: WatchedEvent | undefined;

  readonly #internals = this.attachInternals();
  readonly #call = new CallController(this, () => this.createConference());
  readonly #preview = new DevicePreviewController(this);
  readonly #people = new ComingsAndGoingsController(this);
  readonly #late = new LateParts(this);
  #unwatch: (() => void) | undefined;
  #screen = '';
  #hadFocus = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#watch();
  }

  onLetIn(goesIn: boolean): void {
    this.#late.waiting?.callIn(this.language);
    if (goesIn) this.#call.join(this.#preview.handOver());
  }

  onJoined(): void {
    this.dispatchEvent(new JoinEvent(this.eventId));
  }

  onLeft(): void {
    this.dispatchEvent(new LeaveEvent(this.eventId));
  }

  onStopped(error: VirtualEventError): void {
    this.dispatchEvent(new ConferenceErrorEvent(error));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('service') || changed.has('backend') || changed.has('eventId')) this.#watch();
    if (changed.has('ticket') || changed.has('service') || changed.has('backend')) this.#prepare();
    const { phase, conference } = this.#call;
    if (phase.at !== 'prejoin' && phase.at !== 'waiting') this.#preview.stop();
    else if (this.#screen !== 'prejoin' && this.#screen !== 'waiting') void this.#preview.start();
    if (phase.at === 'waiting') void this.#late.needWaiting();
    this.#workDesk();
    // While the connection staggers LiveKit may tell that everyone left.
    if (phase.at !== 'call') this.#people.look(undefined);
    else if (conference?.state.status === 'connected') this.#people.look(conference.state.participants);
    this.#hadFocus = this.shadowRoot?.activeElement !== null;
  }

  protected override render(): TemplateResult {
    const { came, left } = this.#people.news;
    return html`${this.#screenNow()}<span class="hidden" role="status">${comingsAndGoings(came, left, this.language)}</span>`;
  }

  protected override updated(): void {
    const screen = this.ticket === '' ? 'stopped' : this.#call.phase.at;
    if (screen !== this.#screen) {
      this.#internals.states.delete(this.#screen);
      this.#internals.states.add(screen);
      this.#screen = screen;
    }
    // What had the focus is gone: the focus goes to the heading rather than to nowhere.
    if (!this.#hadFocus || this.shadowRoot?.activeElement) return;
    this.renderRoot.querySelector<HTMLElement>('.desk h2')?.focus();
    if (!this.shadowRoot?.activeElement) this.renderRoot.querySelector('h1')?.focus();
  }

  /** Has hosts told who waits, while they are in the call of an event with a waiting room. */
  #workDesk(): void {
    const { phase, admission } = this.#call;
    const { event } = this.watched?.snapshot ?? admission?.event ?? {};
    const service = serviceFor(this);
    const isAtWork = phase.at === 'call' && admission !== undefined && isHost(admission.role);
    if (isAtWork && service && event?.virtualConfig.waitingRoomEnabled) {
      void this.#late.work({ adapter: service.adapter, eventId: event.id, ticket: this.ticket });
    } else if (phase.at !== 'retrying' && phase.at !== 'connecting') {
      // A host who comes back after trouble finds the desk as it was left.
      this.#late.rest();
    }
  }

  #prepare(): void {
    const service = serviceFor(this);
    if (this.ticket === '') this.#call.leave();
    else if (service) this.#call.prepare(service, this.ticket);
  }

  #watch(): void {
    this.#unwatch?.();
    const service = serviceFor(this);
    this.#unwatch =
      service && this.eventId !== ''
        ? service.watch(this.eventId, (watched) => {
            this.watched = watched;
            const { snapshot } = watched;
            if (snapshot?.event.status === 'cancelled') this.#call.stopFor('cancelled');
            else if (snapshot?.room.state === 'ended') this.#call.stopFor('ended');
          })
        : undefined;
  }

  get #title(): string {
    return (this.watched?.snapshot ?? this.#call.admission?.event)?.event.title ?? '';
  }

  get #until(): string {
    const { event } = this.watched?.snapshot ?? this.#call.admission?.event ?? {};
    return event ? formatTime(this.language, event.endsAt) : '';
  }

  get #participantCount(): number {
    return this.watched?.snapshot?.room.participantCount ?? 0;
  }

  #screenNow(): TemplateResult {
    const { phase, conference } = this.#call;
    if (!this.hasWords) return underWay();
    if (this.ticket === '') return this.#stopped('ticket-invalid');
    switch (phase.at) {
      case 'preparing':
        return underWay(msg('Getting ready', { id: 'events.conference.preparing' }));
      case 'waiting':
        return this.#waiting(phase);
      case 'prejoin':
        return prejoin({
          title: this.#title,
          displayName: this.#call.admission?.displayName ?? '',
          participantCount: this.#participantCount,
          until: this.#until,
          language: this.language,
          preview: this.#preview,
          onJoin: () => this.#call.join(this.#preview.handOver()),
        });
      case 'connecting':
        return opening({
          title: this.#title,
          participantCount: this.#participantCount,
          onLeave: () => this.#call.leave(),
        });
      case 'call':
        return call({
          title: this.#title,
          time: () => this.#time(),
          conference: conference!,
          isFirst: !this.#people.metOthers,
          onLeave: () => this.#call.leave(),
          desk: this.#deskParts(),
        });
      case 'retrying': {
        const { what } = reasonWords(phase.reason);
        return message({
          icon: wifiOff(),
          tone: 'warn',
          what,
          next: msg('Leave this page open.', { id: 'events.conference.stay' }),
          fact: everySecond(() => this.#retryIn(phase.retryAt)),
          action: {
            label: msg('Try now', { id: 'events.conference.retryNow' }),
            act: () => this.#call.retry(),
          },
        });
      }
      case 'stopped':
        return this.#stopped(phase.reason, phase.message);
      case 'left':
        return message({
          icon: check(),
          what: msg('You have left', { id: 'events.conference.left' }),
          next: msg('Thanks for coming. To come back, join again on the event’s page.', {
            id: 'events.conference.left.next',
          }),
          fact: this.#stayed(),
        });
    }
  }

  #waiting({ reason, status, isCutOff }: Extract<CallPhase, { at: 'waiting' }>): TemplateResult {
    const screen = this.#late.waiting;
    if (!screen) return message({ icon: clock(), ...reasonWords(reason) });
    const service = serviceFor(this)!;
    return screen.waiting({
      reason,
      displayName: status?.displayName ?? '',
      message: status?.message,
      since: status?.since,
      event: this.watched?.snapshot?.event,
      now: () => service.adapter.now(),
      language: this.language,
      preview: this.#preview,
      isCutOff: isCutOff === true,
      onLeave: () => this.#call.leave(),
    });
  }

  #deskParts(): CallView['desk'] {
    const { controller: desk, view } = this.#late.desk ?? {};
    if (!view || !desk?.list) return undefined;
    const { adapter } = serviceFor(this)!;
    const drawn = { desk, now: () => adapter.now(), language: this.language };
    return { key: view.deskKey(drawn), panel: view.deskPanel(drawn), knock: view.knock(drawn) };
  }

  #stopped(reason: Reason, said?: HostMessage): TemplateResult {
    const { what, next } = reasonWords(reason);
    const isEnd = reason === 'ended';
    return message({
      icon: isEnd ? logOut() : circleAlert(),
      tone: isEnd ? undefined : 'warn',
      what,
      next: isEnd ? msg('Thanks for coming.', { id: 'events.conference.ended.next' }) : next,
      said,
      fact: this.#stayed(),
      action:
        reason === 'duplicate-identity'
          ? { label: msg('Join here again', { id: 'events.conference.joinHere' }), act: () => this.#call.retry() }
          : undefined,
    });
  }

  // Told outside of drawing, where the language does not hold by itself.
  #retryIn(retryAt: number): string {
    const seconds = Math.max(0, Math.ceil((retryAt - Date.now()) / 1000));
    const left = formatUnit(this.language, seconds, 'second', 'short');
    return speaking(this.language, () => msg(str`Tries by itself in ${left}`, { id: 'events.conference.retryIn' }));
  }

  #time(): string {
    const seconds = Math.floor((Date.now() - (this.#call.joinedAt ?? Date.now())) / 1000);
    const clock = formatClock(this.language, Math.floor(seconds / 60) % 60, seconds % 60);
    return seconds < 3600 ? clock : `${formatNumber(this.language, Math.floor(seconds / 3600))}:${clock}`;
  }

  #stayed(): string | undefined {
    const { joinedAt, leftAt } = this.#call;
    if (joinedAt === undefined || leftAt === undefined) return undefined;
    const minutes = Math.max(1, Math.round((leftAt - joinedAt) / 60_000));
    const stay = formatUnit(this.language, minutes, 'minute');
    return msg(str`You were there for ${stay}.`, { id: 'events.conference.stayed' });
  }
}
