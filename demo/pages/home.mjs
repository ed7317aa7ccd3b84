import { html } from 'hono/html';
import { backendUrl } from '../backend.mjs';
import { dayOfMonthInZone, monthInZone, shortDayInZone, timeInZone } from '../zoned-time.mjs';

const where = ({ attendanceType, location }) =>
  ({ 'in-person': location, virtual: 'Online', hybrid: `${location ?? 'At the club'}, and online` })[attendanceType];

const row = ({ event }) => html`
  <li class="event">
    <p class="date" aria-hidden="true">
      <b>${dayOfMonthInZone(event.startsAt, event.timeZone)}</b>${monthInZone(event.startsAt, event.timeZone)}
    </p>
    <div class="what">
      <h3><a href="/events/${event.id}">${event.title}</a></h3>
      <p>
        ${shortDayInZone(event.startsAt, event.timeZone)},
        ${timeInZone(event.startsAt, event.timeZone)}–${timeInZone(event.endsAt, event.timeZone)} ·
        ${where(event)}
      </p>
    </div>
    <event-join-button variant="compact" backend="${backendUrl}" event-id="${event.id}"></event-join-button>
  </li>
`;

const section = (title, events, nothing = '') => html`
  <section>
    <h2>${title}</h2>
    ${events.length > 0 ? html`<ul class="events">${events.map(row)}</ul>` : html`<p class="quiet">${nothing}</p>`}
  </section>
`;

export const home = (events) => {
  const now = Date.now();
  const isOver = ({ event, room }) => room.state === 'ended' || (event.endsAt <= now && room.participantCount === 0);
  const byStart = (a, b) => a.event.startsAt - b.event.startsAt;
  const coming = events.filter((snapshot) => !isOver(snapshot)).sort(byStart);
  const isNear = ({ event }) => event.startsAt < now + 24 * 3_600_000;
  return html`
    <div class="hero">
      <h1>What’s on</h1>
      <p>On the water, in the boathouse, and from wherever you are.</p>
      <a class="action" href="/events/new">Set up your own event</a>
    </div>
    ${section('Now and next', coming.filter(isNear), 'Nothing today.')}
    ${section(
      'Later',
      coming.filter((snapshot) => !isNear(snapshot)),
      'Nothing is planned yet.',
    )}
    ${section('Over', events.filter(isOver).sort(byStart).reverse().slice(0, 6))}
  `;
};
