import type { Fix } from '../../core/finding.js';
import { formatNumber, formatUnit } from '../../locales/format.js';
import { msg, str } from '../../locales/localization.js';
import { plural } from '../../locales/plural.js';

/** The one value that a patch sets. */
const valueIn = (patch: unknown): unknown =>
  typeof patch === 'object' && patch !== null && !Array.isArray(patch) ? valueIn(Object.values(patch)[0]) : patch;

const useDefault = ({ patch }: Fix, language: string): string => {
  const value = valueIn(patch);
  if (typeof value === 'number') {
    return msg(str`Back to ${formatNumber(language, value)}`, { id: 'events.fixes.use-default.number' });
  }
  return value === null
    ? msg('Leave it empty', { id: 'events.fixes.use-default.empty' })
    : msg('Set it right', { id: 'events.fixes.use-default' });
};

/** What a button says that mends a finding. */
export const fixWords = (fix: Fix, language: string): string => {
  const { code, params = {} } = fix;
  const number = (key: string): string => formatNumber(language, Number(params[key]));
  const minutes = (key: string): string => formatUnit(language, Number(params[key]), 'minute');
  switch (code) {
    case 'use-default':
      return useDefault(fix, language);
    case 'use-nearest': {
      const nearest = formatNumber(language, Number(valueIn(fix.patch)));
      return msg(str`Make it ${nearest}`, { id: 'events.fixes.use-nearest' });
    }
    case 'keep-as-it-is':
      return msg('Keep it as it is', { id: 'events.fixes.keep-as-it-is' });
    case 'keep-e2ee-without-recording':
      return msg('Stay encrypted, do not record', { id: 'events.fixes.keep-e2ee-without-recording' });
    case 'do-without':
      return msg('Do without', { id: 'events.fixes.do-without' });
    case 'turn-on-room':
      return msg('Turn the room on', { id: 'events.fixes.turn-on-room' });
    case 'turn-off-room':
      return msg('Go without a room', { id: 'events.fixes.turn-off-room' });
    case 'open-doors-later':
      return Number(params['minutes']) > 0
        ? msg(str`Open ${minutes('minutes')} before`, { id: 'events.fixes.open-doors-later' })
        : msg('Open at the start', { id: 'events.fixes.open-doors-later.start' });
    case 'open-doors-earlier':
      return msg(str`Open ${minutes('minutes')} before`, { id: 'events.fixes.open-doors-earlier' });
    case 'raise-limit':
      return msg(str`Raise to ${number('places')}`, { id: 'events.fixes.raise-limit' });
    case 'no-limit':
      return msg('No limit', { id: 'events.fixes.no-limit' });
    case 'turn-on-waiting-room':
      return msg('Use a waiting room', { id: 'events.fixes.turn-on-waiting-room' });
    case 'turn-off-waiting-room':
      return msg('No waiting room', { id: 'events.fixes.turn-off-waiting-room' });
    case 'turn-off-e2ee':
      return msg('No encryption', { id: 'events.fixes.turn-off-e2ee' });
    case 'require-consent':
      return msg('Ask for consent', { id: 'events.fixes.require-consent' });
    case 'turn-off-recording':
      return msg('No recording', { id: 'events.fixes.turn-off-recording' });
    case 'set-up-breakouts':
      return msg('Set them up', { id: 'events.fixes.set-up-breakouts' });
    case 'turn-off-breakouts':
      return msg('No breakout rooms', { id: 'events.fixes.turn-off-breakouts' });
    case 'set-room-count':
      return msg(str`Make it ${number('rooms')}`, { id: 'events.fixes.set-room-count' });
    case 'match-room-count':
      return msg(
        plural(Number(params['rooms']), [number('rooms')], { one: 'Make it {0} room', other: 'Make it {0} rooms' }),
        { id: 'events.fixes.match-room-count' },
      );
    case 'fewer-rooms':
      return msg(
        plural(Number(params['rooms']), [number('rooms')], { one: 'Only {0} room', other: 'Only {0} rooms' }),
        {
          id: 'events.fixes.fewer-rooms',
        },
      );
    case 'shorten-names':
      return msg('Shorten them', { id: 'events.fixes.shorten-names' });
    case 'drop-names':
      return msg('Keep the first', { id: 'events.fixes.drop-names' });
    case 'number-names':
      return msg('Add numbers', { id: 'events.fixes.number-names' });
    case 'name-rooms-by-number':
      return msg('Go by numbers', { id: 'events.fixes.name-rooms-by-number' });
    case 'only-auto-assign':
      return msg('Only spread', { id: 'events.fixes.only-auto-assign' });
    case 'only-self-select':
      return msg('Only let them choose', { id: 'events.fixes.only-self-select' });
    case 'shorten-breakouts':
      return msg(str`Make it ${minutes('duration')}`, { id: 'events.fixes.shorten-breakouts' });
    case 'no-duration':
      return msg('No fixed time', { id: 'events.fixes.no-duration' });
  }
};
