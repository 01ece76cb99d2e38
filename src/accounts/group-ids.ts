/**
 * Ids of contacts, for people to type: day, kind and who took part, as
 * `2021-12-30-call-joe-biden-vladimir-putin`.
 */

import { foldOf } from "../lexicon/names.ts";
import type { ContactKind } from "../reading/reading.ts";

/** Participants named in an id at most. */
const MOST_NAMED = 3;

export function groupIdOf(
  day: string | null,
  kind: ContactKind | null,
  parties: readonly { name: string }[],
): string {
  const names = parties
    .map(({ name }) => slugOf(name))
    .filter((slug) => slug !== "")
    .sort();
  const left = names.length - MOST_NAMED;
  return [
    day ?? "undated",
    kind ?? "contact",
    ...names.slice(0, MOST_NAMED),
    ...(left > 0 ? [`and-${left}-more`] : []),
  ].join("-");
}

function slugOf(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => foldOf(word).replace(/[^a-z0-9]+/g, ""))
    .filter((word) => word !== "")
    .join("-");
}
