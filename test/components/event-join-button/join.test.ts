import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { EventJoinButton } from '../../../src/components/event-join-button/event-join-button.js';
import { VirtualEventError, type Admission, type Reason } from '../../../src/core/index.js';
import type { JoinErrorEvent } from '../../../src/events/join-error-event.js';
import type { AdmissionInput } from '../../../src/services/backend/backend-adapter.js';
import type { LocalBackendAdapter } from '../../../src/services/backend/local-adapter.js';
import { EventCallingIntegration } from '../../../src/services/event-calling-integration.js';
import { minute, sampleEvent, startsAt } from '../../core/sample-event.js';
import { until } from '../../until.js';
import { localAdapter, settled, stage, type Stage } from './join-button-stage.js';

/** Stands for a tab that the press opened. */
class FakeTab {
  readonly document = document.implementation.createHTMLDocument();
  readonly visited: string[] = [];
  opener: unknown = window;
  isClosed = false;
  readonly location = { replace: (address: string) => void this.visited.push(address) };
  close(): void {
    this.isClosed = true;
  }
}

/** How the browser answers `window.open`. */
let opens: () => FakeTab | null;
let opened: (FakeTab | null)[];
const open = window.open.bind(window);

const inputs: AdmissionInput[] = [];
/** Notes each admission that is asked for. */
const listenIn = (adapter: LocalBackendAdapter): AdmissionInput[] => {
  inputs.length = 0;
  const ask = adapter.requestAdmission.bind(adapter);
  adapter.requestAdmission = (eventId, input, options) => (inputs.push(input), ask(eventId, input, options));
  return inputs;
};

const press = ({ part }: Pick<Stage, 'part'>): void => part('button')!.click();

const refuse = (adapter: LocalBackendAdapter, reason: Reason): void => {
  adapter.requestAdmission = () => Promise.reject(new VirtualEventError(reason));
};

/** Holds admissions back; the way to let them go on. */
const slow = (adapter: LocalBackendAdapter): (() => void) => {
  let admit = (): void => {};
  const gate = new Promise<void>((resolve) => (admit = resolve));
  const ask = adapter.requestAdmission.bind(adapter);
  adapter.requestAdmission = async (...given) => {
    await gate;
    return ask(...given);
  };
  return admit;
};

/** What the element tells as events. */
const told = (button: EventJoinButton): string[] => {
  const names: string[] = [];
  for (const name of ['join-request', 'join', 'join-error'] as const) {
    button.addEventListener(name, (event) =>
      names.push('reason' in event ? `${event.type} ${event.reason}` : event.type),
    );
  }
  return names;
};

/** Addresses of links that were followed; a real tab would hide this page. */
const followed: string[] = [];
document.addEventListener('click', (event) => {
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
  if (!link?.target) return;
  event.preventDefault();
  followed.push(link.href);
});

beforeEach(() => {
  followed.length = 0;
  opens = () => new FakeTab();
  opened = [];
  window.open = (() => {
    const tab = opens();
    opened.push(tab);
    return tab;
  }) as unknown as typeof window.open;
});

afterEach(() => {
  window.open = open;
});

