import type { CSSResult, ReactiveController, ReactiveControllerHost } from 'lit';
import type * as HostDesk from './host-desk.js';
import type * as Waiting from './waiting.js';

/** What only some need, once it was needed and has arrived: one for the page. */
let waitingScreen: typeof Waiting | undefined;
let hostDesk: typeof HostDesk | undefined;

type Dressed = ReactiveControllerHost & HTMLElement;

/** Fetches what only those need who wait, and those who host; until it is there, and where it cannot be had, there is none. */
export class LateParts implements ReactiveController {
  readonly #host: Dressed;
  #desk: HostDesk.HostDeskController | undefined;

  constructor(host: Dressed) {
    (this.#host = host).addController(this);
  }

  hostDisconnected(): void {
    this.#desk?.rest();
  }

  /** The screen of those who wait. */
  get waiting(): typeof Waiting | undefined {
    if (waitingScreen) this.#dress(waitingScreen.styles);
    return waitingScreen;
  }

  /** What a host works with, and how it is drawn. */
  get desk(): { controller: HostDesk.HostDeskController; view: typeof HostDesk } | undefined {
    if (!hostDesk || !this.#desk) return undefined;
    this.#dress(hostDesk.styles);
    return { controller: this.#desk, view: hostDesk };
  }

  async needWaiting(): Promise<void> {
    if (waitingScreen) return;
    // Where it cannot be fetched plain words stand in its place.
    waitingScreen = await import('./waiting.js').catch(() => undefined);
    this.#host.requestUpdate();
  }

  /** Has a host told who waits. */
  async work(place: HostDesk.HostPlace): Promise<void> {
    if (hostDesk) {
      this.#desk ??= new hostDesk.HostDeskController(this.#host);
      this.#desk.work(place);
      return;
    }
    // Where it cannot be fetched it is tried again with the next change of the call.
    hostDesk = await import('./host-desk.js').catch(() => undefined);
    this.#host.requestUpdate();
  }

  rest(): void {
    this.#desk?.rest();
  }

  #dress({ styleSheet }: CSSResult): void {
    const { adoptedStyleSheets } = this.#host.shadowRoot!;
    if (!adoptedStyleSheets.includes(styleSheet!)) adoptedStyleSheets.push(styleSheet!);
  }
}
