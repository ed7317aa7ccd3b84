import { existsSync } from 'node:fs';
import { installWithApt } from './apt.mjs';
import { onPath } from './livekit.mjs';
import { root, toolEnvironment } from './packages.mjs';
import { runQuietly } from './processes.mjs';
import { say, sayMeanwhile, SetUpError } from './say.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The first that starts: one may lack libraries, or only say how to install it. */
const firstThatStarts = async (files) => {
  for (const file of files) if (file && (await runQuietly(file, ['--version'])).ok) return file;
  return undefined;
};
const installed = () => firstThatStarts(names.map(onPath));

const ofPlaywright = async () => {
  const { chromium } = await import('playwright-core');
  const there = () => firstThatStarts([chromium.executablePath()]);
  const earlier = await there();
  if (earlier) return earlier;
  say('Fetching a browser for the tests …');
  await sayMeanwhile('fetching a browser', () =>
    runQuietly('playwright', ['install', 'chromium'], { cwd: root, env: toolEnvironment() }),
  );
  return there();
};

const ofDebian = async () => {
  await installWithApt('Chromium', ['chromium', 'fonts-noto-core']);
  return installed();
};

/** A Chromium to test with: the one CHROME_PATH names, installed, Playwright's, or Debian's. */
export const ensureBrowser = async () => {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new SetUpError(`CHROME_PATH names ${named}, and there is no such file.`);
  }
  const found = (await installed()) ?? (await ofPlaywright()) ?? (await ofDebian());
  if (found) return found;
  throw new SetUpError(
    [
      'There is no browser to test with. One of these ways gets you one:',
      '  · install Chromium or Chrome, so that it is on the PATH (on Debian: apt-get install chromium)',
      '  · set CHROME_PATH to one you have',
      '  · run "npx playwright install --with-deps chromium"',
    ].join('\n'),
  );
};
