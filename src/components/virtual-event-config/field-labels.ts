import { msg } from '../../locales/localization.js';

/** The controls beside the cards, by the field that each sets. */
export type ControlField =
  | 'autoStartMinutes'
  | 'waitingRoomEnabled'
  | 'maxVirtualAttendees'
  | 'e2eeRequired'
  | 'recordingEnabled'
  | 'recordingConsentRequired'
  | 'breakoutRoomsEnabled'
  | 'autoAssign'
  | 'allowSelfSelect'
  | 'roomCount'
  | 'roomNames'
  | 'duration';

/** What a control is called. */
export const fieldLabel = (field: ControlField): string => {
  switch (field) {
    case 'autoStartMinutes':
      return msg('Open the doors', { id: 'events.virtualConfig.autoStartLabel' });
    case 'waitingRoomEnabled':
      return msg('Waiting room', { id: 'events.virtualConfig.waitingRoomLabel' });
    case 'maxVirtualAttendees':
      return msg('Limit online places', { id: 'events.virtualConfig.limitLabel' });
    case 'e2eeRequired':
      return msg('End-to-end encryption', { id: 'events.virtualConfig.e2eeLabel' });
    case 'recordingEnabled':
      return msg('Recording', { id: 'events.virtualConfig.recordingLabel' });
    case 'recordingConsentRequired':
      return msg('Ask for consent', { id: 'events.virtualConfig.consentLabel' });
    case 'breakoutRoomsEnabled':
      return msg('Use breakout rooms', { id: 'events.virtualConfig.breakoutLabel' });
    case 'autoAssign':
      return msg('Spread people evenly', { id: 'events.virtualConfig.autoAssignLabel' });
    case 'allowSelfSelect':
      return msg('Let people choose', { id: 'events.virtualConfig.selfSelectLabel' });
    case 'roomCount':
      return msg('How many', { id: 'events.virtualConfig.roomCountLabel' });
    case 'roomNames':
      return msg('Names', { id: 'events.virtualConfig.roomNamesLabel' });
    case 'duration':
      return msg('How long', { id: 'events.virtualConfig.durationLabel' });
  }
};
