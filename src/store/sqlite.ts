/**
 * A store in one file, by SQLite.
 *
 * Write-ahead log with every commit synced, so that what was acknowledged
 * outlives a killed process and a failing power supply. One connection writes
 * and reads; whoever checks the store gets a second one. Waiting for another
 * process is done in the event loop: a blocked thread would keep a writer of
 * this very process from ending.
 */

import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
  sql,
} from "kysely";
import type { Backend, ColumnSorts } from "./backend.ts";
import { StoreError } from "./errors.ts";
import { sqliteWords } from "./sqlite-words.ts";
import type { Db, Tables } from "./tables.ts";

/** "RdOt", in the header of the file, so that no other program's file is taken for a store. */
const APPLICATION_ID = 0x52644f74;
/** How long to wait for another process that writes. */
const PATIENCE_MS = 60_000;
/** How long the database itself waits, holding up the process: for moments only, as when another one closes. */
const SHORT_WAIT_MS = 2000;
const CACHE_KIB = 32 * 1024;

const sorts: ColumnSorts = {
  serial: "integer primary key",
  number: "integer primary key",
  key: "text",
  blob: "blob",
  real: "real",
};

export async function openSqlite(address: string, create: boolean): Promise<Backend> {
  const path = resolve(address);
  refuseNoPlace(address, path, create);
  const { DatabaseSync } = await import("@photostructure/sqlite");
  const open = (readOnly: boolean) =>
    new DatabaseSync(path, { readOnly, timeout: SHORT_WAIT_MS, enableForeignKeyConstraints: true });
  const errorFrom = (error: unknown) => sqliteErrorFrom(error, address);
  let file: DatabaseSyncInstance | null = null;
  try {
    file = open(false);
    refuseForeign(file, address);
    file.exec("pragma journal_mode = wal; pragma synchronous = full; pragma trusted_schema = off");
    file.exec(`pragma cache_size = -${CACHE_KIB}`);
  } catch (error) {
    file?.close();
    throw errorFrom(error) ?? error;
  }
  const db = new Kysely<Tables>({ dialect: new FileDialect(file) });
  return {
    address,
    db,
    sorts,
    fullText: sqliteWords,
    async isNew() {
      const found = await sql`select 1 from sqlite_schema where name = 'migrations'`.execute(db);
      return found.rows.length === 0;
    },
    async begin(tx) {
      await sql.raw(`pragma application_id = ${APPLICATION_ID}`).execute(tx);
    },
    write: (work) => db.transaction().execute(work),
    // A transaction that writes is alone anyway.
    lockSchema: async () => undefined,
    async snapshot(work) {
      const reader = new Kysely<Tables>({ dialect: new SqliteDialect({ database: databaseOf(open(true)) }) });
      try {
        return await reader.connection().execute(async (connection) => {
          // Ends with the connection.
          await sql`begin`.execute(connection);
          return await work(connection);
        });
      } finally {
        await reader.destroy();
      }
    },
    fileFaults,
    async size() {
      return [path, `${path}-wal`].reduce((sum, one) => sum + (existsSync(one) ? statSync(one).size : 0), 0);
    },
    errorFrom,
    async close() {
      writeBack(file);
      await db.destroy();
    },
  };
}

function refuseNoPlace(address: string, path: string, create: boolean): void {
  const name = JSON.stringify(address);
  if (existsSync(path)) {
    if (statSync(path).isDirectory())
      throw new StoreError("not-a-store", `Cannot open store ${name}: it is a folder; name a file in it`);
    return;
  }
  if (!create) throw new StoreError("not-found", `Cannot open store ${name}: there is no such file`);
  if (!existsSync(dirname(path)))
    throw new StoreError("not-found", `Cannot make store ${name}: there is no folder ${dirname(path)}`);
}

/** Before anything is written: a new file is empty, a store has our mark. */
function refuseForeign(file: DatabaseSyncInstance, address: string): void {
  const { application_id: mark } = file.prepare("pragma application_id").get();
  if (mark === APPLICATION_ID) return;
  const { count } = file.prepare("select count(*) as count from sqlite_schema").get();
  if (mark !== 0 || count !== 0)
    throw new StoreError(
      "not-a-store",
      `Cannot open store ${JSON.stringify(address)}: it is the SQLite database of another program`,
    );
}

async function fileFaults(db: Db): Promise<string[]> {
  const checked = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(db);
  const foreign = await sql<{
    table: string;
    rowid: number;
    parent: string;
  }>`pragma foreign_key_check`.execute(db);
  return [
    ...checked.rows.map((row) => row.integrity_check).filter((line) => line !== "ok"),
    ...foreign.rows
      .slice(0, 20)
      .map((row) => `row ${row.rowid} of ${row.table} points at a row of ${row.parent} that is not there`),
  ];
}

