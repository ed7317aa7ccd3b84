import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { startBackendServer } from '../servers/backend-server.mjs';
import { expectSeenAndHeard, keepConnections } from './seen-and-heard.js';

let site: Server;
let origin: string;
let backend: Awaited<ReturnType<typeof startBackendServer>>;
let body = '';

test.beforeAll(async () => {
  site = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(body);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  backend = await startBackendServer({ allowedOrigins: [origin] });
});

test.afterAll(async () => {
  await backend.stop();
  site.closeAllConnections();
  await new Promise((resolve) => site.close(resolve));
});

/** A page of a site with the two lines it needs, about a fresh event that is live. */
const openEvent = async (page: Page, person: string): Promise<void> => {
  const organizer = await backend.credentialFor('amira', 'organizer', 'Amira Haddad');
  const response = await fetch(`${backend.url}/v1/events`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${organizer}` },
    body: JSON.stringify({
      title: 'Repair café',
      startsAt: Date.now() - 60_000,
      endsAt: Date.now() + 3_600_000,
      timeZone: 'Europe/Lisbon',
      attendanceType: 'virtual',
      virtualConfig: {
        enabled: true,
        autoStartMinutes: 15,
        waitingRoomEnabled: false,
        recordingEnabled: false,
        recordingConsentRequired: false,
        breakoutRoomsEnabled: false,
        e2eeRequired: false,
      },
    }),
  });
  const { event } = (await response.json()) as { event: { id: string } };
  body = `<!doctype html><html lang="en"><title>Club</title>
    <script type="module" src="${backend.url}/assets/virtual-event-elements.js"></script>
    <event-join-button backend="${backend.url}" event-id="${event.id}"></event-join-button>`;
  await visit(page, person);
};

const visit = async (page: Page, person: string): Promise<void> => {
  const credential = await backend.credentialFor(person, 'attendee', person);
  await page.goto(origin);
  await page
    .locator('event-join-button')
    .evaluate((element, token) => Object.assign(element, { credential: token }), credential);
};

const prejoin = async (page: Page): Promise<Page> => {
  const opened = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Join Now' }).click();
  return opened;
};

test('the backend goes away and comes back: the button says so, and recovers by itself', async ({ page }) => {
  await openEvent(page, 'noor');
  await expect(page.getByRole('button', { name: 'Join Now' })).toBeVisible();
  await backend.killBackend();
  await expect(page.locator('event-join-button')).toContainText('No connection to the event', { timeout: 20_000 });
  await backend.startBackend();
  await expect(page.locator('event-join-button')).not.toContainText('No connection', { timeout: 45_000 });
  await expect(page.getByRole('button', { name: 'Join Now' })).toBeVisible();
});

test('the media server goes away in the middle of a call and comes back: so does the call', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  await keepConnections(page.context());
  await openEvent(page, 'noor');
  const other = await browser.newContext();
  await keepConnections(other);
  const otherPage = await other.newPage();
  await visit(otherPage, 'tomas');
  const calls = [await prejoin(page), await prejoin(otherPage)] as const;
  for (const call of calls) await call.getByRole('button', { name: 'Join', exact: true }).click();
  await expectSeenAndHeard(calls[0], 'tomas');

  await backend.killMedia();
  await expect(calls[0].getByRole('heading', { name: /not reachable|connection was lost/ })).toBeVisible({
    timeout: 60_000,
  });
  await expect(calls[0].getByText(/Tries by itself in/)).toBeVisible();
  await backend.startMedia();
  // Each notices the loss, and comes back, at a moment of its own.
  const tile = calls[0].getByRole('listitem').filter({ hasText: 'tomas' });
  await expect(tile).toBeVisible({ timeout: 90_000 });
  await expectSeenAndHeard(calls[0], 'tomas');
  await other.close();
});

test('a seat is taken once however often one presses, and an unknown ticket opens nothing', async ({ page }) => {
  await openEvent(page, 'noor');
  const opened = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Join Now' }).dblclick();
  const call = await opened;
  await expect(call.getByRole('button', { name: 'Join', exact: true })).toBeVisible();
  expect(page.context().pages()).toHaveLength(2);

  await call.goto(`${call.url()}#ticket=made-up`);
  await call.reload();
  await expect(call.getByRole('heading', { name: 'Your place is no longer kept' })).toBeVisible();
});
