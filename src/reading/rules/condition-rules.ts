/**
 * What each marker of a condition goes by, in one line for people: made from
 * the list of markers, so that a new marker has its line with its entry there.
 */

import { type ConditionKind, markersByFirst } from "../../lexicon/conditions.ts";

const KINDS: Readonly<Record<ConditionKind, string>> = {
  if: "what must hold; the main clause of its sentence follows from it",
  "only-if": "what must hold, and without it nothing follows",
  unless: "what must not hold; else the main clause follows",
  "in-the-event-of": "a thing that may happen; the main clause follows from it",
  provided: "what is asked for in return; the main clause is given for it",
  "as-long-as": "what must go on, for the main clause to hold",
  until: "what must come first: the main clause denies or bars until then",
  without: "a thing that must not be missing: the main clause denies or says what would come",
  should: "what must hold, with the verb before its subject",
  anaphoric: "a condition told before, to which these words go back",
  otherwise: "the opposite of what was told before, to which these words go back",
};

/** Rules that no marker of the list names. */
const OTHERS = {
  "condition/inverted-had": "“Had they …” opens a condition with the verb before its subject.",
  "condition/inverted-were": "“Were they to …” opens a condition with the verb before its subject.",
  "condition/this-would":
    "“This would …”, where “this” goes back to something not yet real that was just spoken of.",
} as const;

export const CONDITION_RULES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...markersByFirst.values()]
      .flat()
      .map(({ kind, words }) => [
        `condition/${words.join("-")}`,
        `“${words.join(" ")}” opens ${KINDS[kind]}.`,
      ]),
  ),
  ...OTHERS,
};
