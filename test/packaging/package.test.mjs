// The package as others get it: packed, installed elsewhere, and used from a plain page, from a Vite project in
// TypeScript, and in Node without a DOM.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { chromePath, chromiumArgs } from '../../wtr-flags.mjs';
import { install, pack, root, run, serve } from './packed.mjs';

const bin = (name) => join(root, 'node_modules', '.bin', name);

let folder;
let project;
let browser;

/** Opens a page, waits until its join button says that, and gives what went wrong on the page. */
const errorsUntil = async (url, words) => {
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  try {
    await page.goto(url);
    await page.locator('event-join-button').getByText(words).first().waitFor();
    return errors;
  } finally {
    await page.close();
  }
};

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package test '));
  const packed = await pack(folder);
  project = join(folder, 'project');
  await mkdir(project);
  await writeFile(join(project, 'package.json'), JSON.stringify({ name: 'site', private: true, type: 'module' }));
  await install(project, packed);
  browser = await chromium.launch({ executablePath: chromePath, args: chromiumArgs });
});

after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

test('a plain page needs one script and a tag', async () => {
  const site = join(folder, 'plain');
  await cp(join(project, 'node_modules/virtual-event-elements/cdn'), join(site, 'cdn'), { recursive: true });
  await writeFile(
    join(site, 'index.html'),
    `<!doctype html><html lang="en"><script type="module" src="cdn/virtual-event-elements.js"></script>
     <event-join-button></event-join-button>`,
  );
  const server = await serve(site);
  try {
    assert.deepEqual(await errorsUntil(server.url, 'This button is not set up'), []);
  } finally {
    server.close();
  }
});

test('a Vite project in TypeScript compiles and runs', async () => {
  await mkdir(join(project, 'src'), { recursive: true });
  await writeFile(
    join(project, 'index.html'),
    '<!doctype html><html lang="en"><body><script type="module" src="/src/main.ts"></script></body></html>',
  );
  await writeFile(
    join(project, 'src/main.ts'),
    `import 'virtual-event-elements/define/event-join-button.js';
     import 'virtual-event-elements/define/virtual-event-config.js';
     import { EventCallingIntegration, LocalBackendAdapter, defaultVirtualConfig, type EventDetails } from 'virtual-event-elements';

     const startsAt = Date.now() - 60_000;
     const event: EventDetails = {
       id: 'meeting', title: 'Meeting', startsAt, endsAt: startsAt + 3_600_000, timeZone: 'Europe/Lisbon', status: 'published',
       version: 1, attendanceType: 'virtual', virtualConfig: { ...defaultVirtualConfig(), enabled: true },
     };
     const adapter = new LocalBackendAdapter();
     adapter.put(event);
     const button = document.createElement('event-join-button');
     button.service = new EventCallingIntegration(adapter);
     button.eventId = event.id;
     document.body.append(button);
     // @ts-expect-error an event has no such state
     event.status = 'perhaps';
    `,
  );
  await writeFile(
    join(project, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        module: 'ESNext',
        moduleResolution: 'bundler',
        lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
        strict: true,
        noEmit: true,
        types: [],
      },
      include: ['src'],
    }),
  );
  await run(bin('tsc'), ['-p', project]);
  await run(bin('vite'), ['build', '--logLevel', 'error'], { cwd: project });
  const server = await serve(join(project, 'dist'));
  try {
    assert.deepEqual(await errorsUntil(server.url, 'Join Now'), []);
  } finally {
    server.close();
  }
});

test('importing it in Node, without a DOM, registers nothing and fails at nothing', async () => {
  const script = `
    const library = await import('virtual-event-elements');
    const { phaseOf } = await import('virtual-event-elements/core');
    if (typeof document !== 'undefined') throw new Error('There is a DOM here.');
    // Lit brings a registry of its own where there is none.
    if (globalThis.customElements?.get('event-join-button')) throw new Error('It registered something.');
    console.log(typeof library.EventJoinButton, typeof library.VirtualEventConfig, typeof library.EventConference, typeof phaseOf);
  `;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], { cwd: project });
  assert.equal(stdout.trim(), 'function function function function');
});

test('what is named in exports is there, and nothing of the sources or tests is', async () => {
  const installed = join(project, 'node_modules/virtual-event-elements');
  const { exports } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
  for (const target of Object.values(exports).flatMap((entry) =>
    Object.values(typeof entry === 'string' ? [entry] : entry),
  )) {
    if (!target.includes('*')) assert.ok(existsSync(join(installed, target)), target);
  }
  for (const folderName of ['src', 'test', 'server', 'stories'])
    assert.ok(!existsSync(join(installed, folderName)), folderName);
  assert.ok(existsSync(join(installed, 'ide')));
});
