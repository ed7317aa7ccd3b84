import { chromium, expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { Demo } from './demo.js';
import { expectSeenAndHeard, keepConnections } from './seen-and-heard.js';

const demo = new Demo();
let second: Browser;

test.beforeAll(async ({ playwright: _ }, info) => {
  info.setTimeout(120_000);
  await demo.start();
  second = await chromium.launch(info.project.use.launchOptions);
});

test.afterAll(async () => {
  await second.close();
  await demo.remove();
});

/** Someone's browser, with the person chosen. */
const openAs = async (browser: Browser, person: string): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await browser.newContext();
  await keepConnections(context);
  const page = await context.newPage();
  await page.goto(demo.site);
  await page.getByLabel('You are').selectOption(person);
  await expect(page.getByLabel('You are')).toHaveValue(person);
  return { context, page };
};

/** Presses Join Now, and goes through the new tab into the call. */
const joinFrom = async (context: BrowserContext, page: Page): Promise<Page> => {
  const opened = context.waitForEvent('page');
  await page.locator('aside event-join-button').getByRole('button', { name: 'Join Now' }).click();
  const call = await opened;
  await call.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(call.getByRole('list', { name: 'People in the call' })).toBeVisible();
  expect(call.url(), 'no ticket is left in the address').not.toContain('ticket');
  return call;
};

/** Moves the event through the backend's API, as its organizer. */
const move = (page: Page, startsIn: number): Promise<number> =>
  page.evaluate(async (delay) => {
    const { backend, eventId } = document.querySelector('event-join-button')!;
    const credential = await (await fetch('/session/credential')).text();
    const startsAt = Date.now() + delay;
    const response = await fetch(`${backend}/v1/events/${eventId}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${credential}` },
      body: JSON.stringify({ startsAt, endsAt: startsAt + 3_600_000 }),
    });
    return response.status;
  }, startsIn);

test('an event is set up, joined and talked in, and is there after a restart', async ({ browser }) => {
  const amira = await openAs(browser, 'amira');
  const noor = await openAs(second, 'noor');

  await test.step('the organizer sets it up', async () => {
    await amira.page.getByRole('link', { name: 'Set up your own event' }).click();
    await amira.page.getByLabel('Title').fill('Sail plan for the spring');
    await amira.page.getByLabel('Place').fill('Boathouse');
    await amira.page.getByRole('button', { name: 'Continue' }).click();
    await amira.page.getByRole('radio', { name: /Hybrid/ }).check();
    await amira.page.getByRole('textbox', { name: 'Open the doors' }).fill('0');
    await amira.page.getByRole('button', { name: 'Save' }).click();
    await expect(amira.page.getByText(/^Last saved/)).toBeVisible();
    await amira.page.getByRole('link', { name: 'See the event’s page' }).click();
  });

  const button = noor.page.locator('aside event-join-button');
  await test.step('an attendee sees it count down, and turn without a reload', async () => {
    await noor.page.goto(amira.page.url());
    await expect(button.getByRole('timer')).toContainText('hours');
    await noor.page.evaluate(() => Object.assign(window, { wasNotReloaded: true }));
    expect(await move(amira.page, 10_000)).toBe(200);
    await expect(button.getByRole('timer')).toContainText(/00:0\d/);
    await expect(button.getByRole('button', { name: 'Join Now' })).toBeVisible({ timeout: 20_000 });
    expect(await noor.page.evaluate(() => 'wasNotReloaded' in window)).toBe(true);
  });

  await test.step('both see and hear each other', async () => {
    const calls = [await joinFrom(noor.context, noor.page), await joinFrom(amira.context, amira.page)] as const;
    await expectSeenAndHeard(calls[0], 'Amira Haddad');
    await expectSeenAndHeard(calls[1], 'Noor Jansen');

    await calls[0].getByRole('button', { name: 'Camera' }).click();
    await calls[0].getByRole('button', { name: 'Mic' }).click();
    const tile = calls[1].getByRole('listitem').filter({ hasText: 'Noor Jansen' });
    await expect(tile.locator('video')).toBeHidden();
    await expect(tile).toContainText('muted');

    await calls[0].getByRole('button', { name: 'Leave' }).click();
    await expect(calls[0].getByRole('heading', { name: 'You have left' })).toBeVisible();
    await expect(tile).toHaveCount(0);
    await noor.page.bringToFront();
    await expect(button).toContainText('1 here');
  });

  await test.step('it is there after everything was stopped and started again', async () => {
    expect(await demo.stop()).toBe(0);
    await demo.start();
    const later = await openAs(second, 'amira');
    await later.page.getByRole('link', { name: 'Sail plan for the spring' }).click();
    await expect(later.page.getByText('Boathouse, and online')).toBeVisible();
    await later.page.getByRole('link', { name: 'Edit how people attend' }).click();
    await expect(later.page.getByRole('radio', { name: /Hybrid/ })).toBeChecked();
    await expect(later.page.getByRole('textbox', { name: 'Open the doors' })).toHaveValue('0');
  });
});
