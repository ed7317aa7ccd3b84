import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, sql, SqliteAdapter, SqliteDialect, type SqliteDatabase } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from './migrations.js';
import type { Tables } from './tables.js';

/** A connection, or a transaction on it. Nothing but the database is waited for while a transaction is open. */
export type Database = Kysely<Tables>;

class TransactionalDdlAdapter extends SqliteAdapter {
  // SQLite can: a migration that breaks off leaves nothing behind, and two servers migrate one after the other.
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class NodeSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalDdlAdapter();
  }
}

const wrap = (database: DatabaseSync): SqliteDatabase => ({
  close: () => database.close(),
  prepare(text) {
    // A transaction that would take the write lock only half-way could fail there when another process was faster.
    const statement = database.prepare(text === 'begin' ? 'begin immediate' : text);
    const values = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[];
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...values(parameters)),
      run: (parameters) => statement.run(...values(parameters)),
      iterate: (parameters) => statement.iterate(...values(parameters)),
    };
  },
});

/** Opens the file, makes it when it is not there, and brings it up to date. What is committed survives a crash. */
export const openDatabase = async (file: string): Promise<Database> => {
  const connection = new DatabaseSync(file);
  connection.exec(`
    pragma busy_timeout = 5000;
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma foreign_keys = on;
  `);
  const database = new Kysely<Tables>({ dialect: new NodeSqliteDialect({ database: wrap(connection) }) });
  const { error } = await new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  }).migrateToLatest();
  if (error) {
    await database.destroy();
    throw error as Error;
  }
  return database;
};

/** Rejects when the database cannot be read. */
export const probeDatabase = async (database: Database): Promise<void> => {
  await sql`select id from events limit 1`.execute(database);
};
