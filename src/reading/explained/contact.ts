/**
 * Why a contact or a track has each of its fields: the words, and on whose
 * word, step by step. A field that the text does not tell is said to be so.
 */

import type { Contact, Participant, Told, Track } from "../reading.ts";
import { ruleNamed } from "../rules.ts";
import { chainReasons, type Explanation, nameOf, type Reason, reason } from "./reasons.ts";
import { overAll, type Scope } from "./scope.ts";

/** Fields whose value is an actor's id. */
const OF_ACTORS: ReadonlySet<string> = new Set(["participants", "requestedBy", "parties"]);

export function contactExplained(scope: Scope, one: Contact): Explanation {
  const { id, main, ...fields } = one;
  const reasons = [
    reason(scope, "main", main ? "the document is mainly about it" : "told of beside the main one", {
      rule: ruleNamed("contact", "main"),
    }),
    ...Object.entries(fields).flatMap(([field, value]) => fieldReasons(scope, "contact", field, value)),
  ];
  return { id, what: `contact: ${one.kind?.value ?? "of a kind not told"}`, reasons };
}

export function trackExplained(scope: Scope, one: Track): Explanation {
  const { id, evidence, chain, ...fields } = one;
  const reasons = [
    reason(scope, "evidence", "all the words that tell of it", { words: evidence }),
    ...chainReasons(scope, "chain", chain),
    ...Object.entries(fields).flatMap(([field, value]) => fieldReasons(scope, "track", field, value)),
  ];
  return { id, what: `track: ${one.format?.value ?? "a negotiation"}`, reasons };
}

type Field = Told<string> | Participant | readonly Told<string>[] | null;

function fieldReasons(scope: Scope, family: "contact" | "track", field: string, value: Field): Reason[] {
  const all = value === null ? [] : Array.isArray(value) ? value : [value];
  if (all.length === 0) return [reason(scope, field, "the text does not tell")];
  return all.flatMap((told: Told<string>) => toldReasons(scope, family, field, told));
}

function toldReasons(scope: Scope, family: "contact" | "track", field: string, told: Told<string>): Reason[] {
  const isActor = OF_ACTORS.has(field);
  return [
    reason(scope, field, isActor ? actorSaid(scope, told) : valueSaid(told), {
      rule: ruleNamed(family, field),
      confidence: told.confidence,
      words: told.evidence,
      ids: isActor ? [told.value] : overAll(scope.times, told.evidence),
    }),
    ...chainReasons(scope, field, told.chain).map((step) => ({
      ...step,
      says: `on the word of ${step.says}`,
    })),
  ];
}

function actorSaid(scope: Scope, told: Told<string>): string {
  const name = nameOf(scope, told.value);
  return "role" in told && typeof told.role === "string" ? `${name}, ${told.role}` : name;
}

function valueSaid(told: Told<string>): string {
  return "mod" in told && typeof told.mod === "string" ? `${told.value}, ${told.mod}` : told.value;
}
