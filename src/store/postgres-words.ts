/**
 * Full-text search in PostgreSQL. Vectors are written from our own stems, so
 * that no dictionary of the server has a say in what is found.
 */

import { sql } from "kysely";
import type { Wanted } from "../text/stems.ts";
import type { FullText, Part } from "./backend.ts";
import { PARTS } from "./parts.ts";
import { portionsOf } from "./rows.ts";

const PORTION = 500;

export const postgresWords: FullText = {
  schemaOf: (table) => [
    // The owner in a column of its own: so the planner may walk the owners by day and look each one up here,
    // which for a frequent word is a hundred times less than taking all that have it and sorting them.
    `create table ${table} (
      part bigint primary key, owner bigint not null generated always as (part / ${PARTS}) stored,
      words tsvector not null)`,
    `create index ${table}_by_owner on ${table} (owner)`,
    `create index ${table}_by_word on ${table} using gin (words)`,
  ],

  async insert(db, table, parts) {
    for (const portion of portionsOf(parts, PORTION))
      await sql`insert into ${sql.table(table)} (part, words)
        select part, words::tsvector from ${given(portion)}`.execute(db);
  },

  async remove(db, table, from, to) {
    await sql`delete from ${sql.table(table)} where part >= ${from} and part < ${to}`.execute(db);
  },

  matching: (table, wanted) =>
    sql`select owner from ${sql.table(table)} where words @@ ${formatQuery(wanted)}::tsquery`,

  async audit(db, table) {
    const all = await sql<{ part: number }>`select part from ${sql.table(table)}`.execute(db);
    const left = new Set(all.rows.map((row) => row.part));
    let wrong = 0;
    return {
      async see(parts) {
        for (const portion of portionsOf(parts, PORTION)) {
          const differing = await sql`
            select given.part from ${given(portion)} left join ${sql.table(table)} as kept on kept.part = given.part
            where kept.words is distinct from given.words::tsvector`.execute(db);
          wrong += differing.rows.length;
          for (const { number } of portion) left.delete(number);
        }
      },
      wrong: () => wrong + left.size,
    };
  },
};

/** Parts as a table of the query, in two values however many they are. */
function given(parts: readonly Part[]) {
  const numbers = parts.map((part) => part.number);
  const vectors = parts.map((part) => formatVector(part.stems));
  return sql`unnest(${numbers}::bigint[], ${vectors}::text[]) as given (part, words)`;
}

/** `'sanction':1,7 'strait':4`: each word with its places. */
function formatVector(stems: readonly string[]): string {
  const places = new Map<string, number[]>();
  for (const [index, stem] of stems.entries()) {
    const known = places.get(stem);
    if (known === undefined) places.set(stem, [index + 1]);
    else known.push(index + 1);
  }
  return [...places].map(([stem, at]) => `${quoted(stem)}:${at.join(",")}`).join(" ");
}

function formatQuery(wanted: Wanted): string {
  return wanted.map((stems) => `(${stems.map(quoted).join(" <-> ")})`).join(" & ");
}

function quoted(stem: string): string {
  return `'${stem.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}
