import { AsyncDirective, directive } from 'lit/async-directive.js';
import { eachSecond } from '../../controllers/ticker.js';

class EverySecond extends AsyncDirective {
  #text: () => string = () => '';
  #stop: (() => void) | undefined;

  render(text: () => string): string {
    this.#text = text;
    if (this.isConnected) this.reconnected();
    return text();
  }

  override disconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  override reconnected(): void {
    this.#stop ??= eachSecond(() => this.setValue(this.#text()));
  }
}

/** A text that is told anew each second, without drawing what stands around it. */
export const everySecond = directive(EverySecond);
