import type { ReactiveController } from 'lit';
import type { AdmissionStatus } from '../core/admission-state.js';
import type { Reason } from '../core/reason.js';
import { isPassing, VirtualEventError } from '../core/virtual-event-error.js';
import type { MediaAdmission } from '../services/backend/backend-adapter.js';
import type { Conference, Device, DeviceWishes } from '../services/conference/conference.js';
import type { EventCallingIntegration } from '../services/event-calling-integration.js';
import type * as Following from '../services/keep-following.js';
import { retryDelay } from '../services/retry-delay.js';
import type { CallHost, CallPhase } from './call-phase.js';

/** A grant that is about to expire is not worth trying. */
const margin = 15_000;

/** One is not let in yet, but may be. */
const isWait = (reason: Reason): boolean => reason === 'waiting' || reason === 'full' || reason === 'not-open';

/** A host decided so, and may decide otherwise. */
const isVerdict = (reason: Reason): boolean => reason === 'denied' || reason === 'removed';

/** How long an element may be out of the document before that counts as leaving: long enough to be moved in it. */
const grace = 1_000;

/** Carries a ticket through the call: claims the way in, connects, comes back after trouble, leaves. */
export class CallController implements ReactiveController {
  phase: CallPhase = { at: 'preparing' };
  /** What the backend said of the event and of oneself. */
  admission: MediaAdmission | undefined;
  conference: Conference | undefined;
  /** Since when one is in the call, and until when one was: epoch milliseconds. */
  joinedAt: number | undefined;
  leftAt: number | undefined;

  readonly #host: CallHost;
  readonly #create: () => Promise<Conference>;
  #service: EventCallingIntegration | undefined;
  #ticket = '';
  #wishes: Record<Device, boolean> = { microphone: true, camera: true };
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #attempted: AbortController | undefined;
  #unsubscribe: (() => void) | undefined;
  #stopFollowing: (() => void) | undefined;
  /** A host was heard to have decided against one. */
  #isDecided = false;

