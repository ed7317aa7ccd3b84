import { expect } from '@open-wc/testing';
import type { AttendanceSettings } from '../../../src/core/index.js';
import { formatTime } from '../../../src/locales/format.js';
import { minute, startsAt } from '../../core/sample-event.js';
import { until } from '../../until.js';
import { plain, type OnForm } from './config-form-stage.js';
import { organizer, stage, type Stage } from './saving-stage.js';

/** The fields in dispute, each with what it was, theirs and yours. */
const differences = (on: OnForm): string[] =>
  [...on.element.renderRoot.querySelectorAll('[part="difference"]')].map((row) =>
    [plain(row.querySelector('h4')), ...[...row.querySelectorAll('dd')].map(plain)].join(' | '),
  );

const inConflict = ({ on }: Stage): Promise<void> => until(() => on.element.matches(':state(conflict)'));

/** Two organizers set the doors and the limit; each of them one thing beside. */
const conflicting = async (): Promise<Stage> => {
  const staged = await stage({ config: { maxVirtualAttendees: 10 } });
  const { on, saveElsewhere } = staged;
  await on.enter('autoStartMinutes', '30');
  await on.enter('maxVirtualAttendees', '');
  await on.toggle('e2eeRequired');
  await on.toggle('waitingRoomEnabled');
  await saveElsewhere('virtual', { autoStartMinutes: 5, maxVirtualAttendees: 20 });
  await inConflict(staged);
  await on.element.updateComplete;
  return staged;
};

describe('<virtual-event-config> by itself: two organizers at once', () => {
  it('shows field by field what it was, theirs and yours, and brings all else together', async () => {
    const { on, note } = await conflicting();
    expect(differences(on)).to.deep.equal([
      'Open the doors | 15 minutes | 5 minutes | 30 minutes',
      'Limit online places | 10 | 20 | no limit',
    ]);
    expect(on.find('.conflict [role="alert"]')).to.not.equal(null);
    expect(on.advice()).to.include('Someone else saved meanwhile. Taken over here, beside your changes: Attendance.');
    expect(on.card('virtual').checked).to.equal(true);
    expect(on.control('e2eeRequired').checked).to.equal(true);
    expect(on.field('autoStartMinutes').value).to.equal('30');
    expect(note()).to.equal('Not saved yet');
  });

  it('overwrites nothing by a press of Save', async () => {
    const { on, held } = await conflicting();
    await on.press('Save');
    expect((await held()).virtualConfig.autoStartMinutes).to.equal(5);
  });

  it('is settled field by field, with the focus on what is next, and saved when asked to', async () => {
    const { on, told, held } = await conflicting();
    await on.toggle('theirs-0');
    expect(on.field('autoStartMinutes').value).to.equal('5');
    expect(differences(on)).to.have.length(1);
    expect(on.focused()).to.equal('mine-0');
    await on.toggle('mine-0');
    expect(on.element.matches(':state(conflict)')).to.equal(false);
    expect(on.focused()).to.equal('save');
    expect(told).to.deep.equal([]);
    await on.press('Save');
    await until(() => told.join() === 'save 5');
    const { attendanceType, virtualConfig } = await held();
    expect(attendanceType).to.equal('virtual');
    expect(virtualConfig).to.include({ autoStartMinutes: 5, e2eeRequired: true });
    expect(virtualConfig).to.not.have.property('maxVirtualAttendees');
  });

  it('is settled at once: all of theirs, beside what only I changed', async () => {
    const { on } = await conflicting();
    await on.press('Take all of theirs');
    expect(on.field('autoStartMinutes').value).to.equal('5');
    expect(on.field('maxVirtualAttendees').value).to.equal('20');
    expect(on.control('e2eeRequired').checked).to.equal(true);
    expect(on.element.matches(':state(changed)')).to.equal(true);
  });

  it('is settled at once: all of mine', async () => {
    const { on, told } = await conflicting();
    await on.press('Keep all of mine');
    expect(on.field('autoStartMinutes').value).to.equal('30');
    await on.press('Save');
    await until(() => told.join() === 'save 30');
  });

  it('goes on by what was entered and saved since', async () => {
    const staged = await conflicting();
    const { on, saveElsewhere } = staged;
    await on.enter('autoStartMinutes', '40');
    await saveElsewhere('virtual', { autoStartMinutes: 6 });
    await until(() => differences(on)[0] === 'Open the doors | 15 minutes | 6 minutes | 40 minutes');
    // They come to what is here.
    await saveElsewhere('virtual', { autoStartMinutes: 40 });
    await until(() => differences(on).length === 1);
  });

  it('finds out when saving, where no news came, and saves once it is settled', async () => {
    const { on, adapter, told, held } = await stage();
    await on.enter('autoStartMinutes', '30');
    const save = adapter.saveAttendanceSettings.bind(adapter);
    adapter.saveAttendanceSettings = async (eventId, settings, options) => {
      adapter.saveAttendanceSettings = save;
      const theirs: AttendanceSettings = {
        ...settings,
        virtualConfig: { ...settings.virtualConfig, autoStartMinutes: 5 },
      };
      await save(eventId, theirs, organizer);
      return save(eventId, settings, options);
    };
    await on.press('Save');
    await until(() => on.element.matches(':state(conflict)'));
    await until(() => told.join() === 'save-error conflict');
    await on.element.updateComplete;
    await on.press('Keep mine');
    await until(() => told.at(-1) === 'save 30');
    expect((await held()).virtualConfig.autoStartMinutes).to.equal(30);
  });

  it('saves over another’s change of other fields, which stays', async () => {
    const { on, adapter, told, held } = await stage();
    await on.enter('autoStartMinutes', '30');
    const save = adapter.saveAttendanceSettings.bind(adapter);
    adapter.saveAttendanceSettings = async (eventId, settings, options) => {
      adapter.saveAttendanceSettings = save;
      const { virtualConfig } = await held();
      await save(eventId, { attendanceType: 'virtual', virtualConfig }, organizer);
      return save(eventId, settings, options);
    };
    await on.press('Save');
    await until(() => told.at(-1) === 'save 30');
    const { attendanceType, virtualConfig } = await held();
    expect([attendanceType, virtualConfig.autoStartMinutes]).to.deep.equal(['virtual', 30]);
  });

  it('leaves alone what is being typed while other fields are taken over', async () => {
    const { on, saveElsewhere } = await stage();
    const field = on.field('autoStartMinutes');
    field.focus();
    field.value = '9x';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await saveElsewhere('virtual', { maxVirtualAttendees: 20 });
    await until(() => on.field('maxVirtualAttendees').value === '20');
    expect(field.value).to.equal('9x');
    expect(on.focused()).to.equal('autoStartMinutes');
  });

  it('is no conflict when something else about the event changed', async () => {
    const { on, adapter, told } = await stage();
    await on.enter('autoStartMinutes', '30');
    await adapter.updateEvent('meeting', { startsAt: startsAt + minute }, organizer);
    await until(() => on.summary().includes(formatTime('en-GB', startsAt - 29 * minute, 'Europe/Lisbon')));
    await on.press('Save');
    await until(() => told.join() === 'save 30');
  });

  it('is no conflict when the other one saved the same', async () => {
    const { on, saveElsewhere } = await stage();
    await on.enter('autoStartMinutes', '30');
    await saveElsewhere('hybrid', { autoStartMinutes: 30 });
    await until(() => on.element.matches(':not(:state(changed))'));
    expect(on.advice()).to.deep.equal([]);
  });
});
