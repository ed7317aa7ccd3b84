import { html } from 'hono/html';
import { backendUrl } from '../backend.mjs';
import { abouts } from '../seeds.mjs';
import { dayInZone, timeInZone } from '../zoned-time.mjs';

const calendar = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M8 2v3" /><path d="M16 2v3" /><rect x="3" y="3" width="18" height="18" rx="2" /><path d="M3 9h18" />
</svg>`;
const pin = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path
    d="M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0"
  /><circle cx="12" cy="10" r="3" />
</svg>`;

const where = ({ attendanceType, location }) => {
  const place = location ?? 'At the club';
  return { 'in-person': place, virtual: 'Online', hybrid: `${place}, and online` }[attendanceType];
};

export const eventPage = ({ event }, person) => html`
  <article class="page">
    <div class="story">
      <p class="crumb"><a href="/">What’s on</a></p>
      <h1>${event.title}</h1>
      <ul class="facts">
        <li>
          ${calendar} ${dayInZone(event.startsAt, event.timeZone)},
          ${timeInZone(event.startsAt, event.timeZone)}–${timeInZone(event.endsAt, event.timeZone)}
        </li>
        <li>${pin} ${where(event)}</li>
      </ul>
      <p>${abouts[event.title] ?? 'Everyone is welcome.'}</p>
      ${
        person.role === 'organizer'
          ? html`<p><a class="action plain" href="/events/${event.id}/edit">Edit how people attend</a></p>`
          : ''
      }
    </div>
    <aside>
      <event-join-button backend="${backendUrl}" event-id="${event.id}"></event-join-button>
    </aside>
  </article>
`;
