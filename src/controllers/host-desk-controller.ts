import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AdmissionEntry, AdmissionList } from '../core/admission-state.js';
import type { Reason } from '../core/reason.js';
import { VirtualEventError } from '../core/virtual-event-error.js';
import type { BackendAdapter, HostCallOptions } from '../services/backend/backend-adapter.js';
import { keepFollowing } from '../services/keep-following.js';
import { chime, knockNotes } from './chime.js';

/** An event's waiting room as one of its hosts works in it. */
export interface HostPlace {
  adapter: BackendAdapter;
  eventId: string;
  /** With which the host came in. */
  ticket: string;
}

/** Tells a host who waits, and does what the host decides. */
export class HostDeskController implements ReactiveController {
  list: AdmissionList | undefined;
  isOpen = false;
  /** The admission about which a sentence is being written before it is denied. */
  denying: string | undefined;
  /** Why the last thing that was asked for was not done. */
  trouble: Reason | undefined;
  /** Those for whom no place was free when they were to be let in. */
  isFull = false;
  readonly #host: ReactiveControllerHost;
  #place: HostPlace | undefined;
  #stop: (() => void) | undefined;
  #known = new Set<string>();
  /** Those whose knock was answered with "later". */
  readonly #later = new Set<string>();

  constructor(host: ReactiveControllerHost) {
    (this.#host = host).addController(this);
  }

  hostDisconnected(): void {
    this.rest();
  }

  /** Those who wait, the longest first. */
  get waiting(): readonly AdmissionEntry[] {
    return this.list?.admissions.filter(({ state }) => state === 'waiting') ?? [];
  }

  /** Those whose knock was not answered yet. */
  get knocking(): readonly AdmissionEntry[] {
    return this.waiting.filter(({ id }) => !this.#later.has(id));
  }

  /** Follows who waits. */
  work(place: HostPlace): void {
    const { eventId, ticket, adapter } = place;
    if (this.#place?.ticket === ticket && this.#place.adapter === adapter) return;
    this.rest();
    this.#place = place;
    this.#stop = keepFollowing((signal) => adapter.followAdmissions(eventId, { ticket, signal }), {
      onTold: (list) => this.#know(list),
    });
  }

  rest(): void {
    this.#stop?.();
    this.#place = this.#stop = this.list = this.denying = this.trouble = undefined;
    this.isOpen = this.isFull = false;
    this.#known.clear();
    this.#later.clear();
  }

  toggle(): void {
    this.isOpen = !this.isOpen;
    this.denying = undefined;
    this.#later.clear();
    for (const { id } of this.waiting) this.#later.add(id);
    this.#host.requestUpdate();
  }

  /** Puts the knocks away; those who wait stay on the list. */
  later(): void {
    for (const { id } of this.waiting) this.#later.add(id);
    this.#host.requestUpdate();
  }

  /** Begins to deny someone, or thinks better of it. */
  think(id: string | undefined): void {
    this.denying = id;
    this.#host.requestUpdate();
  }

  admit(ids: readonly string[] | 'all'): Promise<void> {
    return this.#do(async ({ adapter, eventId }, options) => {
      const { full } = await adapter.admit(eventId, ids, options);
      this.isFull = full.length > 0;
    });
  }

  deny(id: string, sentence: string): Promise<void> {
    this.denying = undefined;
    return this.#do(({ adapter, eventId }, options) => adapter.deny(eventId, id, { ...options, sentence }));
  }

  /** Says something to all who wait; nothing any more with an empty text. */
  say(text: string): Promise<void> {
    return this.#do(({ adapter, eventId }, options) =>
      adapter.setWaitingMessage(eventId, text.trim() || null, options),
    );
  }

  async #do(act: (place: HostPlace, options: HostCallOptions) => Promise<void>): Promise<void> {
    const place = this.#place;
    if (!place) return;
    this.trouble = undefined;
    this.isFull = false;
    this.#host.requestUpdate();
    try {
      await act(place, { ticket: place.ticket });
    } catch (thrown) {
      const { reason } = VirtualEventError.from(thrown);
      // Another host was faster: the list tells.
      if (reason !== 'conflict' && place === this.#place) this.trouble = reason;
    }
    this.#host.requestUpdate();
  }

  #know(list: AdmissionList): void {
    this.list = list;
    const ids = this.waiting.map(({ id }) => id);
    if (ids.some((id) => !this.#known.has(id))) chime(knockNotes);
    this.#known = new Set(ids);
    if (this.denying !== undefined && !this.#known.has(this.denying)) this.denying = undefined;
    if (list.placesLeft !== 0) this.isFull = false;
    this.#host.requestUpdate();
  }
}
