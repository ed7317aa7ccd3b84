import { onPath } from './livekit.mjs';
import { runQuietly } from './processes.mjs';
import { say, sayMeanwhile } from './say.mjs';

/** Installs packages of Debian and its kin, where this is root on one of them. */
export const installWithApt = async (what, packages) => {
  const apt = onPath('apt-get');
  if (!apt || process.getuid?.() !== 0) return;
  say(`Installing ${what} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another run of apt is waited for, a network that is closed is not.
  const options = [
    '-qq',
    '-o',
    'DPkg::Lock::Timeout=120',
    '-o',
    'Acquire::Retries=1',
    '-o',
    'Acquire::http::Timeout=20',
  ];
  await sayMeanwhile(`installing ${what}`, async () => {
    await runQuietly(apt, ['update', ...options], { env });
    await runQuietly(apt, ['install', '-y', '--no-install-recommends', ...options, ...packages], { env });
  });
};
