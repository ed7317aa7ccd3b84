import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { numberFields, SettingsEntry } from '../../../src/components/virtual-event-config/settings-entry.js';
import { attendanceTypes, defaultVirtualConfig, wholeSettings } from '../../../src/core/index.js';

const hybrid = (config: object = {}): SettingsEntry => {
  const entry = new SettingsEntry();
  entry.take(wholeSettings({ attendanceType: 'hybrid', virtualConfig: config }));
  return entry;
};

describe('SettingsEntry', () => {
  it('begins in person, with the defaults', () => {
    expect(new SettingsEntry().settings).to.deep.equal({
      attendanceType: 'in-person',
      virtualConfig: defaultVirtualConfig(),
    });
  });

  it('takes each number that will do at once, and nothing by half', () => {
    const entry = hybrid();
    const seen: number[] = [];
    for (const text of ['4', '45', '450', '45x', '4', '']) {
      entry.type('autoStartMinutes', text);
      seen.push(entry.settings.virtualConfig.autoStartMinutes);
    }
    expect(seen).to.deep.equal([4, 45, 45, 45, 4, 4]);
  });

  it('keeps what stands in the field while someone types, and writes it plainly afterwards', () => {
    const entry = hybrid();
    entry.type('maxVirtualAttendees', '1,000 places');
    expect(entry.textOf('maxVirtualAttendees')).to.equal('1,000 places');
    entry.finish();
    expect(entry.textOf('maxVirtualAttendees')).to.equal('1000');
    expect(entry.settings.virtualConfig.maxVirtualAttendees).to.equal(1000);
  });

  it('takes an empty limit for none, and an empty time for a mistake', () => {
    const entry = hybrid({ maxVirtualAttendees: 20 });
    entry.type('maxVirtualAttendees', '');
    expect(entry.settings.virtualConfig).to.not.have.property('maxVirtualAttendees');
    expect(entry.findings()).to.deep.equal([]);
    entry.type('autoStartMinutes', ' ');
    expect(entry.findings().map(({ code }) => code)).to.deep.equal(['out-of-range']);
  });

  it('corrects nobody in the middle of a number, and takes a mend back at once', () => {
    const entry = hybrid();
    const shown = (): string | undefined => entry.shownAt('autoStartMinutes', entry.findings())?.code;
    entry.type('autoStartMinutes', '99');
    expect(shown()).to.equal(undefined);
    entry.finish();
    expect(shown()).to.equal('out-of-range');
    entry.type('autoStartMinutes', '990');
    expect(shown()).to.equal('out-of-range');
    entry.type('autoStartMinutes', '9');
    expect(shown()).to.equal(undefined);
  });

  it('loses nothing by going in person and back, not even a number that will not do', () => {
    const entry = hybrid({ autoStartMinutes: 30, maxVirtualAttendees: 12, fromTheFuture: { deep: true } });
    const before = entry.settings;
    entry.type('maxVirtualAttendees', '5000');
    entry.finish();
    entry.choose('in-person');
    expect(entry.settings.virtualConfig.enabled).to.equal(false);
    expect(entry.findings()).to.deep.equal([]);
    entry.choose('hybrid');
    expect(entry.settings).to.deep.equal(before);
    expect(entry.textOf('maxVirtualAttendees')).to.equal('5000');
    expect(entry.findings()).to.have.length(1);
  });

  it('does what advice proposes, over what stands in the field', () => {
    const entry = hybrid();
    entry.type('maxVirtualAttendees', '5000');
    entry.set({ maxVirtualAttendees: 64, waitingRoomEnabled: false });
    expect(entry.textOf('maxVirtualAttendees')).to.equal('64');
    expect(entry.settings.virtualConfig).to.include({ maxVirtualAttendees: 64, waitingRoomEnabled: false });
  });

  it('holds settings that can be saved, whatever is entered', () => {
    const step = fc.oneof(
      fc.record({ field: fc.constantFrom(...numberFields), text: fc.oneof(fc.string(), fc.integer().map(String)) }),
      fc.record({ type: fc.constantFrom(...attendanceTypes) }),
      fc.constant({}),
    );
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const entry = hybrid({ unknown: 'stays' });
        for (const taken of steps) {
          if ('field' in taken) entry.type(taken.field, taken.text);
          else if ('type' in taken) entry.choose(taken.type);
          else entry.finish();
        }
        const plain = new SettingsEntry();
        plain.take(entry.settings);
        expect(plain.findings()).to.deep.equal([]);
        expect(entry.settings.virtualConfig).to.have.property('unknown', 'stays');
        expect(entry.settings.virtualConfig.enabled).to.equal(entry.settings.attendanceType !== 'in-person');
      }),
    );
  });
});
