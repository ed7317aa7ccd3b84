import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { VirtualEventConfig } from '../../../src/components/virtual-event-config/virtual-event-config.js';
import { VirtualEventError, type EventVirtualConfig } from '../../../src/core/index.js';
import '../../../src/define/virtual-event-config.js';
import { formatTime } from '../../../src/locales/format.js';
import { LocalBackendAdapter } from '../../../src/services/backend/local-adapter.js';
import { endsAt, minute, startsAt } from '../../core/sample-event.js';
import { until } from '../../until.js';
import { OnForm, plain } from './config-form-stage.js';
import { failSaving, local, now, organizer, put, stage } from './saving-stage.js';

describe('<virtual-event-config> by itself: loading', () => {
  it('shows bones of the size of what comes, then what the backend holds', async () => {
    const adapter = local({ config: { autoStartMinutes: 20 } });
    let answer = (): void => {};
    const getEvent = adapter.getEvent.bind(adapter);
    const gate = new Promise<void>((resolve) => (answer = resolve));
    adapter.getEvent = async (...given) => (await gate, getEvent(...given));
    adapter.changes = async function* () {
      await new Promise(() => {});
      yield* [];
    };
    const { on } = await put(adapter, 'hana');
    expect(on.element.matches(':state(loading)')).to.equal(true);
    expect(on.find('.form')?.getAttribute('aria-busy')).to.equal('true');
    expect(on.element.renderRoot.querySelectorAll('.bone')).to.have.length(4);
    answer();
    await until(() => on.find('#autoStartMinutes') !== null && on.field('autoStartMinutes').value === '20');
    expect(on.card('hybrid').checked).to.equal(true);
    expect(on.element.matches(':state(loading)')).to.equal(false);
    expect(on.summary()).to.contain(formatTime('en-GB', startsAt - 20 * minute, 'Europe/Lisbon'));
  });

  it('says that the backend does not answer, and recovers by itself', async () => {
    const adapter = local();
    adapter.setFailure(new VirtualEventError('unavailable'));
    const { on, note } = await put(adapter, 'hana');
    await until(() => /^Tries by itself in \d+s$/.test(note()));
    expect(on.advice()).to.deep.equal(['The event’s server is not answering. Try again in a moment.']);
    adapter.setFailure(undefined);
    await until(() => on.find('.types input') !== null);
  });

  it('says that there is no such event', async () => {
    const { on } = await put(new LocalBackendAdapter({ now }), 'hana');
    await until(() => on.advice().join() === 'This event was not found. It may have been removed.');
  });

  it('takes in what is saved elsewhere while nothing was entered here', async () => {
    const { on, saveElsewhere } = await stage();
    await saveElsewhere('virtual', { autoStartMinutes: 5 });
    await until(() => on.card('virtual').checked && on.field('autoStartMinutes').value === '5');
  });

  it('is closed when the event is over, and says when that was', async () => {
    const room = { state: 'ended', endedAt: endsAt - 2 * minute } as const;
    const { on } = await stage({ at: endsAt + minute, room });
    expect(on.summary()).to.match(/^This event ended on .*\. Its room can no longer be changed\.$/);
    expect(on.card('virtual').matches(':disabled')).to.equal(true);
    expect(on.find('[part="save"]')).to.equal(null);
    expect(on.element.matches(':state(ended)')).to.equal(true);
  });

  it('has no button to save without a backend', async () => {
    const element = await fixture<VirtualEventConfig>(html`<virtual-event-config></virtual-event-config>`);
    expect(new OnForm(element).find('[part="save"]')).to.equal(null);
    await element.save();
  });
});

