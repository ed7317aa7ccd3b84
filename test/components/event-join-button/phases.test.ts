import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { EventJoinButton } from '../../../src/components/event-join-button/event-join-button.js';
import type { JoinButtonPhase, PhaseChangeEvent } from '../../../src/events/phase-change-event.js';
import { EventCallingIntegration } from '../../../src/services/event-calling-integration.js';
import { formatDay, formatTime } from '../../../src/locales/format.js';
import { endsAt, minute, sampleEvent, startsAt } from '../../core/sample-event.js';
import { until } from '../../until.js';
import { localAdapter, onStage, settled, stage, type StageOptions } from './join-button-stage.js';

const time = (moment: number): string => formatTime('en-GB', moment);
const day = (moment: number): string => formatDay('en-GB', moment);
const doors = startsAt - 15 * minute;

interface Case {
  name: string;
  options: StageOptions;
  phase: JoinButtonPhase;
  text: string;
}

const cases: Case[] = [
  {
    name: 'days before',
    options: { now: doors - 76 * 60 * minute },
    phase: 'not-started',
    text: `Not open yet | Opens in 3 days 4 hours3d 4h | ${day(startsAt)}, ${time(startsAt)}, Add to calendar`,
  },
  {
    name: 'the doors open, with a waiting room',
    options: { now: doors, config: { waitingRoomEnabled: true } },
    phase: 'waiting-room',
    text: `Doors are open | Join Waiting Room | Starts at ${time(startsAt)}`,
  },
  {
    name: 'the doors open, without one',
    options: { now: doors },
    phase: 'live',
    text: `Doors are open | Join Now | No one here yet, Starts at ${time(startsAt)}`,
  },
  {
    name: 'begun',
    options: { now: startsAt },
    phase: 'live',
    text: `Live | Join Now | No one here yet, until ${time(endsAt)}`,
  },
  {
    name: 'ended by the clock',
    options: { now: endsAt },
    phase: 'ended',
    text: `Ended | Event Ended | ${day(startsAt)}, ${time(startsAt)}–${time(endsAt)}`,
  },
  {
    name: 'ended by a host',
    options: { now: startsAt + minute, room: { state: 'ended', startedAt: startsAt - minute, endedAt: startsAt } },
    phase: 'ended',
    text: `Ended | Event Ended | ${day(startsAt)}, ${time(startsAt - minute)}–${time(startsAt)}`,
  },
  {
    name: 'cancelled',
    options: { now: startsAt, event: { status: 'cancelled' } },
    phase: 'cancelled',
    text: `Cancelled | Event Cancelled | Today, ${time(startsAt)}`,
  },
  {
    name: 'in person only',
    options: { now: doors, event: { attendanceType: 'in-person', location: 'Boathouse' } },
    phase: 'in-person',
    text: `In person only | Boathouse | Today, ${time(startsAt)}, Add to calendar`,
  },
];

