import type { SettingsPatch } from './settings-patch.js';

/** One thing to say about one or more fields of what was entered. */
export interface Finding {
  /** Stable code, e.g. `out-of-range`. */
  code: FindingCode;
  /** `error` stops saving, `warning` does not. */
  severity: 'error' | 'warning';
  /** Dotted path of the field at whose control it is told, e.g. `virtualConfig.autoStartMinutes`. */
  field: string;
  /** All fields that it depends on, `field` first; where it is absent, `field` alone. */
  fields?: readonly string[];
  /** Figures that belong to it, e.g. `min` and `max`. */
  params?: Readonly<Record<string, number | string>>;
  /** Ways to mend it, best first. Each removes the finding, and brings nothing that weighs as much. */
  fixes?: readonly Fix[];
}

/** One way to mend a finding. */
export interface Fix {
  /** Stable code, e.g. `raise-limit`. */
  code: FixCode;
  /** What it changes. */
  patch: SettingsPatch;
  /** Figures that belong to it, e.g. the `places` to raise a limit to. */
  params?: Readonly<Record<string, number | string>>;
}

export const findingCodes = [
  // What is not what it should be by itself.
  'required',
  'wrong-type',
  'out-of-range',
  'too-long',
  'too-many',
  'unknown-zone',
  'end-before-start',
  // What cannot work.
  'unsupported-by-backend',
  'locked-while-live',
  'room-off',
  'e2ee-with-recording',
  'breakouts-not-set-up',
  'names-differ-from-count',
  // What surprises.
  'room-not-used',
  'end-missing',
  'doors-already-open',
  'no-time-to-let-in',
  'below-rsvps',
  'below-inside',
  'e2ee-without-waiting-room',
  'recording-without-consent',
  'rooms-not-counted',
  'more-rooms-than-people',
  'rooms-of-one',
  'room-names-empty',
  'room-names-repeated',
  'assigned-and-chosen',
  'neither-assigned-nor-chosen',
  'breakouts-longer-than-event',
  // What follows, for those inside and those to come, when it is saved now.
  'no-effect-while-live',
  'doors-close-again',
  'waiting-room-holds-newcomers',
  'waiting-room-lets-in',
  'recording-asks-again',
] as const;
export type FindingCode = (typeof findingCodes)[number];

export const fixCodes = [
  'use-default',
  'use-nearest',
  'keep-as-it-is',
  'keep-e2ee-without-recording',
  'do-without',
  'turn-on-room',
  'turn-off-room',
  'open-doors-later',
  'open-doors-earlier',
  'raise-limit',
  'no-limit',
  'turn-on-waiting-room',
  'turn-off-waiting-room',
  'turn-off-e2ee',
  'require-consent',
  'turn-off-recording',
  'set-up-breakouts',
  'turn-off-breakouts',
  'set-room-count',
  'match-room-count',
  'fewer-rooms',
  'shorten-names',
  'drop-names',
  'number-names',
  'name-rooms-by-number',
  'only-auto-assign',
  'only-self-select',
  'shorten-breakouts',
  'no-duration',
] as const;
export type FixCode = (typeof fixCodes)[number];
