import { noChange } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { ElementPart } from 'lit/directive.js';
import { columnsFor } from '../../core/tile-grid.js';

class TileGrid extends AsyncDirective {
  readonly #observer = new ResizeObserver(([entry]) => {
    this.#size = entry!.contentRect;
    this.#lay();
  });
  #list: HTMLElement | undefined;
  #count = 0;
  #size: Pick<DOMRectReadOnly, 'width' | 'height'> | undefined;
  #columns = 0;
  #rows = 0;

  render(_count: number): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [count]: [number]): typeof noChange {
    this.#count = count;
    if (element !== this.#list) {
      this.#list = element as HTMLElement;
      this.reconnected();
    }
    this.#lay();
    return noChange;
  }

  override disconnected(): void {
    this.#observer.disconnect();
  }

  override reconnected(): void {
    this.#observer.observe(this.#list!);
  }

  /** Works on the size that was told last and never measures: asking for it would have the page laid out twice. */
  #lay(): void {
    if (!this.#size) return;
    const columns = columnsFor(this.#count, this.#size.width, this.#size.height);
    const rows = Math.ceil(this.#count / columns);
    if (columns === this.#columns && rows === this.#rows) return;
    [this.#columns, this.#rows] = [columns, rows];
    this.#list!.style.setProperty('--_columns', String(columns));
    this.#list!.style.setProperty('--_rows', String(rows));
  }
}

/** Has a list of `count` tiles fill its box, at whatever aspect. */
export const tileGrid = directive(TileGrid);
