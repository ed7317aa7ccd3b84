import { expect } from '@open-wc/testing';
import { endsAt, minute, startsAt } from '../../core/sample-event.js';
import { until } from '../../until.js';
import { plain, type OnForm } from './config-form-stage.js';
import { stage, type Stage, type StageOptions } from './saving-stage.js';

const live = (options: StageOptions = {}): Promise<Stage> =>
  stage({ at: startsAt + 10 * minute, room: { state: 'open', startedAt: startsAt }, inside: 12, ...options });

const note = (on: OnForm): string => plain(on.find('[part="live"]'));

describe('<virtual-event-config> by itself: while the room is open', () => {
  it('says so, with how many are inside, as that changes', async () => {
    const { on, adapter } = await live();
    expect(on.element.matches(':state(live)')).to.equal(true);
    expect(note(on)).to.equal('The room is open, with 12 people inside. What you save holds at once.');
    await adapter.recordAttendance('meeting', 'one-more', 'join', { credential: 'hana' });
    await until(() => note(on).includes('13 people'));
  });

  it('says nothing of it before', async () => {
    const { on } = await stage();
    expect(on.find('[part="live"]')).to.equal(null);
    expect(on.element.matches(':state(live)')).to.equal(false);
  });

  it('says what cannot change now, does not save it, and puts it back', async () => {
    const { on, told } = await live();
    await on.toggle('e2eeRequired');
    await on.press('Save');
    expect(told).to.deep.equal([]);
    expect(on.advice()[0]).to.match(/^This cannot change while the room is open\. Keep it as it is/);
    await on.press('Keep it as it is');
    expect(on.control('e2eeRequired').checked).to.equal(false);
    expect(on.focused()).to.equal('e2eeRequired');
    await on.choose('in-person');
    expect(on.advice()).to.deep.equal([
      'People can be in the room now. It cannot be taken away before it ends. Keep it as it is',
    ]);
    expect(on.element.checkValidity()).to.equal(false);
    await on.press('Keep it as it is');
    expect(on.card('hybrid').checked).to.equal(true);
    expect(on.element.matches(':state(changed)')).to.equal(false);
  });

  it('says what a change means for those inside, and saves it', async () => {
    const { on, told } = await live();
    await on.toggle('waitingRoomEnabled');
    await on.enter('maxVirtualAttendees', '8');
    expect(on.advice().join(' ')).to.contain('Those inside stay. Who comes from now on waits until you let them in.');
    expect(on.advice().join(' ')).to.contain('12 people are inside now, and stay.');
    await on.press('Save');
    await until(() => told.length === 1);
  });

  it('closes when the event ends, with the focus inside still', async () => {
    const { on, adapter } = await live();
    on.field('autoStartMinutes').focus();
    await adapter.endConference('meeting', { credential: 'hana' });
    await until(() => on.element.matches(':state(ended)'));
    await on.element.updateComplete;
    expect(on.find('#autoStartMinutes')).to.equal(null);
    expect(on.element.shadowRoot?.activeElement === on.find('.summary')).to.equal(true);
  });

  it('links to the recording when it is over', async () => {
    const { on } = await stage({
      at: endsAt + minute,
      room: { state: 'ended', endedAt: endsAt },
      config: { recordingEnabled: true, recordingUrl: 'https://recordings.example/meeting' },
    });
    expect((on.find('[part="recording"]') as HTMLAnchorElement).href).to.equal('https://recordings.example/meeting');
    expect(on.summary()).to.contain('This event ended');
  });
});
