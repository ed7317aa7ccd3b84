import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ConsentChangeEvent } from '../../../src/events/consent-change-event.js';
import type { AdmissionInput } from '../../../src/services/backend/backend-adapter.js';
import { textHash } from '../../../src/services/text-hash.js';
import { minute, startsAt } from '../../core/sample-event.js';
import { until } from '../../until.js';
import { settled, stage, type Stage, type StageOptions } from './join-button-stage.js';

/** A JSON Web Token that says who it is for; the backend in the page takes it as it is. */
const tokenOf = (claims: object): string => `e30.${btoa(JSON.stringify(claims))}.x`;

const recorded = { recordingEnabled: true, recordingConsentRequired: true };

let opened: { closed: boolean; visited: string[] }[];
const open = window.open.bind(window);

beforeEach(() => {
  opened = [];
  localStorage.clear();
  sessionStorage.clear();
  window.open = (() => {
    const tab = { closed: false, visited: [] as string[] };
    opened.push(tab);
    return {
      opener: window,
      document: document.implementation.createHTMLDocument(),
      location: { replace: (address: string) => void tab.visited.push(address) },
      close: () => (tab.closed = true),
    };
  }) as unknown as typeof window.open;
});
afterEach(() => {
  window.open = open;
});

const dialogOf = ({ button }: Stage): HTMLDialogElement | null => button.renderRoot.querySelector('dialog');

const asked = async (on: Stage): Promise<HTMLDialogElement> => {
  await until(() => dialogOf(on)?.open === true);
  return dialogOf(on)!;
};

const press = ({ part }: Pick<Stage, 'part'>): void => part('button')!.click();
const agree = (on: Stage): void => dialogOf(on)!.querySelector<HTMLElement>('[part="agree"]')!.click();
const decline = (on: Stage): void => dialogOf(on)!.querySelector<HTMLElement>('[part="decline"]')!.click();

const listenIn = ({ adapter }: Stage): AdmissionInput[] => {
  const inputs: AdmissionInput[] = [];
  const ask = adapter.requestAdmission.bind(adapter);
  adapter.requestAdmission = (eventId, input, options) => (inputs.push(input), ask(eventId, input, options));
  return inputs;
};

const recordedStage = (options: Partial<StageOptions> = {}): Promise<Stage> =>
  stage({ now: startsAt, config: recorded, credential: 'amira', ...options });

