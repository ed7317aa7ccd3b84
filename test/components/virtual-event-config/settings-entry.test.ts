import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { SettingsEntry, type NumberField } from '../../../src/components/virtual-event-config/settings-entry.js';
import {
  attendanceTypes,
  checkAttendanceSettings,
  defaultVirtualConfig,
  wholeSettings,
} from '../../../src/core/index.js';

const nameOf = (room: number): string => `Room ${room}`;
const findings = (entry: SettingsEntry) => checkAttendanceSettings(entry.entered());
const numberFields: NumberField[] = ['autoStartMinutes', 'maxVirtualAttendees', 'roomCount', 'duration'];

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
      entry.type('autoStartMinutes', text, nameOf);
      seen.push(entry.settings.virtualConfig.autoStartMinutes);
    }
    expect(seen).to.deep.equal([4, 45, 45, 45, 4, 4]);
  });

  it('keeps what stands in the field while someone types, and writes it plainly afterwards', () => {
    const entry = hybrid();
    entry.type('maxVirtualAttendees', '1,000 places', nameOf);
    expect(entry.textOf('maxVirtualAttendees')).to.equal('1,000 places');
    entry.finish();
    expect(entry.textOf('maxVirtualAttendees')).to.equal('1000');
    expect(entry.settings.virtualConfig.maxVirtualAttendees).to.equal(1000);
  });

  it('takes an empty limit for none, and an empty time for a mistake', () => {
    const entry = hybrid({ maxVirtualAttendees: 20 });
    entry.type('maxVirtualAttendees', '', nameOf);
    expect(entry.settings.virtualConfig).to.not.have.property('maxVirtualAttendees');
    expect(findings(entry)).to.deep.equal([]);
    entry.type('autoStartMinutes', ' ', nameOf);
    expect(findings(entry).map(({ code }) => code)).to.deep.equal(['out-of-range']);
  });

  it('corrects nobody in the middle of a number, and takes a mend back at once', () => {
    const entry = hybrid();
    const shown = (): string | undefined => entry.shownAt('autoStartMinutes', findings(entry))[0]?.code;
    entry.type('autoStartMinutes', '99', nameOf);
    expect(shown()).to.equal(undefined);
    entry.finish();
    expect(shown()).to.equal('out-of-range');
    entry.type('autoStartMinutes', '990', nameOf);
    expect(shown()).to.equal('out-of-range');
    entry.type('autoStartMinutes', '9', nameOf);
    expect(shown()).to.equal(undefined);
  });

  it('loses nothing by going in person and back, not even a number that will not do', () => {
    const entry = hybrid({ autoStartMinutes: 30, maxVirtualAttendees: 12, fromTheFuture: { deep: true } });
    const before = entry.settings;
    entry.type('maxVirtualAttendees', '5000', nameOf);
    entry.finish();
    entry.choose('in-person');
    expect(entry.settings.virtualConfig.enabled).to.equal(false);
    expect(findings(entry)).to.deep.equal([]);
    entry.choose('hybrid');
    expect(entry.settings).to.deep.equal(before);
    expect(entry.textOf('maxVirtualAttendees')).to.equal('5000');
    expect(findings(entry)).to.have.length(1);
  });

  it('does what advice proposes, over what stands in the field', () => {
    const entry = hybrid();
    entry.type('maxVirtualAttendees', '5000', nameOf);
    entry.set({ virtualConfig: { maxVirtualAttendees: 64, waitingRoomEnabled: false } });
    expect(entry.textOf('maxVirtualAttendees')).to.equal('64');
    expect(entry.settings.virtualConfig).to.include({ maxVirtualAttendees: 64, waitingRoomEnabled: false });
  });

  it('keeps the names of rooms through a lower count, and through no names at all', () => {
    const roomNames = ['Dues', 'Jetty', 'Boats'];
    const breakoutConfig = { enabled: true, autoAssign: true, allowSelfSelect: false, roomCount: 3, roomNames };
    const entry = hybrid({ breakoutRoomsEnabled: true, breakoutConfig });
    // On the way to 12 stands 1, which will not do, and to 25 stands 2, which will.
    for (const text of ['', '1', '12', '2', '25', '4']) entry.type('roomCount', text, nameOf);
    expect(entry.roomNames).to.deep.equal([...roomNames, 'Room 4']);
    entry.type('roomCount', '2', nameOf);
    entry.set({ virtualConfig: { autoStartMinutes: 20 } });
    entry.type('roomCount', '3', nameOf);
    expect(entry.roomNames).to.deep.equal(roomNames);
    entry.set({ virtualConfig: { breakoutConfig: { roomNames: null } } });
    expect(entry.namesFor(3, nameOf)).to.deep.equal(roomNames);
  });

  it('keeps what was set for breakout rooms while there are none', () => {
    const breakoutConfig = { enabled: true, autoAssign: false, allowSelfSelect: true, duration: 20, later: [1] };
    const entry = hybrid({ breakoutRoomsEnabled: true, breakoutConfig });
    const before = entry.settings;
    entry.useBreakouts(false);
    expect(entry.settings.virtualConfig).to.deep.include({
      breakoutRoomsEnabled: false,
      breakoutConfig: { ...breakoutConfig, enabled: false },
    });
    entry.useBreakouts(true);
    expect(entry.settings).to.deep.equal(before);
  });

  it('makes whole what breakout rooms need when they are used for the first time', () => {
    const entry = hybrid();
    entry.useBreakouts(true);
    expect(findings(entry).filter(({ severity }) => severity === 'error')).to.deep.equal([]);
    entry.useBreakouts(false);
    expect(entry.settings.virtualConfig.breakoutRoomsEnabled).to.equal(false);
  });

  it('calls a room whose name is taken away by its number, while the field stays as it is', () => {
    const roomNames = ['Dues', 'Jetty'];
    const breakoutConfig = { enabled: true, autoAssign: true, allowSelfSelect: false, roomCount: 2, roomNames };
    const entry = hybrid({ breakoutRoomsEnabled: true, breakoutConfig });
    entry.typeName(1, ' ', nameOf);
    expect(entry.nameAt(1)).to.equal(' ');
    expect(entry.roomNames).to.deep.equal(['Dues', 'Room 2']);
    entry.finish();
    expect(entry.nameAt(1)).to.equal('Room 2');
  });

  it('goes on with other settings without touching what is being typed elsewhere', () => {
    const entry = hybrid({ maxVirtualAttendees: 20 });
    entry.type('autoStartMinutes', '99', nameOf);
    entry.type('maxVirtualAttendees', '30 pl', nameOf);
    entry.adopt(wholeSettings({ attendanceType: 'virtual', virtualConfig: { maxVirtualAttendees: 40 } }));
    expect(entry.textOf('autoStartMinutes')).to.equal('99');
    expect(entry.textOf('maxVirtualAttendees')).to.equal('40');
  });

  it('does not hold against a form what stands in a field out of sight', () => {
    const entry = hybrid();
    entry.useBreakouts(true);
    entry.type('duration', 'long', nameOf);
    entry.finish();
    expect(findings(entry).some(({ severity }) => severity === 'error')).to.equal(true);
    entry.useBreakouts(false);
    expect(findings(entry)).to.deep.equal([]);
    entry.useBreakouts(true);
    expect(entry.textOf('duration')).to.equal('long');
  });

  it('holds settings that can be saved, whatever is entered', () => {
    const step = fc.oneof(
      fc.record({ field: fc.constantFrom(...numberFields), text: fc.oneof(fc.string(), fc.integer().map(String)) }),
      fc.record({ type: fc.constantFrom(...attendanceTypes) }),
      fc.record({ isOn: fc.boolean() }),
      fc.record({ at: fc.nat(3), name: fc.string() }),
      fc.record({ names: fc.integer({ min: 2, max: 6 }) }),
      fc.constant({}),
    );
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const entry = hybrid({ unknown: 'stays' });
        for (const taken of steps) {
          if ('field' in taken) entry.type(taken.field, taken.text, nameOf);
          else if ('type' in taken) entry.choose(taken.type);
          else if ('isOn' in taken) entry.useBreakouts(taken.isOn);
          else if ('at' in taken && entry.roomNames?.[taken.at] !== undefined) {
            entry.typeName(taken.at, taken.name, nameOf);
          } else if ('names' in taken) {
            const roomNames = entry.namesFor(taken.names, nameOf);
            entry.set({ virtualConfig: { breakoutConfig: { roomNames, roomCount: roomNames.length } } });
          } else entry.finish();
        }
        const plain = new SettingsEntry();
        plain.take(entry.settings);
        expect(findings(plain).filter(({ severity }) => severity === 'error')).to.deep.equal([]);
        expect(entry.settings.virtualConfig).to.have.property('unknown', 'stays');
        expect(entry.settings.virtualConfig.enabled).to.equal(entry.settings.attendanceType !== 'in-person');
      }),
    );
  });
});
