import type { BackendFeature } from '../../core/virtual-config.js';
import type { Finding } from '../../core/finding.js';
import { formatNumber, formatUnit } from '../../locales/format.js';
import { msg, str } from '../../locales/localization.js';
import { plural } from '../../locales/plural.js';

const unsupported = (feature: BackendFeature): string => {
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

const locked = (field: string): string =>
  field === 'attendanceType'
    ? msg('People can be in the room now. It cannot be taken away before it ends.', {
        id: 'events.findings.locked-while-live.type',
      })
    : msg('This cannot change while the room is open.', { id: 'events.findings.locked-while-live' });

/** A finding in words, for the one who fills in the form. */
export const findingWords = ({ code, field, params = {} }: Finding, language: string): string => {
  const count = (key: string): number => Number(params[key]);
  const number = (key: string): string => formatNumber(language, count(key));
  const minutes = (key: string): string => formatUnit(language, count(key), 'minute');
  switch (code) {
    case 'required':
      return msg('This is needed.', { id: 'events.findings.required' });
    case 'wrong-type':
      return msg('What is set here is not something it can be.', { id: 'events.findings.wrong-type' });
    case 'out-of-range':
      return msg(str`Enter a whole number from ${number('min')} to ${number('max')}.`, {
        id: 'events.findings.out-of-range',
      });
    case 'too-long':
      return msg(
        plural(count('max'), [number('max')], {
          one: 'This is too long: {0} character at most.',
          other: 'This is too long: {0} characters at most.',
        }),
        { id: 'events.findings.too-long' },
      );
    case 'too-many':
      return msg(str`These are too many: ${number('max')} at most.`, { id: 'events.findings.too-many' });
    case 'unknown-zone':
      return msg('This time zone is not known.', { id: 'events.findings.unknown-zone' });
    case 'end-before-start':
      return msg('The end is before the start.', { id: 'events.findings.end-before-start' });
    case 'unsupported-by-backend':
      return unsupported(params['feature'] as BackendFeature);
    case 'locked-while-live':
      return locked(field);
    case 'room-off':
      return msg('People are to come online, and the room for them is off.', { id: 'events.findings.room-off' });
    case 'e2ee-with-recording':
      return msg('An end-to-end encrypted call cannot be recorded by the server, which sees nothing of it.', {
        id: 'events.findings.e2ee-with-recording',
      });
    case 'breakouts-not-set-up':
      return msg('Breakout rooms are to be used, and not set up yet.', { id: 'events.findings.breakouts-not-set-up' });
    case 'names-differ-from-count':
      return msg(str`The names are not as many as the rooms: ${number('names')} for ${number('rooms')}.`, {
        id: 'events.findings.names-differ-from-count',
      });
    case 'room-not-used':
      return msg('A room is on that nobody can come to, as the event is in person.', {
        id: 'events.findings.room-not-used',
      });
    case 'end-missing':
      return msg('Without an end, the room stays open until a host ends it.', { id: 'events.findings.end-missing' });
    case 'doors-already-open':
      return msg('With this the doors are open already: people can join as soon as you save.', {
        id: 'events.findings.doors-already-open',
      });
    case 'no-time-to-let-in':
      return msg('The doors open at the start: letting people in then keeps the first of them waiting.', {
        id: 'events.findings.no-time-to-let-in',
      });
    case 'below-rsvps': {
      const missing = formatNumber(language, count('rsvps') - count('places'));
      return msg(
        plural(count('rsvps'), [number('rsvps'), missing], {
          one: '{0} person has said they will come, {1} more than fit online.',
          other: '{0} people have said they will come, {1} more than fit online.',
        }),
        {
          id: 'events.findings.below-rsvps',
        },
      );
    }
    case 'below-inside':
      return msg(
        plural(count('inside'), [number('inside')], {
          one: '{0} person is inside now, and stays. Nobody else comes in until there is a place.',
          other: '{0} people are inside now, and stay. Nobody else comes in until there is a place.',
        }),
        { id: 'events.findings.below-inside' },
      );
    case 'e2ee-without-waiting-room':
      return msg('The key goes to everyone who comes in: without a waiting room, nobody looks who that is.', {
        id: 'events.findings.e2ee-without-waiting-room',
      });
    case 'recording-without-consent':
      return msg('People would be recorded without having agreed. In many places that is not allowed.', {
        id: 'events.findings.recording-without-consent',
      });
    case 'rooms-not-counted':
      return msg('It is not said how many rooms there will be.', { id: 'events.findings.rooms-not-counted' });
    case 'more-rooms-than-people':
      return msg(
        plural(count('people'), [number('people'), number('rooms')], {
          one: '{0} person in {1} rooms leaves some rooms empty.',
          other: '{0} people in {1} rooms leave some rooms empty.',
        }),
        { id: 'events.findings.more-rooms-than-people' },
      );
    case 'rooms-of-one':
      return msg(
        plural(count('people'), [number('people'), number('rooms')], {
          one: '{0} person in {1} rooms leaves some rooms with one alone.',
          other: '{0} people in {1} rooms leave some rooms with one alone.',
        }),
        { id: 'events.findings.rooms-of-one' },
      );
    case 'room-names-empty':
      return msg('A room has no name that can be seen.', { id: 'events.findings.room-names-empty' });
    case 'room-names-repeated':
      return msg(str`Two rooms are called “${params['name'] ?? ''}”: people cannot tell them apart.`, {
        id: 'events.findings.room-names-repeated',
      });
    case 'assigned-and-chosen':
      return msg('People are spread over the rooms, and may then choose another: the rooms may not stay even.', {
        id: 'events.findings.assigned-and-chosen',
      });
    case 'neither-assigned-nor-chosen':
      return msg('Nobody gets a room by itself, and nobody can choose one: you place each person.', {
        id: 'events.findings.neither-assigned-nor-chosen',
      });
    case 'breakouts-longer-than-event':
      return msg(str`That is longer than the event, which takes ${minutes('event')}.`, {
        id: 'events.findings.breakouts-longer-than-event',
      });
    case 'no-effect-while-live':
      return msg('The doors are open already: this changes nothing any more.', {
        id: 'events.findings.no-effect-while-live',
      });
    case 'doors-close-again':
      return msg('The doors are open now, and would close again: who comes later has to wait.', {
        id: 'events.findings.doors-close-again',
      });
    case 'waiting-room-holds-newcomers':
      return msg('Those inside stay. Who comes from now on waits until you let them in.', {
        id: 'events.findings.waiting-room-holds-newcomers',
      });
    case 'waiting-room-lets-in':
      return msg('Who waits now comes in as soon as you save.', { id: 'events.findings.waiting-room-lets-in' });
    case 'recording-asks-again':
      return params['inside'] === undefined
        ? msg('Those inside are asked whether they agree.', { id: 'events.findings.recording-asks-again' })
        : msg(str`Those inside (${number('inside')}) are asked whether they agree.`, {
            id: 'events.findings.recording-asks-again.inside',
          });
  }
};
