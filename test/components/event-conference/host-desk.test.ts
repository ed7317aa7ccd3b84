import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { EventVirtualConfig } from '../../../src/core/index.js';
import { until } from '../../until.js';
import { stage, type Stage } from './conference-stage.js';

const host = async (config: Partial<EventVirtualConfig> = {}): Promise<Stage> => {
  const on = await stage({ as: 'hana', config: { waitingRoomEnabled: true, ...config } });
  await on.joins();
  await until(() => on.text().includes('Waiting'));
  return on;
};

const knock = async ({ adapter }: Stage, displayName: string): Promise<string> =>
  (await adapter.requestAdmission('meeting', { displayName, idempotencyKey: crypto.randomUUID() })).ticket;

const stateOf = async ({ adapter }: Stage, ticket: string): Promise<string> => {
  for await (const { state } of adapter.followAdmission(ticket)) return state;
  return '';
};

const labelled = ({ element }: Stage, label: string): HTMLButtonElement => {
  const found = element.renderRoot.querySelector<HTMLButtonElement>(`[aria-label="${label}"]`);
  if (!found) throw new Error(`There is no “${label}”.`);
  return found;
};

const opens = async (on: Stage): Promise<void> => {
  on.element.renderRoot.querySelector<HTMLButtonElement>('[aria-expanded="false"]')!.click();
  await until(() => on.element.renderRoot.querySelector('.desk') !== null);
};

const write = async ({ element }: Stage, name: string, text: string): Promise<void> => {
  const field = element.renderRoot.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
  field.value = text;
  field.form!.requestSubmit();
  await element.updateComplete;
};

describe('<event-conference>: the host’s desk', () => {
  it('tells of a knock and lets in from there', async () => {
    const on = await host();
    const ticket = await knock(on, 'Inês Carvalho');
    await until(() => on.text().includes('Inês Carvalho is waiting'));
    on.button('Admit').click();
    await until(() => !on.text().includes('Inês Carvalho is waiting'));
    expect(await stateOf(on, ticket)).to.equal('admitted');
  });

  it('puts a knock away for later, and knocks again for the next', async () => {
    const on = await host();
    await knock(on, 'Inês');
    await until(() => on.text().includes('Inês is waiting'));
    on.button('Later').click();
    await until(() => !on.text().includes('is waiting'));
    await knock(on, 'Jonas');
    await until(() => on.text().includes('Jonas is waiting'));
    await knock(on, 'Mei');
    await until(() => on.text().includes('2 people are waiting'));
    expect(on.element.renderRoot.querySelector('.badge')!.textContent).to.equal('3');
    on.button('See who').click();
    await until(() => on.element.renderRoot.querySelectorAll('.desk li').length === 3);
    expect(on.text()).not.to.include('are waiting');
  });

  it('lists who waits, lets one in or all, and says so when there is no place', async () => {
    const on = await host({ maxVirtualAttendees: 3 });
    const tickets = [await knock(on, 'Inês'), await knock(on, 'Jonas'), await knock(on, 'Mei')];
    await opens(on);
    expect(
      [...on.element.renderRoot.querySelectorAll('.who .cut')].map(({ textContent }) => textContent),
    ).to.deep.equal(['Inês', 'Jonas', 'Mei']);
    expect(on.text()).to.include('Guest, just now');
    labelled(on, 'Admit Jonas').click();
    await until(() => on.element.renderRoot.querySelectorAll('.desk li').length === 2);
    on.button('Admit all').click();
    await until(() => on.text().includes('All places are taken. The others wait on.'));
    expect(await Promise.all(tickets.map((ticket) => stateOf(on, ticket)))).to.deep.equal([
      'admitted',
      'admitted',
      'waiting',
    ]);
    await on.adapter.depart(tickets[0]!);
    await until(() => !on.text().includes('All places are taken.'));
  });

  it('turns someone away with a sentence, after a moment to think', async () => {
    const on = await host();
    const ticket = await knock(on, 'Jonas');
    await opens(on);
    labelled(on, 'Deny Jonas').click();
    await until(() => on.text().includes('A word to Jonas, if you like'));
    on.button('Back').click();
    await until(() => !on.text().includes('A word to Jonas'));
    labelled(on, 'Deny Jonas').click();
    await on.element.updateComplete;
    await write(on, 'sentence', 'Crew only, sorry.');
    await until(() => on.text().includes('Nobody is waiting.'));
    for await (const { state, message } of on.adapter.followAdmission(ticket)) {
      expect([state, message?.text, message?.from]).to.deep.equal(['denied', 'Crew only, sorry.', 'Hana']);
      break;
    }
  });

  it('says something to those who wait', async () => {
    const on = await host();
    const ticket = await knock(on, 'Jonas');
    await opens(on);
    await write(on, 'text', 'Soon!');
    for await (const { message } of on.adapter.followAdmission(ticket)) {
      if (message?.text === 'Soon!') break;
    }
    await until(() => on.element.renderRoot.querySelector<HTMLInputElement>('[name="text"]')!.defaultValue === 'Soon!');
  });

  it('keeps the focus in the desk when the row that had it goes', async () => {
    const on = await host();
    await knock(on, 'Jonas');
    await knock(on, 'Mei');
    await opens(on);
    labelled(on, 'Admit Jonas').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => on.element.renderRoot.querySelectorAll('.desk li').length === 1);
    await until(() => on.element.shadowRoot!.activeElement?.id === 'desk');
  });

  it('is for hosts, while they are in the call of an event with a waiting room', async () => {
    const attendee = await stage();
    await attendee.joins();
    const plain = await stage({ as: 'hana' });
    await plain.joins();
    await new Promise((resolve) => setTimeout(resolve, 50));
    for (const on of [attendee, plain]) {
      expect(on.element.renderRoot.querySelector('[aria-expanded]')).to.equal(null);
    }
  });

  it('stops following when the host leaves', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const on = await stage({
      as: 'hana',
      config: { waitingRoomEnabled: true },
      prepare: ({ adapter }) => {
        const follow = adapter.followAdmissions.bind(adapter);
        adapter.followAdmissions = (eventId, options) => {
          signals.push(options?.signal);
          return follow(eventId, options);
        };
      },
    });
    await on.joins();
    await until(() => signals.length === 1);
    on.button('Leave').click();
    await on.sees('left');
    await until(() => signals[0]!.aborted);
    expect(signals).to.have.length(1);
  });
});