  constructor(host: CallHost, create: () => Promise<Conference>) {
    (this.#host = host).addController(this);
    this.#create = create;
  }

  hostConnected(): void {
    clearTimeout(this.#leaving);
    addEventListener('pagehide', this.#onPageHide);
    addEventListener('pageshow', this.#onPageShow);
    addEventListener('online', this.#onOnline);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#onPageHide);
    removeEventListener('pageshow', this.#onPageShow);
    removeEventListener('online', this.#onOnline);
    this.#leaving = setTimeout(() => this.leave(), grace);
  }

  /** Begins with a ticket: asks what it opens, and fetches the media engine meanwhile. Another ticket's call is left. */
  prepare(service: EventCallingIntegration, ticket: string): void {
    if (ticket !== this.#ticket) this.leave();
    this.#unfollow();
    this.#service = service;
    this.#ticket = ticket;
    this.#failures = 0;
    this.joinedAt = this.leftAt = undefined;
    this.#claim();
  }

  #claim(): void {
    const service = this.#service!;
    this.admission = undefined;
    this.#set({ at: 'preparing' });
    void this.#create().then(
      (conference) => (this.conference ??= conference),
      (thrown: unknown) => {
        // What could not be fetched is fetched again when one joins, and told then.
        if (thrown instanceof VirtualEventError) this.stopFor(thrown.reason);
      },
    );
    this.#attempt(async (signal) => {
      this.admission = await service.adapter.claimMediaGrant(this.#ticket, { signal });
      return { at: 'prejoin' };
    });
  }

  /** Comes in. */
  join(wishes: DeviceWishes): void {
    // Tracks are handed over once; whoever comes back opens the devices again.
    this.#wishes = { microphone: wishes.microphone !== false, camera: wishes.camera !== false };
    this.#set({ at: 'connecting' });
    this.#attempt((signal) => this.#enter(wishes, signal));
  }

  /** Tries again now what was to be tried again later. */
  retry(): void {
    if (this.admission) this.join(this.#wishes);
    else this.#claim();
  }

  /** Leaves, and gives the seat back. */
  leave(): void {
    // Who was stopped has no seat, or has it in another tab.
    if (this.#ticket === '' || this.phase.at === 'stopped' || this.phase.at === 'left') return;
    this.#stop();
    this.#unfollow();
    this.#set({ at: 'left' });
    void this.conference?.leave();
    // The lease gives the seat back where this does not arrive.
    this.#service!.adapter.depart(this.#ticket).catch(() => {});
    this.#tellLeft();
  }

  /** Ends it for a reason that comes from elsewhere, e.g. that the event is over. */
  stopFor(reason: Reason): void {
    if (this.phase.at === 'stopped' || this.phase.at === 'left') return;
    this.#fail(new VirtualEventError(reason));
  }

  async #enter(wishes: DeviceWishes, signal: AbortSignal): Promise<CallPhase> {
    const service = this.#service!;
    try {
      const conference = (this.conference ??= await this.#loaded());
      let grant = this.admission;
      // A grant is good for one way in.
      this.admission = grant && { ...grant, expiresAt: 0 };
      if (!grant || grant.expiresAt - service.adapter.now() < margin) {
        grant = await service.adapter.claimMediaGrant(this.#ticket, { signal });
        this.admission = { ...grant, expiresAt: 0 };
      }
      signal.throwIfAborted();
      this.#unsubscribe?.();
      this.#unsubscribe = conference.subscribe(() => this.#onConference(conference));
      await conference.connect(grant, wishes);
    } catch (thrown) {
      for (const wish of [wishes.microphone, wishes.camera]) if (typeof wish !== 'boolean') wish.stop();
      throw thrown;
    }
    return { at: 'call' };
  }

  async #loaded(): Promise<Conference> {
    try {
      return await this.#create();
    } catch (thrown) {
      if (thrown instanceof VirtualEventError) throw thrown;
      throw new VirtualEventError(navigator.onLine ? 'unavailable' : 'offline', { cause: thrown });
    }
  }

  #attempt(act: (signal: AbortSignal) => Promise<CallPhase>): void {
    this.#turnOver();
    const { signal } = (this.#attempted = new AbortController());
    act(signal).then(
      (phase) => {
        if (signal.aborted) return;
        this.#failures = 0;
        this.#set(phase);
        if (phase.at !== 'call' || this.#isInside) return;
        this.joinedAt = Date.now();
        this.leftAt = undefined;
        this.#host.onJoined();
      },
      (thrown: unknown) => {
        if (!signal.aborted) this.#fail(VirtualEventError.from(thrown));
      },
    );
  }

  #fail(error: VirtualEventError): void {
    this.#stop();
    const { reason } = error;
    if (isWait(reason)) {
      this.#set({ at: 'waiting', reason });
      void this.conference?.leave();
      void this.#follow();
      return;
    }
    if (isPassing(reason)) {
      this.#failures += 1;
      const delay = Math.max((error.retryAfterSeconds ?? 0) * 1000, retryDelay(this.#failures - 1));
      this.#set({ at: 'retrying', reason, retryAt: Date.now() + delay });
      this.#timer = setTimeout(() => this.retry(), delay);
      return;
    }
    this.#set({ at: 'stopped', reason });
    void this.conference?.leave();
    // What a host decided is told with their words, and may be taken back.
    if (isVerdict(reason)) void this.#follow();
    else this.#unfollow();
    this.#host.onStopped(error);
    this.#tellLeft();
  }

  /** Follows where one stands on the way in. */
  async #follow(): Promise<void> {
    if (this.#stopFollowing) return;
    const service = this.#service!;
    const ticket = this.#ticket;
    let isOver = false as boolean;
    this.#stopFollowing = () => (isOver = true);
    const { keepFollowing } = await this.#loadFollowing();
    if (isOver) return;
    this.#stopFollowing = keepFollowing((signal) => service.adapter.followAdmission(ticket, { signal }), {
      onTold: (status) => this.#onStatus(status),
      onTrouble: () => {
        if (this.phase.at === 'waiting') this.#set({ ...this.phase, isCutOff: true });
      },
      onEnd: (error) => {
        if (this.phase.at === 'waiting') this.#fail(error);
      },
    });
  }

  // Fetched again until it is there: who waits must not be forgotten for a moment without network.
  async #loadFollowing(): Promise<typeof Following> {
    for (let failures = 1; ; failures += 1) {
      try {
        return await import('../services/keep-following.js');
      } catch {
        await new Promise((resolve) => setTimeout(resolve, retryDelay(failures)));
      }
    }
  }

  #unfollow(): void {
    this.#stopFollowing?.();
    this.#stopFollowing = undefined;
    this.#isDecided = false;
  }

  #onStatus(status: AdmissionStatus): void {
    const { state, message } = status;
    const isStopped = this.phase.at === 'stopped';
    const wasDecided = this.#isDecided;
    this.#isDecided = state === 'denied' || state === 'removed';
    const reason = status.reason ?? 'waiting';
    // Whoever was put out by the media server's owner is out, though no host decided so.
    if (state === 'admitted' && isStopped && !wasDecided) this.#unfollow();
    else if (state === 'admitted') this.#onLetIn();
    else if (state === 'left') this.#fail(new VirtualEventError('ticket-invalid'));
    else if (isWait(reason)) this.#set({ at: 'waiting', reason, status });
    else if (isVerdict(reason)) {
      if (!isStopped) this.#fail(new VirtualEventError(reason));
      this.#set({ at: 'stopped', reason, message });
    } else if (!isStopped) this.#fail(new VirtualEventError(reason));
  }

  #onLetIn(): void {
    const goesIn = this.phase.at === 'waiting';
    this.#unfollow();
    // Whoever was put out before looks at their picture first.
    if (!goesIn) this.#claim();
    this.#host.onLetIn(goesIn);
  }

  #tellLeft(): void {
    if (!this.#isInside) return;
    this.leftAt = Date.now();
    this.#host.onLeft();
  }

  /** Also while a lost connection is tried again. */
  get #isInside(): boolean {
    return this.joinedAt !== undefined && this.leftAt === undefined;
  }

  #onConference(conference: Conference): void {
    const { status, reason, microphone, camera } = conference.state;
    if (this.phase.at === 'call') {
      if (status === 'connected' && !microphone.pending) this.#wishes.microphone = microphone.on;
      if (status === 'connected' && !camera.pending) this.#wishes.camera = camera.on;
      if (status === 'disconnected' && reason) this.#fail(new VirtualEventError(reason));
    }
    this.#host.requestUpdate();
  }

  // Closing the tab is told to LiveKit alone: the seat then stays for a moment, in which a reload finds it again.
  readonly #onPageHide = (): void => {
    if (!this.#isOnTheWay) return;
    this.#turnOver();
    this.#unsubscribe?.();
    void this.conference?.leave();
  };

  readonly #onPageShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted && this.#isOnTheWay) this.join(this.#wishes);
  };

  readonly #onOnline = (): void => {
    if (this.phase.at === 'retrying') this.retry();
  };

  get #isOnTheWay(): boolean {
    return this.phase.at === 'connecting' || this.phase.at === 'call';
  }

  #stop(): void {
    this.#turnOver();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  /** What was under way no longer counts. */
  #turnOver(): void {
    this.#attempted?.abort();
    clearTimeout(this.#timer);
  }

  #set(phase: CallPhase): void {
    this.phase = phase;
    this.#host.requestUpdate();
  }
}
