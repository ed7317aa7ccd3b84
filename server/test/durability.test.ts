import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { defaultVirtualConfig, type EventSnapshot, type VirtualAttendanceStats } from '../../src/core/index.js';
import { runServer, startServerProcess, type ServerProcess } from './harness/server-process.js';
import { makeFolder } from './harness/test-server.js';

/** What the server said that it has. */
interface Acknowledged {
  events: Map<string, EventSnapshot['event']>;
  /** By person and key. */
  tickets: Map<string, string>;
  attended: Set<string>;
}

/** Keeps writing, many at a time, and notes what is acknowledged, until the server is gone. */
const write = async (server: ServerProcess, eventId: string, had: Acknowledged, round: number): Promise<void> => {
  const as = await server.organizer();
  const isGone = (thrown: unknown): boolean => thrown instanceof TypeError;
  const worker = async (name: string): Promise<void> => {
    for (let count = 0; ; count++) {
      const person = `${name}-${round}-${count}`;
      const body = { ...server.draft({ title: person }) };
      const made = await server.call<EventSnapshot>('POST', '/v1/events', { as, body });
      had.events.set(made.body.event.id, made.body.event);
      const saved = await server.call<EventSnapshot>('PUT', `/v1/events/${made.body.event.id}/virtual-config`, {
        as,
        body: { attendanceType: 'hybrid', virtualConfig: { ...defaultVirtualConfig(), enabled: true } },
      });
      had.events.set(saved.body.event.id, saved.body.event);
      had.tickets.set(person, (await server.ask(eventId, person, 'key')).body.ticket);
      const credential = await server.credential(person);
      const path = `/v1/events/${eventId}/attendance`;
      await server.call('POST', path, { as: credential, body: { action: 'join' } });
      had.attended.add(person);
    }
  };
  await Promise.all(
    ['a', 'b', 'c', 'd'].map((name) =>
      worker(name).catch((thrown: unknown) => {
        if (!isGone(thrown)) throw thrown;
      }),
    ),
  );
};

describe('the server', () => {
  it(
    'has everything that it acknowledged, after being killed a dozen times while writing',
    { timeout: 180_000 },
    async () => {
      const databaseFile = join(makeFolder(), 'server.db');
      const had: Acknowledged = { events: new Map(), tickets: new Map(), attended: new Set() };
      let eventId = '';
      for (let round = 0; round < 12; round++) {
        const server = await startServerProcess(databaseFile);
        eventId ||= await server.makeEvent();
        const writing = write(server, eventId, had, round);
        const enough = had.attended.size + 1 + Math.floor(Math.random() * 4);
        await vi.waitUntil(() => had.attended.size >= enough, { timeout: 10_000, interval: 1 });
        await server.kill();
        await writing;
      }
      expect(had.attended.size).toBeGreaterThanOrEqual(12);

      const server = await startServerProcess(databaseFile);
      for (const [id, event] of had.events) {
        const found = (await server.snapshot(id)).event;
        // What was on its way when the server was killed may be there too.
        if (found.version === event.version) expect(found).toEqual(event);
        else expect(found.version).toBe(event.version + 1);
      }
      for (const [person, ticket] of had.tickets) {
        expect((await server.ask(eventId, person, 'key')).body.ticket).toBe(ticket);
      }
      const as = await server.organizer();
      const stats = await server.call<VirtualAttendanceStats>('GET', `/v1/events/${eventId}/attendance`, { as });
      const attended = new Set(stats.body.attendees.map(({ pubkey }) => pubkey));
      for (const person of had.attended) expect(attended).toContain(person);
    },
  );

  it('ends followers of changes and exits with 0 when asked to end', async () => {
    const server = await startServerProcess(join(makeFolder(), 'server.db'));
    const eventId = await server.makeEvent();
    const stream = await fetch(`${server.url}/v1/changes?event=${eventId}`);
    const reader = stream.body!.getReader();
    await reader.read();
    expect(await server.terminate()).toBe(0);
    let ended = false;
    while (!ended) ended = (await reader.read()).done;
    expect(server.output()).toContain('"msg":"stopping"');
  });

  it('says in plain words why it does not start', async () => {
    const databaseFile = join(makeFolder(), 'server.db');
    const missing = await runServer(databaseFile, { CREDENTIAL_SECRET: '', PORT: 'x' });
    expect(missing.code).toBe(1);
    expect(missing.output).toBe(
      'The configuration is not right:\n' +
        '  PORT must be a whole number from 0 to 65535, but is "x".\n' +
        '  CREDENTIAL_SECRET is missing.\nSee --help.\n',
    );

    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const taken = await runServer(databaseFile, { PORT: String((other.address() as AddressInfo).port) });
    other.close();
    expect([taken.code, taken.output]).toEqual([1, 'The port is taken: choose another with PORT.\n']);

    const nowhere = await runServer('/no/such/folder/server.db', {});
    expect(nowhere.code).toBe(1);
    expect(nowhere.output).toMatch(/^The database cannot be opened \(.+\): see DATABASE_FILE\.\n$/);
  });

  it('lists its configuration when asked for help', async () => {
    const { code, output } = await runServer('unused', {}, ['--help']);
    expect(code).toBe(0);
    expect(output).toContain('ALLOWED_ORIGINS');
  });

  it('says how to build it when it is not built', () => {
    const folder = makeFolder();
    const bin = fileURLToPath(new URL('../bin/virtual-event-server.js', import.meta.url));
    mkdirSync(join(folder, 'bin'));
    cpSync(bin, join(folder, 'bin/virtual-event-server.js'));
    cpSync(join(dirname(bin), '../package.json'), join(folder, 'package.json'));
    const { status, stderr } = spawnSync(process.execPath, [join(folder, 'bin/virtual-event-server.js')]);
    expect([status, String(stderr)]).toEqual([
      1,
      'virtual-event-server is not built yet: run "npm run build" in its folder first.\n',
    ]);
  });
});