describe('<event-join-button>: consent', () => {
  it('is asked for before anything happens, in words that are hashed as they were shown', async () => {
    const policy = { what: 'All of it', who: 'Members', howLong: 'A year', policyUrl: 'https://club.example/policy' };
    const on = await recordedStage({ event: { recordingPolicy: policy } });
    const inputs = listenIn(on);
    const told: boolean[] = [];
    on.button.addEventListener('consent-change', ({ given }: ConsentChangeEvent) => told.push(given));
    press(on);
    const dialog = await asked(on);
    expect(opened).to.have.length(0);
    expect(inputs).to.have.length(0);
    expect(dialog.querySelector('h2')?.textContent).to.equal('This event is recorded');
    expect(dialog.querySelector('a')?.href).to.equal(policy.policyUrl);
    const words = [...dialog.querySelectorAll('dt, dd')].map(({ textContent }) => textContent);
    expect(words).to.deep.equal([
      'What is recorded',
      'All of it',
      'Who will see it',
      'Members',
      'How long it is kept',
      'A year',
    ]);
    agree(on);
    expect(opened).to.have.length(1);
    await until(() => opened[0]!.visited.length === 1);
    expect(inputs[0]?.consent?.textHash).to.equal(await textHash([...words, policy.policyUrl].join('\n')));
    expect(inputs[0]?.consent?.locale).to.equal('en-GB');
    expect(told).to.deep.equal([true]);
    expect(dialogOf(on)).to.equal(null);
  });

  it('declined means not joined, says so, and can be given after all', async () => {
    const on = await recordedStage();
    const inputs = listenIn(on);
    on.part('button')!.focus();
    press(on);
    await asked(on);
    const change = oneEvent<ConsentChangeEvent>(on.button, 'consent-change');
    decline(on);
    expect((await change).given).to.equal(false);
    await until(() => on.text().startsWith('This event needs your consent | Join Now'));
    expect(on.button.renderRoot.activeElement).to.equal(on.part('button'));
    expect(inputs).to.have.length(0);
    expect(opened).to.have.length(0);
    press(on);
    await asked(on);
    agree(on);
    await until(() => inputs.length === 1);
  });

  it('is declined by Escape, and its first focus is on no answer', async () => {
    const on = await recordedStage();
    press(on);
    const dialog = await asked(on);
    expect(on.button.renderRoot.activeElement).to.equal(dialog);
    await sendKeys({ press: 'Escape' });
    await until(() => dialogOf(on) === null);
    await until(() => on.text().startsWith('This event needs your consent'));
  });

  it('is not asked for twice of the same person, and is of another on the same machine', async () => {
    const first = await recordedStage();
    first.button.credential = () => tokenOf({ sub: 'amira' });
    const one = tokenOf({ sub: 'amira' });
    const two = tokenOf({ sub: 'bo' });
    const join = async (token: string): Promise<boolean> => {
      const on = await recordedStage({ credential: token });
      on.adapter.requestAdmission = () =>
        Promise.resolve({ state: 'admitted', ticket: 't', conferenceUrl: 'https://x.example/', serverNow: 0 });
      press(on);
      await until(() => dialogOf(on)?.open === true || opened.length > 0);
      const wasAsked = dialogOf(on) !== null;
      if (wasAsked) agree(on);
      await until(() => opened.length === 1 && opened[0]!.visited.length === 1);
      opened = [];
      on.button.remove();
      return wasAsked;
    };
    expect(await join(one)).to.equal(true);
    expect(await join(one)).to.equal(false);
    expect(await join(two)).to.equal(true);
  });

  it('is asked for again when the words have changed, and says so', async () => {
    const on = await recordedStage();
    press(on);
    await asked(on);
    agree(on);
    await until(() => on.button.matches(':state(admitted)'));
    await on.adapter.depart(new URL(opened[0]!.visited[0]!).hash.replace('#ticket=', ''));
    await until(() => on.text().startsWith('Live'));
    await on.adapter.updateEvent('meeting', { recordingPolicy: { what: 'Also the chat' } }, { credential: 'hana' });
    await until(() => on.button.event?.recordingPolicy !== undefined);
    press(on);
    const dialog = await asked(on);
    expect(dialog.textContent).to.contain('This has changed since you agreed to it.');
    expect(dialog.textContent).to.contain('Also the chat');
  });

  it('is asked for where the backend wants it though the page did not know', async () => {
    const on = await stage({ now: startsAt, credential: 'amira' });
    const ask = on.adapter.getEvent.bind(on.adapter);
    on.adapter.getEvent = async (...given) => {
      const snapshot = await ask(...given);
      return { ...snapshot, room: { ...snapshot.room, recording: false } };
    };
    on.adapter.put(on.button.event!, { state: 'open', startedAt: startsAt, recording: true });
    await on.button.refresh();
    press(on);
    await asked(on);
    expect(opened.every(({ closed }) => closed)).to.equal(true);
    agree(on);
    await until(() => opened.at(-1)!.visited.length === 1);
  });

  it('closes when the event ends while it is asked', async () => {
    const on = await recordedStage();
    press(on);
    await asked(on);
    await on.adapter.endConference('meeting', { credential: 'hana' });
    await until(() => dialogOf(on) === null);
    await until(() => on.text().startsWith('Ended'));
  });
});

describe('<event-join-button>: guests', () => {
  it('are asked for a name, and known again', async () => {
    const on = await stage({ now: startsAt, event: { guestsAllowed: true } });
    const inputs = listenIn(on);
    press(on);
    const dialog = await asked(on);
    expect(on.button.renderRoot.activeElement).to.equal(dialog.querySelector('input'));
    agree(on);
    expect(dialog.open, 'a name is needed').to.equal(true);
    dialog.querySelector('input')!.value = ' Noor ';
    agree(on);
    await until(() => inputs.length === 1);
    expect(inputs[0]).to.include({ displayName: 'Noor' });
    expect(inputs[0]!.guestKey).to.have.length.at.least(16);
    await until(() => on.button.matches(':state(admitted)'));
    on.button.remove();

    const again = await stage({ now: startsAt, event: { guestsAllowed: true } });
    const later = listenIn(again);
    press(again);
    await until(() => later.length === 1);
    expect(later[0]).to.include({ displayName: 'Noor', guestKey: inputs[0]!.guestKey! });
  });

  it('with a name from the page are not asked', async () => {
    const on = await stage({ now: startsAt, event: { guestsAllowed: true } });
    const inputs = listenIn(on);
    on.button.displayName = 'Tomás';
    press(on);
    await until(() => inputs.length === 1);
    expect(inputs[0]).to.include({ displayName: 'Tomás' });
  });

  it('who go no further are not troubled with an error', async () => {
    const on = await stage({ now: startsAt, event: { guestsAllowed: true } });
    press(on);
    await asked(on);
    decline(on);
    await until(() => dialogOf(on) === null);
    await settled(on.button);
    expect(on.text()).to.match(/^Live \| Join Now/);
  });
});

