#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';

const main = new URL('../dist/main.js', import.meta.url);

if (!isBuiltin('node:sqlite')) {
  console.error(`virtual-event-server needs Node 22.13 or newer; this is ${process.version}.`);
  process.exitCode = 1;
} else if (!existsSync(main)) {
  console.error('virtual-event-server is not built yet: run "npm run build" in its folder first.');
  process.exitCode = 1;
} else {
  await import(main.href);
}
