import { expect } from '@open-wc/testing';
import {
  checkAttendanceSettings,
  defaultAttendanceSettings,
  defaultVirtualConfig,
  hasVirtualRoom,
  withAttendanceType,
  type AttendanceSettings,
  type EventVirtualConfig,
} from '../../src/core/index.js';

const hybrid = (config: Partial<EventVirtualConfig> = {}): AttendanceSettings => ({
  attendanceType: 'hybrid',
  virtualConfig: { ...defaultVirtualConfig(), enabled: true, ...config },
});

describe('defaults', () => {
  it('open the doors 15 minutes before, with everything else off, and are in order', () => {
    expect(defaultVirtualConfig()).to.include({ autoStartMinutes: 15, enabled: false, waitingRoomEnabled: false });
    expect(checkAttendanceSettings(defaultAttendanceSettings())).to.deep.equal([]);
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
