/**
 * Reasons: what an explanation is made of.
 *
 * A reason tells of one field of a finding: what it is, by which rule or head,
 * how surely, on which words, and which other findings it goes back to. All of
 * it comes from the Reading; nothing is found anew.
 */

import { type Passage, type Place, wordsOf } from "../../text/span.ts";
import type { ChainLink } from "../reading.ts";
import { type Rule, ruleNamed } from "../rules.ts";
import type { Scope } from "./scope.ts";

/** A place and the line of the text that it begins on, counted from 1. */
export interface Cited extends Place {
  line: number;
}

export interface Reason {
  /** Field of the finding that it tells of: "source", "chain", "duration". */
  field: string;
  /** In words. */
  says: string;
  /** `null` where no rule of its own decides. */
  rule: Rule | null;
  /** Probability that the field is right; `null` where none is reckoned. */
  confidence: number | null;
  /** The exact words it stands on. */
  words: Cited[];
  /** Ids of the findings that it goes back to. */
  ids: string[];
}

/** Why a Reading holds one of its findings. */
export interface Explanation {
  /** As asked: "s3", "c1.duration". */
  id: string;
  /** In a few words. */
  what: string;
  reasons: Reason[];
}

/** A reason; what is left out is not there. */
export function reason(
  scope: Scope,
  field: string,
  says: string,
  more: { rule?: Rule; confidence?: number; words?: Passage; ids?: readonly string[] } = {},
): Reason {
  return {
    field,
    says,
    rule: more.rule ?? null,
    confidence: more.confidence ?? null,
    words: (more.words ?? []).map((place) => cited(scope, place)),
    ids: [...(more.ids ?? [])],
  };
}

function cited(scope: Scope, { start, end, words }: Place): Cited {
  return { start, end, words, line: scope.lineAt(start) };
}

/** Name of an actor; its id when the Reading does not hold it. */
export function nameOf(scope: Scope, id: string): string {
  return scope.actors.get(id)?.name ?? id;
}

/** A chain step by step, outermost first. */
export function chainReasons(scope: Scope, field: string, chain: readonly ChainLink[]): Reason[] {
  return chain.map((link, index) => {
    const who = link.actor === null ? namelessOf(scope, link) : nameOf(scope, link.actor);
    return reason(scope, field, `${index + 1} of ${chain.length}: ${who}`, {
      rule: ruleNamed("chain", link.basis),
      words: link.evidence,
      ids: [link.actor, link.attribution].filter((id) => id !== null),
    });
  });
}

/** What a chain calls somebody whom no list knows: an outlet is known by its words, a speaker only told of. */
function namelessOf({ reading }: Scope, { basis, evidence }: ChainLink): string {
  const words = wordsOf(evidence);
  if (words === "") return (basis === "published" && reading.document.publisher?.value) || "nobody named";
  return basis === "published" || basis === "agency" ? words : `“${words}”, who is nobody known`;
}
