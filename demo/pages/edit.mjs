import { html } from 'hono/html';
import { backendUrl } from '../backend.mjs';
import { dayInZone, timeInZone, zoneNote } from '../zoned-time.mjs';
import { becomeOrganizer } from './become.mjs';

export const editPage = ({ event }, person) => {
  const { id, title, startsAt, endsAt, timeZone } = event;
  return html`
    <p class="crumb"><a href="/events/${id}">${title}</a></p>
    <h1>How people attend</h1>
    <p class="lead">
      ${dayInZone(startsAt, timeZone)},
      ${timeInZone(startsAt, timeZone)}–${timeInZone(endsAt, timeZone)}${zoneNote(timeZone)}
    </p>
    ${
      person.role === 'organizer'
        ? html`<virtual-event-config backend="${backendUrl}" event-id="${id}"></virtual-event-config>
            <p class="after"><a href="/events/${id}">See the event’s page</a></p>`
        : becomeOrganizer('Only an organizer can change how people attend.', `/events/${id}/edit`)
    }
  `;
};
