import { html, nothing, type TemplateResult } from 'lit';
import { msg, str } from '../../locales/localization.js';
import { clockIn, placeOf } from './clock.js';
import { factRow, numberRow, switchRow } from './control-row.js';
import type { FormView } from './form-view.js';

const doorsHelp = (view: FormView): string => {
  const { entry, startsAt, timeZone, features } = view;
  const said: string[] = [];
  if (startsAt === undefined) {
    said.push(msg('Minutes before the start.', { id: 'events.virtualConfig.autoStartHelp' }));
  } else {
    const doorsAt = startsAt - entry.settings.virtualConfig.autoStartMinutes * 60_000;
    const time = clockIn(timeZone, { ...view, startsAt }, doorsAt).tell(doorsAt);
    said.push(
      timeZone
        ? msg(str`Minutes before the start: at ${time}, ${placeOf(timeZone)} time.`, {
            id: 'events.virtualConfig.autoStartHelpAtIn',
          })
        : msg(str`Minutes before the start: at ${time}.`, { id: 'events.virtualConfig.autoStartHelpAt' }),
    );
  }
  if (features?.includes('reminders')) {
    said.push(msg('Reminders go out then.', { id: 'events.virtualConfig.autoStartReminders' }));
  }
  return said.join(' ');
};

/** When the doors open, who lets people in, and how many may come. */
export const roomSection = (view: FormView): TemplateResult => {
  const { conferenceRoomId, waitingRoomEnabled } = view.entry.settings.virtualConfig;
  return html`<section part="section">
    <h3>${msg('Room', { id: 'events.virtualConfig.room' })}</h3>
    <div class="rows">
      ${numberRow(view, {
        field: 'autoStartMinutes',
        help: doorsHelp(view),
        unit: msg('min', { id: 'events.virtualConfig.minutes' }),
      })}
      ${switchRow(view, {
        field: 'waitingRoomEnabled',
        isOn: waitingRoomEnabled,
        needs: 'waiting-room',
        help: msg('You or another host let each person in.', { id: 'events.virtualConfig.waitingRoomHelp' }),
      })}
      ${numberRow(view, {
        field: 'maxVirtualAttendees',
        help: msg('Leave it empty for no limit.', { id: 'events.virtualConfig.limitHelp' }),
        unit: msg('places', { id: 'events.virtualConfig.places' }),
      })}
      ${
        typeof conferenceRoomId === 'string'
          ? factRow(
              msg('The room’s id', { id: 'events.virtualConfig.roomIdLabel' }),
              msg('It was made for this event, and stays the same.', { id: 'events.virtualConfig.roomIdHelp' }),
              html`<code>${conferenceRoomId}</code>`,
            )
          : nothing
      }
    </div>
  </section>`;
};
