import { html } from 'hono/html';
import { backendUrl } from '../backend.mjs';

export const editPage = ({ event }, person) => html`
  <p class="crumb"><a href="/events/${event.id}">${event.title}</a></p>
  <h1>How people attend</h1>
  ${
    person.role === 'organizer'
      ? html`<virtual-event-config backend="${backendUrl}" event-id="${event.id}"></virtual-event-config>
          <p class="after"><a href="/events/${event.id}">See the event’s page</a></p>`
      : html`<p class="notice">Only an organizer can change this. Be Amira Haddad, at the top, to try it.</p>`
  }
`;
