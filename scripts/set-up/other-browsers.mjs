import { existsSync, globSync } from 'node:fs';
import { installWithApt } from './apt.mjs';
import { onPath } from './livekit.mjs';
import { runQuietly } from './processes.mjs';
import { SetUpError } from './say.mjs';

/** Browsers beside Chromium in which the elements are tested where they can be had. */

const ifNamed = (variable) => {
  const file = process.env[variable];
  if (!file) return undefined;
  if (existsSync(file)) return file;
  throw new SetUpError(`${variable} names ${file}, and there is no such file.`);
};

const firefoxes = () => [onPath('firefox-esr'), onPath('firefox'), '/Applications/Firefox.app/Contents/MacOS/firefox'];

/** The Firefox that FIREFOX_PATH names, else one that is installed. */
export const findFirefox = async () => {
  const named = ifNamed('FIREFOX_PATH');
  if (named) return named;
  // Where it is still to be fetched there is a command that only says so.
  for (const file of firefoxes()) {
    if (file && existsSync(file) && (await runQuietly(file, ['--version'])).ok) return file;
  }
  return undefined;
};

/** WebKitGTK’s small browser, in which its WebDriver opens pages: the one that WEBKIT_PATH names, else one that is installed. */
export const findWebKit = async () => {
  const file = ifNamed('WEBKIT_PATH') ?? globSync('/usr/{lib,lib64,libexec}{,/*}/webkit2gtk-4.*/MiniBrowser')[0];
  const hasScreen = process.env.DISPLAY || onPath('Xvfb');
  return file && onPath('WebKitWebDriver') && hasScreen ? file : undefined;
};

const engines = {
  firefox: {
    variable: 'FIREFOX_PATH',
    find: findFirefox,
    name: 'Firefox',
    packages: ['firefox-esr'],
    ways: 'Install Firefox, or set FIREFOX_PATH to one you have (on Debian: apt-get install firefox-esr).',
  },
  webkit: {
    variable: 'WEBKIT_PATH',
    find: findWebKit,
    name: 'WebKitGTK',
    packages: ['webkit2gtk-driver', 'xvfb'],
    ways: 'It is for Linux (on Debian and Ubuntu: apt-get install webkit2gtk-driver xvfb).',
  },
};

/** The environment that names the browser of an engine, which is installed where it can be; else why it is left out. */
export const ensureEngine = async (engine) => {
  const { variable, find, name, packages, ways } = engines[engine];
  let file = await find();
  if (!file) {
    await installWithApt(name, packages);
    file = await find();
  }
  return file ? { environment: { [variable]: file } } : { missing: `there is no ${name} here. ${ways}` };
};