describe('<virtual-event-config> by itself: saving', () => {
  it('saves, says when, and tells the page', async () => {
    const { on, told, note, held } = await stage();
    expect(note()).to.equal('');
    await on.enter('autoStartMinutes', '30');
    expect(note()).to.equal('Not saved yet');
    expect(on.element.matches(':state(changed)')).to.equal(true);
    await on.press('Save');
    await until(() => note() === `Last saved at ${formatTime('en-GB', now)}`);
    expect((await held()).virtualConfig.autoStartMinutes).to.equal(30);
    expect(told).to.deep.equal(['save 30']);
    expect(on.element.matches(':state(changed)')).to.equal(false);
  });

  it('keeps unknown fields and what was set before, through every type', async () => {
    const config = { autoStartMinutes: 20, maxVirtualAttendees: 9, fromTheFuture: 1 } as Partial<EventVirtualConfig>;
    const { on, held } = await stage({ config });
    await on.choose('in-person');
    await on.press('Save');
    await until(() => on.element.matches(':not(:state(changed))'));
    expect(await held()).to.deep.include({ attendanceType: 'in-person' });
    await on.choose('virtual');
    await on.element.save();
    const { attendanceType, virtualConfig } = await held();
    expect(attendanceType).to.equal('virtual');
    expect(virtualConfig).to.deep.include({ ...config, enabled: true });
  });

  it('is under way until the answer, and makes one call of two presses', async () => {
    const { on, adapter, held } = await stage();
    let answer = (): void => {};
    let calls = 0;
    const save = adapter.saveAttendanceSettings.bind(adapter);
    const gate = new Promise<void>((resolve) => (answer = resolve));
    adapter.saveAttendanceSettings = async (...given) => {
      calls += 1;
      await gate;
      return save(...given);
    };
    await on.enter('autoStartMinutes', '30');
    await on.press('Save');
    expect(plain(on.find('[part="save"]'))).to.equal('Saving');
    expect(on.element.matches(':state(saving)')).to.equal(true);
    await on.press('Saving');
    // What is entered meanwhile is not lost, and no conflict with what is on its way.
    await on.enter('autoStartMinutes', '31');
    answer();
    await until(() => plain(on.find('[part="save"]')) === 'Save');
    expect(calls).to.equal(1);
    expect((await held()).virtualConfig.autoStartMinutes).to.equal(30);
    expect(on.field('autoStartMinutes').value).to.equal('31');
    expect(on.advice()).to.deep.equal([]);
    expect(on.element.matches(':state(changed)')).to.equal(true);
  });

  it('saves nothing that is wrong, and moves the focus there', async () => {
    const { on, held, told } = await stage();
    await on.enter('autoStartMinutes', '90');
    await on.press('Save');
    expect(on.element.shadowRoot?.activeElement).to.equal(on.field('autoStartMinutes'));
    expect((await held()).virtualConfig.autoStartMinutes).to.equal(15);
    expect(told).to.deep.equal([]);
  });

  it('saves by Enter in a field', async () => {
    const { on, told } = await stage();
    on.field('autoStartMinutes').select();
    await sendKeys({ type: '25' });
    await sendKeys({ press: 'Enter' });
    await until(() => told.join() === 'save 25');
  });

  it('loses nothing when the backend is away: says so, counts, and saves by itself', async () => {
    const { on, adapter, told, note, held } = await stage();
    const mend = failSaving(adapter, 'unavailable');
    await on.enter('autoStartMinutes', '30');
    await on.press('Save');
    await until(() => /^Tries by itself in \d+s$/.test(note()));
    expect(on.advice()).to.deep.equal([
      'The event’s server is not answering. Nothing is lost: your changes stay here until they are saved.',
    ]);
    expect(on.find('[role="alert"]')).to.not.equal(null);
    expect(on.element.matches(':state(failed)')).to.equal(true);
    mend();
    await until(() => told.at(-1) === 'save 30');
    expect(told.filter((each) => each.startsWith('save '))).to.deep.equal(['save 30']);
    expect((await held()).virtualConfig.autoStartMinutes).to.equal(30);
    expect(on.advice()).to.deep.equal([]);
  });

  it('tries at once when pressed, and when the backend is heard of again', async () => {
    const { on, adapter, told } = await stage();
    const mend = failSaving(adapter, 'offline');
    await on.enter('autoStartMinutes', '30');
    await on.press('Save');
    await until(() => told.length === 1);
    await on.press('Save again');
    await until(() => told.length === 2);
    mend();
    await adapter.updateEvent('meeting', { title: 'Heard of' }, organizer);
    await until(() => told.at(-1) === 'save 30');
    expect(told).to.deep.equal(['save-error offline', 'save-error offline', 'save 30']);
  });

  for (const [credential, words] of [
    [undefined, 'Sign in to save. Your changes stay here.'],
    ['nobody', 'Your sign-in has expired. Sign in again, then go on. Your changes stay here.'],
  ] as const) {
    it(`says who may save: ${credential ?? 'nobody signed in'}`, async () => {
      const { on, note } = await stage({ credential });
      await on.enter('autoStartMinutes', '30');
      await on.press('Save');
      await until(() => on.advice().join() === words);
      expect(note()).to.equal('Not saved yet');
    });
  }

  it('mends what the backend does not offer', async () => {
    const { on, told } = await stage({ features: [], config: { waitingRoomEnabled: true } });
    expect(on.advice()).to.deep.equal(['This event’s server has no waiting room. Do without']);
    await on.press('Save');
    expect(told).to.deep.equal([]);
    await on.press('Do without');
    await on.press('Save');
    await until(() => told.length === 1);
    expect(on.element.value?.virtualConfig.waitingRoomEnabled).to.equal(false);
  });

  it('leaves what is being typed alone when something else of the event changes', async () => {
    const { on, adapter } = await stage();
    const field = on.field('autoStartMinutes');
    field.value = '';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    const { event } = await adapter.getEvent('meeting');
    adapter.put({ ...event, title: 'Another title', version: event.version + 1 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await on.element.updateComplete;
    expect(field.value).to.equal('');
  });

  it('goes back to what the backend holds on reset', async () => {
    const { on } = await stage();
    const form = document.createElement('form');
    on.element.parentElement!.append(form);
    form.append(on.element);
    await on.enter('autoStartMinutes', '30');
    form.reset();
    await on.element.updateComplete;
    expect(on.field('autoStartMinutes').value).to.equal('15');
  });
});
