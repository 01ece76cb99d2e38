/**
 * Full-text search in SQLite (FTS5). The index keeps stems and places, not the
 * text again. Its tokenizer only parts at blanks: letters beyond ASCII are left
 * as they are, and the stems hold nothing else.
 */

import { sql } from "kysely";
import type { Wanted } from "../text/stems.ts";
import type { FullText, Part, WordTable } from "./backend.ts";
import { PARTS } from "./parts.ts";
import type { Db } from "./tables.ts";

export const sqliteWords: FullText = {
  schemaOf: (table) => [
    `create virtual table ${table} using fts5(words, content='', contentless_delete=1, tokenize='ascii')`,
  ],

  async insert(db, table, parts) {
    for (const { number, stems } of parts)
      await sql`insert into ${sql.table(table)} (rowid, words) values (${number}, ${stems.join(" ")})`.execute(
        db,
      );
  },

  async remove(db, table, from, to) {
    // By number: the index has no order of its own to cut a range from.
    const rows = await sql<{ id: number }>`
      select id from ${sql.table(`${table}_docsize`)} where id >= ${from} and id < ${to}`.execute(db);
    for (const { id } of rows.rows)
      await sql`delete from ${sql.table(table)} where rowid = ${id}`.execute(db);
  },

  matching: (table, wanted) =>
    sql`select rowid / ${sql.lit(PARTS)} from ${sql.table(table)} where ${sql.ref(table)} match ${formatMatch(wanted)}`,

  async audit(db, table) {
    const left = await sumsIn(db, table);
    let wrong = 0;
    return {
      async see(parts) {
        for (const { number, stems } of parts) {
          if (left.get(number) !== sumOf(stems)) wrong++;
          left.delete(number);
        }
      },
      wrong: () => wrong + left.size,
    };
  },
};

function formatMatch(wanted: Wanted): string {
  return wanted.map((stems) => `"${stems.join(" ")}"`).join(" ");
}

/** For each part, the sum over its words and their places: whatever the order that they come in. */
async function sumsIn(db: Db, table: WordTable): Promise<Map<number, number>> {
  const vocabulary = `${table}_vocabulary`;
  await sql`create virtual table temp.${sql.id(vocabulary)} using fts5vocab('main', ${sql.lit(table)}, 'instance')`.execute(
    db,
  );
  const sums = new Map<number, number>();
  let after = "";
  for (;;) {
    // A bounded number of words at a time: there are millions of places.
    const terms = await sql<{ term: string }>`
      select distinct term from ${sql.table(vocabulary)} where term > ${after} order by term limit 500`.execute(
      db,
    );
    const last = terms.rows.at(-1)?.term;
    if (last === undefined) return sums;
    const places = await sql<{ term: string; doc: number; offset: number }>`
      select term, doc, offset from ${sql.table(vocabulary)} where term > ${after} and term <= ${last}`.execute(
      db,
    );
    for (const { term, doc, offset } of places.rows)
      sums.set(doc, ((sums.get(doc) ?? 0) + hashOf(term, offset)) % MODULUS);
    after = last;
  }
}

function sumOf(stems: Part["stems"]): number {
  return stems.reduce((sum, stem, place) => (sum + hashOf(stem, place)) % MODULUS, 0);
}

const MODULUS = 2 ** 48;

/** FNV-1a over the word, then its place. */
function hashOf(word: string, place: number): number {
  let hash = 0x811c9dc5 ^ place;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193) >>> 0;
  return hash * 0x10000 + (Math.imul(hash, place + 1) & 0xffff);
}
