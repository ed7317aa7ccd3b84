import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

/** Has a screen reader say what happens, and errors as they come. */
export class Announcer implements ReactiveController {
  readonly #host: HTMLElement & ReactiveControllerHost;
  #errors: readonly string[] | undefined;

  constructor(host: HTMLElement & ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Where it is said; to be drawn once, and to stay. */
  region(): TemplateResult {
    return html`<p class="hidden" role="status" id="said"></p>`;
  }

  say(words: string): void {
    this.#host.shadowRoot!.querySelector('#said')!.textContent = words;
  }

  hostUpdated(): void {
    const root = this.#host.shadowRoot!;
    if (!root.querySelector('.types input')) return;
    const shown = root.querySelectorAll(':is(.rows, .types, .elsewhere) .error span');
    const errors = [...shown].map(({ textContent }) => textContent);
    const fresh = errors.filter((words) => this.#errors?.includes(words) === false);
    if (fresh.length > 0) this.say(fresh.join(' '));
    this.#errors = errors;
  }
}
