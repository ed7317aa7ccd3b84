import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureLiveKit } from './livekit.mjs';
import { root, toolEnvironment } from './packages.mjs';
import { ensureEngine } from './other-browsers.mjs';
import { endAll, runShown, whenToldToEnd } from './processes.mjs';
import { plainly, say, SetUpError } from './say.mjs';
import { readElements, readPlaywright, readTap, readVitest } from './test-reports.mjs';

/** Units and elements, in one browser engine. */
const elements = (what, environment) => ({
  what,
  needsLiveKit: true,
  command: () => ['wtr'],
  environment: (report) => ({ ...environment, TEST_REPORT: report }),
  read: readElements,
});

/** The elements in one more engine, where its browser can be had. */
const inEngine = (engine, name) => ({ ...elements(`units and elements in ${name}`, { BROWSER: engine }), engine });

/** Each part: what it is, whether it needs the media server, how it runs, and how its counts are read. */
const parts = {
  stories: {
    what: 'stories, each with axe',
    command: (report) => [
      'vitest',
      'run',
      '--project',
      'storybook',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    read: readVitest,
  },
  package: {
    what: 'the package as others get it, and the checks',
    command: (report) => [
      'node',
      '--test',
      // Packing writes what is packed.
      '--test-concurrency=1',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${report}`,
      'test/packaging/*.test.mjs',
      'test/checks/*.test.mjs',
    ],
    read: readTap,
  },
  unit: elements('units and elements in Chromium'),
  firefox: inEngine('firefox', 'Firefox'),
  webkit: inEngine('webkit', 'WebKitGTK'),
  server: {
    what: 'the backend, on its real database and a real LiveKit server',
    needsLiveKit: true,
    command: (report) => [
      'vitest',
      'run',
      '--root',
      'server',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    read: readVitest,
  },
  e2e: {
    what: 'the journey, end to end',
    needsLiveKit: true,
    command: () => ['playwright', 'test', '--reporter=list,json'],
    environment: (report) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
    read: readPlaywright,
  },
};

/** What a part came to. One that ran nothing, or broke off, failed. */
const runPart = async (name, environment, folder) => {
  const { what, command, read, environment: own } = parts[name];
  say(`\n── ${name}: ${what}\n`);
  const report = join(folder, `${name}.report`);
  const [tool, ...parameters] = command(report);
  const { ok } = await runShown(tool, parameters, {
    cwd: root,
    env: toolEnvironment({ ...environment, ...own?.(report) }),
  });
  let told;
  try {
    told = read(report);
  } catch {
    told = { passed: 0, failed: 0, failures: [] };
  }
  const { passed, failed, failures } = told;
  if (!(passed + failed > 0)) return { passed: 0, failed: 1, failures: [`${tool} ran nothing`] };
  return { passed, failed: ok ? failed : Math.max(1, failed), failures };
};

/** Looks for the browsers of the wanted parts, one after the other. */
const ensureEngines = async (wanted) => {
  const found = {};
  for (const name of wanted.filter((part) => parts[part].engine)) {
    found[name] = await ensureEngine(parts[name].engine).catch((error) => ({ wrong: plainly(error) ?? error.stack }));
  }
  return found;
};

/** Runs the named parts, or all. */
export const runTests = async (names) => {
  const wanted = names.length > 0 ? names : Object.keys(parts);
  const unknown = wanted.filter((name) => !(name in parts));
  if (unknown.length > 0) {
    throw new SetUpError(`There is no part called ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'tests-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  whenToldToEnd(() => void endAll().then(() => process.exit(130)));

  const began = Date.now();
  const environment = {
    CHROME_PATH: await ensureBrowser(),
    // Tests stop and kill the server, and have it tell its news to many ports: it must be one of their own.
    LIVEKIT_URL: '',
  };
  // It is built while the parts that do without it run.
  const liveKit =
    wanted.some((name) => parts[name].needsLiveKit) &&
    ensureLiveKit().then(
      (command) => ({ command }),
      (error) => ({ error }),
    );
  const engines = ensureEngines(wanted);
  await ensureBuilt();

  const total = { passed: 0, failed: 0 };
  const lines = [];
  const skipped = [];
  let isMissingTold = false;
  for (const name of Object.keys(parts).filter((part) => wanted.includes(part))) {
    if (parts[name].engine) {
      const { environment: named, missing, wrong } = (await engines)[name];
      Object.assign(environment, named);
      // Who asks for it by name is not content without.
      if (wrong || (missing && names.includes(name))) {
        lines.push(`${name.padEnd(8)} not run: ${wrong ?? missing}`);
        total.failed += 1;
        continue;
      }
      if (missing) {
        lines.push(`${name.padEnd(8)} SKIPPED: ${missing}`);
        skipped.push(name);
        continue;
      }
    }
    if (parts[name].needsLiveKit) {
      const { command, error } = await liveKit;
      if (error) {
        if (!isMissingTold) console.error(`\n${plainly(error) ?? error.stack}`);
        isMissingTold = true;
        total.failed += 1;
        lines.push(`${name.padEnd(8)} not run: there is no LiveKit server`);
        continue;
      }
      environment.LIVEKIT_SERVER_BIN = command;
    }
    const started = Date.now();
    const { passed, failed, failures } = await runPart(name, environment, folder);
    total.passed += passed;
    total.failed += failed;
    lines.push(`${name.padEnd(8)} ${passed} passed, ${failed} failed (${Math.round((Date.now() - started) / 1000)} s)`);
    lines.push(...failures.map((failure) => `         failed: ${failure}`));
  }
  say(`\n${lines.join('\n')}\nin ${Math.round((Date.now() - began) / 1000)} s`);
  const left = skipped.length > 0 ? `, SKIPPED: ${skipped.join(' and ')}` : '';
  say(`${total.passed} passed, ${total.failed} failed${left}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
};
