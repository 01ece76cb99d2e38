/**
 * A store in PostgreSQL, for a team: any number of processes may read and write
 * it. Its tables are in a schema of their own, `readout`, so that it may live
 * in a database with others. No password of the address is ever shown.
 */

import { setTimeout as sleep } from "node:timers/promises";
import { CompiledQuery, Kysely, PostgresDialect, sql } from "kysely";
import type { Backend, ColumnSorts } from "./backend.ts";
import { StoreError } from "./errors.ts";
import { postgresWords } from "./postgres-words.ts";
import type { Db, Tables } from "./tables.ts";

/** Number of our lock on the schema, among those of other programs: "RdOt". */
const SCHEMA_LOCK = 0x52644f74;
const MOST_CONNECTIONS = 8;
const CONNECT_TIMEOUT_MS = 10_000;
/** How often a transaction is tried again that lost against another one. */
const MOST_TRIES = 8;
const BIGINT = 20;

const sorts: ColumnSorts = {
  serial: "bigint generated always as identity primary key",
  number: "bigint primary key",
  key: 'text collate "C"',
  blob: "bytea",
  real: "double precision",
};

export function isPostgresAddress(address: string): boolean {
  return /^postgres(?:ql)?:/i.test(address);
}

export async function openPostgres(address: string, create: boolean): Promise<Backend> {
  const shown = withoutPassword(address);
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({
    connectionString: address,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: "readout",
    // Counts and our own numbers come as text by default; ours are all below 2^53.
    types: {
      getTypeParser: (type, format) => (type === BIGINT ? Number : pg.types.getTypeParser(type, format)),
    },
  });
  // A connection that breaks while nobody uses it: the next query says so.
  pool.on("error", () => undefined);
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool,
      async onCreateConnection(connection) {
        const settings =
          "set search_path to readout; set synchronous_commit to on; set client_min_messages to warning";
        await connection.executeQuery(CompiledQuery.raw(settings));
      },
    }),
  });
  const errorFrom = (error: unknown) => postgresErrorFrom(error, shown);
  const backend: Backend = {
    address: shown,
    db,
    sorts,
    fullText: postgresWords,
    isNew: () => isNewSchema(db, shown),
    async begin(tx) {
      await sql`create schema if not exists readout`.execute(tx);
    },
    write: (work) => triedAgain(() => db.transaction().execute(work)),
    async lockSchema(tx) {
      await sql`select pg_advisory_xact_lock(${sql.lit(SCHEMA_LOCK)})`.execute(tx);
    },
    snapshot: (work) =>
      db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(work),
    fileFaults,
    async size(one) {
      const found = await sql<{ bytes: number }>`
        select coalesce(sum(pg_total_relation_size(oid)), 0)::bigint as bytes
        from pg_class where relnamespace = 'readout'::regnamespace and relkind = 'r'`.execute(one);
      return found.rows[0]?.bytes ?? 0;
    },
    errorFrom,
    close: () => db.destroy(),
  };
  try {
    if (!create && (await backend.isNew()))
      throw new StoreError(
        "not-found",
        `Cannot open store "${shown}": Readout keeps nothing in this database yet`,
      );
  } catch (error) {
    await backend.close();
    throw errorFrom(error) ?? error;
  }
  return backend;
}

/** The address as it may be shown: who, where, which database, and nothing else. */
export function withoutPassword(address: string): string {
  const url = urlOf(address);
  if (url === null)
    throw new StoreError(
      "not-found",
      "Cannot read the address of the store: write it as postgres://USER:PASSWORD@HOST:PORT/DATABASE, signs like # / @ in the password as %23 %2F %40",
    );
  const user = url.username === "" ? "" : `${url.username}@`;
  const socket = url.searchParams.get("host");
  const host = url.host === NO_HOST ? "" : url.host;
  return `${url.protocol}//${user}${host}${url.pathname}${socket === null ? "" : `?host=${socket}`}`;
}

/** "postgres://user@/database" has no host, and is no URL for that. */
const NO_HOST = "socket";

/** `null` for what is no address, or one whose password may reach into the parts that are shown. */
function urlOf(address: string): URL | null {
  for (const one of [address, address.replace("@/", `@${NO_HOST}/`)]) {
    if (!URL.canParse(one)) continue;
    const url = new URL(one);
    return url.hash !== "" || url.pathname.includes("@") ? null : url;
  }
  return null;
}

async function isNewSchema(db: Db, shown: string): Promise<boolean> {
  const found = await sql<{ name: string }>`
    select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where nspname = 'readout' and relkind = 'r'`.execute(db);
  const names = found.rows.map((row) => row.name);
  if (names.length > 0 && !names.includes("migrations"))
    throw new StoreError(
      "not-a-store",
      `Cannot open store "${shown}": its schema "readout" is another program's`,
    );
  return names.length === 0;
}

/** Of two transactions that wait for each other the server ends one; it has done nothing and may go again. */
async function triedAgain<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const lost = ["40P01", "40001"].includes(codeOf(error));
      if (!lost || tries === MOST_TRIES) throw error;
      await sleep(10 * tries);
    }
  }
}

async function fileFaults(db: Db): Promise<string[]> {
  const found = await sql<{ name: string }>`
    select relname as name from pg_class join pg_index on indexrelid = pg_class.oid
    where relnamespace = 'readout'::regnamespace and not indisvalid`.execute(db);
  return found.rows.map((row) => `the index ${row.name} is not valid`);
}

/** SQLSTATE, or the system's name for a network error; empty when there is none. */
function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** SQLSTATE or its class, what it means to a person, and what to do. */
const REASONS: readonly (readonly [start: string, StoreError["code"], string])[] = [
  ["28", "unreachable", "the server does not let this user in; look at user name and password"],
  ["3D000", "not-found", "there is no such database; make it with `createdb`"],
  ["42501", "unreachable", "this user may not do that there; let it: GRANT CREATE ON DATABASE … TO …"],
  ["25006", "disk", "it may only be read, not written"],
  ["53100", "disk", "the server's disk is full; nothing of this was kept"],
  ["53300", "busy", "the server has no connection left; try again later"],
  ["55P03", "busy", "somebody else holds it; try again later"],
  ["40", "busy", "others write the same again and again; try again later"],
  ["XX00", "damaged", "the server found damaged data; go back to a copy"],
  ["57P", "unreachable", "the server is going down or coming up; try again in a moment"],
  ["08", "unreachable", "the connection broke; what was under way may not be kept"],
];

const NETWORK = /^(?:E[A-Z]+|ERR_.*)$/;

function postgresErrorFrom(error: unknown, shown: string): Error | null {
  if (!(error instanceof Error) || error instanceof StoreError) return null;
  const code = codeOf(error);
  const reason = REASONS.find(([start]) => code.startsWith(start));
  const told = (kind: StoreError["code"], words: string) =>
    new StoreError(kind, `Cannot use store "${shown}": ${words}`, { cause: error });
  if (reason !== undefined) return told(reason[1], reason[2]);
  if (NETWORK.test(code)) return told("unreachable", `no server answers there (${code})`);
  if (/connect|terminated|timeout/i.test(error.message) && code === "")
    return told(
      "unreachable",
      "the connection broke or the server does not answer; what was under way may not be kept",
    );
  return null;
}
