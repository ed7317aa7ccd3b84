import { html } from 'hono/html';
import { organizer } from '../people.mjs';

/** Says what only an organizer may do, with the way to be one and go on. */
export const becomeOrganizer = (words, path) => html`
  <form class="notice" method="post" action="/session">
    <p>${words}</p>
    <input type="hidden" name="back" value="${path}" />
    <button class="action" name="person" value="${organizer.id}">Be ${organizer.name} and go on</button>
  </form>
`;
