// The example in React, on the package as others get it: its types tell right from wrong, and it works in a browser.
import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { chromePath, chromiumArgs } from '../../wtr-flags.mjs';
import { install, pack, root, run, serve } from './packed.mjs';

let folder;
let project;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'react test '));
  project = join(folder, 'site');
  await cp(join(root, 'examples/react'), project, {
    recursive: true,
    filter: (file) => !/[\\/](node_modules|dist)$/.test(file),
  });
  await install(project, await pack(folder));
});

after(() => rm(folder, { recursive: true, force: true }));

const build = () => run('npm', ['run', '--silent', 'build'], { cwd: project });

test('what is wrong in JSX fails the build, each at its line', async () => {
  const wrong = [
    `<event-join-button variant="large" />`,
    `<event-join-button evntId="meeting" />`,
    `<event-join-button credential={42} />`,
    `<event-join-button onphase-change={(event) => event.phases} />`,
    `<event-join-button onjoin={(event: MouseEvent) => event.button} />`,
    `<virtual-event-config required="yes" />`,
    `<virtual-event-config value={{ attendanceType: 'on the moon' }} />`,
    `<event-join-buton />`,
  ];
  const right = [
    `<event-join-button variant="compact" className="way-in" aria-label="Way in" data-place="top" key="a" />`,
    `<event-join-button event-id="meeting" onphase-change={(event) => event.phase.length} onClick={() => {}} />`,
    `<event-join-button credential={async () => 'token'} style={{ '--vee-accent': 'red' }} />`,
    `<virtual-event-config required starts-at={0} onsave={(event) => event.event.title} />`,
  ];
  const lines = [...wrong, ...right].map((tag, at) => `export const tag${at} = ${tag};`);
  const file = join(project, 'src/tags.tsx');
  await writeFile(file, lines.join('\n'));
  try {
    const { stdout } = await build().then(
      () => assert.fail('It was built.'),
      (error) => error,
    );
    const found = [...stdout.matchAll(/^src[\\/]tags\.tsx\((\d+),/gm)].map(([, line]) => Number(line));
    assert.deepEqual(
      [...new Set(found)].map((line) => lines[line - 1]),
      lines.slice(0, wrong.length),
      stdout,
    );
  } finally {
    await rm(file);
  }
});

test('it is built, sets properties, hears events, and a form carries what was chosen', async () => {
  await build();
  const server = await serve(join(project, 'dist'));
  const browser = await chromium.launch({ executablePath: chromePath, args: chromiumArgs });
  try {
    const page = await browser.newPage();
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    await page.goto(server.url);
    const told = page.locator('#told');
    await told.getByText('live').waitFor();
    const opened = page.waitForEvent('popup');
    await page.getByRole('button', { name: 'Come on in' }).click();
    const room = await opened;
    await room.waitForURL((url) => /^\/room\.html\?lang=.+#ticket=.+$/.test(url.pathname + url.search + url.hash));
    await told.getByText('live, you are in').waitFor();

    await page.getByRole('button', { name: 'Send' }).click();
    assert.equal(await page.locator('output').count(), 0, 'A choice is required.');
    await page.locator('virtual-event-config').getByText('Virtual', { exact: true }).click();
    await page.locator('#chosen').getByText('virtual').waitFor();
    await page.getByRole('button', { name: 'Send' }).click();
    const sent = (await page.locator('output').textContent()).replace('Sent: ', '');
    assert.equal(JSON.parse(sent).attendanceType, 'virtual');
    await page.locator('virtual-event-config:disabled').waitFor();
    assert.deepEqual(complaints, []);
  } finally {
    await browser.close();
    server.close();
  }
});
