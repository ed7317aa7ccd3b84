/**
 * Every way in which something can be refused or go wrong, the same in core, API and events.
 * Codes are stable: words for them are made where they are shown.
 */
export const reasons = [
  'not-open',
  'ended',
  'cancelled',
  'full',
  'waiting',
  'denied',
  'removed',
  'consent-required',
  'consent-outdated',
  'credential-missing',
  'credential-invalid',
  'ticket-invalid',
  'forbidden',
  'not-found',
  'rate-limited',
  'invalid-input',
  'too-large',
  'conflict',
  'unsupported',
  'unavailable',
  'offline',
  'timeout',
  'popup-blocked',
  'media-denied',
  'media-missing',
  'media-in-use',
  'media-insecure',
  'media-framed',
  'media-failed',
  'media-unsupported',
  'media-server-down',
  'connection-lost',
  'duplicate-identity',
] as const;

/** Why something was refused or failed. */
export type Reason = (typeof reasons)[number];