describe('<event-join-button>: joining', () => {
  it('opens the tab within the press, and sends it to the room with the ticket in the fragment', async () => {
    const on = await stage({ now: startsAt, credential: 'amira' });
    const events = told(on.button);
    press(on);
    expect(opened).to.have.length(1);
    await until(() => events.includes('join'));
    const [tab] = opened;
    expect(tab?.visited).to.have.length(1);
    expect(tab?.visited[0]).to.match(/^https:\/\/rooms\.example\/conference\/meeting\?lang=en-GB#ticket=[\w-]+$/);
    expect(tab?.opener).to.equal(null);
    expect(tab?.isClosed).to.equal(false);
    expect(events).to.deep.equal(['join-request', 'join']);
    await settled(on.button);
    expect(on.text()).to.match(/^You are in \| Go to the room/);
    expect(on.button.matches(':state(admitted)')).to.equal(true);
  });

  it('says in the new tab what it waits for, as text', async () => {
    const on = await stage({ now: startsAt, credential: 'amira' });
    const admit = slow(on.adapter);
    press(on);
    await until(() => opened[0]?.document.body.textContent === 'Opening the room…');
    const { document: page } = opened[0]!;
    expect(page.title).to.equal('Opening the room…');
    expect(page.documentElement.style.colorScheme).to.equal('light dark');
    await settled(on.button);
    expect(on.part('button')?.textContent).to.contain('Opening the room');
    expect(on.part('button')?.getAttribute('aria-disabled')).to.equal('true');
    expect(on.button.matches(':state(opening)')).to.equal(true);
    admit();
    await until(() => opened[0]?.visited.length === 1);
  });

  it('takes the name that others see', async () => {
    const on = await stage({ now: startsAt, credential: 'amira' });
    const asked = listenIn(on.adapter);
    on.button.displayName = 'Amira from the boathouse';
    press(on);
    await until(() => asked.length === 1);
    expect(asked[0]?.displayName).to.equal('Amira from the boathouse');
  });

  it('asks a function for the credential', async () => {
    const on = await stage({ now: startsAt });
    on.button.credential = () => Promise.resolve('amira');
    press(on);
    await oneEvent(on.button, 'join');
  });

  it('makes one admission of a double press, and of one by keyboard on top', async () => {
    const on = await stage({ now: startsAt, credential: 'amira' });
    const admit = slow(on.adapter);
    const asked = listenIn(on.adapter);
    const events = told(on.button);
    on.part('button')!.focus();
    press(on);
    press(on);
    await sendKeys({ press: 'Enter' });
    admit();
    await until(() => events.includes('join'));
    await settled(on.button, 20);
    expect(asked).to.have.length(1);
    expect(opened).to.have.length(1);
  });

  it('joins by keyboard, and keeps the focus', async () => {
    const on = await stage({ now: startsAt, credential: 'amira' });
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement).to.equal(on.button);
    const joined = oneEvent(on.button, 'join');
    await sendKeys({ press: 'Enter' });
    await joined;
    await settled(on.button);
    expect(on.button.shadowRoot?.activeElement).to.equal(on.part('button'));
  });

  it('leads to the room again, and takes no second seat', async () => {
    const on = await stage({ now: startsAt, credential: 'amira' });
    const asked = listenIn(on.adapter);
    press(on);
    await until(() => on.part('button') instanceof HTMLAnchorElement);
    press(on);
    expect(followed).to.deep.equal(opened[0]?.visited);
    expect(asked).to.have.length(1);
  });

  it('is a button again for who left, and says so to the page', async () => {
    const on = await stage({ now: startsAt, credential: 'amira' });
    press(on);
    await until(() => on.part('button') instanceof HTMLAnchorElement);
    const left = oneEvent(on.button, 'leave');
    await on.adapter.depart(new URL(opened[0]!.visited[0]!).hash.replace('#ticket=', ''));
    await left;
    await until(() => on.text().startsWith('Live | Join Now'));
  });

  it('goes to the waiting room in the same way', async () => {
    const on = await stage({ now: startsAt - minute, config: { waitingRoomEnabled: true }, credential: 'amira' });
    expect(on.button.phase).to.equal('waiting-room');
    on.adapter.requestAdmission = () =>
      Promise.resolve<Admission>({
        state: 'admitted',
        ticket: 'wait',
        conferenceUrl: 'https://rooms.example/x',
        serverNow: startsAt,
      });
    press(on);
    await oneEvent(on.button, 'join');
    expect(opened[0]?.visited).to.deep.equal(['https://rooms.example/x?lang=en-GB#ticket=wait']);
  });

  it('asks first: nothing happens where the page says no', async () => {
    const on = await stage({ now: startsAt, credential: 'amira' });
    const asked = listenIn(on.adapter);
    on.button.addEventListener('join-request', (event) => event.preventDefault());
    await on.button.join();
    expect(opened).to.have.length(0);
    expect(asked).to.have.length(0);
    expect(on.button.matches(':state(opening)')).to.equal(false);
  });

  it('lets a host in before the doors by the method', async () => {
    const on = await stage({ now: startsAt - 60 * minute, credential: 'hana' });
    await on.button.join();
    expect(opened[0]?.visited).to.have.length(1);
  });

  it('goes to the room in place of the page with target="_self"', async () => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe srcdoc="&lt;!doctype html&gt;"></iframe>`);
    await until(() => frame.contentDocument?.readyState === 'complete' && frame.contentDocument.URL === 'about:srcdoc');
    const inside = frame.contentWindow as Window & typeof globalThis & { opened?: true };
    const script = inside.document.createElement('script');
    script.type = 'module';
    script.textContent = `
      import { stage } from '/test/components/event-join-button/join-button-stage.ts';
      window.open = () => (parent.opened = true);
      const { button, adapter, part } = await stage({ now: ${startsAt}, credential: 'amira' });
      const ask = adapter.requestAdmission.bind(adapter);
      adapter.requestAdmission = async (...given) => ({ ...(await ask(...given)), conferenceUrl: '${location.origin}/room' });
      button.target = '_self';
      part('button').click();
    `;
    inside.document.body.append(script);
    await until(() => inside.location.pathname === '/room');
    expect(inside.location.hash).to.match(/^#ticket=.+/);
    expect('opened' in window).to.equal(false);
  });
});

describe('<event-join-button>: a new tab that is refused', () => {
  it('puts a link in the button’s place, and keeps the focus there', async () => {
    opens = () => null;
    const on = await stage({ now: startsAt, credential: 'amira' });
    const events = told(on.button);
    on.part('button')!.focus();
    press(on);
    await until(() => on.part('button') instanceof HTMLAnchorElement);
    await settled(on.button, 10);
    const link = on.part('button') as HTMLAnchorElement;
    expect(link.href).to.match(/^https:\/\/rooms\.example\/conference\/meeting\?lang=en-GB#ticket=/);
    expect(on.text()).to.match(/^The new tab was blocked \| Open the room here \| Your place is kept until/);
    expect(on.button.shadowRoot?.activeElement).to.equal(link);
    expect(events).to.deep.equal(['join-request', 'join-error popup-blocked']);
    expect(on.button.matches(':state(blocked)')).to.equal(true);
  });

  it('tells of joining when the link is followed, and is a button again', async () => {
    opens = () => null;
    const on = await stage({ now: startsAt, credential: 'amira' });
    press(on);
    await until(() => on.part('button') instanceof HTMLAnchorElement);
    const events = told(on.button);
    on.button.addEventListener('click', (event) => event.preventDefault());
    press(on);
    expect(events).to.deep.equal(['join']);
    await until(() => on.text().startsWith('You are in | Go to the room'));
  });

  it('says no longer that the tab was blocked after a while', async () => {
    opens = () => null;
    const on = await stage({ now: startsAt, credential: 'amira' });
    press(on);
    await until(() => on.part('button') instanceof HTMLAnchorElement);
    on.adapter.setNow(startsAt + 2 * minute);
    await settled(on.button);
    expect(on.text()).to.match(/^You are in \| Go to the room/);
  });

  it('takes nothing from a tab that looks closed, as a policy of the page can make it', async () => {
    const on = await stage({ now: startsAt, credential: 'amira' });
    opens = () => Object.assign(new FakeTab(), { closed: true });
    press(on);
    await until(() => opened[0]?.visited.length === 1);
  });

  it('is not troubled by a tab that was closed while it waited, or that may not be written to', async () => {
    const on = await stage({ now: startsAt, credential: 'amira' });
    opens = () =>
      ({
        get document() {
          throw new DOMException('Not yours', 'SecurityError');
        },
        get location() {
          throw new DOMException('Gone', 'SecurityError');
        },
        close() {},
      }) as unknown as FakeTab;
    press(on);
    await oneEvent(on.button, 'join');
    await until(() => on.text().startsWith('You are in | Go to the room'));
  });
});

describe('<event-join-button>: not let in', () => {
  const said: Partial<Record<Reason, RegExp>> = {
    'credential-missing': /^Sign in to join \| Join Now \| This page does not know who you are yet\.$/,
    'credential-invalid': /^Your sign-in has expired \| Join Now/,
    forbidden: /^This is not open to you \| Join Now/,
    removed: /^A host removed you/,
    'rate-limited': /^Too many tries \| Join Now \| Wait a moment/,
    unavailable: /^The event’s server is not answering \| Join Now/,
    timeout: /^The event’s server takes too long \| Join Now/,
    offline: /^You are offline \| Join Now/,
  };

  for (const [reason, words] of Object.entries(said) as [Reason, RegExp][]) {
    it(`says in words why, and how to go on: ${reason}`, async () => {
      const on = await stage({ now: startsAt, credential: 'amira' });
      refuse(on.adapter, reason);
      const events = told(on.button);
      press(on);
      await until(() => words.test(on.text()));
      expect(opened[0]?.isClosed).to.equal(true);
      expect(opened[0]?.visited).to.deep.equal([]);
      expect(events).to.deep.equal(['join-request', `join-error ${reason}`]);
      expect(on.button.matches(':state(refused)')).to.equal(true);
      expect(on.said()).to.contain(on.text().split(' | ')[0]!);
    });
  }

  it('hands the error to the page', async () => {
    const on = await stage({ now: startsAt, credential: 'nobody' });
    setTimeout(() => press(on));
    const { error, reason } = await oneEvent<JoinErrorEvent>(on.button, 'join-error');
    expect(error).to.be.instanceOf(VirtualEventError);
    expect(reason).to.equal('credential-invalid');
  });

  it('is full, until someone leaves', async () => {
    const on = await stage({ now: startsAt, config: { maxVirtualAttendees: 2 }, credential: 'amira' });
    const host = { credential: 'hana' };
    await on.adapter.recordAttendance('meeting', 'bo', 'join', host);
    await on.adapter.recordAttendance('meeting', 'cy', 'join', host);
    await until(() => on.text().includes('2 here'));
    refuse(on.adapter, 'full');
    on.part('button')!.focus();
    press(on);
    await until(() => on.text() === 'Full | All 2 places are taken | The button returns when a place is free');
    expect(on.part('button')?.getAttribute('aria-disabled')).to.equal('true');
    expect(on.button.shadowRoot?.activeElement).to.equal(on.part('button'));
    press(on);
    expect(opened).to.have.length(1);
    await on.adapter.recordAttendance('meeting', 'cy', 'leave', host);
    await until(() => on.text().includes('Join Now'));
  });

  it('offers the button again after a while, as seats can also lapse unseen', async () => {
    const on = await stage({ now: startsAt, config: { maxVirtualAttendees: 2 }, credential: 'amira' });
    refuse(on.adapter, 'full');
    press(on);
    await until(() => on.text().startsWith('Full'));
    on.adapter.setNow(startsAt + 30_000);
    await settled(on.button);
    expect(on.text()).to.match(/^Live \| Join Now/);
  });

  it('forgets the refusal when someone signs in, and when the phase changes', async () => {
    const on = await stage({ now: startsAt });
    press(on);
    await until(() => on.text().startsWith('Sign in to join'));
    on.button.credential = 'amira';
    await until(() => on.text().startsWith('Live | Join Now'));
    on.button.credential = undefined;
    press(on);
    await until(() => on.text().startsWith('Sign in to join'));
    await on.adapter.endConference('meeting', { credential: 'hana' });
    await until(() => on.text().startsWith('Ended'));
  });

  it('asks with the same key after an attempt of unknown end, with a new one after a clear no', async () => {
    const on = await stage({ now: startsAt, credential: 'amira' });
    const keys: string[] = [];
    const answers: Reason[] = ['timeout', 'unavailable', 'forbidden', 'forbidden'];
    on.adapter.requestAdmission = (_, { idempotencyKey }) => {
      keys.push(idempotencyKey);
      return Promise.reject(new VirtualEventError(answers[keys.length - 1]!));
    };
    while (keys.length < answers.length) await on.button.join();
    expect(keys[1]).to.equal(keys[0]);
    expect(keys[2]).to.equal(keys[0]);
    expect(keys[3]).to.not.equal(keys[2]);
  });

  it('asks for the facts when the backend knows better', async () => {
    const on = await stage({ now: startsAt, credential: 'amira' });
    let asked = 0;
    const getEvent = on.adapter.getEvent.bind(on.adapter);
    on.adapter.getEvent = (...given) => ((asked += 1), getEvent(...given));
    refuse(on.adapter, 'ended');
    await on.button.join();
    await until(() => asked === 1);
  });

  const hostile = [
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    '//evil.example',
    'https://user:pass@evil.example',
    '/conference/meeting',
    '',
  ];
  for (const conferenceUrl of hostile) {
    it(`never goes to ${JSON.stringify(conferenceUrl)}`, async () => {
      const on = await stage({ now: startsAt, credential: 'amira' });
      on.adapter.requestAdmission = () =>
        Promise.resolve({ state: 'admitted', ticket: 'secret', conferenceUrl, serverNow: startsAt });
      const events = told(on.button);
      await on.button.join();
      expect(events).to.deep.equal(['join-request', 'join-error unavailable']);
      expect(opened[0]?.visited).to.deep.equal([]);
      expect(opened[0]?.isClosed).to.equal(true);
    });
  }
});

describe('<event-join-button>: taken away in the middle', () => {
  it('still brings the tab to the room', async () => {
    const on = await stage({ now: startsAt, credential: 'amira' });
    const admit = slow(on.adapter);
    const joining = on.button.join();
    on.button.remove();
    admit();
    await joining;
    expect(opened[0]?.visited).to.have.length(1);
  });

  it('gives the place back where nobody is left to go there', async () => {
    opens = () => null;
    const on = await stage({ now: startsAt, credential: 'amira' });
    const admit = slow(on.adapter);
    const returned: string[] = [];
    on.adapter.depart = (ticket) => (returned.push(ticket), Promise.resolve());
    const joining = on.button.join();
    on.button.remove();
    admit();
    await joining;
    expect(returned).to.have.length(1);
  });
});

describe('<event-join-button>: before it is known of which event', () => {
  it('does nothing', async () => {
    const button = await fixture<EventJoinButton>(html`<event-join-button></event-join-button>`);
    await button.join();
    await button.refresh();
    expect(opened).to.have.length(0);
    expect(button.phase).to.equal('misconfigured');
  });

  it('lets two buttons of one event join each for itself', async () => {
    const adapter = localAdapter(startsAt);
    adapter.put(sampleEvent());
    const service = new EventCallingIntegration(adapter);
    const place = await fixture<HTMLElement>(
      html`<div>
        <event-join-button event-id="meeting" .service=${service} .credential=${'amira'}></event-join-button>
        <event-join-button event-id="meeting" .service=${service} .credential=${'bo'}></event-join-button>
      </div>`,
    );
    const buttons = [...place.querySelectorAll('event-join-button')];
    await until(() => buttons.every(({ phase }) => phase === 'live'));
    await Promise.all(buttons.map((button) => button.join()));
    expect(opened.map((tab) => tab?.visited.length)).to.deep.equal([1, 1]);
    expect(buttons.every((button) => button.matches(':state(admitted)'))).to.equal(true);
  });
});
