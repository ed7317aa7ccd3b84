import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CallController, type CallHost } from '../../controllers/call-controller.js';
import { DevicePreviewController } from '../../controllers/device-preview-controller.js';
import { eachSecond } from '../../controllers/ticker.js';
import { columnsFor } from '../../core/tile-grid.js';
import type { VirtualEventError } from '../../core/virtual-event-error.js';
import { ConferenceErrorEvent } from '../../events/conference-error-event.js';
import { JoinEvent } from '../../events/join-event.js';
import { LeaveEvent } from '../../events/leave-event.js';
import { formatClock, formatUnit } from '../../locales/format.js';
import { msg, speaking, str } from '../../locales/localization.js';
import type { Conference } from '../../services/conference/conference.js';
import { createConference } from '../../services/conference/conference-loader.js';
import type { EventCallingIntegration } from '../../services/event-calling-integration.js';
import type { WatchedEvent } from '../../services/event-watch.js';
import { button } from '../../styles/button.js';
import { spinner } from '../../styles/spinner.js';
import { tokens } from '../../styles/tokens.js';
import { BaseElement } from '../base-element.js';
import { check, circleAlert, logOut, wifiOff } from '../icons.js';
import { reasonWords } from '../reason-words.js';
import { serviceFor } from '../service-context.js';
import { call, comingsAndGoings } from './call-view.js';
import { styles } from './event-conference.styles.js';
import { message, underWay } from './message-view.js';
import { prejoin } from './prejoin-view.js';

/**
 * The conference itself: one's own picture first, then the call, then goodbye. Give it room: it fills its box.
 *
 * @csspart preview - One's own picture before joining.
 * @csspart join - The button that joins.
 * @csspart stage - The call.
 * @csspart tile - One person in the call.
 * @csspart tool - A key of the bar.
 * @csspart leave - The key that leaves.
 * @csspart action - What can be done on a screen that says one thing.
 * @cssstate prejoin - One is about to join.
 * @cssstate call - One is in the call.
 * @cssprop [--vee-stage=#0c1011] - The ground behind the pictures.
 * @fires {JoinEvent} join - One is in the call.
 * @fires {LeaveEvent} leave - One is no longer in the call.
 * @fires {ConferenceErrorEvent} error - One cannot be in the call; why is in `error.reason`.
 */
export class EventConference extends BaseElement implements CallHost {
  static override styles = [tokens, button, spinner, styles];

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
  @state() private announcement = '';

  readonly #internals = this.attachInternals();
  readonly #call = new CallController(this, () => this.createConference());
  readonly #preview = new DevicePreviewController(this);
  readonly #resize = new ResizeObserver(() => this.#layTiles());
  #unwatch: (() => void) | undefined;
  #stopTicking: (() => void) | undefined;
  #people: ReadonlyMap<string, string> | undefined;
  #screen = '';
  #hadFocus = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#rest();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#watch();
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
    const { at } = this.#call.phase;
    if (at !== 'prejoin') this.#preview.stop();
    else if (this.#screen !== 'prejoin') void this.#preview.start();
    this.#hadFocus = this.shadowRoot?.activeElement !== null;
    const needsTicking = this.isConnected && (at === 'call' || at === 'retrying');
    if (needsTicking) this.#stopTicking ??= eachSecond(() => this.requestUpdate());
    else this.#rest();
    this.#announce();
  }

  protected override render(): TemplateResult {
    return html`${this.#screenNow()}<span class="hidden" role="status">${this.announcement}</span>`;
  }

