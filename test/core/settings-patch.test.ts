import { expect } from '@open-wc/testing';
import { applyPatch, defaultVirtualConfig, type AttendanceSettings, type SettingsPatch } from '../../src/core/index.js';

const settings = (): AttendanceSettings => ({
  attendanceType: 'virtual',
  virtualConfig: {
    ...defaultVirtualConfig(),
    enabled: true,
    maxVirtualAttendees: 40,
    breakoutConfig: {
      enabled: false,
      autoAssign: false,
      allowSelfSelect: true,
      roomCount: 2,
      roomNames: ['Red', 'Blue'],
    },
  },
});

describe('applyPatch', () => {
  it('sets what it names, removes what is null, and leaves the rest', () => {
    const before = settings();
    const after = applyPatch(before, {
      attendanceType: 'hybrid',
      virtualConfig: { maxVirtualAttendees: null, breakoutConfig: { roomCount: 3, roomNames: null } },
    });
    const { maxVirtualAttendees, breakoutConfig, ...rest } = settings().virtualConfig;
    expect(after).to.deep.equal({
      attendanceType: 'hybrid',
      virtualConfig: {
        ...rest,
        breakoutConfig: { enabled: false, autoAssign: false, allowSelfSelect: true, roomCount: 3 },
      },
    });
    expect(before).to.deep.equal(settings());
  });

  it('replaces lists as a whole', () => {
    const patch: SettingsPatch = { virtualConfig: { breakoutConfig: { roomNames: ['One'] } } };
    expect(applyPatch(settings(), patch).virtualConfig.breakoutConfig!.roomNames).to.deep.equal(['One']);
  });

  it('completes the switches of breakout rooms where there were none', () => {
    const { breakoutConfig: _, ...virtualConfig } = settings().virtualConfig;
    const patch: SettingsPatch = { virtualConfig: { breakoutConfig: { duration: 20 } } };
    expect(applyPatch({ attendanceType: 'virtual', virtualConfig }, patch).virtualConfig.breakoutConfig).to.deep.equal({
      enabled: true,
      autoAssign: true,
      allowSelfSelect: false,
      duration: 20,
    });
  });

  it('takes the breakout rooms away', () => {
    const after = applyPatch(settings(), { virtualConfig: { breakoutConfig: null } });
    expect(after.virtualConfig).not.to.have.property('breakoutConfig');
  });

  it('never reaches the prototype', () => {
    const patch = JSON.parse('{"virtualConfig": {"__proto__": {"isAdmin": true}}}') as SettingsPatch;
    const after = applyPatch(settings(), patch);
    expect(Object.getPrototypeOf(after.virtualConfig)).to.equal(Object.prototype);
    expect(({} as { isAdmin?: boolean }).isAdmin).to.equal(undefined);
  });
});
