import { html } from 'hono/html';
import { backendUrl } from '../backend.mjs';
import { dayOfMonthInZone, monthInZone, nearDayInZone, timeInZone, zoneNote } from '../zoned-time.mjs';
import { river } from './river.mjs';
import { where } from './where.mjs';

const row = ({ event }) => {
  const { id, title, startsAt, endsAt, timeZone } = event;
  return html`
    <li class="event">
      <p class="date" aria-hidden="true"><b>${dayOfMonthInZone(startsAt, timeZone)}</b>${monthInZone(startsAt, timeZone)}</p>
      <div class="what">
        <h3><a href="/events/${id}">${title}</a></h3>
        <p>
          <span>${nearDayInZone(startsAt, timeZone)}, ${timeInZone(startsAt, timeZone)}–${timeInZone(endsAt, timeZone)}${zoneNote(timeZone)}</span>
          <span>${where(event)}</span>
        </p>
      </div>
      <event-join-button variant="compact" backend="${backendUrl}" event-id="${id}"></event-join-button>
    </li>
  `;
};

const section = (title, events, nothing) => html`
  <section>
    <h2>${title}</h2>
    ${events.length > 0 ? html`<ul class="events">${events.map(row)}</ul>` : html`<p class="quiet">${nothing}</p>`}
  </section>
`;

export const homeBand = () => html`
  <div class="band">
    <div class="hero">
      <h1>What’s on</h1>
      <p class="lead">On the water, in the boathouse, and from wherever you are.</p>
      <a class="action plain" href="/events/new">Set up your own event</a>
    </div>
    ${river}
  </div>
`;

export const home = (events) => {
  const now = Date.now();
  const isOver = ({ event, room }) => room.state === 'ended' || (event.endsAt <= now && room.participantCount === 0);
  const isNear = ({ event }) => event.startsAt < now + 24 * 3_600_000;
  const coming = events.filter((snapshot) => !isOver(snapshot)).sort((a, b) => a.event.startsAt - b.event.startsAt);
  const later = coming.filter((snapshot) => !isNear(snapshot));
  const over = events.filter(isOver).sort((a, b) => b.event.startsAt - a.event.startsAt);
  return html`
    ${section('Now and next', coming.filter(isNear), 'Nothing today.')}
    ${section('Later', later, 'Nothing is planned yet.')}
    ${over.length > 0 ? section('Over', over.slice(0, 6)) : ''}
  `;
};
