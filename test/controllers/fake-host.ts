import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Hosts controllers without an element, and counts how often they ask to be drawn. */
export class FakeHost implements ReactiveControllerHost {
  updates = 0;
  readonly updateComplete = Promise.resolve(true);
  readonly #controllers = new Set<ReactiveController>();

  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
  }

  removeController(controller: ReactiveController): void {
    this.#controllers.delete(controller);
  }

  requestUpdate(): void {
    this.updates += 1;
  }

  disconnect(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  connect(): void {
    for (const controller of this.#controllers) controller.hostConnected?.();
  }
}
