/**
 * The schema as named steps, each in a transaction of its own. A step that is
 * published is never changed: what it lacks is a further step.
 */

import { sql } from "kysely";
import type { Backend, ColumnSorts, FullText } from "./backend.ts";
import { StoreError } from "./errors.ts";
import type { Db } from "./tables.ts";

export interface Step {
  name: string;
  up(db: Db, sorts: ColumnSorts, fullText: FullText): Promise<void>;
}

export const STEPS: readonly Step[] = [
  step("documents", ({ serial, number, key, blob }) => [
    `create table documents (
      number ${serial}, id ${key} not null unique, name text, added_at ${key} not null, size bigint not null,
      title text, publisher text, published text, kind text not null, side text,
      age bigint not null, mark bigint not null, reading bigint)`,
    "create index documents_by_day on documents (age, mark)",
    `create table originals (
      document ${number} references documents (number), given text not null, bytes ${blob} not null)`,
    "create table revision (value bigint not null)",
    "insert into revision (value) values (0)",
  ]),
  step("readings", ({ serial, key, blob }) => [
    `create table readings (
      number ${serial}, document bigint not null references documents (number),
      version ${key} not null, model ${key} not null, actors ${key} not null, saved_at ${key} not null,
      text ${blob} not null, body ${blob} not null,
      unique (document, version, model, actors))`,
  ]),
  step("search", ({ serial, number, key, real }, fullText) => [
    `create table statements (
      number ${number}, age bigint not null, mark bigint not null,
      speaker ${key}, addressee ${key}, act ${key} not null, side ${key}, publisher ${key},
      conditions integer not null, condition_kinds text not null, confidence ${real} not null,
      profile bigint not null)`,
    "create index statements_by_day on statements (age, mark)",
    "create index statements_by_speaker on statements (speaker, age, mark)",
    "create index statements_by_act on statements (act, age, mark)",
    "create index statements_by_side on statements (side, age, mark)",
    "create index statements_by_publisher on statements (publisher, age, mark)",
    "create index statements_by_addressee on statements (addressee, age, mark) where addressee is not null",
    // Holds all that is counted and most that it is counted under, so that the table is not looked at.
    "create index statements_by_profile on statements (profile, age, conditions, confidence, condition_kinds)",
    `create table profiles (
      number ${serial}, key ${key} not null unique, speaker ${key}, act ${key} not null, side ${key}, publisher ${key})`,
    "create index statements_by_condition on statements (age, mark) where conditions > 0",
    `create table statement_texts (statement ${number}, body text not null)`,
    `create table statement_via (actor ${key} not null, statement bigint not null, primary key (actor, statement))`,
    "create index statement_via_by_statement on statement_via (statement)",
    `create table actors (id ${key} primary key, name text not null)`,
    ...fullText.schemaOf("statement_words"),
    ...fullText.schemaOf("document_words"),
  ]),
  step("corrections", ({ key }) => [
    `create table corrections (id ${key} primary key, at ${key} not null, body text not null)`,
    "create index corrections_by_time on corrections (at, id)",
    `create table correction_documents (
      document bigint not null references documents (number),
      correction ${key} not null references corrections (id), primary key (document, correction))`,
  ]),
  step("vectors", ({ key, blob }) => [
    `create table vectors (key ${key} primary key, vector ${blob} not null)`,
  ]),
];

function step(name: string, statements: (sorts: ColumnSorts, fullText: FullText) => string[]): Step {
  return {
    name,
    async up(db, sorts, fullText) {
      for (const statement of statements(sorts, fullText)) await sql.raw(statement).execute(db);
    },
  };
}

/** Brings the schema up to these steps. Several processes may do it at once: each step is done by one. */
export async function migrate(backend: Backend, steps: readonly Step[], now: () => Date): Promise<void> {
  if (await backend.isNew())
    await backend.write(async (db) => {
      await backend.lockSchema(db);
      await backend.begin(db);
      await sql
        .raw(
          `create table if not exists migrations (number ${backend.sorts.serial}, name text not null unique, at text not null)`,
        )
        .execute(db);
    });
  const done = await stepsIn(backend.db);
  refuseNewer(backend.address, done, steps);
  for (const one of steps) {
    if (done.includes(one.name)) continue;
    await backend.write(async (db) => {
      await backend.lockSchema(db);
      if ((await stepsIn(db)).includes(one.name)) return;
      await one.up(db, backend.sorts, backend.fullText);
      await db.insertInto("migrations").values({ name: one.name, at: now().toISOString() }).execute();
    });
  }
}

/** Names of the steps that are in place, in the order that they were taken. */
export async function stepsIn(db: Db): Promise<string[]> {
  const rows = await db.selectFrom("migrations").select("name").orderBy("number").execute();
  return rows.map((row) => row.name);
}

function refuseNewer(address: string, done: readonly string[], steps: readonly Step[]): void {
  const unknown = done.find((name) => !steps.some((one) => one.name === name));
  if (unknown === undefined) return;
  throw new StoreError(
    "newer",
    `Cannot open store ${JSON.stringify(address)}: a newer Readout wrote it (its step "${unknown}" is not known here); update Readout`,
  );
}