describe('<event-join-button>: phases', () => {
  for (const { name, options, phase, text } of cases) {
    it(`says where the event stands: ${name}`, async () => {
      const { button, text: shown } = await stage(options);
      await until(() => shown() === text);
      expect(button.phase).to.equal(phase);
      expect(shown()).to.equal(text);
      expect(button.matches(`:state(${phase})`)).to.equal(true);
    });
  }

  it('keeps one height in every phase, from the bones on', async () => {
    // Tenths of a pixel: engines round each in their own way.
    const heights = new Set<number>();
    // To the tenth: Firefox lays out in sixtieths of a pixel.
    const heightOf = (element: Element) => Math.round(element.getBoundingClientRect().height * 10) / 10;
    for (const { options } of cases) {
      const { button, part } = await stage(options);
      await until(() => part('status')?.textContent.trim() !== '');
      heights.add(heightOf(button));
    }
    const adapter = localAdapter(startsAt);
    adapter.getEvent = () => new Promise(() => {});
    const service = new EventCallingIntegration(adapter);
    const loading = await fixture<EventJoinButton>(
      html`<event-join-button event-id="none" .service=${service}></event-join-button>`,
    );
    expect(loading.phase).to.equal('loading');
    expect(loading.matches(':state(loading)')).to.equal(true);
    heights.add(heightOf(loading));
    expect([...heights]).to.have.length(1);
  });

  it('turns by itself as the server’s clock goes on, without asking anyone', async () => {
    const { adapter, button } = await stage({ now: doors - 1000, config: { waitingRoomEnabled: true } });
    const changes: string[] = [];
    button.addEventListener('phase-change', ({ previous, phase }) => changes.push(`${previous} → ${phase}`));
    let asked = 0;
    const getEvent = adapter.getEvent.bind(adapter);
    adapter.getEvent = (...given) => ((asked += 1), getEvent(...given));
    for (const [at, now] of [doors, startsAt, endsAt].entries()) {
      adapter.now = () => now;
      await until(() => changes.length > at);
    }
    expect(changes).to.deep.equal(['not-started → waiting-room', 'waiting-room → live', 'live → ended']);
    expect(asked).to.equal(0);
  });

  it('turns on the ticker’s beat when the clock runs', async () => {
    const adapter = localAdapter();
    adapter.put(
      sampleEvent({ startsAt: Date.now() + 1500, endsAt: Date.now() + 60 * minute }, { autoStartMinutes: 0 }),
    );
    const button = await fixture<EventJoinButton>(
      html`<event-join-button event-id="meeting" .service=${new EventCallingIntegration(adapter)}></event-join-button>`,
    );
    await until(() => button.phase === 'not-started');
    const { phase } = await oneEvent<PhaseChangeEvent>(button, 'phase-change');
    expect(phase).to.equal('live');
    expect(Date.now()).to.be.lessThan(button.event!.startsAt + 1100);
  });

  it('follows what happens to the event: moved, started early, ended, cancelled', async () => {
    const { adapter, button, text } = await stage({ now: doors - 60 * minute });
    const credential = { credential: 'hana' };
    await adapter.updateEvent(
      'meeting',
      { startsAt: startsAt + 60 * minute, endsAt: endsAt + 60 * minute },
      credential,
    );
    await until(() => text().includes('2 hours'));
    await adapter.startConference('meeting', credential);
    await until(() => text().startsWith('Live | Join Now'));
    await adapter.recordAttendance('meeting', 'bo', 'join', { credential: 'hana' });
    await until(() => text().includes('1 here'));
    await adapter.endConference('meeting', credential);
    await until(() => text().startsWith('Ended'));
    await adapter.updateEvent('meeting', { status: 'cancelled' }, credential);
    await until(() => button.phase === 'cancelled' && text().startsWith('Cancelled'));
  });

  it('runs over: past its end it stays live while someone is inside', async () => {
    const { adapter, button, text } = await stage({ now: startsAt });
    await adapter.recordAttendance('meeting', 'bo', 'join', { credential: 'hana' });
    await until(() => text().includes('1 here'));
    adapter.setNow(endsAt + minute);
    await settled(button);
    expect(button.phase).to.equal('live');
    expect(text()).to.equal('Live | Join Now | 1 here');
  });

  it('offers what it knows', async () => {
    const { button } = await stage({ now: startsAt });
    expect(button.event).to.include({ id: 'meeting', title: 'Spring members’ meeting' });
    expect(Reflect.set(button, 'phase', 'ended')).to.equal(false);
  });

  it('takes the page’s own words', async () => {
    const adapter = localAdapter(startsAt);
    adapter.put(sampleEvent());
    const button = await fixture<EventJoinButton>(
      html`<event-join-button event-id="meeting" .service=${new EventCallingIntegration(adapter)}
        ><b slot="live">Come on in</b></event-join-button
      >`,
    );
    await until(() => button.phase === 'live');
    await settled(button);
    const slot = button.renderRoot.querySelector<HTMLSlotElement>('button slot');
    expect(slot?.assignedElements().map((element) => element.textContent)).to.deep.equal(['Come on in']);
  });

  it('is the button alone when compact, with the countdown in it', async () => {
    const { part, text, adapter, button } = await stage({ now: doors - 76 * 60 * minute, variant: 'compact' });
    expect(part('status')).to.equal(null);
    expect(text()).to.equal('Opens in 3d 4h');
    adapter.setNow(startsAt);
    await settled(button);
    expect(text()).to.equal('Join Now');
  });

  it('keeps the facts while it is moved in the page', async () => {
    const { button } = await stage({ now: startsAt });
    const changes: string[] = [];
    button.addEventListener('phase-change', ({ phase }) => changes.push(phase));
    const other = await fixture<HTMLElement>(html`<div></div>`);
    other.append(button);
    await settled(button, 20);
    expect(button.phase).to.equal('live');
    expect(changes).to.deep.equal([]);
  });

  it('follows another event when it is told to', async () => {
    const { adapter, button, text } = await stage({ now: startsAt });
    adapter.put(sampleEvent({ id: 'other', status: 'cancelled' }));
    button.eventId = 'other';
    await until(() => text().startsWith('Cancelled'));
    expect(button.event?.id).to.equal('other');
  });
});

describe('<event-join-button>: set up wrongly', () => {
  const put = async (attributes: { backend?: string; eventId?: string }): Promise<EventJoinButton> => {
    const button = document.createElement('event-join-button');
    button.backend = attributes.backend ?? '';
    button.eventId = attributes.eventId ?? '';
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(button);
    await until(() => onStage(button).text() !== '');
    return button;
  };

  it('says that it needs an event', async () => {
    const button = await put({ backend: '/backend' });
    await until(() => onStage(button).text().includes('It needs the id of an event.'));
    expect(button.phase).to.equal('misconfigured');
  });

  for (const backend of ['', 'http://']) {
    it(`says that it needs a backend: “${backend}”`, async () => {
      const button = await put({ backend, eventId: 'meeting' });
      await until(() => onStage(button).text().includes('It needs the address of its backend.'));
      expect(button.phase).to.equal('misconfigured');
    });
  }

  it('says that there is no such event', async () => {
    const service = new EventCallingIntegration(localAdapter(startsAt));
    const button = await fixture<EventJoinButton>(
      html`<event-join-button event-id="gone" .service=${service}></event-join-button>`,
    );
    await until(() => onStage(button).text().startsWith('This event was not found'));
    expect(button.phase).to.equal('unavailable');
  });

  it('works with properties that were set before the element was defined', async () => {
    const adapter = localAdapter(startsAt);
    adapter.put(sampleEvent());
    const tag = `late-${Date.now()}`;
    const late: HTMLElement & Partial<EventJoinButton> = document.createElement(tag);
    late.service = new EventCallingIntegration(adapter);
    late.eventId = 'meeting';
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(late);
    const { EventJoinButton: Base } = await import('../../../src/components/event-join-button/event-join-button.js');
    customElements.define(tag, class extends Base {});
    await until(() => late.phase === 'live');
  });
});
