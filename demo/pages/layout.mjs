import { html } from 'hono/html';
import { backendUrl } from '../backend.mjs';
import { people } from '../people.mjs';

const wave = html`<svg class="mark" viewBox="0 0 48 32" aria-hidden="true">
  <path d="M4 12 H44 L37 21 H11 Z" />
  <path class="water" d="M2 28 q5 -5 11 0 t11 0 t11 0 t11 0" />
</svg>`;

/** Every page: the club's head and foot, who is signed in, and the backend's one script. */
export const layout = ({ title, person, path, content }) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title === '' ? '' : `${title} · `}Riverside Boat Club</title>
        <link rel="icon" href="/styles/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/styles/site.css" />
        <script type="module" src="/site.js"></script>
        <script type="module" src="${backendUrl}/assets/virtual-event-elements.js"></script>
      </head>
      <body>
        <p class="engine" role="status" hidden></p>
        <header class="top">
          <a class="brand" href="/">${wave}<span>Riverside Boat Club</span></a>
          <form class="person" method="post" action="/session">
            <input type="hidden" name="back" value="${path}" />
            <label for="person">You are</label>
            <select id="person" name="person">
              ${people.map(
                ({ id, name, about }) =>
                  html`<option value="${id}" ${id === person.id ? 'selected' : ''}>${name}, ${about}</option>`,
              )}
            </select>
            <noscript><button>Change</button></noscript>
          </form>
        </header>
        <main>${content}</main>
        <footer class="foot">
          <p>Riverside Boat Club, on the left bank since 1896.</p>
          <p>A made-up club: this site shows two tags at work. Be one person here and another in a second browser.</p>
        </footer>
      </body>
    </html>`;
