import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { minute, startsAt } from '../../core/sample-event.js';
import { until } from '../../until.js';
import { stage, type Stage } from './join-button-stage.js';

interface Node {
  role: string;
  name?: string;
  children?: Node[];
}

/** What assistive technology reads out of the page, one by one. */
const read = async (): Promise<string[]> => {
  const lines: string[] = [];
  const walk = ({ role, name = '', children = [] }: Node): void => {
    if (role !== 'RootWebArea' && name.trim() !== '') lines.push(`${role}: ${name.trim()}`);
    for (const child of children) walk(child);
  };
  const tree = await executeServerCommand<Node | null, object>('a11y-snapshot', {});
  if (tree) walk(tree);
  return lines;
};

describe('<event-join-button>: what is said on the way in', () => {
  const open = window.open.bind(window);
  before(function () {
    // Only Chromium tells its accessibility tree.
    if (!('userAgentData' in navigator)) this.skip();
    sessionStorage.clear();
    const page = document.implementation.createHTMLDocument();
    window.open = (() => ({ document: page, location: { replace: () => {} }, close: () => {} })) as never;
  });
  after(() => {
    window.open = open;
  });

  const host = { credential: 'hana' };
  const agree = ({ button }: Stage): void => button.renderRoot.querySelector<HTMLElement>('[part="agree"]')!.click();

  it('goes from the countdown over consent and the waiting room into the room', async () => {
    const on = await stage({
      now: startsAt - 50 * minute,
      credential: 'amira',
      config: { waitingRoomEnabled: true, recordingEnabled: true, recordingConsentRequired: true },
    });
    await until(() => on.part('calendar') !== null);
    const ahead = await read();
    expect(ahead).to.include('button: Add to calendar');
    expect(ahead.join('\n')).to.contain('Not open yet').and.contain('Will be recorded').and.contain('Opens in');
    expect(on.said(), 'nothing has changed yet').to.equal('');

    on.adapter.setNow(startsAt);
    await until(() => on.said().startsWith('Live'));
    expect(await read()).to.include('button: Join Now');

    on.part('button')!.focus();
    on.part('button')!.click();
    await until(() => on.button.renderRoot.querySelector('dialog[open]') !== null);
    const asked = await read();
    expect(asked).to.include('dialog: This event is recorded');
    expect(asked).to.include('button: Agree and join').and.to.include('button: Not now');
    expect(asked, 'what is behind the dialog is out of reach').to.not.include('button: Opening the room');

    agree(on);
    await until(() => on.said() === 'You are in the waiting room. The host will let you in');
    expect(await read()).to.include('link: Go to the waiting room');
    await on.adapter.setWaitingMessage('meeting', 'We start in a minute', host);
    await until(() => on.said() === 'You are in the waiting room. We start in a minute');

    await on.adapter.admit('meeting', 'all', host);
    await until(() => on.said().startsWith('You are in.'));
    expect(await read()).to.include('link: Go to the room');
  });
});
