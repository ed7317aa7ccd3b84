import { chromeLauncher } from '@web/test-runner-chrome';
import { findFirefox } from '../../scripts/set-up/other-browsers.mjs';

/** Starts a Firefox as it is installed: puppeteer speaks WebDriver BiDi with it. With made-up devices. */
export const firefoxLauncher = async () =>
  Object.assign(
    chromeLauncher({
      launchOptions: {
        browser: 'firefox',
        executablePath: await findFirefox(),
        headless: true,
        extraPrefsFirefox: {
          'media.navigator.streams.fake': true,
          'media.navigator.permission.disabled': true,
          'media.autoplay.default': 0,
          // The media server is on this machine.
          'media.peerconnection.ice.loopback': true,
          'media.peerconnection.ice.obfuscate_host_addresses': false,
        },
      },
    }),
    { name: 'Firefox' },
  );
