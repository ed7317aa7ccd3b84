import { expect, fixture, html } from '@open-wc/testing';
import type { EventJoinButton } from '../../../src/components/event-join-button/event-join-button.js';
import { VirtualEventError } from '../../../src/core/index.js';
import { EventCallingIntegration } from '../../../src/services/event-calling-integration.js';
import { minute, sampleEvent, startsAt } from '../../core/sample-event.js';
import { until } from '../../until.js';
import { localAdapter, onStage, settled, stage } from './join-button-stage.js';

describe('<event-join-button>: a backend that does not answer', () => {
  it('says so, counts to the next try, and recovers by itself', async () => {
    const adapter = localAdapter(startsAt);
    adapter.put(sampleEvent());
    adapter.setFailure(new VirtualEventError('unavailable'));
    const button = await fixture<EventJoinButton>(
      html`<event-join-button event-id="meeting" .service=${new EventCallingIntegration(adapter)}></event-join-button>`,
    );
    const { text } = onStage(button);
    await until(() => /^No connection to the event \| Try again \| Tries by itself in \d+s$/.test(text()));
    expect(button.phase).to.equal('unavailable');
    adapter.setFailure(undefined);
    await until(() => button.phase === 'live' && text().startsWith('Live | Join Now'));
  });

  it('asks again when pressed', async () => {
    const adapter = localAdapter(startsAt);
    adapter.put(sampleEvent());
    let answers = false;
    const getEvent = adapter.getEvent.bind(adapter);
    adapter.getEvent = (...given) =>
      answers ? getEvent(...given) : Promise.reject(new VirtualEventError('unavailable'));
    adapter.changes = async function* () {
      await new Promise(() => {});
      yield* [];
    };
    const button = await fixture<EventJoinButton>(
      html`<event-join-button event-id="meeting" .service=${new EventCallingIntegration(adapter)}></event-join-button>`,
    );
    const { part, text } = onStage(button);
    await until(() => text().includes('Try again'));
    answers = true;
    part('button')!.click();
    await until(() => button.phase === 'live');
  });

  it('shows what it knew, still lets one join, and says that it may be old', async () => {
    const on = await stage({ now: startsAt, credential: 'amira' });
    const changes: string[] = [];
    on.button.addEventListener('phase-change', ({ phase }) => changes.push(phase));
    on.adapter.setFailure(new VirtualEventError('offline'));
    await until(() => /^You are offline \| Join Now \| Tries by itself in \d+s, Try again$/.test(on.text()));
    expect(on.button.matches(':state(stale)')).to.equal(true);
    expect(on.button.matches(':state(live)')).to.equal(true);
    expect(changes).to.deep.equal([]);
    on.adapter.setFailure(undefined);
    on.button.renderRoot.querySelector<HTMLButtonElement>('.again')!.click();
    await until(() => on.text().startsWith('Live | Join Now'));
    expect(on.button.matches(':state(stale)')).to.equal(false);
  });

  it('goes on counting from what it knew', async () => {
    const on = await stage({ now: startsAt - 30 * minute });
    on.adapter.setFailure(new VirtualEventError('unavailable'));
    await until(() => on.text().startsWith('No connection to the event'));
    on.adapter.setNow(startsAt - 20 * minute);
    await settled(on.button);
    expect(on.text()).to.contain('Opens in 05:00');
  });

  it('keeps the two lines when compact, as they must be read', async () => {
    const on = await stage({ now: startsAt, variant: 'compact' });
    on.part('button')!.click();
    await until(() => on.text().startsWith('Sign in to join | Join Now'));
  });
});

describe('<event-join-button>: facts that are none', () => {
  it('takes an event without a place, a room or people as it is', async () => {
    const on = await stage({ now: startsAt, event: { attendanceType: 'in-person' } });
    await until(() => on.text().startsWith('In person only | At the venue'));
  });

  it('writes a name of markup as text', async () => {
    const on = await stage({
      now: startsAt,
      event: { attendanceType: 'in-person', location: '<img src=x onerror=alert(1)>‮live' },
    });
    await until(() => on.part('place') !== null);
    expect(on.part('place')?.querySelector('img')).to.equal(null);
    expect(on.part('place')?.textContent).to.contain('<img src=x');
  });

  it('survives a language that is none', async () => {
    const adapter = localAdapter(startsAt);
    adapter.put(sampleEvent());
    const button = await fixture<EventJoinButton>(
      html`<event-join-button
        lang="not a language!"
        event-id="meeting"
        .service=${new EventCallingIntegration(adapter)}
      ></event-join-button>`,
    );
    await until(() => button.phase === 'live');
    await settled(button);
    expect(onStage(button).text()).to.contain('Join Now');
  });
});
