import { fixture, html } from '@open-wc/testing';
import type { NumberField } from '../../../src/components/virtual-event-config/settings-entry.js';
import type { VirtualEventConfig } from '../../../src/components/virtual-event-config/virtual-event-config.js';
import '../../../src/define/virtual-event-config.js';

export const plain = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** What a form's parts are found by. */
export class OnForm {
  readonly element: VirtualEventConfig;

  constructor(element: VirtualEventConfig) {
    this.element = element;
  }

  find(selector: string): HTMLElement | null {
    return this.element.renderRoot.querySelector<HTMLElement>(selector);
  }

  card(type: string): HTMLInputElement {
    return this.find(`input[value="${type}"]`) as HTMLInputElement;
  }

  field(id: NumberField): HTMLInputElement {
    return this.find(`#${id}`) as HTMLInputElement;
  }

  /** Enters text as someone who types would, up to the leaving of the field. */
  async enter(id: NumberField, text: string): Promise<void> {
    const field = this.field(id);
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await this.element.updateComplete;
  }

  async choose(type: string): Promise<void> {
    this.card(type).click();
    await this.element.updateComplete;
  }

  /** A switch, or any other control by its id. */
  control(id: string): HTMLInputElement {
    return this.find(`#${id}`) as HTMLInputElement;
  }

  async toggle(id: string): Promise<void> {
    this.control(id).click();
    await this.element.updateComplete;
  }

  /** The id of what has the focus inside. */
  focused(): string | undefined {
    return this.element.shadowRoot?.activeElement?.id;
  }

  summary(): string {
    return plain(this.find('[part="summary"] p'));
  }

  advice(): string[] {
    return [...this.element.renderRoot.querySelectorAll('[part="advice"]')].map((box) =>
      [...box.querySelectorAll('p, button')].map(plain).join(' '),
    );
  }

  /** Presses the button with these words. */
  async press(words: string): Promise<void> {
    const buttons = [...this.element.renderRoot.querySelectorAll('button')];
    buttons.find((button) => plain(button) === words)!.click();
    await this.element.updateComplete;
  }
}

export const hybrid = { attendanceType: 'hybrid', virtualConfig: { autoStartMinutes: 15 } };

/** A form as a control of a page's own form. */
export const control = async (attributes: Record<string, string> = {}): Promise<OnForm> => {
  const form = await fixture<HTMLFormElement>(html`<form lang="en-GB"></form>`);
  const element = document.createElement('virtual-event-config');
  for (const [name, value] of Object.entries({ name: 'attendance', ...attributes })) element.setAttribute(name, value);
  form.append(element);
  await element.updateComplete;
  return new OnForm(element);
};
