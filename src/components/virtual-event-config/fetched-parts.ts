import type { CSSResult, ReactiveControllerHost } from 'lit';
import type * as Details from './details.js';
import type * as Saving from './saving.js';

/** Fetched once for all forms of a page. */
let details: typeof Details | undefined;

/** What a form fetches after its first sight: what shows a room, and what loads and saves by itself. */
export class FetchedParts {
  readonly #host: HTMLElement & ReactiveControllerHost;
  #saving: typeof Saving | undefined;
  #isLost = false;
  #pending: Promise<void> | undefined;

  constructor(host: HTMLElement & ReactiveControllerHost) {
    this.#host = host;
  }

  get details(): typeof Details | undefined {
    return details;
  }

  get saving(): typeof Saving | undefined {
    return this.#saving;
  }

  /** Whether something could not be fetched. */
  get isLost(): boolean {
    return this.#isLost;
  }

  /** Resolves once what shows a room is here, or lost; `undefined` where nothing is on its way. */
  get pending(): Promise<void> | undefined {
    return this.#pending;
  }

  /** Has what shows a room fetched, if it is not here yet. */
  needDetails(): void {
    if (details) this.#wear(details.detailsStyles);
    else if (!this.#isLost) this.#pending ??= this.#fetchDetails();
  }

  /** What loads and saves; `undefined` where it cannot be fetched. */
  async fetchSaving(): Promise<typeof Saving | undefined> {
    try {
      this.#saving ??= await import('./saving.js');
      this.#wear(this.#saving.savingStyles);
    } catch {
      this.#isLost = true;
    }
    return this.#saving;
  }

  /** Allows what was lost to be fetched again. */
  tryAgain(): void {
    this.#isLost = false;
    this.#host.requestUpdate();
  }

  async #fetchDetails(): Promise<void> {
    try {
      details = await import('./details.js');
    } catch {
      this.#isLost = true;
    }
    this.#pending = undefined;
    this.#host.requestUpdate();
  }

  #wear({ styleSheet }: CSSResult): void {
    const sheets = this.#host.shadowRoot?.adoptedStyleSheets;
    if (sheets?.includes(styleSheet!) === false) sheets.push(styleSheet!);
  }
}
