import type { BackendFeature } from '../../core/virtual-config.js';
import type { Finding } from '../../core/finding.js';
import { formatNumber } from '../../locales/format.js';
import { msg, str } from '../../locales/localization.js';

const featureWords = (feature: BackendFeature): string => {
  switch (feature) {
    case 'waiting-room':
      return msg('This event’s server has no waiting room.', { id: 'events.findings.unsupported.waiting-room' });
    case 'recording':
      return msg('This event’s server does not record.', { id: 'events.findings.unsupported.recording' });
    case 'e2ee':
      return msg('This event’s server has no end-to-end encryption.', { id: 'events.findings.unsupported.e2ee' });
    case 'breakout-rooms':
      return msg('This event’s server has no breakout rooms.', { id: 'events.findings.unsupported.breakout-rooms' });
    case 'reminders':
      return msg('This event’s server sends no reminders.', { id: 'events.findings.unsupported.reminders' });
  }
};

/** A finding in words, for the one who fills in the form. */
export const findingWords = ({ code, params = {} }: Finding, language: string): string => {
  const number = (key: string): string => formatNumber(language, Number(params[key]));
  switch (code) {
    case 'out-of-range':
      return msg(str`Enter a whole number from ${number('min')} to ${number('max')}.`, {
        id: 'events.findings.out-of-range',
      });
    case 'below-rsvps': {
      const missing = formatNumber(language, Number(params['rsvps']) - Number(params['places']));
      return msg(str`${number('rsvps')} people have said they will come, ${missing} more than fit online.`, {
        id: 'events.findings.below-rsvps',
      });
    }
    case 'doors-already-open':
      return msg('With this the doors are open already: people can join as soon as you save.', {
        id: 'events.findings.doors-already-open',
      });
    case 'unsupported-by-backend':
      return featureWords(params['feature'] as BackendFeature);
    case 'names-differ-from-count':
      return msg('The breakout rooms’ names are not as many as the rooms.', {
        id: 'events.findings.names-differ-from-count',
      });
    default:
      return msg('Something about the room does not fit and cannot be saved.', { id: 'events.findings.other' });
  }
};
