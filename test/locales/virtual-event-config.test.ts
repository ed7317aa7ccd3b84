import { minute, startsAt } from '../core/sample-event.js';
import { VirtualEventError } from '../../src/core/index.js';
import {
  failSaving,
  now,
  stage,
  type Stage,
  type StageOptions,
} from '../components/virtual-event-config/saving-stage.js';
import { control, hybrid } from '../components/virtual-event-config/config-form-stage.js';
import { until } from '../until.js';
import { speaksAll } from './said.js';

const everything = {
  recordingEnabled: true,
  recordingConsentRequired: true,
  waitingRoomEnabled: true,
  breakoutRoomsEnabled: true,
  maxVirtualAttendees: 100,
  breakoutConfig: {
    enabled: true,
    autoAssign: true,
    allowSelfSelect: true,
    roomCount: 2,
    roomNames: ['Main hall', 'Garden'],
    duration: 20,
  },
};

const states: Readonly<Record<string, StageOptions & { then?: (staged: Stage) => Promise<unknown> }>> = {
  'with all that a room can be': { config: everything },
  'with what was entered and does not fit': {
    config: everything,
    then: async ({ on }) => {
      await on.enter('autoStartMinutes', '9999');
      await on.enter('roomCount', '60');
      await on.toggle('e2eeRequired');
      await on.toggle('recordingConsentRequired');
    },
  },
  'where the backend offers nothing': { features: [], config: everything },
  'in person': { event: { attendanceType: 'in-person' } },
  'while people are inside': { at: startsAt, room: { state: 'open', startedAt: startsAt }, inside: 3 },
  'after the end': { at: startsAt + 300 * minute, room: { state: 'ended', endedAt: startsAt + 120 * minute } },
  'where someone else saved': {
    config: { maxVirtualAttendees: 10 },
    then: async ({ on, saveElsewhere }) => {
      await on.enter('autoStartMinutes', '30');
      await on.enter('maxVirtualAttendees', '');
      await on.toggle('e2eeRequired');
      await saveElsewhere('virtual', { autoStartMinutes: 5, maxVirtualAttendees: 20 });
      await until(() => on.element.matches(':state(conflict)'));
    },
  },
  'where saving fails': {
    then: async ({ on, adapter }) => {
      failSaving(adapter, 'forbidden');
      await on.enter('autoStartMinutes', '30');
      await on.press('Save');
      await until(() => on.advice().join().includes('Your changes stay here'));
    },
  },
};

describe('<virtual-event-config> in four more languages', () => {
  for (const [state, { then, ...options }] of Object.entries(states)) {
    it(`says no English word ${state}`, async () => {
      const staged = await stage({ at: now, ...options });
      await staged.on.element.updateComplete;
      await then?.(staged);
      await staged.on.element.updateComplete;
      await speaksAll(staged.on.element);
    });
  }

  it('says none while it is read for the first time, or cannot be', async () => {
    const on = await control({ value: JSON.stringify(hybrid), 'starts-at': String(startsAt) });
    await until(() => on.find('#autoStartMinutes') !== null);
    await speaksAll(on.element);
    const { on: lost, adapter } = await stage();
    adapter.setFailure(new VirtualEventError('unavailable'));
    await lost.enter('autoStartMinutes', '30');
    await lost.press('Save');
    await until(() => lost.advice().join().includes('Nothing is lost'));
    await speaksAll(lost.element);
  });
});
