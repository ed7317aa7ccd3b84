import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { EventCallingIntegration } from '../../src/services/event-calling-integration.js';
import { localAdapter } from '../components/event-join-button/join-button-stage.js';
import { sampleEvent, startsAt } from '../core/sample-event.js';
import { until } from '../until.js';
import type { JoinErrorEvent } from '../../src/events/join-error-event.js';

type FrameWindow = Window & typeof globalThis;

describe('the autoloader', () => {
  let errors: unknown[];

  /** A page of its own, with a registry of its own. */
  const page = async (body: string): Promise<FrameWindow> => {
    const frame = await fixture<HTMLIFrameElement>(
      html`<iframe .srcdoc=${`<!doctype html><html lang="en">${body}`}></iframe>`,
    );
    await until(() => frame.contentDocument?.readyState === 'complete' && frame.contentDocument.URL === 'about:srcdoc');
    const inside = frame.contentWindow as FrameWindow;
    inside.console.error = (...given: unknown[]) => errors.push(given);
    inside.addEventListener('error', ({ error }) => errors.push(error));
    inside.addEventListener('unhandledrejection', ({ reason }) => errors.push(reason));
    return inside;
  };

  const load = async ({ document: inside }: FrameWindow, copy = ''): Promise<void> => {
    const script = inside.createElement('script');
    script.type = 'module';
    script.src = `/src/autoloader/autoloader.ts${copy}`;
    inside.body.append(script);
    await oneEvent(script, 'load');
  };

  const isDefined = (inside: FrameWindow, tag: string): boolean => inside.customElements.get(tag) !== undefined;

  const service = (): EventCallingIntegration => {
    const adapter = localAdapter(startsAt);
    adapter.put(sampleEvent());
    return new EventCallingIntegration(adapter);
  };

  beforeEach(() => (errors = []));
  afterEach(() => {
    expect(errors).to.deep.equal([]);
  });

  it('loads what the page’s tags need and no more, also those that come later', async () => {
    const inside = await page('<event-join-button></event-join-button>');
    await load(inside);
    await until(() => isDefined(inside, 'event-join-button'));
    expect(isDefined(inside, 'virtual-event-config')).to.equal(false);
    const form = inside.document.createElement('form');
    form.append(inside.document.createElement('virtual-event-config'));
    inside.document.body.append(form);
    await until(() => isDefined(inside, 'virtual-event-config'));
  });

  it('is harmless the second time', async () => {
    const inside = await page(
      '<event-join-button></event-join-button><div data-event-join-button data-event-id="meeting"></div>',
    );
    await Promise.all([load(inside, '?first'), load(inside, '?second')]);
    await until(() => inside.document.querySelector('div event-join-button') !== null);
    await load(inside, '?third');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(inside.document.querySelectorAll('event-join-button')).to.have.length(2);
  });

  it('keeps what a page set before', async () => {
    const inside = await page('<event-join-button></event-join-button>');
    const button = inside.document.querySelector('event-join-button')!;
    let asked = 0;
    Object.assign(button, {
      service: service(),
      eventId: 'meeting',
      displayName: 'Amira from the boathouse',
      credential: () => {
        asked += 1;
        return 'amira';
      },
    });
    await load(inside);
    await until(() => button.phase === 'live');
    expect(button.displayName).to.equal('Amira from the boathouse');
    inside.open = () => null;
    const [{ reason }] = await Promise.all([oneEvent<JoinErrorEvent>(button, 'join-error'), button.join()]);
    expect(reason).to.equal('popup-blocked');
    expect(asked).to.equal(1);
  });

  describe('in the place of a tag that was stripped', () => {
    const stripped = `<div class="aligned" data-event-join-button data-event-id="meeting" data-variant="compact"
        data-display-name="Noor" data-onclick="parent.wasRun = true" data-style="color: red" data-lang="xx"
        ><a href="https://club.example/meeting">On our site</a><b data-slot="live">Come on in</b></div>`;

    it('shows what stands there until the element can', async () => {
      const inside = await page(stripped);
      const link = inside.document.querySelector('a')!;
      expect(link.getClientRects()).to.have.length(1);
      await load(inside);
      await until(() => inside.document.querySelector('event-join-button') !== null);
      expect(link.getClientRects()).to.have.length(0);
    });

    it('gives the element its attributes, those that it knows, and its slots', async () => {
      const inside = await page(stripped);
      await load(inside);
      await until(() => inside.document.querySelector('.aligned > event-join-button') !== null);
      const button = inside.document.querySelector('event-join-button')!;
      expect(Object.fromEntries([...button.attributes].map(({ name, value }) => [name, value]))).to.deep.equal({
        'event-id': 'meeting',
        variant: 'compact',
        'display-name': 'Noor',
      });
      button.service = service();
      await until(() => button.phase === 'live');
      await button.updateComplete;
      const slot = button.renderRoot.querySelector<HTMLSlotElement>('button slot');
      expect(slot?.assignedElements().map(({ textContent }) => textContent)).to.deep.equal(['Come on in']);
      button.click();
      expect('wasRun' in window).to.equal(false);
    });

    it('is a control of its form, and reads false as false', async () => {
      const inside = await page(
        `<form><p data-virtual-event-config data-name="attendance" data-disabled="false"
          data-value='{"attendanceType":"virtual"}'></p></form>`,
      );
      await load(inside);
      await until(() => inside.document.querySelector('virtual-event-config') !== null);
      const config = inside.document.querySelector('virtual-event-config')!;
      await config.updateComplete;
      const entry = new inside.FormData(config.form!).get('attendance') as string;
      expect(JSON.parse(entry)).to.include({ attendanceType: 'virtual' });
    });

    it('is given what the place is given, before and after, and its events are heard there', async () => {
      const inside = await page(stripped);
      const place = inside.document.querySelector<HTMLElement & { credential: unknown; service: unknown }>('.aligned')!;
      place.credential = 'early';
      place.service = service();
      const shown = oneEvent(place, 'phase-change');
      await load(inside);
      await shown;
      const button = inside.document.querySelector('event-join-button')!;
      expect(button.credential).to.equal('early');
      place.credential = 'late';
      expect(button.credential).to.equal('late');
      expect(place.credential).to.equal('late');
    });

    it('stays as it is when it is moved', async () => {
      const inside = await page(`${stripped}<section></section>`);
      await load(inside);
      await until(() => inside.document.querySelector('event-join-button') !== null);
      const button = inside.document.querySelector('event-join-button');
      inside.document.querySelector('section')!.append(inside.document.querySelector('.aligned')!);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect([...inside.document.querySelectorAll('event-join-button')]).to.deep.equal([button]);
    });

    it('is found when it comes later', async () => {
      const inside = await page('');
      await load(inside);
      inside.document.body.insertAdjacentHTML('beforeend', `<section>${stripped}</section>`);
      await until(() => inside.document.querySelector('event-join-button') !== null);
    });
  });
});
