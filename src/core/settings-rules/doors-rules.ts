import { limits } from '../virtual-config.js';
import { at, fix, keep, type Rule, type Situation } from './rule.js';

/** Whether the clock, or a host, has begun the event: from then on the doors are open whatever is set. */
const hasBegun = ({ startsAt = Infinity, now = -Infinity, startedAt }: Situation): boolean =>
  startedAt !== undefined || now >= startsAt;

/** The most minutes before the start at which the doors are still closed now; all there are where the time is not known. */
const minutesLeft = ({ startsAt, now }: Situation): number =>
  startsAt === undefined || now === undefined ? limits.autoStartMinutes.max : Math.ceil((startsAt - now) / 60_000) - 1;

const areOpen = (situation: Situation, autoStartMinutes = 0): boolean =>
  !hasBegun(situation) && autoStartMinutes > minutesLeft(situation);

const wereOpen = (situation: Situation): boolean => areOpen(situation, situation.saved?.virtualConfig.autoStartMinutes);

/** When the doors open. */
export const doorsRules: readonly Rule[] = [
  {
    code: 'doors-already-open',
    severity: 'warning',
    fields: [at('autoStartMinutes')],
    when: (situation) => areOpen(situation, situation.config.autoStartMinutes) && !wereOpen(situation),
    fixes: (situation) => {
      const minutes = minutesLeft(situation);
      return [fix('open-doors-later', { autoStartMinutes: minutes }, { minutes })];
    },
  },
  {
    code: 'no-time-to-let-in',
    severity: 'warning',
    fields: [at('autoStartMinutes'), at('waitingRoomEnabled')],
    when: (situation) =>
      situation.config.waitingRoomEnabled && situation.config.autoStartMinutes === 0 && !hasBegun(situation),
    fixes: (situation) => {
      const minutes = Math.min(limits.autoStartMinutes.default, minutesLeft(situation));
      return [
        fix('open-doors-earlier', { autoStartMinutes: minutes }, { minutes }),
        fix('turn-off-waiting-room', { waitingRoomEnabled: false }),
      ];
    },
  },
  {
    code: 'doors-close-again',
    severity: 'warning',
    fields: [at('autoStartMinutes')],
    isConsequence: true,
    when: (situation) =>
      situation.live !== undefined && wereOpen(situation) && !areOpen(situation, situation.config.autoStartMinutes),
    fixes: (situation) => [keep(situation, 'autoStartMinutes')],
  },
  {
    code: 'no-effect-while-live',
    severity: 'warning',
    fields: [at('autoStartMinutes')],
    isConsequence: true,
    when: (situation) => {
      const { config, open } = situation;
      const isOther = open !== undefined && config.autoStartMinutes !== open.autoStartMinutes;
      return isOther && (hasBegun(situation) || (wereOpen(situation) && areOpen(situation, config.autoStartMinutes)));
    },
    fixes: (situation) => [keep(situation, 'autoStartMinutes')],
  },
];
