import type { PresetId } from '../../core/presets.js';
import type { SettingsPatch } from '../../core/settings-patch.js';
import type { BackendFeature } from '../../core/virtual-config.js';
import { formatList, formatUnit } from '../../locales/format.js';
import { msg, str } from '../../locales/localization.js';

/** What a preset is called, and what it is for. */
export interface PresetWords {
  name: string;
  purpose: string;
}

export const presetWords = (preset: PresetId): PresetWords => {
  switch (preset) {
    case 'open-talk':
      return {
        name: msg('Open talk', { id: 'events.presets.open-talk' }),
        purpose: msg('For everyone who comes by.', { id: 'events.presets.open-talk.purpose' }),
      };
    case 'members-meeting':
      return {
        name: msg('Members’ meeting', { id: 'events.presets.members-meeting' }),
        purpose: msg('For people you know: you see who comes in.', { id: 'events.presets.members-meeting.purpose' }),
      };
    case 'sensitive-meeting':
      return {
        name: msg('Sensitive meeting', { id: 'events.presets.sensitive-meeting' }),
        purpose: msg('For what stays among those inside.', { id: 'events.presets.sensitive-meeting.purpose' }),
      };
    case 'workshop':
      return {
        name: msg('Workshop', { id: 'events.presets.workshop' }),
        purpose: msg('For work in small groups.', { id: 'events.presets.workshop.purpose' }),
      };
  }
};

/** A part of the product, as an organizer calls it. */
export const featureName = (feature: BackendFeature): string => {
  switch (feature) {
    case 'waiting-room':
      return msg('waiting room', { id: 'events.features.waiting-room' });
    case 'recording':
      return msg('recording', { id: 'events.features.recording' });
    case 'e2ee':
      return msg('end-to-end encryption', { id: 'events.features.e2ee' });
    case 'breakout-rooms':
      return msg('breakout rooms', { id: 'events.features.breakout-rooms' });
    case 'reminders':
      return msg('reminders', { id: 'events.features.reminders' });
  }
};

/** What a preset's patch sets, in sentences. */
export const patchWords = (
  { virtualConfig = {} }: SettingsPatch,
  without: readonly BackendFeature[],
  language: string,
): string => {
  const minutes = formatUnit(language, virtualConfig.autoStartMinutes ?? 0, 'minute');
  const features = (
    [
      ['waitingRoomEnabled', 'waiting-room'],
      ['e2eeRequired', 'e2ee'],
      ['recordingEnabled', 'recording'],
      ['breakoutRoomsEnabled', 'breakout-rooms'],
    ] as const
  ).filter(([, feature]) => !without.includes(feature));
  const names = (isOn: boolean): string[] =>
    features.filter(([field]) => virtualConfig[field] === isOn).map(([, feature]) => featureName(feature));
  const said = [msg(str`The doors open ${minutes} before the start.`, { id: 'events.presets.doors' })];
  const [on, off] = [names(true), names(false)];
  if (on.length > 0) said.push(msg(str`On: ${formatList(language, on)}.`, { id: 'events.presets.on' }));
  if (off.length > 0) said.push(msg(str`Off: ${formatList(language, off)}.`, { id: 'events.presets.off' }));
  if (without.length > 0) {
    const missing = formatList(language, without.map(featureName));
    said.push(
      msg(str`Left out, as this event’s server does not offer it: ${missing}.`, { id: 'events.presets.without' }),
    );
  }
  return said.join(' ');
};
