import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../scripts/set-up/browser.mjs';
import { ensureBuilt } from '../scripts/set-up/build.mjs';
import { ensureLiveKit } from '../scripts/set-up/livekit.mjs';
import { startBackendServer } from '../test/servers/backend-server.mjs';
import { chromiumArgs, fakeMediaArgs } from '../wtr-flags.mjs';
import { startBareSite } from './bare-site.mjs';
import { watchFirstFrame } from './watch-first-frame.mjs';

export const ways = ['ours', 'bare'];

/** How long a page stands before the click: as someone looks at the screen, and until all that it fetches has come. */
const settling = 1500;
const patience = 20_000;

const post = async (url, credential, body) => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { Authorization: `Bearer ${credential}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
};

const draft = () => ({
  title: 'First frame',
  startsAt: Date.now() - 60_000,
  endsAt: Date.now() + 3_600_000,
  timeZone: 'Europe/Lisbon',
  attendanceType: 'virtual',
  virtualConfig: {
    enabled: true,
    autoStartMinutes: 10,
    waitingRoomEnabled: false,
    recordingEnabled: false,
    recordingConsentRequired: false,
    breakoutRoomsEnabled: false,
    e2eeRequired: false,
  },
});

/**
 * Starts LiveKit, the backend, the bare page and a browser, and has someone inside who gives a camera. Resolves to what
 * brings a newcomer in by one of the ways and tells what was watched. `onClose` is given what ends each, as it starts.
 */
export const setStage = async (onClose) => {
  const executablePath = await ensureBrowser();
  process.env.LIVEKIT_SERVER_BIN ||= await ensureLiveKit();
  await ensureBuilt();
  const site = await startBareSite();
  onClose(site.stop);
  const backend = await startBackendServer({ allowedOrigins: [site.url] });
  onClose(backend.stop);
  const browser = await chromium.launch({
    executablePath,
    args: [...chromiumArgs, ...fakeMediaArgs],
    // Whoever tells this run to end is heard elsewhere.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  onClose(() => browser.close());

  const { event } = await post(`${backend.url}/v1/events`, await backend.credentialFor('amira', 'organizer'), draft());
  const ticketFor = async (role) => {
    const credential = await backend.credentialFor(crypto.randomUUID(), role);
    const { ticket } = await post(`${backend.url}/v1/events/${event.id}/admissions`, credential, {});
    return ticket;
  };
  const bareAddress = (parameters) => `${site.url}/#${new URLSearchParams({ backend: backend.url, ...parameters })}`;
  const addresses = {
    ours: (ticket) => `${backend.url}/conference/${event.id}#${new URLSearchParams({ ticket })}`,
    bare: (ticket) => bareAddress({ ticket }),
  };

  const publisher = await browser.newPage();
  await publisher.goto(bareAddress({ ticket: await ticketFor('host'), publish: 'yes' }));
  await publisher.getByRole('button', { name: 'Join' }).click();
  await publisher.locator('[data-state=publishing]').waitFor({ timeout: patience });

  return async (way) => {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.addInitScript(watchFirstFrame);
      await page.goto(addresses[way](await ticketFor('attendee')));
      const join = page.getByRole('button', { name: 'Join', exact: true });
      await join.waitFor({ timeout: patience });
      await pause(settling);
      await join.click();
      const sample = await Promise.race([page.evaluate(() => globalThis.firstFrame), pause(patience)]);
      if (!sample) throw new Error(`No frame came within ${patience / 1000} s of the click (${way}).`);
      // Going elsewhere leaves the room; closing at once would leave someone in it who does not answer.
      await page.goto('about:blank');
      return sample;
    } finally {
      await context.close();
    }
  };
};
