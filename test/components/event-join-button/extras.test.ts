import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { EventJoinButton } from '../../../src/components/event-join-button/event-join-button.js';
import { EventCallingIntegration } from '../../../src/services/event-calling-integration.js';
import { endsAt, minute, sampleEvent, startsAt } from '../../core/sample-event.js';
import { until } from '../../until.js';
import { localAdapter, stage, type Stage } from './join-button-stage.js';

const before = startsAt - 60 * minute;

const badges = ({ button }: Stage): string[] =>
  [...button.renderRoot.querySelectorAll('[part="badge"]')].map(({ textContent }) => textContent.trim());

describe('<event-join-button>: badges', () => {
  it('tell what facts bear out, and nothing after the end', async () => {
    const config = { e2eeRequired: true, recordingEnabled: true };
    const ahead = await stage({ now: before, config });
    await until(() => badges(ahead).length > 0);
    expect(badges(ahead)).to.deep.equal(['End-to-end encrypted', 'Will be recorded']);
    const live = await stage({ now: startsAt, config: { recordingEnabled: true }, room: { recording: true } });
    await until(() => badges(live).length > 0);
    expect(badges(live)).to.deep.equal(['Recording']);
    live.adapter.put(live.button.event!, { state: 'ended', recording: false });
    await until(() => live.text().startsWith('Ended'));
    expect(badges(live)).to.deep.equal([]);
  });
});

describe('<event-join-button>: the recording', () => {
  const room = { state: 'ended', startedAt: startsAt, endedAt: endsAt - 4 * minute } as const;

  it('is a link beside the end, with its length; and no link where its address is none', async () => {
    const on = await stage({ now: endsAt, config: { recordingUrl: 'https://club.example/r' }, room });
    await until(() => on.part('recording') !== null);
    expect(on.part('recording')!.getAttribute('href')).to.equal('https://club.example/r');
    expect(on.text()).to.match(/1 hr 56 mins?$/);
    const bad = await stage({ now: endsAt, config: { recordingUrl: 'javascript:alert(1)' }, room });
    await until(() => bad.text().startsWith('Ended'));
    expect(bad.part('recording')).to.equal(null);
  });

  it('appears without a reload', async () => {
    const on = await stage({ now: endsAt, room });
    const event = on.button.event!;
    on.adapter.put(
      { ...event, virtualConfig: { ...event.virtualConfig, recordingUrl: 'https://club.example/r' } },
      room,
    );
    await until(() => on.part('recording') !== null);
  });
});

describe('<event-join-button>: the start', () => {
  it('is told in the visitor’s zone, and in the event’s on request', async () => {
    const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const timeZone = here === 'Asia/Tokyo' ? 'America/New_York' : 'Asia/Tokyo';
    const on = await stage({ now: before, event: { timeZone } });
    await until(() => on.part('time') !== null);
    const mine = on.part('time')!.textContent.trim();
    on.part('time')!.click();
    await until(() => on.part('time')!.textContent.includes(timeZone.split('/')[1]!.replace('_', ' ')));
    const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(startsAt);
    expect(on.part('time')!.textContent).to.contain(time);
    on.part('time')!.click();
    await until(() => on.part('time')!.textContent.trim() === mine);
  });

  it('is plain text where both are the same', async () => {
    const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const on = await stage({ now: before, event: { timeZone } });
    await until(() => on.part('calendar') !== null);
    expect(on.part('time')).to.equal(null);
  });
});

describe('<event-join-button>: the calendar', () => {
  const menuOf = ({ button }: Stage): HTMLElement | null => button.renderRoot.querySelector('[part="menu"]');
  const items = (on: Stage): HTMLElement[] => [...menuOf(on)!.querySelectorAll<HTMLElement>('[role="menuitem"]')];

  const opened = async (event = {}): Promise<Stage> => {
    const on = await stage({ now: before, event });
    await until(() => on.part('calendar') !== null);
    on.part('calendar')!.focus();
    on.part('calendar')!.click();
    await until(() => menuOf(on)?.matches(':popover-open') === true);
    return on;
  };

  it('offers a file and four services, with the event’s page to come back to', async () => {
    const on = await opened();
    expect(items(on).map(({ textContent }) => textContent.trim())).to.deep.equal([
      'Calendar file (.ics)',
      'Google Calendar',
      'Outlook.com',
      'Microsoft 365',
      'Yahoo',
    ]);
    for (const link of items(on).slice(1)) {
      expect(link).to.include({ target: '_blank', rel: 'noopener noreferrer' });
      expect(decodeURIComponent(link.getAttribute('href')!)).to.contain(location.origin);
    }
  });

  it('goes by keyboard: arrows, ends, Escape back to its button', async () => {
    const on = await opened();
    const { renderRoot } = on.button;
    expect(renderRoot.activeElement).to.equal(items(on)[0]);
    await sendKeys({ press: 'ArrowUp' });
    expect(renderRoot.activeElement).to.equal(items(on).at(-1));
    await sendKeys({ press: 'Home' });
    await sendKeys({ press: 'ArrowDown' });
    expect(renderRoot.activeElement).to.equal(items(on)[1]);
    await sendKeys({ press: 'Escape' });
    await until(() => menuOf(on) === null);
    expect(renderRoot.activeElement).to.equal(on.part('calendar'));
    expect(on.part('calendar')!.ariaExpanded).to.equal('false');
  });

  it('saves a file that counts with the event’s version', async () => {
    const on = await opened({ version: 3 });
    const saved = new Promise<HTMLAnchorElement>((resolve) => {
      HTMLAnchorElement.prototype.click = function () {
        // Back to what it inherits.
        Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
        resolve(this);
      };
    });
    items(on)[0]!.click();
    const link = await saved;
    expect(link.download).to.equal('Spring-members-meeting.ics');
    const file = await (await fetch(link.href)).text();
    expect(file).to.contain('SEQUENCE:2').and.to.contain('UID:meeting@');
  });

  it('closes when the event opens meanwhile', async () => {
    const on = await opened();
    on.adapter.setNow(startsAt);
    await until(() => on.text().startsWith('Live'));
    window.dispatchEvent(new Event('resize'));
    await until(() => menuOf(on) === null);
  });
});

describe('<event-join-button target="embed">', () => {
  it('puts the conference in its place, and is a button again for who left', async () => {
    const adapter = localAdapter(startsAt);
    adapter.put(sampleEvent());
    const button = await fixture<EventJoinButton>(
      html`<event-join-button
        event-id="meeting"
        target="embed"
        .service=${new EventCallingIntegration(adapter)}
        .credential=${'amira'}
      ></event-join-button>`,
    );
    await until(() => button.phase === 'live');
    const joins: Event[] = [];
    button.addEventListener('join', (event) => joins.push(event));
    await button.join();
    await until(() => button.renderRoot.querySelector('event-conference') !== null);
    const conference = button.renderRoot.querySelector('event-conference')!;
    expect(conference.ticket).to.not.equal('');
    expect(conference.shadowRoot, 'it is defined').to.not.equal(null);
    conference.onJoined();
    expect(joins).to.have.length(1);
    await adapter.depart(conference.ticket);
    conference.onLeft();
    await until(() => button.renderRoot.querySelector('event-conference') === null);
    await until(() => button.renderRoot.querySelector('button')?.textContent.trim() === 'Join Now');
  });
});
