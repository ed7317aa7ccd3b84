import { expect, type BrowserContext, type Page } from '@playwright/test';

/** Keeps every connection that a page makes where the test can ask it. Call it before a page is opened. */
export const keepConnections = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript(() => {
    const kept: RTCPeerConnection[] = [];
    Object.assign(window, { keptConnections: kept });
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        kept.push(this);
      }
    };
  });
};

/** What arrived of others so far: bytes of sound, and frames of picture that were decoded. */
const arrived = (page: Page): Promise<{ audioBytes: number; framesDecoded: number }> =>
  page.evaluate(async () => {
    const { keptConnections } = window as unknown as { keptConnections: RTCPeerConnection[] };
    const total = { audioBytes: 0, framesDecoded: 0 };
    for (const connection of keptConnections) {
      for (const report of (await connection.getStats()).values()) {
        const { type, kind, bytesReceived, framesDecoded } = report as RTCInboundRtpStreamStats;
        if (type !== 'inbound-rtp') continue;
        if (kind === 'audio') total.audioBytes += bytesReceived ?? 0;
        else total.framesDecoded += framesDecoded ?? 0;
      }
    }
    return total;
  });

/** A few hundred points of the picture that is shown of someone, as text. */
const pictureOf = (page: Page, name: string): Promise<string> =>
  page
    .locator('event-conference')
    .getByRole('listitem')
    .filter({ hasText: name })
    .locator('video')
    .evaluate((video: HTMLVideoElement) => {
      const canvas = new OffscreenCanvas(32, 18);
      const context = canvas.getContext('2d')!;
      context.drawImage(video, 0, 0, 32, 18);
      return context.getImageData(0, 0, 32, 18).data.join();
    });

/** The page shows a moving picture of someone, and their sound keeps arriving. */
export const expectSeenAndHeard = async (page: Page, name: string): Promise<void> => {
  await expect(page.locator('event-conference').getByRole('listitem').filter({ hasText: name })).toBeVisible();
  await expect.poll(async () => (await arrived(page)).framesDecoded, { timeout: 20_000 }).toBeGreaterThan(5);
  const before = { ...(await arrived(page)), picture: await pictureOf(page, name) };
  expect(new Set(before.picture.split(',')).size, 'the picture is not of one colour').toBeGreaterThan(3);
  await expect.poll(async () => (await arrived(page)).audioBytes).toBeGreaterThan(before.audioBytes);
  await expect.poll(async () => (await arrived(page)).framesDecoded).toBeGreaterThan(before.framesDecoded);
  await expect.poll(() => pictureOf(page, name)).not.toBe(before.picture);
};
