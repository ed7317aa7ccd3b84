import { render } from 'lit/html.js';
import { languageAt, speaking, spokenFor, type MessageLoaders } from '../locales/localization.js';

// A server imports the class without a DOM.
const Base = (globalThis as Partial<typeof globalThis>).HTMLElement ?? (Object as unknown as typeof HTMLElement);

const camel = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

type Properties = Record<string, unknown>;

/**
 * The base of an element whose every byte counts: the part of `LitElement` that it needs, with the same names and the same
 * order of things, in a fifth of the bytes. Attributes are strings, and set the property of the same name.
 */
export abstract class SmallElement extends Base {
  /** Adopted by each element's shadow root. */
  static styles: readonly { styleSheet?: CSSStyleSheet | undefined }[] = [];

  /** Where the element's words in other languages are. */
  static messages: MessageLoaders = {};

  /** Has an element drawn anew when one of these properties is set; by their names, or as attributes are named. */
  protected static drawnFrom(...names: string[]): void {
    for (const name of names.map(camel)) {
      Object.defineProperty(this.prototype, name, {
        get(this: SmallElement) {
          return this.#values[name];
        },
        set(this: SmallElement, value: unknown) {
          if (this.#values[name] === value) return;
          this.#values[name] = value;
          this.#changed.add(name);
          this.requestUpdate();
        },
      });
    }
  }

  /** @internal The language tag for words, numbers and dates. It stays until the words of another are there. */
  language = 'en';
  /** Whether its words are there yet: until then nothing is said, so that it is not said in two languages. */
  protected hasWords = false;
  readonly renderRoot = this.attachShadow({ mode: 'open' });
  readonly #values: Properties = {};
  /** What a page set before the element was defined. */
  #early: Properties = {};
  readonly #changed = new Set<string>();
  /** The drawing that is to come; there is none before the element is in a page. */
  #update: Promise<boolean> | undefined;
  #isDrawable = false;

  constructor() {
    super();
    const own = this as unknown as Properties;
    for (const name of Object.keys(own)) {
      if (!(name in this.constructor.prototype)) continue;
      this.#early[name] = own[name];
      Reflect.deleteProperty(own, name);
    }
    const { styles } = this.constructor as typeof SmallElement;
    this.renderRoot.adoptedStyleSheets = styles.map(({ styleSheet }) => styleSheet!);
  }

  /** Settles when what was set so far has been drawn. */
  get updateComplete(): Promise<boolean> {
    return this.#update ?? Promise.resolve(true);
  }

  connectedCallback(): void {
    Object.assign(this, this.#early);
    this.#early = {};
    this.#changed.clear();
    this.#isDrawable = true;
    this.requestUpdate();
  }

  attributeChangedCallback(attribute: string, _before: string | null, value: string | null): void {
    (this as unknown as Properties)[camel(attribute)] = value ?? '';
  }

  /** Draws again, together with whatever else changes in this task. */
  requestUpdate(): void {
    if (this.#isDrawable) this.#update ??= Promise.resolve().then(() => this.#draw());
  }

  /** Called before each drawing with the names of the properties that were set since the element came into the page. */
  protected abstract willUpdate(changed: ReadonlySet<string>): void;
  protected abstract render(): unknown;
  /** Called after each drawing. */
  protected updated(): void {}

  #draw(): boolean {
    try {
      const { messages } = this.constructor as typeof SmallElement;
      const spoken = spokenFor(languageAt(this), messages, () => this.requestUpdate());
      if (spoken) this.language = spoken;
      this.hasWords ||= spoken !== undefined;
      this.willUpdate(this.#changed);
      this.#changed.clear();
      const focused = this.renderRoot.activeElement;
      speaking(this.language, () => render(this.render(), this.renderRoot, { host: this }));
      this.updated();
      // What had the focus made way for something else.
      if (focused?.isConnected === false) this.renderRoot.querySelector<HTMLElement>('[part="button"]')?.focus();
    } finally {
      this.#update = undefined;
    }
    return true;
  }
}
