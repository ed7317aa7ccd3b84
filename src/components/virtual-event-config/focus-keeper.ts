import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Keeps the focus inside when what had it goes away: at the control that was asked for, else at the last one before it. */
export class FocusKeeper implements ReactiveController {
  /** Id of the control that has the focus next. */
  next: string | undefined;
  readonly #host: HTMLElement & ReactiveControllerHost;
  #before: HTMLElement[] | undefined;

  constructor(host: HTMLElement & ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const root = this.#host.shadowRoot;
    // Where a press leaves the focus to the page, as in Safari, the place is that of the control to go to.
    const place = root?.activeElement ?? (this.next === undefined ? undefined : root?.getElementById(this.next));
    this.#before = place
      ? [...root!.querySelectorAll<HTMLElement>('input, button, textarea')].filter(
          (control) => control.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING,
        )
      : undefined;
  }

  hostUpdated(): void {
    const root = this.#host.shadowRoot!;
    const asked = this.next === undefined ? null : root.getElementById(this.next);
    asked?.focus();
    if (asked instanceof HTMLInputElement && root.activeElement === asked) asked.select();
    if (this.#before && !root.activeElement) {
      const last = this.#before.findLast((control) => control.isConnected && !control.matches(':disabled'));
      (last ?? root.querySelector<HTMLElement>('input:enabled, button:enabled, [tabindex]'))?.focus();
    }
    this.#before = this.next = undefined;
  }
}
