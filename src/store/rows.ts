/**
 * Small things that all tables need. Many rows at once: a database takes only so many values in one query (SQLite
 * 32,766, PostgreSQL 65,535), so long lists go in portions.
 */

import type { Insertable } from "kysely";
import { StoreError } from "./errors.ts";
import type { Db, Tables } from "./tables.ts";

const MOST_VALUES = 8000;

export async function insertAll<T extends keyof Tables & string>(
  db: Db,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).length;
  for (const portion of portionsOf(rows, Math.max(1, Math.floor(MOST_VALUES / Math.max(1, columns)))))
    await db.insertInto(table).values(portion).execute();
}

export function* portionsOf<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

/** Something changed: whoever keeps what it computed looks again. Last in its transaction, for all writers wait here. */
export async function countUp(db: Db): Promise<void> {
  await db
    .updateTable("revision")
    .set((row) => ({ value: row("value", "+", 1) }))
    .execute();
}

/** The document's number; throws when there is no such document. */
export async function numberOf(db: Db, id: string): Promise<number> {
  const row = await db.selectFrom("documents").select("number").where("id", "=", id).executeTakeFirst();
  if (row === undefined)
    throw new StoreError("unknown", `Cannot find document ${JSON.stringify(id)}: it was never added`);
  return row.number;
}
