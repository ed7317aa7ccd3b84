// The words: each id means one text, and each language says it all, in as many plural forms as it has.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { complaintsOf } from './locales/complaints.mjs';

const root = join(import.meta.dirname, '..');

const complaints = complaintsOf({
  files: new Map(globSync('src/**/*.ts', { cwd: root }).map((path) => [path, readFileSync(join(root, path), 'utf8')])),
  rooms: ['event-join-button', 'event-conference', 'virtual-event-config'],
  languages: ['es', 'fr', 'de', 'ar'],
  // By these a site that has its own catalogue finds the words.
  keys: [
    'events.virtualConfig.title',
    'events.virtualConfig.description',
    'events.virtualConfig.attendanceTypes.in-person',
    'events.virtualConfig.attendanceTypes.virtual',
    'events.virtualConfig.attendanceTypes.hybrid',
    'events.virtualConfig.autoStartLabel',
    'events.virtualConfig.waitingRoomLabel',
    'events.virtualConfig.e2eeLabel',
    'events.virtualConfig.recordingLabel',
    'events.virtualConfig.breakoutLabel',
    'events.joinButton.joinNow',
    'events.joinButton.joinWaitingRoom',
    'events.joinButton.eventEnded',
    'events.joinButton.consentDialog.title',
  ],
});

for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;
