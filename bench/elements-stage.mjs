import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../scripts/set-up/browser.mjs';
import { ensureBuilt } from '../scripts/set-up/build.mjs';
import { serve } from '../test/packaging/packed.mjs';
import { chromiumArgs } from '../wtr-flags.mjs';
import { ensurePeers } from './peers.mjs';

const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,">
<style>#place { display: grid; grid-template-columns: repeat(auto-fill, 12rem); gap: 0.5rem; }</style>
<div id="place"></div><script type="module" src="elements-page.js"></script>`;

/**
 * Opens a page with all kinds of elements, as a bundler builds it for production. `beforePage` runs there first.
 * `onClose` is given what ends each thing, as it starts.
 */
export const openElementsPage = async (onClose, { viewport, beforePage } = {}) => {
  const executablePath = await ensureBrowser();
  await ensureBuilt();
  const peers = await ensurePeers();
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  onClose(() => rm(folder, { recursive: true, force: true }));
  await build({
    entryPoints: [join(import.meta.dirname, 'elements-page.mjs')],
    nodePaths: [peers],
    outdir: folder,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
  });
  await writeFile(join(folder, 'index.html'), html);
  const server = await serve(folder);
  onClose(server.close);
  const browser = await chromium.launch({
    executablePath,
    args: chromiumArgs,
    // Whoever tells this run to end is heard elsewhere.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  onClose(() => browser.close());
  const page = await browser.newPage({ viewport: viewport ?? { width: 1280, height: 800 } });
  if (beforePage) await page.addInitScript(beforePage);
  page.on('pageerror', (error) => console.error(error));
  await page.goto(server.url);
  await page.waitForFunction(() => globalThis.bench !== undefined);
  const protocol = await page.context().newCDPSession(page);
  return { page, protocol };
};
