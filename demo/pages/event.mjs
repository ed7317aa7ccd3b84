import { html } from 'hono/html';
import { backendUrl } from '../backend.mjs';
import { abouts } from '../seeds.mjs';
import { dayInZone, timeInZone, zoneNote } from '../zoned-time.mjs';
import { where } from './where.mjs';

const calendar = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M8 2v3" /><path d="M16 2v3" /><rect x="3" y="3" width="18" height="18" rx="2" /><path d="M3 9h18" />
</svg>`;
const pin = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path
    d="M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0"
  /><circle cx="12" cy="10" r="3" />
</svg>`;

export const eventPage = ({ event }, person) => {
  const { id, title, startsAt, endsAt, timeZone } = event;
  return html`
    <article class="page">
      <div class="head">
        <p class="crumb"><a href="/">What’s on</a></p>
        <h1>${title}</h1>
        <ul class="facts">
          <li>
            ${calendar}
            <span
              >${dayInZone(startsAt, timeZone)},
              ${timeInZone(startsAt, timeZone)}–${timeInZone(endsAt, timeZone)}${zoneNote(timeZone)}</span
            >
          </li>
          <li>${pin} <span>${where(event)}</span></li>
        </ul>
      </div>
      <aside aria-label="Take part">
        <event-join-button backend="${backendUrl}" event-id="${id}"></event-join-button>
      </aside>
      <div class="story">
        <p>${abouts[title] ?? 'Everyone is welcome, at the boathouse or from home.'}</p>
        ${
          person.role === 'organizer'
            ? html`<p><a class="action plain" href="/events/${id}/edit">Edit how people attend</a></p>`
            : ''
        }
      </div>
    </article>
  `;
};
