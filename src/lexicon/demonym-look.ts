/** Looks up demonyms: which state an adjective names. */

import { eachDemonym } from "./demonyms.ts";

let sides: Map<string, string> | null = null;

/** The state that an adjective in these words names: "the American" → "USA"; `null` for none or two. */
export function demonymIn(words: string): string | null {
  if (sides === null) {
    const found = new Map<string, string>();
    eachDemonym((demonym, { side }) => {
      if (!found.has(demonym)) found.set(demonym, side);
    });
    sides = found;
  }
  const known = new Set<string>();
  for (const word of words.replace(/['’]s?\b/g, "").split(/\s+/)) {
    const side = sides.get(word);
    if (side !== undefined) known.add(side);
  }
  const [only] = known;
  return known.size === 1 && only !== undefined ? only : null;
}
