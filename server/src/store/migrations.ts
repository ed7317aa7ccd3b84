import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = (...texts: string[]): Migration => ({
  async up(database: Kysely<unknown>) {
    for (const text of texts) await sql.raw(text).execute(database);
  },
});

/** In the order of their names. One that was released is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-line': statements(
    `create table events (
      id text primary key,
      title text not null,
      starts_at integer not null,
      ends_at integer not null,
      time_zone text not null,
      location text,
      status text not null,
      attendance_type text not null,
      virtual_config text not null,
      version integer not null,
      created_at integer not null,
      created_by text not null,
      idempotency_key text,
      request_hash text,
      unique (created_by, idempotency_key)
    ) strict`,
    'create index events_by_start on events (starts_at)',
    `create table conference_rooms (
      event_id text primary key references events (id),
      room_id text not null unique,
      state text not null,
      started_at integer,
      ended_at integer,
      created_at integer not null
    ) strict`,
    `create table admissions (
      id text primary key,
      event_id text not null references events (id),
      pubkey text not null,
      role text not null,
      display_name text not null,
      idempotency_key text not null,
      request_hash text not null,
      ticket_hash text not null unique,
      seat_until integer not null,
      departed_at integer,
      created_at integer not null,
      unique (event_id, pubkey, idempotency_key)
    ) strict`,
    `create table stays (
      id text primary key,
      event_id text not null references events (id),
      pubkey text not null,
      source text not null,
      admission_id text references admissions (id),
      room_sid text,
      participant_sid text unique,
      joined_at integer,
      left_at integer,
      left_guessed integer not null,
      seen_at integer
    ) strict`,
    'create index stays_by_event on stays (event_id, left_at)',
    'create index stays_by_admission on stays (admission_id)',
    'create table webhook_events (id text primary key, received_at integer not null) strict',
    'create index webhook_events_by_time on webhook_events (received_at)',
    `create table jobs (
      id text primary key,
      kind text not null,
      event_id text not null references events (id),
      subject text not null,
      run_at integer not null,
      attempts integer not null,
      lease text,
      leased_until integer,
      unique (kind, event_id, subject)
    ) strict`,
    'create index jobs_by_time on jobs (run_at)',
  ),
  '0002-the-door': statements(
    'alter table events add column guests_allowed integer not null default 0',
    'alter table events add column recording_policy text',
    'alter table events add column waiting_message text',
    "alter table admissions add column state text not null default 'admitted'",
    'alter table admissions add column is_guest integer not null default 0',
    'alter table admissions add column waiting_until integer not null default 0',
    "update admissions set state = 'left' where departed_at is not null",
    `create table decisions (
      id integer primary key autoincrement,
      event_id text not null references events (id),
      pubkey text not null,
      decision text not null,
      sentence text,
      by_pubkey text not null,
      by_name text not null,
      at integer not null
    ) strict`,
    'create index decisions_by_person on decisions (event_id, pubkey, id)',
    `create table consents (
      id integer primary key autoincrement,
      event_id text not null references events (id),
      pubkey text not null,
      is_guest integer not null,
      text_version text not null,
      text_hash text not null,
      locale text not null,
      how text not null,
      at integer not null
    ) strict`,
    'create index consents_by_person on consents (event_id, pubkey, id)',
    `create trigger decisions_stand before update on decisions
      begin select raise(abort, 'A decision is never changed.'); end`,
    `create trigger consents_stand before update on consents
      begin select raise(abort, 'A consent is never changed.'); end`,
  ),
};
