import { hasVirtualRoom } from '../event-phase.js';
import type { Finding, FindingCode, Fix, FixCode } from '../finding.js';
import type { SettingsPatch } from '../settings-patch.js';
import { soundSettings } from '../settings-shape.js';
import type { AttendanceSettings, ConfigCircumstances, EventVirtualConfig } from '../virtual-config.js';

type Params = NonNullable<Finding['params']>;

/** What a rule judges: settings whose fields are each in order, and what they meet. */
export interface Situation extends Omit<ConfigCircumstances, 'saved'> {
  settings: AttendanceSettings;
  config: EventVirtualConfig;
  /** The settings in force, where they have a room. */
  saved: AttendanceSettings | undefined;
  /** The config in force of a room that is open now; else `undefined`. */
  open: EventVirtualConfig | undefined;
  /** The same, unless the room is known to be empty: then nobody is there whom a change could meet. */
  live: EventVirtualConfig | undefined;
}

/** One thing that may be said about settings. */
export interface Rule {
  code: FindingCode;
  severity: Finding['severity'];
  /** Where it is told, then what else it depends on. */
  fields: readonly [string, ...string[]];
  /** Merely what follows from saving now, nothing that is amiss. */
  isConsequence?: true;
  /** Holds also where there is no room online; the others then have nothing to say. */
  isGeneral?: true;
  /** Whether it is to be said; the figures that belong to it, where there are some. */
  when: (situation: Situation) => boolean | Params;
  /** Ways that may mend it, best first. Those that would bring something as bad are left out later. */
  fixes?: (situation: Situation) => readonly Fix[];
}

/** The path of a field of the config. */
export const at = (key: keyof EventVirtualConfig): string => `virtualConfig.${key}`;

/** A way to mend by changing the config. */
export const fix = (code: FixCode, virtualConfig: SettingsPatch['virtualConfig'], params?: Params): Fix => ({
  code,
  patch: { virtualConfig: virtualConfig! },
  ...(params && { params }),
});

/** Back to what is in force. */
export const keep = (
  { open }: Situation,
  ...keys: readonly Exclude<keyof EventVirtualConfig, 'breakoutConfig'>[]
): Fix => fix('keep-as-it-is', Object.fromEntries(keys.map((key) => [key, open?.[key] ?? null])));

const moment = (value: number | undefined): number | undefined => (Number.isFinite(value) ? value : undefined);

export const situationOf = (settings: AttendanceSettings, circumstances: ConfigCircumstances): Situation => {
  const { saved, isLive, startsAt, endsAt, now, startedAt, rsvpCount, inside } = circumstances;
  const inForce = saved && soundSettings(saved);
  const before = inForce && hasVirtualRoom(inForce) ? inForce : undefined;
  const open = isLive ? before?.virtualConfig : undefined;
  return {
    ...circumstances,
    settings,
    config: settings.virtualConfig,
    saved: before,
    open,
    live: inside === 0 ? undefined : open,
    startsAt: moment(startsAt),
    endsAt: moment(endsAt),
    now: moment(now),
    startedAt: moment(startedAt),
    rsvpCount: moment(rsvpCount),
    inside: moment(inside),
  };
};
