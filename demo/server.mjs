import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { secureHeaders } from 'hono/secure-headers';
import { backendUrl, BackendRefusal, createEvent, credentialOf, getEvent, listEvents } from './backend.mjs';
import { editPage } from './pages/edit.mjs';
import { eventPage } from './pages/event.mjs';
import { home, homeBand } from './pages/home.mjs';
import { layout } from './pages/layout.mjs';
import { newEventPage } from './pages/new-event.mjs';
import { personCalled } from './people.mjs';
import { seedEvents } from './seeds.mjs';
import { clubZone, formDateInZone, momentOf } from './zoned-time.mjs';

const port = Number(process.env.PORT);

/** What `npm start` tells of the video engine: `preparing` (since when), `ready` or `missing`. */
let engine = { state: 'ready' };
process.on('message', (told) => (engine = told));
process.on('disconnect', () => process.exit());

const site = new Hono();

// As a careful site would: its own files, the backend's script, and nothing else.
site.use(
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", backendUrl],
      connectSrc: ["'self'", backendUrl],
      imgSrc: ["'self'", 'data:'],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    strictTransportSecurity: false,
  }),
);

const personOf = (context) => personCalled(getCookie(context, 'person'));

const page = (context, title, content, { status = 200, band } = {}) =>
  context.html(layout({ title, person: personOf(context), path: context.req.path, band, content }), status);

const files = {
  '/site.js': 'text/javascript; charset=utf-8',
  '/styles/site.css': 'text/css; charset=utf-8',
  '/styles/pages.css': 'text/css; charset=utf-8',
  '/styles/icon.svg': 'image/svg+xml',
};
for (const [path, type] of Object.entries(files)) {
  const body = readFileSync(join(import.meta.dirname, path));
  site.get(path, (context) => context.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }));
}

site.get('/engine', (context) => context.json(engine));

site.get('/', async (context) => page(context, '', home(await listEvents()), { band: homeBand() }));

site.post('/session', async (context) => {
  const { person, back } = await context.req.parseBody();
  setCookie(context, 'person', personCalled(person).id, { httpOnly: true, sameSite: 'Lax', path: '/' });
  return context.redirect(/^\/(?![/\\])/.test(back) ? back : '/', 303);
});

site.get('/session/credential', async (context) => {
  const person = personOf(context);
  context.header('Cache-Control', 'no-store');
  return person.role ? context.text(await credentialOf(person)) : context.text('Not signed in', 404);
});

const emptyForm = () => {
  return {
    key: randomUUID(),
    title: '',
    date: formDateInZone(Date.now() + 24 * 3_600_000, clubZone),
    time: '18:00',
    minutes: '60',
    timeZone: clubZone,
    location: '',
  };
};

site.get('/events/new', (context) =>
  page(context, 'Set up your own event', newEventPage({ person: personOf(context), values: emptyForm() })),
);

site.post('/events/new', async (context) => {
  const person = personOf(context);
  const told = Object.entries(await context.req.parseBody()).map(([name, value]) => [name, String(value)]);
  const values = { ...emptyForm(), ...Object.fromEntries(told) };
  const startsAt = momentOf(values.date, values.time, values.timeZone);
  const draft = {
    title: values.title,
    startsAt,
    endsAt: startsAt + Number(values.minutes) * 60_000,
    timeZone: values.timeZone,
    ...(values.location.trim() !== '' && { location: values.location.trim() }),
  };
  try {
    const { event } = await createEvent(person, draft, `demo-own-${values.key}`);
    return context.redirect(`/events/${event.id}/edit`, 303);
  } catch (error) {
    if (!(error instanceof BackendRefusal)) throw error;
    const trouble = error.findings.length > 0 ? '' : `The event could not be made: ${error.message}`;
    const content = newEventPage({ person, values, findings: error.findings, trouble });
    return page(context, 'Set up your own event', content, { status: 422 });
  }
});

site.get('/events/:id', async (context) => {
  const snapshot = await getEvent(context.req.param('id'));
  return page(context, snapshot.event.title, eventPage(snapshot, personOf(context)));
});

site.get('/events/:id/edit', async (context) => {
  const snapshot = await getEvent(context.req.param('id'));
  return page(context, snapshot.event.title, editPage(snapshot, personOf(context)));
});

const sayPlainly = (context, title, text, status) =>
  page(
    context,
    title,
    html`<h1>${title}</h1><p class="lead">${text}</p><p class="after"><a href="/">What’s on</a></p>`,
    { status },
  );

site.notFound((context) => sayPlainly(context, 'Not here', 'There is no such page.', 404));

site.onError((error, context) => {
  if (error instanceof BackendRefusal && error.reason === 'not-found') {
    return sayPlainly(context, 'Not here', 'There is no such event.', 404);
  }
  console.error(error);
  return sayPlainly(context, 'Not now', 'The club’s event server does not answer. Try again in a moment.', 503);
});

/** Waits for the backend, which starts beside this site. */
const seed = async () => {
  for (let tries = 0; ; tries += 1) {
    try {
      await seedEvents();
      return;
    } catch (error) {
      if (error instanceof BackendRefusal || tries > 100) throw error;
      await pause(100);
    }
  }
};

await seed();
serve({ fetch: site.fetch, port, hostname: '127.0.0.1' }, () => console.log('{"msg":"listening"}'));
