import type { LitElement, PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- TypeScript asks for it of a mixin's constructor.
type Constructor<T> = abstract new (...args: any[]) => T;

/** What keeps a control from being submitted. */
export interface Invalidity {
  flags: ValidityStateFlags;
  /** In words, for the browser's own bubble. */
  message: string;
  /** The element inside at which it is. */
  anchor: HTMLElement | undefined;
}

/** What a form control offers to its page, and what an element that is one must say. */
export declare abstract class FormControl {
  static formAssociated: true;
  /** The name of its entry in the form. */
  name: string;
  /** Takes no input and submits nothing. */
  disabled: boolean;
  /** Takes no input, and submits what it holds. */
  readonly: boolean;
  /** Something has to be chosen before the form can be submitted. */
  required: boolean;
  get form(): HTMLFormElement | null;
  get labels(): NodeList;
  get validity(): ValidityState;
  get validationMessage(): string;
  get willValidate(): boolean;
  checkValidity(): boolean;
  reportValidity(): boolean;
  /** @internal The browser gives back what it kept. */
  formStateRestoreCallback(state: string): void;
  protected readonly internals: ElementInternals;
  /** Whether it or a fieldset around it is disabled. */
  protected get isDisabled(): boolean;
  /** What is submitted, and kept for coming back to the page; `null` for nothing. */
  protected abstract formValue(): string | null;
  /** What is wrong with what was entered, if anything. */
  protected abstract invalidity(): Invalidity | undefined;
  /** Goes back to what it held at first. */
  protected abstract reset(): void;
  /** Takes back what `formValue()` gave. */
  protected abstract restore(value: string): void;
  /** Tells the form its value and validity. */
  protected tellForm(): void;
}

/** Attributes that are there or not; frameworks also write `="false"`. */
const yesOrNo: ReadonlySet<string> = new Set(['disabled', 'readonly', 'required']);

/** Makes an element a real control of the form around it. */
export const FormAssociated = <T extends Constructor<LitElement>>(Base: T): T & Constructor<FormControl> => {
  abstract class Associated extends Base {
    static formAssociated = true;

    /** The name of its entry in the form. */
    @property({ reflect: true }) name = '';
    /** Takes no input and submits nothing. */
    @property({ type: Boolean, reflect: true }) disabled = false;
    /** Takes no input, and submits what it holds. */
    @property({ type: Boolean, reflect: true }) readonly = false;
    /** Something has to be chosen before the form can be submitted. */
    @property({ type: Boolean, reflect: true }) required = false;
    @state() private disabledAround = false;

    protected readonly internals = this.attachInternals();

    protected abstract formValue(): string | null;
    protected abstract invalidity(): Invalidity | undefined;
    protected abstract reset(): void;
    protected abstract restore(value: string): void;

    override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
      // To the browser, and to `:disabled`, an attribute that is there says yes.
      if (value === 'false' && yesOrNo.has(name)) this.removeAttribute(name);
      else super.attributeChangedCallback(name, before, value);
    }

    get form(): HTMLFormElement | null {
      return this.internals.form;
    }
    get labels(): NodeList {
      return this.internals.labels;
    }
    get validity(): ValidityState {
      return this.#upToDate().validity;
    }
    get validationMessage(): string {
      return this.#upToDate().validationMessage;
    }
    get willValidate(): boolean {
      return this.internals.willValidate;
    }
    checkValidity(): boolean {
      return this.#upToDate().checkValidity();
    }
    reportValidity(): boolean {
      return this.#upToDate().reportValidity();
    }

    protected get isDisabled(): boolean {
      return this.disabled || this.disabledAround;
    }

    protected tellForm(): void {
      const { internals } = this;
      internals.setFormValue(this.formValue());
      const wrong = this.readonly ? undefined : this.invalidity();
      if (wrong) internals.setValidity(wrong.flags, wrong.message, wrong.anchor);
      else internals.setValidity({});
    }

    protected override updated(changed: PropertyValues): void {
      super.updated(changed);
      this.tellForm();
    }

    // A script may ask in the same task in which it set something.
    #upToDate(): ElementInternals {
      if (this.isUpdatePending && this.hasUpdated) this.tellForm();
      return this.internals;
    }

    formDisabledCallback(disabled: boolean): void {
      const take = (): void => {
        this.disabledAround = disabled;
      };
      // Comes in the middle of an update that reflects `disabled`, where Lit takes no notice of what is set.
      if (this.isUpdatePending) queueMicrotask(take);
      else take();
    }
    formResetCallback(): void {
      this.reset();
    }
    formStateRestoreCallback(state: string): void {
      this.restore(state);
    }
  }
  return Associated as unknown as T & Constructor<FormControl>;
};
