import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { makeFolder, startTestServer } from './harness/test-server.js';

/** A database as the first release left it. */
const firstRelease = async (databaseFile: string) => {
  const server = await startTestServer({ databaseFile });
  const eventId = await server.makeEvent({ maxVirtualAttendees: 1 });
  const departed = (await server.ask(eventId, 'ann', 'key')).body.ticket;
  await server.call('POST', '/v1/departures', { ticket: departed });
  const inside = (await server.ask(eventId, 'bob', 'key')).body.ticket;
  await server.stop();
  const database = new DatabaseSync(databaseFile);
  database.exec(`
    drop table decisions;
    drop table consents;
    alter table admissions drop column state;
    alter table admissions drop column is_guest;
    alter table admissions drop column waiting_until;
    alter table events drop column guests_allowed;
    alter table events drop column recording_policy;
    alter table events drop column waiting_message;
    delete from kysely_migration where name = '0002-the-door';
  `);
  database.close();
  return { clock: server.clock, eventId, departed, inside };
};

it('a database of the first release is brought up to date, and who had a seat has it', async () => {
  const databaseFile = join(makeFolder(), 'server.db');
  const { clock, eventId, departed, inside } = await firstRelease(databaseFile);
  const server = await startTestServer({ databaseFile, clock });
  expect((await server.claim(inside)).status).toBe(201);
  expect((await server.claim(departed)).body.reason).toBe('ticket-invalid');
  expect((await server.ask(eventId, 'bob', 'key')).body.ticket).toBe(inside);
  expect((await server.ask(eventId, 'ann', 'another')).body.reason).toBe('full');
});
