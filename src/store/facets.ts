/**
 * Facets: how many of the statements that a query finds are whose, of which
 * act, for which side and in which paper. Statements are counted by profile,
 * all in one go; the few profiles are then summed up here.
 */

import type { Backend } from "./backend.ts";
import { conditionsFrom } from "./search.ts";
import type { Facet, Facets, SearchQuery } from "./store.ts";
import type { Db } from "./tables.ts";

/** Most values that a facet gives; what is rarer is in the total only. */
const MOST_VALUES = 100;

export async function facets(backend: Backend, query: SearchQuery): Promise<Facets> {
  const { db } = backend;
  const { profile, own } = await conditionsFrom(backend, query);
  const rows = await db
    .with("counted", (one) =>
      one
        .selectFrom("statements")
        .select(["profile", (row) => row.fn.countAll<number>().as("count")])
        .where(({ and }) => and(own))
        .$if(profile.length > 0, (counted) =>
          counted.where("profile", "in", (inner) =>
            inner
              .selectFrom("profiles")
              .select("number")
              .where(({ and }) => and(profile)),
          ),
        )
        .groupBy("profile"),
    )
    .selectFrom("counted")
    .innerJoin("profiles", "profiles.number", "counted.profile")
    .select(["speaker", "act", "side", "publisher", "count"])
    .execute();
  const speaker = facetFrom(rows, (row) => row.speaker);
  const side = facetFrom(rows, (row) => row.side);
  const names = await namesOf(db, [...speaker, ...side]);
  const named = (facet: Facet) => ({ ...facet, name: names.get(facet.value ?? "") ?? null });
  return {
    speaker: speaker.map(named),
    act: facetFrom(rows, (row) => row.act),
    side: side.map(named),
    publisher: facetFrom(rows, (row) => row.publisher),
    total: rows.reduce((sum, row) => sum + row.count, 0),
  };
}

/** Most frequent first, then by value, and what has none last. */
function facetFrom<Row extends { count: number }>(
  rows: readonly Row[],
  of: (row: Row) => string | null,
): Facet[] {
  const counts = new Map<string | null, number>();
  for (const row of rows) counts.set(of(row), (counts.get(of(row)) ?? 0) + row.count);
  return [...counts]
    .map(([value, count]) => ({ value, name: null, count }))
    .sort(
      (a, b) => b.count - a.count || (a.value === null ? 1 : b.value === null || a.value < b.value ? -1 : 1),
    )
    .slice(0, MOST_VALUES);
}

async function namesOf(db: Db, of: readonly Facet[]): Promise<Map<string, string>> {
  const known = of.flatMap(({ value }) => (value === null ? [] : [value]));
  if (known.length === 0) return new Map();
  const rows = await db.selectFrom("actors").selectAll().where("id", "in", known).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
