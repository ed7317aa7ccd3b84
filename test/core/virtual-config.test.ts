import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  checkAttendanceSettings,
  defaultAttendanceSettings,
  defaultVirtualConfig,
  hasVirtualRoom,
  limits,
  withAttendanceType,
  type AttendanceSettings,
  type ConfigCircumstances,
  type EventVirtualConfig,
} from '../../src/core/index.js';
import { minute, startsAt } from './sample-event.js';

const hybrid = (config: Partial<EventVirtualConfig> = {}): AttendanceSettings => ({
  attendanceType: 'hybrid',
  virtualConfig: { ...defaultVirtualConfig(), enabled: true, ...config },
});

const said = (value: unknown, circumstances?: ConfigCircumstances): string[] =>
  checkAttendanceSettings(value, circumstances).map(({ field, code }) => `${field}: ${code}`);

describe('defaults', () => {
  it('open the doors 15 minutes before, with everything else off, and are in order', () => {
    expect(defaultVirtualConfig()).to.include({ autoStartMinutes: 15, enabled: false, waitingRoomEnabled: false });
    expect(said(defaultAttendanceSettings())).to.deep.equal([]);
  });

  it('are fresh each time', () => expect(defaultVirtualConfig()).not.to.equal(defaultVirtualConfig()));
});

describe('withAttendanceType', () => {
  it('loses nothing on the way to in-person and back', () => {
    const before = hybrid({ maxVirtualAttendees: 40, autoStartMinutes: 5 });
    const away = withAttendanceType(before, 'in-person');
    expect(hasVirtualRoom(away)).to.equal(false);
    expect(away.virtualConfig.maxVirtualAttendees).to.equal(40);
    expect(withAttendanceType(away, 'hybrid')).to.deep.equal(before);
  });
});

describe('checkAttendanceSettings', () => {
  const config = 'virtualConfig';
  const cases: [string, unknown, string[]][] = [
    ['nothing', null, [': wrong-type']],
    ['a list', [], [': wrong-type']],
    ['no config', { attendanceType: 'virtual' }, [`${config}: wrong-type`]],
    ['an unknown type', { ...hybrid(), attendanceType: 'astral' }, ['attendanceType: wrong-type']],
    ['the least minutes', hybrid({ autoStartMinutes: 0 }), []],
    ['the most minutes', hybrid({ autoStartMinutes: 60 }), []],
    ['too many minutes', hybrid({ autoStartMinutes: 61 }), [`${config}.autoStartMinutes: out-of-range`]],
    ['half a minute', hybrid({ autoStartMinutes: 0.5 }), [`${config}.autoStartMinutes: out-of-range`]],
    ['no number of minutes', hybrid({ autoStartMinutes: NaN }), [`${config}.autoStartMinutes: out-of-range`]],
    ['minutes as text', hybrid({ autoStartMinutes: '15' as never }), [`${config}.autoStartMinutes: wrong-type`]],
    ['one place', hybrid({ maxVirtualAttendees: 1 }), []],
    ['a thousand places', hybrid({ maxVirtualAttendees: 1000 }), []],
    ['no place', hybrid({ maxVirtualAttendees: 0 }), [`${config}.maxVirtualAttendees: out-of-range`]],
    ['too many places', hybrid({ maxVirtualAttendees: 1001 }), [`${config}.maxVirtualAttendees: out-of-range`]],
    ['a switch that is text', hybrid({ e2eeRequired: 'yes' as never }), [`${config}.e2eeRequired: wrong-type`]],
    ['fields from a newer version', hybrid({ someday: { soon: 1 } } as never), []],
    [
      'one breakout room',
      hybrid({ breakoutConfig: { enabled: true, autoAssign: true, allowSelfSelect: false, roomCount: 1 } }),
      [`${config}.breakoutConfig.roomCount: out-of-range`],
    ],
    [
      'fifty breakout rooms',
      hybrid({ breakoutConfig: { enabled: true, autoAssign: true, allowSelfSelect: false, roomCount: 50 } }),
      [],
    ],
    [
      'fewer names than rooms',
      hybrid({
        breakoutConfig: {
          enabled: true,
          autoAssign: true,
          allowSelfSelect: false,
          roomCount: 3,
          roomNames: ['One', 'Two'],
        },
      }),
      [`${config}.breakoutConfig.roomNames: names-differ-from-count`],
    ],
  ];
  for (const [name, value, findings] of cases) {
    it(name, () => expect(said(value)).to.deep.equal(findings));
  }

  it('tells limits with what is out of them', () => {
    expect(checkAttendanceSettings(hybrid({ autoStartMinutes: -1 }))[0]).to.deep.include({
      severity: 'error',
      params: { min: 0, max: 60 },
    });
  });

  it('refuses what the backend does not offer, and only that', () => {
    const wanted = hybrid({ waitingRoomEnabled: true, e2eeRequired: true });
    expect(said(wanted)).to.deep.equal([]);
    expect(said(wanted, { features: ['e2ee'] })).to.deep.equal([
      `${config}.waitingRoomEnabled: unsupported-by-backend`,
    ]);
    expect(said({ ...wanted, attendanceType: 'in-person' }, { features: [] })).to.deep.equal([]);
  });

  it('warns, without refusing, of fewer places than guests and of doors that are open already', () => {
    const findings = checkAttendanceSettings(hybrid({ maxVirtualAttendees: 50 }), {
      rsvpCount: 64,
      startsAt,
      now: startsAt - minute,
    });
    expect(findings.map(({ code, severity }) => [code, severity])).to.deep.equal([
      ['below-rsvps', 'warning'],
      ['doors-already-open', 'warning'],
    ]);
  });

  it('takes anything without throwing', () => {
    fc.assert(fc.property(fc.anything({ withNullPrototype: true }), (value) => void checkAttendanceSettings(value)));
  });

  it('accepts every whole number within the limits', () => {
    const { autoStartMinutes, maxVirtualAttendees } = limits;
    fc.assert(
      fc.property(fc.integer(autoStartMinutes), fc.integer(maxVirtualAttendees), (doors, places) => {
        expect(said(hybrid({ autoStartMinutes: doors, maxVirtualAttendees: places }))).to.deep.equal([]);
      }),
    );
  });
});
