import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const script = join(import.meta.dirname, '..', '..', 'scripts', 'start.mjs');

/** The demo as `npm start` runs it, with data of its own. It can be stopped as by Ctrl-C, and started again. */
export class Demo {
  site = '';
  #data = '';
  #child: ChildProcess | undefined;

  async start(): Promise<void> {
    this.#data ||= await mkdtemp(join(tmpdir(), 'demo data '));
    const child = spawn(process.execPath, [script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, DEMO_DATA: this.#data },
    });
    this.#child = child;
    await new Promise<void>((resolve, reject) => {
      createInterface(child.stdout).on('line', (line) => {
        this.site = /http:\/\/localhost:\d+/.exec(line)?.[0] ?? this.site;
        if (line.includes('Calls are ready')) resolve();
      });
      child.once('exit', (code) => {
        reject(new Error(`The demo ended with ${String(code)}.`));
      });
    });
  }

  /** Ends it as Ctrl-C does; the code it ends with. */
  async stop(): Promise<number | null> {
    const child = this.#child!;
    if (child.exitCode !== null) return child.exitCode;
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    return ended;
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.#data, { recursive: true, force: true });
  }
}