/** kysely's dialect over the API of `node:sqlite`, which it does not know. */
class FileDialect extends SqliteDialect {
  readonly #file: DatabaseSyncInstance;

  constructor(file: DatabaseSyncInstance) {
    super({ database: databaseOf(file) });
    this.#file = file;
  }

  override createDriver(): Driver {
    return new FileDriver(this.#file);
  }
}

/** Statements that were prepared are kept for the next time: preparing costs as much as running one. */
function databaseOf(file: DatabaseSyncInstance): SqliteDatabase {
  const known = new Map<string, SqliteStatement>();
  return {
    close: () => file.close(),
    prepare(text) {
      const statement = known.get(text) ?? statementOf(file, text);
      if (known.size >= MOST_PREPARED) known.clear();
      known.set(text, statement);
      return statement;
    },
  };
}

const MOST_PREPARED = 100;

function statementOf(file: DatabaseSyncInstance, text: string): SqliteStatement {
  const statement = file.prepare(text);
  return {
    reader: statement.columns().length > 0,
    all: (values) => statement.all(...values),
    run: (values) => statement.run(...values),
    iterate: (values) => statement.iterate(...values),
  };
}

/**
 * Writes the log back, so that the file alone is the whole store when nobody
 * else has it open. SQLite does so when the last connection closes, but this
 * package leaves prepared statements open then. Where it cannot be done, as
 * when another process reads, nothing is lost: the log stays beside the file.
 */
function writeBack(file: DatabaseSyncInstance): void {
  try {
    file.exec("pragma busy_timeout = 0; pragma wal_checkpoint(truncate)");
  } catch {
    // Told by whoever opens the store next, if it is more than a busy moment.
  }
}

/** A transaction begins when no other process writes, so that it cannot fail half-way for that. */
class FileDriver extends SqliteDriver {
  readonly #file: DatabaseSyncInstance;

  constructor(file: DatabaseSyncInstance) {
    super({ database: databaseOf(file) });
    this.#file = file;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    for (let waitMs = 1; ; waitMs = Math.min(2 * waitMs, 32)) {
      try {
        this.#file.exec("pragma busy_timeout = 0");
        await connection.executeQuery(CompiledQuery.raw("begin immediate"));
        return;
      } catch (error) {
        if (resultCodeOf(error) !== BUSY || performance.now() > until) throw error;
      } finally {
        this.#file.exec(`pragma busy_timeout = ${SHORT_WAIT_MS}`);
      }
      await sleep(waitMs);
    }
  }

  /** After a grave error SQLite has rolled back by itself; that error is the one to tell. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#file.isTransaction) await super.rollbackTransaction(connection);
  }
}

const BUSY = 5;

/** SQLite's result code without its extension; 0 when the error is not SQLite's. */
function resultCodeOf(error: unknown): number {
  if (!(error instanceof Error)) return 0;
  if ("errcode" in error && typeof error.errcode === "number") return error.errcode & 0xff;
  // An error in the middle of the rows comes with its words only.
  return CODES_BY_WORDS.get(error.message) ?? 0;
}

const CODES_BY_WORDS: ReadonlyMap<string, number> = new Map([
  ["database is locked", BUSY],
  ["disk I/O error", 10],
  ["database disk image is malformed", 11],
  ["database or disk is full", 13],
]);

/** What SQLite's result codes mean to a person, and what to do. */
const REASONS: { readonly [code: number]: readonly [StoreError["code"], string] } = {
  5: ["busy", "another process is writing to it and did not end; try again when it has"],
  6: ["busy", "another process is writing to it and did not end; try again when it has"],
  8: ["disk", "it may only be read, not written; look at the permissions of the file and its folder"],
  10: ["disk", "the disk gave an error; look at the disk, then run `readout doctor`"],
  11: ["damaged", "the file is damaged; go back to a copy of it"],
  13: ["disk", "the disk is full; nothing of this was kept"],
  14: ["unreachable", "the file cannot be opened; look at the permissions of the file and its folder"],
  26: ["not-a-store", "it is not a store of Readout, nor any SQLite database"],
};

function sqliteErrorFrom(error: unknown, address: string): Error | null {
  const reason = REASONS[resultCodeOf(error)];
  if (reason === undefined) return null;
  const [code, words] = reason;
  return new StoreError(code, `Cannot use store ${JSON.stringify(address)}: ${words}`, { cause: error });
}
