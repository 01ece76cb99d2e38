/**
 * Where the tests of the store keep theirs: fresh SQLite files in a temporary
 * folder, fresh databases in a PostgreSQL of their own.
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { mayLeaveOut } from "./debian.ts";
import { Postgres, postgresPrograms } from "./postgres.ts";

export interface StorePlace {
  kind: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Address of a store that is not there yet. */
  fresh(): Promise<string>;
  /** Changes the database behind the store's back. */
  meddle(address: string, statements: readonly string[]): Promise<void>;
  /** What takes a row out of the index of statements. */
  loseWords: string[];
}

export function storePlaces(): StorePlace[] {
  const programs = programsOrSkip();
  return programs === null ? [sqlitePlace()] : [sqlitePlace(), postgresPlace(programs)];
}

/** PostgreSQL's programs; `null` where tests may do without them. */
export function programsOrSkip(): string | null {
  const programs = postgresPrograms();
  if (programs === null) mayLeaveOut("PostgreSQL");
  return programs;
}

function sqlitePlace(): StorePlace {
  const folder = mkdtempSync(join(tmpdir(), "readout-store-"));
  let count = 0;
  return {
    kind: "SQLite",
    start: async () => undefined,
    stop: async () => rmSync(folder, { recursive: true, force: true }),
    fresh: async () => join(folder, `${++count}.db`),
    async meddle(address, statements) {
      const file = new DatabaseSync(address);
      for (const statement of statements) file.exec(statement);
      file.close();
    },
    loseWords: ["delete from statement_words where rowid = (select min(id) from statement_words_docsize)"],
  };
}

function postgresPlace(programs: string): StorePlace {
  let server: Postgres | null = null;
  const running = () => {
    if (server === null) throw new Error("the server was not started");
    return server;
  };
  return {
    kind: "PostgreSQL",
    async start() {
      server = new Postgres(programs);
      await server.start(false);
    },
    stop: async () => server?.remove(),
    fresh: () => running().fresh(),
    meddle: (address, statements) => running().query(address, ["set search_path to readout", ...statements]),
    loseWords: ["delete from statement_words where part = (select min(part) from statement_words)"],
  };
}
