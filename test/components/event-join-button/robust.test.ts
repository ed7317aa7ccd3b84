import { expect } from '@open-wc/testing';
import { minute, startsAt } from '../../core/sample-event.js';
import { until } from '../../until.js';
import { settled, stage, type Stage } from './join-button-stage.js';

const recorded = { recordingEnabled: true, recordingConsentRequired: true };

/** Takes the button to another place in the page, as a page's own script may. */
const move = ({ button }: Stage): HTMLElement => {
  const place = document.createElement('section');
  button.parentElement!.after(place);
  place.append(button);
  return place;
};

const dialogOf = ({ button }: Stage): HTMLDialogElement | null => button.renderRoot.querySelector('dialog');

describe('<event-join-button>: moved in the page', () => {
  let place: HTMLElement | undefined;
  beforeEach(() => sessionStorage.clear());
  afterEach(() => place?.remove());

  it('while it asks, it is a button that can be pressed again, and nobody came in', async () => {
    const on = await stage({ now: startsAt, config: recorded, credential: 'amira' });
    let asked = 0;
    on.adapter.requestAdmission = () => {
      asked += 1;
      return new Promise(() => {});
    };
    on.part('button')!.click();
    await until(() => dialogOf(on)?.open === true);
    place = move(on);
    await until(() => dialogOf(on) === null);
    await until(() => on.part('button')?.getAttribute('aria-disabled') === 'false');
    expect(asked).to.equal(0);
    on.part('button')!.click();
    await until(() => dialogOf(on)?.matches(':modal') === true);
    dialogOf(on)!.close();
    await until(() => dialogOf(on) === null);
  });

  it('while the calendars are open, they close, and open again at the new place', async () => {
    const on = await stage({ now: startsAt - 50 * minute });
    await until(() => on.part('calendar') !== null);
    on.part('calendar')!.click();
    await until(() => on.part('menu')?.matches(':popover-open') === true);
    place = move(on);
    await until(() => on.part('menu') === null);
    expect(on.part('calendar')!.ariaExpanded).to.equal('false');
    on.part('calendar')!.click();
    await until(() => on.part('menu')?.matches(':popover-open') === true);
    on.part('menu')!.hidePopover();
    await until(() => on.part('menu') === null);
  });

  it('while the conference is in it, that is still there, with the same ticket', async () => {
    const on = await stage({ now: startsAt, credential: 'amira' });
    on.button.target = 'embed';
    await on.button.join();
    await until(() => on.button.renderRoot.querySelector('event-conference') !== null);
    const conference = on.button.renderRoot.querySelector('event-conference')!;
    const { ticket } = conference;
    place = move(on);
    await settled(on.button, 30);
    expect(on.button.renderRoot.querySelector('event-conference')).to.equal(conference);
    expect(conference.ticket).to.equal(ticket);
    expect(on.button.matches(':state(embedded)')).to.equal(true);
  });
});

describe('<event-join-button>: in a page with wild styles', () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { box-sizing: content-box !important; position: static; float: left; letter-spacing: 0.4em; }
    button, dialog, [popover], p, a, span { display: none !important; color: red !important; }
    div, section { text-align: right; white-space: nowrap; text-transform: uppercase; line-height: 4; }
  `);
  beforeEach(() => {
    sessionStorage.clear();
    document.adoptedStyleSheets.push(sheet);
  });
  afterEach(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  });

  it('its button is there, in its own colours, and so is the dialog, within the window', async () => {
    const on = await stage({ now: startsAt, config: recorded, credential: 'amira' });
    const button = on.part('button')!;
    expect(button.checkVisibility()).to.equal(true);
    expect(getComputedStyle(button).color).to.not.equal('rgb(255, 0, 0)');
    button.click();
    await until(() => dialogOf(on)?.open === true);
    const dialog = dialogOf(on)!;
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    expect(left).to.be.at.least(0);
    expect(top).to.be.at.least(0);
    expect(right).to.be.at.most(innerWidth);
    expect(bottom).to.be.at.most(innerHeight);
    expect(dialog.scrollWidth).to.be.at.most(dialog.clientWidth);
    const { textAlign, whiteSpace } = getComputedStyle(dialog.querySelector('dd')!);
    expect([textAlign, whiteSpace]).to.deep.equal(['start', 'normal']);
    dialog.close();
    await until(() => dialogOf(on) === null);
  });

  it('the choice of calendars is in full view', async () => {
    const on = await stage({ now: startsAt - 50 * minute });
    await until(() => on.part('calendar') !== null);
    on.part('calendar')!.click();
    await until(() => on.part('menu')?.matches(':popover-open') === true);
    await settled(on.button, 30);
    const { left, right } = on.part('menu')!.getBoundingClientRect();
    expect(left).to.be.at.least(0);
    expect(right).to.be.at.most(innerWidth);
    on.part('menu')!.hidePopover();
    await until(() => on.part('menu') === null);
  });
});
