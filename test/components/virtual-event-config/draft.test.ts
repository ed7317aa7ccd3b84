import { expect } from '@open-wc/testing';
import { VirtualEventError, type EventVirtualConfig } from '../../../src/core/index.js';
import type { LocalBackendAdapter } from '../../../src/services/backend/local-adapter.js';
import { until } from '../../until.js';
import { plain } from './config-form-stage.js';
import { failSaving, local, organizer, put, stage, type Stage } from './saving-stage.js';

const backend = 'https://events.example';

/** The page is loaded anew, in the same tab, with the same backend. */
const reload = async ({ on, adapter }: Stage): Promise<Stage> => {
  on.element.remove();
  const staged = await put(adapter, 'hana', backend);
  await until(() => staged.on.find('.types input') !== null);
  await staged.on.element.updateComplete;
  return staged;
};

const saveOn = async (adapter: LocalBackendAdapter, config: Partial<EventVirtualConfig>): Promise<void> => {
  const { event } = await adapter.getEvent('meeting');
  const virtualConfig = { ...event.virtualConfig, ...config };
  await adapter.saveAttendanceSettings('meeting', { attendanceType: event.attendanceType, virtualConfig }, organizer);
};

const offline = (isOffline: boolean): void => {
  if (isOffline) Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
  else Reflect.deleteProperty(navigator, 'onLine');
  dispatchEvent(new Event(isOffline ? 'offline' : 'online'));
};

describe('<virtual-event-config> by itself: what is not saved yet', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => {
    offline(false);
    sessionStorage.clear();
  });

  it('is here again after the page was loaded anew, and is not saved without being asked to', async () => {
    const before = await stage({ backend });
    await before.on.enter('autoStartMinutes', '30');
    const { on, note, told } = await reload(before);
    expect(on.field('autoStartMinutes').value).to.equal('30');
    expect(note()).to.equal('What you entered before is here again, and not saved yet');
    expect(told).to.deep.equal([]);
    await on.press('Save');
    await until(() => told.join() === 'save 30');
    expect(sessionStorage.length).to.equal(0);
  });

  it('is saved by itself after a reload where that was asked for', async () => {
    const before = await stage({ backend });
    const mend = failSaving(before.adapter, 'offline');
    await before.on.enter('autoStartMinutes', '30');
    await before.on.press('Save');
    await until(() => before.told.length > 0);
    mend();
    const { told } = await reload(before);
    await until(() => told.join() === 'save 30');
    expect(sessionStorage.length).to.equal(0);
  });

  it('is dropped where the event shows that it was saved after all', async () => {
    const before = await stage({ backend });
    const mend = failSaving(before.adapter, 'timeout');
    await before.on.enter('autoStartMinutes', '30');
    await before.on.press('Save');
    await until(() => before.told.length > 0);
    mend();
    before.on.element.remove();
    // It had arrived; only the answer was lost.
    await saveOn(before.adapter, { autoStartMinutes: 30 });
    const { on, told } = await reload(before);
    expect(on.element.matches(':state(changed)')).to.equal(false);
    expect(told).to.deep.equal([]);
    expect(sessionStorage.length).to.equal(0);
  });

  it('is brought together with what someone else saved meanwhile', async () => {
    const before = await stage({ backend });
    await before.on.enter('autoStartMinutes', '30');
    before.on.element.remove();
    await saveOn(before.adapter, { autoStartMinutes: 5, maxVirtualAttendees: 9 });
    const { on } = await reload(before);
    expect(on.element.matches(':state(conflict)')).to.equal(true);
    expect(on.field('maxVirtualAttendees').value).to.equal('9');
    expect(on.field('autoStartMinutes').value).to.equal('30');
  });

  it('is gone once it is taken back, or reset', async () => {
    const { on } = await stage({ backend });
    await on.enter('autoStartMinutes', '30');
    expect(sessionStorage.length).to.equal(1);
    await on.enter('autoStartMinutes', '15');
    expect(sessionStorage.length).to.equal(0);
  });

  it('is kept apart by backend and event, and not at all without a backend’s address', async () => {
    const one = await stage();
    await one.on.enter('autoStartMinutes', '30');
    expect(sessionStorage.length).to.equal(0);
    const two = await stage({ backend });
    await two.on.enter('autoStartMinutes', '31');
    const other = await put(local(), 'hana', 'https://other.example');
    await until(() => other.on.find('.types input') !== null);
    await other.on.element.updateComplete;
    expect(other.on.field('autoStartMinutes').value).to.equal('15');
  });

  for (const kept of ['{', 'null', '{"base":1}', '{"base":{"attendanceType":"x"},"settings":[]}']) {
    it(`goes on where ${kept} is kept`, async () => {
      const before = await stage({ backend });
      await before.on.enter('autoStartMinutes', '30');
      sessionStorage.setItem(sessionStorage.key(0)!, kept);
      const { on } = await reload(before);
      expect(on.field('autoStartMinutes').value).to.equal('15');
    });
  }

  it('says that it is kept while the event cannot be loaded', async () => {
    const before = await stage({ backend });
    await before.on.enter('autoStartMinutes', '30');
    before.on.element.remove();
    before.adapter.setFailure(new VirtualEventError('unavailable'));
    const { on } = await put(before.adapter, 'hana', backend);
    await until(() => on.advice().join().includes('What you entered here before is kept.'));
    before.adapter.setFailure(undefined);
    await until(() => on.find('#autoStartMinutes') !== null);
    expect(on.field('autoStartMinutes').value).to.equal('30');
  });

  it('says that it is offline, and saves when back only what was asked to be saved', async () => {
    const { on, adapter, told, note } = await stage({ backend });
    offline(true);
    const mend = failSaving(adapter, 'offline');
    await on.enter('autoStartMinutes', '30');
    expect(note()).to.equal('You are offline. What you enter is kept here, and not saved yet.');
    mend();
    offline(false);
    await until(() => note() === 'Not saved yet');
    expect(told).to.deep.equal([]);

    offline(true);
    const again = failSaving(adapter, 'offline');
    await on.press('Save');
    await until(() => told.includes('save-error offline'));
    expect(plain(on.find('[role="alert"]'))).to.contain('You are offline. Nothing is lost');
    again();
    offline(false);
    await until(() => told.at(-1) === 'save 30');
  });
});
