/**
 * The rows of the search, written with a Reading: those of the Reading before
 * go, those of this one come, all in the transaction that keeps it.
 */

import type { Reading } from "../reading/reading.ts";
import { stemsIn } from "../text/stems.ts";
import type { Backend } from "./backend.ts";
import { hashOf, keyOf } from "./keys.ts";
import { PARTS, partsFrom, statementRange } from "./parts.ts";
import { insertAll, portionsOf } from "./rows.ts";
import { type StatementRow, statementRowsFrom } from "./statement-rows.ts";
import type { Db, StatementTable } from "./tables.ts";

export async function emptySearch({ fullText }: Backend, db: Db, document: number): Promise<void> {
  const { from, to } = statementRange(document);
  await fullText.remove(db, "statement_words", from * PARTS, to * PARTS);
  await fullText.remove(db, "document_words", document * PARTS, (document + 1) * PARTS);
  await db.deleteFrom("statements").where("number", ">=", from).where("number", "<", to).execute();
  for (const table of ["statement_texts", "statement_via"] as const)
    await db.deleteFrom(table).where("statement", ">=", from).where("statement", "<", to).execute();
}

export async function fillSearch(
  { fullText }: Backend,
  db: Db,
  document: number,
  reading: Reading,
): Promise<void> {
  const rows = statementRowsFrom(reading, document);
  await insertAll(db, "statements", await profiled(db, rows));
  await insertAll(db, "statement_texts", rows.map(textRowOf));
  await insertAll(db, "statement_via", rows.flatMap(viaRowsOf));
  const parts = rows.flatMap((row) => partsFrom(row.columns.number, row.stems));
  await fullText.insert(db, "statement_words", parts);
  await fullText.insert(db, "document_words", partsFrom(document, stemsIn(reading.document.text)));
  await nameActors(db, reading);
}

export function textRowOf(row: StatementRow): { statement: number; body: string } {
  return { statement: row.columns.number, body: JSON.stringify(row.text) };
}

export function viaRowsOf({ columns, via }: StatementRow): { actor: string; statement: number }[] {
  return via.map((actor) => ({ actor, statement: columns.number }));
}

/** The rows with their profiles, of which those that are new are kept. */
async function profiled(db: Db, rows: readonly StatementRow[]): Promise<StatementTable[]> {
  const wanted = new Map(rows.map(({ columns }) => [profileKeyOf(columns), columns]));
  const numbers = await profileNumbers(db, [...wanted.keys()]);
  const missing = [...wanted]
    .filter(([key]) => !numbers.has(key))
    // Sorted, so that two writers do not wait for each other crosswise.
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { speaker, act, side, publisher }]) => ({ key, speaker, act, side, publisher }));
  for (const portion of portionsOf(missing, 1000))
    await db
      .insertInto("profiles")
      .values(portion)
      .onConflict((conflict) => conflict.column("key").doNothing())
      .execute();
  const made = await profileNumbers(
    db,
    missing.map((one) => one.key),
  );
  return rows.map(({ columns }) => {
    const key = profileKeyOf(columns);
    const profile = numbers.get(key) ?? made.get(key);
    if (profile === undefined) throw new Error(`profile ${key} was not kept`);
    return { ...columns, profile };
  });
}

function profileKeyOf({ speaker, act, side, publisher }: StatementRow["columns"]): string {
  return hashOf(JSON.stringify([speaker, act, side, publisher])).slice(0, 32);
}

async function profileNumbers(db: Db, keys: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const portion of portionsOf(keys, 1000)) {
    const rows = await db
      .selectFrom("profiles")
      .select(["key", "number"])
      .where("key", "in", portion)
      .execute();
    for (const { key, number } of rows) found.set(key, number);
  }
  return found;
}

/** Only names that are new or changed are written: writers would wait for each other over the great powers. */
async function nameActors(db: Db, reading: Reading): Promise<void> {
  const names = new Map(
    reading.actors.map((actor) => [keyOf(actor.id), actor.name.replaceAll("\0", "\ufffd")]),
  );
  const ids = [...names.keys()].sort();
  for (const portion of portionsOf(ids, 1000)) {
    const known = await db.selectFrom("actors").selectAll().where("id", "in", portion).execute();
    for (const { id, name } of known) if (names.get(id) === name) names.delete(id);
  }
  const changed = ids.flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
  for (const portion of portionsOf(changed, 1000))
    await db
      .insertInto("actors")
      .values(portion)
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet((row) => ({ name: row.ref("excluded.name") })),
      )
      .execute();
}
