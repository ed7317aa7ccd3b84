import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test, type Frame, type Page } from '@playwright/test';

// The two tags on a page that allows nothing but itself: no style attributes, no text made into script, and Trusted Types.
const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; frame-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

/** How far the visitor's clock is behind. */
const behind = 3 * 3_600_000;
const serverNow = (): number => Date.now() + behind;

const snapshot = () => ({
  event: {
    id: 'meeting',
    title: 'Spring members’ meeting',
    startsAt: serverNow() - 60_000,
    endsAt: serverNow() + 3_600_000,
    timeZone: 'Europe/Lisbon',
    status: 'published',
    version: 1,
    attendanceType: 'hybrid',
    virtualConfig: {
      enabled: true,
      autoStartMinutes: 15,
      waitingRoomEnabled: false,
      recordingEnabled: false,
      recordingConsentRequired: false,
      breakoutRoomsEnabled: false,
      e2eeRequired: false,
    },
  },
  room: { state: 'idle', participantCount: 0, recording: false },
  features: [],
  serverNow: serverNow(),
});

const page = `<!doctype html><html lang="en-GB"><title>Club</title>
  <event-join-button backend="/" event-id="meeting"></event-join-button>
  <virtual-event-config backend="/" event-id="meeting"></virtual-event-config>
  <script type="module" src="/cdn/virtual-event-elements.js"></script>
  <script type="module" src="/sign-in.js"></script>`;

/** The same on a site that strips the tags and lets `data-` through; and with the script twice. */
const stripped = `<!doctype html><html lang="en-GB"><title>Club</title>
  <div data-event-join-button data-backend="/" data-event-id="meeting"><a href="/">On our site</a></div>
  <div data-virtual-event-config data-backend="/" data-event-id="meeting"></div>
  <script type="module" src="/cdn/virtual-event-elements.js"></script>
  <script type="module" src="/cdn/virtual-event-elements.js?again"></script>
  <script type="module" src="/sign-in.js"></script>`;

/** Two copies of everything, as two plugins of a site may bring them. */
const twice = page.replace(
  '</title>',
  '</title><script type="module" src="/copy/cdn/virtual-event-elements.js"></script>',
);

const signIn = `for (const element of document.querySelectorAll('event-join-button, virtual-event-config, [data-event-join-button], [data-virtual-event-config]'))
  element.credential = 'token';`;

let site: Server;
let origin: string;

const html = (response: ServerResponse, content: string, headers: Record<string, string>): void => {
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(content);
};

const script = (response: ServerResponse, content: string | Buffer): void => {
  response.writeHead(200, { 'Content-Type': 'text/javascript', 'Access-Control-Allow-Origin': '*' }).end(content);
};

const json = (response: ServerResponse, content: unknown): void => {
  const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' };
  response.writeHead(200, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(content));
};

test.beforeAll(async () => {
  site = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://site');
    if (pathname === '/strict') html(response, page, { 'Content-Security-Policy': policy });
    else if (pathname === '/stripped') html(response, stripped, { 'Content-Security-Policy': policy });
    else if (pathname === '/twice') html(response, twice, {});
    else if (pathname === '/isolated') html(response, page, { 'Cross-Origin-Opener-Policy': 'same-origin' });
    else if (pathname === '/framed') html(response, '<iframe sandbox="allow-scripts" src="/strict"></iframe>', {});
    else if (pathname === '/room') html(response, '<title>Room</title>', {});
    else if (pathname === '/sign-in.js') script(response, signIn);
    else if (/^(\/copy)?\/cdn\//.test(pathname)) {
      script(response, readFileSync(join(import.meta.dirname, '../..', pathname.replace('/copy', ''))));
    } else if (pathname === '/v1/changes') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Access-Control-Allow-Origin': '*' });
      response.write(`event: snapshot\ndata: ${JSON.stringify(snapshot())}\n\n`);
    } else if (pathname === '/v1/admission') {
      const status = { state: 'admitted', since: serverNow(), displayName: 'Amira', serverNow: serverNow() };
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Access-Control-Allow-Origin': '*' });
      response.write(`data: ${JSON.stringify(status)}\n\n`);
    } else if (pathname.endsWith('/admissions')) {
      // As long as the slowest of backends; the tab was opened before.
      const answer = { state: 'admitted', ticket: 'secret', conferenceUrl: `${origin}/room`, serverNow: serverNow() };
      setTimeout(() => json(response, answer), 1500);
    } else json(response, snapshot());
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});

test.afterAll(async () => {
  site.closeAllConnections();
  await new Promise((resolve) => site.close(resolve));
});

/** What the browser complains of while the page is open. */
const complaintsOf = (tab: Page): string[] => {
  const complaints: string[] = [];
  tab.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  tab.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
};

const joinNow = (within: Page | Frame) => within.locator('event-join-button').getByRole('button', { name: 'Join Now' });

const toTheRoom = (within: Page) => within.locator('event-join-button').getByRole('link', { name: 'Go to the room' });

const pages = {
  '/strict': 'on a page with the strictest policy',
  '/stripped': 'there too where a site strips them and lets attributes through',
  '/isolated': 'on a page with an opener policy',
  '/twice': 'on a page that loads all of it twice',
};
for (const [address, where] of Object.entries(pages)) {
  test(`both tags work ${where}`, async ({ page: tab }) => {
    const complaints = complaintsOf(tab);
    await tab.goto(origin + address);
    await expect(tab.locator('virtual-event-config').getByText('The room opens at')).toBeVisible();
    const opened = tab.waitForEvent('popup');
    await joinNow(tab).click();
    const room = await opened;
    expect(room.url()).toBe('about:blank');
    await expect(room.getByText('Opening the room…')).toBeVisible();
    await room.waitForURL(`${origin}/room?lang=en-GB#ticket=secret`);
    expect(await room.evaluate(() => [window.opener === null, history.length])).toEqual([true, 1]);
    await expect(toTheRoom(tab)).toHaveAttribute('href', `${origin}/room?lang=en-GB#ticket=secret`);
    expect(complaints).toEqual([]);
  });
}

test('a sandboxed frame, which may open no tab, gets a link to the room', async ({ page: tab }) => {
  await tab.goto(`${origin}/framed`);
  const frame = tab.frames().find((inner) => inner.url().endsWith('/strict'))!;
  await joinNow(frame).click();
  const link = frame.getByRole('link', { name: 'Open the room here' });
  await expect(link).toHaveAttribute('href', `${origin}/room?lang=en-GB#ticket=secret`);
  await link.click();
  await expect.poll(() => frame.url()).toBe(`${origin}/room?lang=en-GB#ticket=secret`);
});

test('a tab that is closed while it waits leaves the way to the room', async ({ page: tab }) => {
  const complaints = complaintsOf(tab);
  await tab.goto(`${origin}/strict`);
  const opened = tab.waitForEvent('popup');
  await joinNow(tab).click();
  await (await opened).close();
  await expect(tab.getByText('Opening the room')).toBeVisible();
  await expect(toTheRoom(tab)).toBeVisible();
  expect(complaints).toEqual([]);
});
