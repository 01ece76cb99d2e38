/**
 * Groups: two or more who speak or act as one, as an actor. The same members
 * make the same group, whoever asks for it.
 */

import type { Actor } from "./reading.ts";

/** The group of these actors; members sorted, each once. */
export function groupOf(members: readonly string[], known: ReadonlyMap<string, Actor>): Actor {
  const sorted = [...new Set(members)].sort();
  const name = sorted.map((member) => known.get(member)?.name ?? member).join(" and ");
  return {
    id: `group:${sorted.join("+")}`,
    kind: "group",
    name,
    side: null,
    role: null,
    members: sorted,
  };
}
