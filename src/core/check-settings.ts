import type { Finding, Fix } from './finding.js';
import { applyPatch } from './settings-patch.js';
import { breakoutRules } from './settings-rules/breakout-rules.js';
import { doorsRules } from './settings-rules/doors-rules.js';
import { liveRules, lockRules } from './settings-rules/live-rules.js';
import { privacyRules } from './settings-rules/privacy-rules.js';
import { roomRules } from './settings-rules/room-rules.js';
import { situationOf, type Rule, type Situation } from './settings-rules/rule.js';
import { faultsOf, soundSettings, unofferedIn, type Fault } from './settings-shape.js';
import type { EventSnapshot } from './event-details.js';
import type { AttendanceSettings, ConfigCircumstances } from './virtual-config.js';

/** How much a finding matters: what cannot be saved, what surprises, what merely follows. */
type Weight = 2 | 1 | 0;

interface Judgement {
  finding: Finding;
  weight: Weight;
  /** Fixes to choose from. */
  fixes: readonly Fix[];
}

/** Whether there is a room to speak of: one that is wanted, or one with people in it. */
const hasRoom = ({ settings, live }: Situation): boolean =>
  settings.attendanceType !== 'in-person' || live !== undefined;

const rules: readonly Rule[] = [
  ...lockRules,
  ...roomRules,
  ...doorsRules,
  ...privacyRules,
  ...breakoutRules,
  ...liveRules,
];

const judge = (rule: Rule, situation: Situation): Judgement[] => {
  const { code, severity, fields, isConsequence, isGeneral } = rule;
  const told = (isGeneral ?? hasRoom(situation)) && rule.when(situation);
  if (!told) return [];
  const finding: Finding = {
    code,
    severity,
    field: fields[0],
    ...(fields.length > 1 && { fields }),
    ...(told !== true && { params: told }),
  };
  const weight = severity === 'error' ? 2 : isConsequence ? 0 : 1;
  return [{ finding, weight, fixes: rule.fixes?.(situation) ?? [] }];
};

const ofFault = ({ fixes, ...finding }: Fault): Judgement => ({ finding, weight: 2, fixes });

/**
 * All there is to say. Beside fields at fault, and what the backend does not offer, the rest is judged as the first fixes
 * of those would have it.
 */
const judgementsOn = (value: unknown, circumstances: ConfigCircumstances): Judgement[] => {
  const faults = faultsOf(value);
  const sound = soundSettings(value, faults);
  const asked = situationOf(sound, circumstances);
  const unoffered = hasRoom(asked) ? unofferedIn(sound, circumstances.features) : [];
  const situation = situationOf(soundSettings(sound, unoffered), circumstances);
  return [...[...faults, ...unoffered].map(ofFault), ...rules.flatMap((rule) => judge(rule, situation))];
};

const keyOf = ({ finding }: Judgement): string => `${finding.code} ${finding.field}`;

/**
 * All that is wrong with, or surprising in, what an organizer set, each with ways to mend it. Takes anything, as it also
 * stands at the door of the backend. Unknown fields are left alone: they may come from a newer version.
 *
 * A fix removes its finding and brings nothing that weighs as much: mending an error brings no error, mending a surprise
 * at most what follows from it. So mending comes to an end, in whatever order it is done, and the end is without errors.
 */
export const checkAttendanceSettings = (value: unknown, circumstances: ConfigCircumstances = {}): Finding[] => {
  const judgements = judgementsOn(value, circumstances);
  const known = new Set(judgements.map(keyOf));
  return judgements.map((judgement) => {
    const isGood = ({ patch }: Fix): boolean => {
      const after = judgementsOn(applyPatch(value as AttendanceSettings, patch), circumstances);
      return after.every(
        (next) => keyOf(next) !== keyOf(judgement) && (known.has(keyOf(next)) || next.weight < judgement.weight),
      );
    };
    const fixes = judgement.fixes.filter(isGood);
    return { ...judgement.finding, ...(fixes.length > 0 && { fixes }) };
  });
};

/** What a backend knows of the circumstances of an event that is there already. */
export const circumstancesOf = ({ event, room, features, serverNow }: EventSnapshot): ConfigCircumstances => ({
  startsAt: event.startsAt,
  endsAt: event.endsAt,
  now: serverNow,
  features,
  saved: { attendanceType: event.attendanceType, virtualConfig: event.virtualConfig },
  isLive: room.state === 'open',
  startedAt: room.startedAt,
  inside: room.participantCount,
});
