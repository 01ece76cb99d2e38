/**
 * Offices: one id for an office under all its labels.
 *
 * "Minister of Europe and Foreign Affairs", "Foreign Minister" and, for the
 * United States, "Secretary of State" are one office each side: the role's key
 * after the side, as "FRA:foreign-minister". A label that no role covers keeps
 * its own words as key ("RUS:governor-of-the-central-bank").
 */

import { foldOf } from "./names.ts";
import { roleOfLabel } from "./titles.ts";

/** Labels that lists of offices use and texts do not. */
const LABELS: Record<string, string> = {
  "federal chancellor": "prime-minister",
  chancellor: "prime-minister",
  "chairman of the council of ministers": "prime-minister",
  "minister of international relations and cooperation": "foreign-minister",
  "minister of external relations": "foreign-minister",
  "federal minister of foreign affairs": "foreign-minister",
  "secretary of state for defence": "defence-minister",
  "federal minister of defence": "defence-minister",
  "minister of defence and military veterans": "defence-minister",
  "secretary of national defence": "defence-minister",
  "white house press secretary": "press-secretary",
  "presidential spokesperson": "press-secretary",
  "spokesperson of the president": "press-secretary",
  "presidential press secretary": "press-secretary",
  "foreign ministry spokeperson": "foreign-ministry-spokesperson",
  "foreign ministry spokesperson": "foreign-ministry-spokesperson",
  "defence ministry spokesperson": "defence-ministry-spokesperson",
  "national security council spokesperson": "security-council-spokesperson",
  "ambassador to the united nations": "permanent-representative-to-the-united-nations",
  "transitional president": "president",
  "speaker of the house of representatives": "speaker",
  "chairman of the state duma": "speaker",
};

/** The key of the office with this label, within its state or organisation. */
export function officeKeyOf(label: string): string {
  const folded = foldOf(label).replaceAll("-", " ");
  const known = Object.hasOwn(LABELS, folded) ? LABELS[folded] : undefined;
  if (known) return known;
  const role = roleOfLabel(folded);
  if (role && role.sort === "office") return role.key;
  return slugOf(folded);
}

/** Words as a key: lower case, joined by hyphens. */
export function slugOf(words: string): string {
  return foldOf(words)
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
