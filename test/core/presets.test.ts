import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  applyPatch,
  checkAttendanceSettings,
  defaultVirtualConfig,
  offeredPreset,
  presetOf,
  presets,
  type AttendanceSettings,
  type BackendFeature,
} from '../../src/core/index.js';
import { endsAt, minute, startsAt } from './sample-event.js';
import { wellFormed } from './settings-arbitraries.js';

const features: BackendFeature[] = ['waiting-room', 'recording', 'e2ee', 'breakout-rooms', 'reminders'];
const fresh: AttendanceSettings = {
  attendanceType: 'virtual',
  virtualConfig: { ...defaultVirtualConfig(), enabled: true },
};
const ahead = { startsAt, endsAt, now: startsAt - 24 * 60 * minute, rsvpCount: 30 };

/** As a form has it: the room is there where the type says so. */
const online = wellFormed.map((settings): AttendanceSettings => {
  const attendanceType = settings.attendanceType === 'in-person' ? 'hybrid' : settings.attendanceType;
  return { ...settings, attendanceType, virtualConfig: { ...settings.virtualConfig, enabled: true } };
});

describe('presets', () => {
  for (const preset of presets) {
    it(`${preset.id} gives nothing to say, whatever was set before, and is known again`, () => {
      fc.assert(
        fc.property(online, (before) => {
          const settings = applyPatch(before, preset.patch);
          expect(checkAttendanceSettings(settings, { ...ahead, features })).to.deep.equal([]);
          expect(presetOf(settings)).to.equal(preset.id);
        }),
      );
    });

    it(`${preset.id} asks for nothing that a backend does not offer`, () => {
      fc.assert(
        fc.property(online, fc.subarray(features), (before, offered) => {
          const { patch, without } = offeredPreset(preset, offered);
          const findings = checkAttendanceSettings(applyPatch(before, patch), { ...ahead, features: offered });
          expect(findings.filter(({ severity }) => severity === 'error')).to.deep.equal([]);
          // What it does without may be missed: that is told.
          if (without.length === 0) expect(findings).to.deep.equal([]);
          for (const feature of without) expect(offered).not.to.include(feature);
        }),
      );
      expect(offeredPreset(preset, features)).to.deep.equal({ patch: preset.patch, without: [] });
      expect(offeredPreset(preset, undefined)).to.deep.equal({ patch: preset.patch, without: [] });
    });
  }

  it('tell what they have to do without', () => {
    const without = (id: string) =>
      offeredPreset(
        presets.find((preset) => preset.id === id)!,
        [],
      ).without;
    expect(without('open-talk')).to.deep.equal([]);
    expect(without('sensitive-meeting')).to.deep.equal(['waiting-room', 'e2ee']);
    expect(without('workshop')).to.deep.equal(['breakout-rooms']);
  });

  it('are told apart from settings of one’s own', () => {
    expect(presetOf(fresh)).to.equal('open-talk');
    expect(presetOf(applyPatch(fresh, { virtualConfig: { autoStartMinutes: 14 } }))).to.equal(undefined);
    expect(presetOf(applyPatch(fresh, { virtualConfig: { maxVirtualAttendees: 40 } }))).to.equal(undefined);
    expect(presetOf({ ...fresh, attendanceType: 'in-person' })).to.equal(undefined);
  });
});