  protected override updated(): void {
    const screen = this.ticket === '' ? 'stopped' : this.#call.phase.at;
    const tiles = this.renderRoot.querySelector('.tiles');
    this.#resize.disconnect();
    if (tiles) this.#resize.observe(tiles);
    this.#layTiles();
    if (screen === this.#screen) return;
    this.#internals.states.delete(this.#screen);
    this.#internals.states.add(screen);
    this.#screen = screen;
    // What had the focus went with its screen: it goes to the next one's heading rather than to nowhere.
    if (this.#hadFocus && !this.shadowRoot?.activeElement) this.renderRoot.querySelector('h1')?.focus();
  }

  #rest(): void {
    this.#stopTicking?.();
    this.#stopTicking = undefined;
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

  #screenNow(): TemplateResult {
    const { phase, conference } = this.#call;
    if (this.ticket === '') return this.#stopped('ticket-invalid');
    switch (phase.at) {
      case 'preparing':
        return underWay(msg('Getting ready', { id: 'events.conference.preparing' }));
      case 'prejoin':
        return prejoin({
          title: this.#title,
          displayName: this.#call.admission?.displayName ?? '',
          participantCount: this.watched?.snapshot?.room.participantCount ?? 0,
          preview: this.#preview,
          onJoin: () => this.#call.join(this.#preview.wishes),
        });
      case 'connecting':
        return underWay(msg('Opening the room', { id: 'events.conference.connecting' }));
      case 'call':
        return call({
          title: this.#title,
          time: this.#time(),
          conference: conference!,
          notice:
            conference!.state.status === 'reconnecting'
              ? msg('The connection is weak. Trying to hold it …', { id: 'events.conference.reconnecting' })
              : undefined,
          onLeave: () => this.#call.leave(),
        });
      case 'retrying': {
        const { what } = reasonWords(phase.reason);
        const seconds = Math.max(0, Math.ceil((phase.retryAt - Date.now()) / 1000));
        const left = formatUnit(this.language, seconds, 'second', 'short');
        return message({
          icon: wifiOff(),
          tone: 'warn',
          what,
          next: msg('Leave this page open.', { id: 'events.conference.stay' }),
          fact: msg(str`Tries by itself in ${left}`, { id: 'events.conference.retryIn' }),
          action: {
            label: msg('Try now', { id: 'events.conference.retryNow' }),
            act: () => this.#call.retry(),
          },
        });
      }
      case 'stopped':
        return this.#stopped(phase.reason);
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

  #stopped(reason: Parameters<typeof reasonWords>[0]): TemplateResult {
    const { what, next } = reasonWords(reason);
    const isEnd = reason === 'ended';
    return message({
      icon: isEnd ? logOut() : circleAlert(),
      tone: isEnd ? undefined : 'warn',
      what,
      next: isEnd ? msg('Thanks for coming.', { id: 'events.conference.ended.next' }) : next,
      fact: this.#stayed(),
      action:
        reason === 'duplicate-identity'
          ? { label: msg('Join here again', { id: 'events.conference.joinHere' }), act: () => this.#call.retry() }
          : undefined,
    });
  }

  #time(): string {
    const seconds = Math.floor((Date.now() - (this.#call.joinedAt ?? Date.now())) / 1000);
    const clock = formatClock(this.language, Math.floor(seconds / 60) % 60, seconds % 60);
    return seconds < 3600 ? clock : `${Math.floor(seconds / 3600)}:${clock}`;
  }

  #stayed(): string | undefined {
    const { joinedAt, leftAt } = this.#call;
    if (joinedAt === undefined || leftAt === undefined) return undefined;
    const minutes = Math.max(1, Math.round((leftAt - joinedAt) / 60_000));
    const stay = formatUnit(this.language, minutes, 'minute');
    return msg(str`You were there for ${stay}.`, { id: 'events.conference.stayed' });
  }

  #layTiles(): void {
    const tiles = this.renderRoot.querySelector<HTMLElement>('.tiles');
    if (!tiles) return;
    const { clientWidth, clientHeight, childElementCount } = tiles;
    tiles.style.setProperty('--_columns', String(columnsFor(childElementCount, clientWidth, clientHeight)));
  }

  /** Says who came and who left, several of one moment together. Those who were there before are not announced. */
  #announce(): void {
    const { phase, conference } = this.#call;
    if (phase.at !== 'call' || !conference) {
      this.#people = undefined;
      return;
    }
    const others = conference.state.participants.filter(({ isLocal }) => !isLocal);
    const people = new Map(others.map(({ id, name }) => [id, name]));
    const before = this.#people;
    this.#people = people;
    if (!before) return;
    const came = others.filter(({ id }) => !before.has(id)).map(({ name }) => name);
    const left = [...before].filter(([id]) => !people.has(id)).map(([, name]) => name);
    if (came.length + left.length === 0) return;
    this.announcement = speaking(this.language, () => comingsAndGoings(came, left));
  }
}
