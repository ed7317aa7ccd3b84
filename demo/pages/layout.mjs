import { html } from 'hono/html';
import { backendUrl } from '../backend.mjs';
import { initialsOf, people } from '../people.mjs';

const mark = html`<svg class="mark" viewBox="0 0 48 32" aria-hidden="true">
  <path d="M4 12 H44 L37 21 H11 Z" />
  <path class="water" d="M2 28 q5 -5 11 0 t11 0 t11 0 t11 0" />
</svg>`;

const personSwitch = (person, path) => html`
  <form class="person" method="post" action="/session">
    <input type="hidden" name="back" value="${path}" />
    <span class="avatar" data-person="${person.id}" aria-hidden="true">${initialsOf(person)}</span>
    <label for="person">You are</label>
    <select id="person" name="person">
      ${people.map(
        ({ id, name, about }) =>
          html`<option value="${id}" ${id === person.id ? 'selected' : ''}>${name}, ${about}</option>`,
      )}
    </select>
    <noscript><button>Change</button></noscript>
  </form>
`;

/** Every page: the club's head and foot, who is signed in, and the backend's one script. `band` spans the page's width. */
export const layout = ({ title, person, path, band = '', content }) =>
  html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title === '' ? '' : `${title} · `}Riverside Boat Club</title>
        <link rel="icon" href="/styles/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/styles/site.css" />
        <link rel="stylesheet" href="/styles/pages.css" />
        <script type="module" src="/site.js"></script>
        <script type="module" src="${backendUrl}/assets/virtual-event-elements.js"></script>
      </head>
      <body>
        <div class="engine" hidden><p role="status"></p><p class="so-far"></p></div>
        <header class="top">
          <div class="wide">
            <a class="brand" href="/">${mark}<span>Riverside Boat Club</span></a>
            ${personSwitch(person, path)}
          </div>
        </header>
        <main>
          ${band}
          <div class="wide">${content}</div>
        </main>
        <footer class="foot">
          <div class="wide">
            <p>Riverside Boat Club, on the left bank since 1896.</p>
            <p>A made-up club: this site shows two tags at work. Be one person here and another in a second browser.</p>
          </div>
        </footer>
      </body>
    </html>`;
