import type { AttendanceSettings } from '../../core/virtual-config.js';
import { formatList, formatNumber, formatUnit } from '../../locales/format.js';
import { msg } from '../../locales/localization.js';
import { typeName } from './attendance-cards.js';
import { fieldLabel, type ControlField } from './field-labels.js';

const parts = (path: string): string[] => path.split('.');

const lastOf = (path: string): string => parts(path).at(-1)!;

/** A field's value, in whichever of the two places it stands. */
const valueOf = (path: string, settings: AttendanceSettings): unknown => {
  let value: unknown = settings;
  for (const part of parts(path)) value = (value as Record<string, unknown> | undefined)?.[part];
  return value;
};

const known = (field: string): field is ControlField =>
  [
    'autoStartMinutes',
    'waitingRoomEnabled',
    'maxVirtualAttendees',
    'e2eeRequired',
    'recordingEnabled',
    'recordingConsentRequired',
    'breakoutRoomsEnabled',
    'autoAssign',
    'allowSelfSelect',
    'roomCount',
    'duration',
  ].includes(field);

/** What a field is called, by the path that `mergeSettings` names it with. */
export const fieldName = (path: string): string => {
  const field = lastOf(path);
  if (field === 'attendanceType') return msg('Attendance', { id: 'events.virtualConfig.attendanceTypes' });
  if (field === 'roomCount') return msg('Breakout rooms', { id: 'events.virtualConfig.breakouts' });
  if (field === 'duration') return msg('Length of breakouts', { id: 'events.virtualConfig.durationName' });
  // Of a newer version, which has a name for it.
  return known(field) ? fieldLabel(field) : field;
};

/** What a field is set to, in words. */
export const fieldValue = (path: string, settings: AttendanceSettings, language: string): string => {
  const value = valueOf(path, settings);
  const field = lastOf(path);
  if (field === 'attendanceType') return typeName(settings.attendanceType);
  if (field === 'roomCount') {
    const { roomCount, roomNames } = settings.virtualConfig.breakoutConfig ?? {};
    if (roomNames && roomNames.length > 0) return formatList(language, roomNames);
    return roomCount === undefined
      ? msg('not set', { id: 'events.virtualConfig.notSet' })
      : formatNumber(language, roomCount);
  }
  if (typeof value === 'boolean') {
    return value ? msg('on', { id: 'events.virtualConfig.on' }) : msg('off', { id: 'events.virtualConfig.off' });
  }
  if (typeof value === 'number') {
    return field === 'maxVirtualAttendees' || !known(field)
      ? formatNumber(language, value)
      : formatUnit(language, value, 'minute');
  }
  if (field === 'maxVirtualAttendees') return msg('no limit', { id: 'events.virtualConfig.noLimit' });
  return value === undefined ? msg('not set', { id: 'events.virtualConfig.notSet' }) : JSON.stringify(value);
};
