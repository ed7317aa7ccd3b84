import { html } from 'hono/html';
import { becomeOrganizer } from './become.mjs';

const words = {
  title: 'Give it a title of up to 200 letters.',
  startsAt: 'Say on which day and at what time it starts.',
  endsAt: 'It must end after it starts.',
  timeZone: 'Choose one of the zones in the list.',
  location: 'Use up to 300 letters.',
};

const error = (findings, field) =>
  findings.some((finding) => finding.field === field)
    ? html`<p class="error" id="${field}-error">${words[field]}</p>`
    : '';

const wrong = (findings, field) =>
  findings.some((finding) => finding.field === field)
    ? html`aria-invalid="true" aria-describedby="${field}-error"`
    : '';

/** The form as it was filled in, with what is wrong beside it. */
export const newEventPage = ({ person, values, findings = [], trouble = '' }) => {
  if (person.role !== 'organizer') {
    return html`
      <p class="crumb"><a href="/">What’s on</a></p>
      <h1>Set up your own event</h1>
      ${becomeOrganizer('Only an organizer can set up events.', '/events/new')}
    `;
  }
  return html`
    <p class="crumb"><a href="/">What’s on</a></p>
    <h1>Set up your own event</h1>
    <form class="new" method="post" action="/events/new">
      <input type="hidden" name="key" value="${values.key}" />
      ${trouble === '' ? '' : html`<p class="error" role="alert">${trouble}</p>`}
      <div class="field">
        <label for="title">Title</label>
        <input id="title" name="title" value="${values.title}" required maxlength="200" ${wrong(findings, 'title')} />
        ${error(findings, 'title')}
      </div>
      <div class="pair">
        <div class="field">
          <label for="date">Day</label>
          <input id="date" name="date" type="date" value="${values.date}" required ${wrong(findings, 'startsAt')} />
        </div>
        <div class="field">
          <label for="time">Starts at</label>
          <input id="time" name="time" type="time" value="${values.time}" required />
        </div>
        <div class="field">
          <label for="minutes">Lasts, in minutes</label>
          <input
            id="minutes"
            name="minutes"
            type="number"
            min="5"
            max="1440"
            value="${values.minutes}"
            required
            ${wrong(findings, 'endsAt')}
          />
        </div>
      </div>
      ${error(findings, 'startsAt')} ${error(findings, 'endsAt')}
      <p class="help">
        The doors open a quarter of an hour before, if you do not say otherwise. To watch that happen, let it start 16 or 17
        minutes from now.
      </p>
      <div class="field">
        <label for="timeZone">Time zone</label>
        <select id="timeZone" name="timeZone" ${wrong(findings, 'timeZone')}>
          ${Intl.supportedValuesOf('timeZone').map(
            (zone) => html`<option ${zone === values.timeZone ? 'selected' : ''}>${zone}</option>`,
          )}
        </select>
        ${error(findings, 'timeZone')}
      </div>
      <div class="field">
        <label for="location">Place <span>if there is one</span></label>
        <input id="location" name="location" value="${values.location}" maxlength="300" ${wrong(findings, 'location')} />
        ${error(findings, 'location')}
      </div>
      <button class="action">Continue to how people attend</button>
    </form>
  `;
};
