import type { ReactiveController, ReactiveElement } from 'lit';

/** Keeps the focus inside when what had it goes away: at the control that was asked for, else at the last one before it. */
export class FocusKeeper implements ReactiveController {
  /** Id of the control that has the focus next. */
  next: string | undefined;
  readonly #host: ReactiveElement;
  #before: HTMLElement[] | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const root = this.#host.shadowRoot;
    const focused = root?.activeElement;
    this.#before = focused
      ? [...root.querySelectorAll<HTMLElement>('input, button, textarea')].filter(
          (control) => control.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING,
        )
      : undefined;
  }

  hostUpdated(): void {
    const root = this.#host.shadowRoot!;
    const { next } = this;
    this.next = undefined;
    const asked = next === undefined ? null : root.getElementById(next);
    asked?.focus();
    if (asked instanceof HTMLInputElement && root.activeElement === asked) asked.select();
    if (this.#before && !root.activeElement) {
      const last = this.#before.findLast((control) => control.isConnected && !control.matches(':disabled'));
      (last ?? root.querySelector<HTMLElement>('input:enabled, button:enabled, [tabindex]'))?.focus();
    }
    this.#before = undefined;
  }
}
