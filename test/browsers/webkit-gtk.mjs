import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../scripts/set-up/free-port.mjs';
import { findWebKit } from '../../scripts/set-up/other-browsers.mjs';
import { end } from '../../scripts/set-up/processes.mjs';

const patience = 10_000;

/** Starts a screen that nobody sees, on a display that the server picks; resolves to it and its name. */
const startScreen = async () => {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    child.stdio[3].once('data', (data) => resolve(String(data).trim()));
    child.once('error', reject);
    child.once('exit', () => reject(new Error('Xvfb ended at once.')));
  });
  return { child, display: `:${number}` };
};

/** A WebDriver's session, as far as tests need it. What is asked of it is done one after the other. */
class WebDriverSession {
  #base;
  #session = '';
  #queue = Promise.resolve();

  constructor(base) {
    this.#base = base;
  }

  async open(capabilities) {
    const until = Date.now() + patience;
    const isUp = () => this.call('GET', '/status').catch(() => undefined);
    while (!(await isUp())) {
      if (Date.now() > until) throw new Error('WebKitWebDriver does not answer.');
      await pause(100);
    }
    const { sessionId } = await this.call('POST', '/session', { capabilities });
    this.#session = `/session/${sessionId}`;
  }

  async call(method, path, body) {
    const answer = await fetch(this.#base + this.#session + path, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`WebDriver ${method} ${path}: ${value?.error} ${value?.message ?? ''}`);
    return value;
  }

  inTurn(work) {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => {});
    return done;
  }

  /** Does something in a window. */
  inWindow(handle, work) {
    return this.inTurn(async () => {
      await this.call('POST', '/window', { handle });
      return work();
    });
  }
}

/** WebDriver's code points for keys by their names. */
const keys = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  End: '\uE010',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

/** A window as puppeteer would give it, as far as tests' commands ask for. */
const pageOf = (session, handle) => {
  const act = (actions) =>
    session.inWindow(handle, () =>
      session.call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] }),
    );
  const down = (name) => ({ type: 'keyDown', value: keys[name] ?? name });
  const up = (name) => ({ type: 'keyUp', value: keys[name] ?? name });
  return {
    keyboard: {
      type: (text) => act([...text].flatMap((character) => [down(character), up(character)])),
      press: (name) => act([down(name), up(name)]),
      down: (name) => act([down(name)]),
      up: (name) => act([up(name)]),
    },
    setViewport: ({ width, height }) =>
      session.inWindow(handle, async () => {
        const script = 'return [outerWidth - innerWidth, outerHeight - innerHeight]';
        const [besideIt, aboveIt] = await session.call('POST', '/execute/sync', { script, args: [] });
        await session.call('POST', '/window/rect', { width: width + besideIt, height: height + aboveIt });
      }),
  };
};

/** Web Test Runner's launcher for WebKitGTK: its MiniBrowser (WEBKIT_PATH) by its WebDriver. */
export const webkitGtkLauncher = () => {
  const children = [];
  const windows = new Map();
  let session;
  const started = (child) => {
    children.push(child);
    process.once('exit', () => child.kill());
    return child;
  };
  return {
    name: 'WebKit',
    // Commands of tests take its windows for puppeteer's pages.
    type: 'puppeteer',
    concurrency: 1,

    async initialize() {
      const env = { ...process.env };
      if (!env.DISPLAY) {
        const { child, display } = await startScreen();
        started(child);
        env.DISPLAY = display;
      }
      const port = await freePort(40_000 + Math.floor(Math.random() * 10_000));
      started(spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', env }));
      session = new WebDriverSession(`http://127.0.0.1:${port}`);
      const browser = {
        binary: await findWebKit(),
        args: ['--automation', '--autoplay-policy=allow', '--enable-mock-capture-devices=true'],
      };
      await session.open({ alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': browser } });
    },

    async stop() {
      await session?.inTurn(() => session.call('DELETE', '')).catch(() => {});
      await Promise.all(children.map((child) => end(child)));
    },

    isActive: (id) => windows.has(id),
    getBrowserUrl: (id) => windows.get(id)?.url,

    // A window for each: timers in tabs out of sight are throttled.
    startSession: (id, url) =>
      session.inTurn(async () => {
        const { handle } = await session.call('POST', '/window/new', { type: 'window' });
        windows.set(id, { handle, url });
        await session.call('POST', '/window', { handle });
        await session.call('POST', '/url', { url });
      }),

    stopSession: (id) =>
      session.inTurn(async () => {
        const { handle } = windows.get(id);
        windows.delete(id);
        await session.call('POST', '/window', { handle });
        const [first] = await session.call('DELETE', '/window');
        // There is always a current one.
        if (first) await session.call('POST', '/window', { handle: first });
        return {};
      }),

    startDebugSession: () => Promise.reject(new Error('WebKitGTK is driven without a debugger.')),

    getPage: (id) => pageOf(session, windows.get(id).handle),
  };
};
