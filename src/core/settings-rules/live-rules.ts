import { at, fix, keep, type Rule } from './rule.js';

/** What cannot be changed while people are inside. */
export const lockRules: readonly Rule[] = [
  {
    code: 'locked-while-live',
    severity: 'error',
    fields: ['attendanceType'],
    when: ({ settings, live }) => live !== undefined && settings.attendanceType === 'in-person',
    fixes: ({ saved }) => [
      {
        code: 'keep-as-it-is',
        patch: { attendanceType: saved?.attendanceType ?? 'hybrid', virtualConfig: { enabled: true } },
      },
    ],
  },
  {
    code: 'locked-while-live',
    severity: 'error',
    fields: [at('e2eeRequired')],
    when: ({ config, live, features }) =>
      live !== undefined &&
      config.e2eeRequired !== live.e2eeRequired &&
      // What the backend cannot do is not running, whatever was saved.
      (features === undefined || features.includes('e2ee')),
    fixes: (situation) => [
      keep(situation, 'e2eeRequired'),
      fix('keep-e2ee-without-recording', { e2eeRequired: true, recordingEnabled: false }),
    ],
  },
];

/** What follows for those inside, and those still to come, from a change meanwhile. */
export const liveRules: readonly Rule[] = [
  {
    code: 'waiting-room-holds-newcomers',
    severity: 'warning',
    fields: [at('waitingRoomEnabled')],
    isConsequence: true,
    when: ({ config, live }) => live !== undefined && config.waitingRoomEnabled && !live.waitingRoomEnabled,
    fixes: (situation) => [keep(situation, 'waitingRoomEnabled')],
  },
  {
    code: 'waiting-room-lets-in',
    severity: 'warning',
    fields: [at('waitingRoomEnabled')],
    isConsequence: true,
    when: ({ config, open, features }) =>
      open !== undefined &&
      open.waitingRoomEnabled &&
      !config.waitingRoomEnabled &&
      (features === undefined || features.includes('waiting-room')),
    fixes: (situation) => [keep(situation, 'waitingRoomEnabled')],
  },
  {
    code: 'recording-asks-again',
    severity: 'warning',
    fields: [at('recordingEnabled'), at('recordingConsentRequired')],
    isConsequence: true,
    when: ({ config, live, inside }) =>
      live !== undefined &&
      config.recordingEnabled &&
      config.recordingConsentRequired &&
      !(live.recordingEnabled && live.recordingConsentRequired) &&
      (inside === undefined || { inside }),
    fixes: (situation) => [keep(situation, 'recordingEnabled', 'recordingConsentRequired')],
  },
];
