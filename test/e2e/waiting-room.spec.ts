import { chromium, expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { Demo } from './demo.js';
import { expectSeenAndHeard, keepConnections } from './seen-and-heard.js';

const demo = new Demo();
let others: Browser;

test.beforeAll(async ({ playwright: _ }, info) => {
  info.setTimeout(120_000);
  await demo.start();
  others = await chromium.launch(info.project.use.launchOptions);
});

test.afterAll(async () => {
  await others.close();
  await demo.remove();
});

interface Person {
  context: BrowserContext;
  page: Page;
}

const openAs = async (browser: Browser, person: string): Promise<Person> => {
  const context = await browser.newContext();
  await keepConnections(context);
  const page = await context.newPage();
  await page.goto(demo.site);
  await page.getByLabel('You are').selectOption(person);
  await expect(page.getByLabel('You are')).toHaveValue(person);
  return { context, page };
};

/** Calls the backend as whoever is signed in on the page. */
const call = ({ page }: Person, method: string, path: string, body: object): Promise<unknown> =>
  page.evaluate(
    async ([method, path, body]) => {
      const { backend } = document.querySelector('event-join-button')!;
      const credential = await (await fetch('/session/credential')).text();
      const response = await fetch(`${backend}/v1${path}`, {
        method,
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${credential}` },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(await response.text());
      return response.status === 204 ? null : ((await response.json()) as unknown);
    },
    [method, path, body] as const,
  );

const makeEvent = async (organizer: Person): Promise<string> => {
  const { event } = (await call(organizer, 'POST', '/events', {
    title: 'Who rows where',
    startsAt: Date.now() - 60_000,
    endsAt: Date.now() + 3_600_000,
    timeZone: 'Europe/Lisbon',
    attendanceType: 'virtual',
    virtualConfig: {
      enabled: true,
      autoStartMinutes: 15,
      waitingRoomEnabled: true,
      recordingEnabled: false,
      recordingConsentRequired: false,
      breakoutRoomsEnabled: false,
      e2eeRequired: false,
    },
  })) as { event: { id: string } };
  return event.id;
};

/** Presses the join button on the event's page; the tab that opens. */
const join = async ({ context, page }: Person, eventId: string): Promise<Page> => {
  await page.goto(`${demo.site}/events/${eventId}`);
  const opened = context.waitForEvent('page');
  await page.locator('aside event-join-button').getByRole('button', { name: 'Join Now' }).click();
  return opened;
};

test('one is let in, another is denied with a sentence, and who is removed is out', async ({ browser }) => {
  const amira = await openAs(browser, 'amira');
  const noor = await openAs(others, 'noor');
  const tomas = await openAs(others, 'tomas');
  const eventId = await makeEvent(amira);

  const [noorsTab, tomasTab] = [await join(noor, eventId), await join(tomas, eventId)];
  await test.step('attendees wait, also after the start', async () => {
    for (const tab of [noorsTab, tomasTab]) {
      await expect(tab.getByRole('heading', { name: 'The host will let you in' })).toBeVisible();
      await expect(tab.getByText(/^You have waited/)).toBeVisible();
      expect(tab.url(), 'no ticket is left in the address').not.toContain('ticket');
    }
  });

  const amirasTab = await join(amira, eventId);
  await test.step('the host comes straight in, and is told who waits', async () => {
    await amirasTab.getByRole('button', { name: 'Join', exact: true }).click();
    await expect(amirasTab.getByText('2 people are waiting')).toBeVisible();
    await amirasTab.getByRole('button', { name: 'See who' }).click();
    await amirasTab.getByLabel('A word to those who wait').fill('Welcome! One moment.');
    await amirasTab.getByRole('button', { name: 'Say' }).click();
    await expect(noorsTab.getByText('Welcome! One moment.')).toBeVisible();
    await expect(noorsTab.getByText('Amira Haddad, host')).toBeVisible();
  });

  await test.step('who is let in is in the call, by themselves', async () => {
    await amirasTab.getByRole('button', { name: 'Admit Noor Jansen' }).click();
    await expect(noorsTab.getByRole('list', { name: 'People in the call' })).toBeVisible();
    await expectSeenAndHeard(noorsTab, 'Amira Haddad');
    await expectSeenAndHeard(amirasTab, 'Noor Jansen');
  });

  await test.step('who is denied reads the sentence, and gets no further', async () => {
    await amirasTab.getByRole('button', { name: 'Deny Tomás Rey' }).click();
    await amirasTab.getByLabel('A word to Tomás Rey, if you like').fill('Crew only this time, sorry.');
    await amirasTab.getByRole('button', { name: 'Deny', exact: true }).click();
    await expect(tomasTab.getByRole('heading', { name: 'The host did not let you in' })).toBeVisible();
    await expect(tomasTab.getByText('Crew only this time, sorry.')).toBeVisible();
    await expect(amirasTab.getByText('Nobody is waiting.')).toBeVisible();
    await tomas.page.bringToFront();
    await tomas.page.locator('aside event-join-button').getByRole('button', { name: 'Join Now' }).click();
    await expect(tomas.page.locator('aside event-join-button')).toContainText('The host did not let you in');
  });

  await test.step('who is removed is out of the call, and reads why', async () => {
    const sentence = 'Please mind your words.';
    await call(amira, 'POST', `/events/${eventId}/decisions`, { decision: 'remove', pubkey: 'noor', sentence });
    await expect(noorsTab.getByRole('heading', { name: 'A host removed you from this event' })).toBeVisible();
    await expect(noorsTab.getByText(sentence)).toBeVisible();
    await expect(amirasTab.getByRole('listitem').filter({ hasText: 'Noor Jansen' })).toHaveCount(0);
    await noorsTab.reload();
    await expect(noorsTab.getByRole('heading', { name: 'A host removed you from this event' })).toBeVisible();
  });

  await test.step('who is readmitted may come in again', async () => {
    await call(amira, 'POST', `/events/${eventId}/decisions`, { decision: 'readmit', pubkey: 'noor' });
    await noorsTab.getByRole('button', { name: 'Join', exact: true }).click();
    await expectSeenAndHeard(amirasTab, 'Noor Jansen');
  });
});