describe('<event-join-button>: a guest pass', () => {
  const href = location.href;
  afterEach(() => history.replaceState(null, '', href));

  it('for another event is not used here', async () => {
    history.replaceState(null, '', `#pass=${tokenOf({ event: 'elsewhere' })}`);
    const on = await stage({ now: startsAt });
    await until(() => location.hash === '');
    press(on);
    await until(() => on.text().startsWith('Sign in to join'));
  });

  it('is taken out of the address, and brings its bearer in', async () => {
    const pass = tokenOf({ event: 'meeting', sub: 'guest' });
    history.replaceState(null, '', `#pass=${pass}&at=top`);
    const on = await stage({ now: startsAt });
    await until(() => location.hash === '#at=top');
    let credential: string | undefined;
    on.adapter.requestAdmission = (_eventId, _input, options) => {
      credential = options?.credential;
      return new Promise(() => {});
    };
    press(on);
    await until(() => credential !== undefined);
    expect(credential).to.equal(pass);
  });
});

describe('<event-join-button>: the waiting room', () => {
  const waiting = async (): Promise<Stage & { id: string }> => {
    const on = await stage({ now: startsAt - minute, config: { waitingRoomEnabled: true }, credential: 'amira' });
    press(on);
    await until(() => on.text().startsWith('You are in the waiting room'));
    const { admissions } = await on.adapter.listAdmissions('meeting', { credential: 'hana' });
    return { ...on, id: admissions[0]!.id };
  };
  const host = { credential: 'hana' };

  it('is said, with a way to it; and being let in, as it happens', async () => {
    const on = await waiting();
    expect(on.text()).to.match(
      /^You are in the waiting room \| Go to the waiting room \| The host will let you in, since /,
    );
    expect(on.button.matches(':state(waiting)')).to.equal(true);
    await on.adapter.setWaitingMessage('meeting', 'We start in a minute', host);
    await until(() => on.text().includes('We start in a minute'));
    const joined = oneEvent(on.button, 'join');
    await on.adapter.admit('meeting', 'all', host);
    await joined;
    await until(() => on.text().startsWith('You are in | Go to the room'));
  });

  it('says what the host said with a no', async () => {
    const on = await waiting();
    await on.adapter.deny('meeting', on.id, { ...host, sentence: 'Members only today' });
    await until(() => on.text().startsWith('The host did not let you in'));
    expect(on.text()).to.contain('Hana: Members only today');
    expect(on.button.matches(':state(refused)')).to.equal(true);
  });

  it('says that one was removed', async () => {
    const on = await waiting();
    await on.adapter.admit('meeting', 'all', host);
    await until(() => on.button.matches(':state(admitted)'));
    await on.adapter.remove('meeting', 'amira', host);
    await until(() => on.text().startsWith('A host removed you from this event'));
  });

  it('is not followed from a page out of sight, and is up to date when it returns', async () => {
    const on = await waiting();
    const setHidden = (hidden: boolean): void => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    setHidden(true);
    await on.adapter.admit('meeting', 'all', host);
    await settled(on.button, 20);
    expect(on.button.matches(':state(waiting)')).to.equal(true);
    setHidden(false);
    Reflect.deleteProperty(document, 'hidden');
    await until(() => on.button.matches(':state(admitted)'));
  });
});

describe('<event-join-button>: a site’s function for credentials', () => {
  it('that knows nobody makes a guest of the visitor', async () => {
    const on = await stage({ now: startsAt, event: { guestsAllowed: true } });
    const inputs = listenIn(on);
    on.button.credential = () => undefined;
    press(on);
    const dialog = await asked(on);
    expect(dialog.querySelector('h2')?.textContent).to.equal('Join as a guest');
    dialog.querySelector('input')!.value = 'Noor';
    agree(on);
    await until(() => inputs.length === 1);
    expect(inputs[0]).to.include({ displayName: 'Noor' });
  });

  it('that names another person than before has that one asked', async () => {
    const on = await recordedStage();
    on.adapter.requestAdmission = () => new Promise(() => {});
    let sub = 'amira';
    on.button.credential = () => Promise.resolve(tokenOf({ sub }));
    press(on);
    await asked(on);
    decline(on);
    await until(() => dialogOf(on) === null);
    sub = 'bo';
    press(on);
    const dialog = await asked(on);
    agree(on);
    await until(() => localStorage.length === 1);
    expect(localStorage.key(0)).to.match(/ bo$/);
    expect(dialog.open).to.equal(false);
  });
});
