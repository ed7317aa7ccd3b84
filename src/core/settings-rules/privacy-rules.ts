import { at, fix, type Rule } from './rule.js';

/** Who hears and sees the call, then and later. */
export const privacyRules: readonly Rule[] = [
  {
    code: 'e2ee-with-recording',
    severity: 'error',
    fields: [at('recordingEnabled'), at('e2eeRequired')],
    when: ({ config, recorder = 'server' }) => config.e2eeRequired && config.recordingEnabled && recorder === 'server',
    fixes: () => [
      fix('turn-off-recording', { recordingEnabled: false }),
      fix('turn-off-e2ee', { e2eeRequired: false }),
    ],
  },
  {
    // The key comes from someone inside: without a waiting room the first one there has nobody to get it from.
    code: 'e2ee-without-waiting-room',
    severity: 'warning',
    fields: [at('e2eeRequired'), at('waitingRoomEnabled')],
    when: ({ config }) => config.e2eeRequired && !config.waitingRoomEnabled,
    fixes: () => [
      fix('turn-on-waiting-room', { waitingRoomEnabled: true }),
      fix('turn-off-e2ee', { e2eeRequired: false }),
    ],
  },
  {
    code: 'recording-without-consent',
    severity: 'warning',
    fields: [at('recordingConsentRequired'), at('recordingEnabled')],
    when: ({ config }) => config.recordingEnabled && !config.recordingConsentRequired,
    fixes: () => [
      fix('require-consent', { recordingConsentRequired: true }),
      fix('turn-off-recording', { recordingEnabled: false }),
    ],
  },
];
