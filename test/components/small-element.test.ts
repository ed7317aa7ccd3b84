import { expect } from '@open-wc/testing';
import { html } from 'lit/html.js';
import { SmallElement } from '../../src/components/small-element.js';
import { css } from '../../src/styles/css.js';

class TestGreeting extends SmallElement {
  static override styles = [
    css`
      p {
        color: rgb(1, 2, 3);
      }
    `,
  ];
  static observedAttributes = ['who', 'how-loud'];
  static {
    this.drawnFrom('who', 'howLoud', 'note');
  }
  who = 'you';
  howLoud = '';
  note: unknown = undefined;
  drawn: string[][] = [];

  protected willUpdate(changed: ReadonlySet<string>): void {
    this.drawn.push([...changed]);
  }
  protected render(): unknown {
    return html`<p @click=${this.#onClick}>${this.who}${this.howLoud}</p>`;
  }
  #onClick(): void {
    this.note = 'clicked';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'test-greeting': TestGreeting;
    'test-later': TestGreeting;
  }
}

describe('SmallElement', () => {
  let element: TestGreeting;
  const text = (): string | undefined => element.renderRoot.querySelector('p')?.textContent;

  before(() => customElements.define('test-greeting', TestGreeting));
  beforeEach(() => (element = document.createElement('test-greeting')));
  afterEach(() => element.remove());

  it('draws when it comes into a page, and not before', async () => {
    await element.updateComplete;
    expect(text()).to.equal(undefined);
    document.body.append(element);
    await element.updateComplete;
    expect(text()).to.equal('you');
    expect(getComputedStyle(element.renderRoot.querySelector('p')!).color).to.equal('rgb(1, 2, 3)');
  });

  it('draws several changes at once, and none where nothing changed', async () => {
    document.body.append(element);
    await element.updateComplete;
    element.who = 'all';
    element.setAttribute('how-loud', '!');
    await element.updateComplete;
    expect(text()).to.equal('all!');
    element.who = 'all';
    await element.updateComplete;
    expect(element.drawn).to.deep.equal([[], ['who', 'howLoud']]);
    element.removeAttribute('how-loud');
    await element.updateComplete;
    expect(text()).to.equal('all');
  });

  it('calls listeners in its template on itself', async () => {
    document.body.append(element);
    await element.updateComplete;
    element.renderRoot.querySelector('p')!.click();
    expect(element.note).to.equal('clicked');
  });

  it('takes what a page set before the element was defined', async () => {
    const early = document.createElement('test-later');
    early.setAttribute('who', 'attribute');
    early.who = 'property';
    Object.assign(early, { foreign: 1 });
    document.body.append(early);
    customElements.define('test-later', class extends TestGreeting {});
    await early.updateComplete;
    expect(early.renderRoot.textContent.trim()).to.equal('property');
    expect(early).to.have.property('foreign', 1);
    early.remove();
  });

  it('goes on when drawing failed once', async () => {
    document.body.append(element);
    await element.updateComplete;
    const fail = Object.assign(element, {
      render: () => {
        throw new Error('once');
      },
    });
    element.who = 'lost';
    await element.updateComplete.catch(() => {});
    Reflect.deleteProperty(fail, 'render');
    element.who = 'back';
    await element.updateComplete;
    expect(text()).to.equal('back');
  });
});
