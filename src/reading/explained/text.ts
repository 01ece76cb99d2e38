/**
 * Why a quotation ends where it does, what a time was reckoned from, what a
 * note is about, and how the facts and regions of a document are known.
 */

import type { Fact } from "../../text/document.ts";
import type { Note, Quotation, Reading, Time } from "../reading.ts";
import { MOD_RULES, timeRuleOf } from "../rules/time-rules.ts";
import { ruleNamed } from "../rules.ts";
import { type Explanation, nameOf, type Reason, reason } from "./reasons.ts";
import { idsBefore, idsOver, overAll, type Scope } from "./scope.ts";

export function quotationExplained(scope: Scope, one: Quotation): Explanation {
  const holders = overAll(scope.contents, one.inner);
  const reasons = [
    reason(scope, "end", one.end.replaceAll("-", " "), {
      rule: ruleNamed("quotation", one.end),
      words: one.outer,
    }),
    one.kind === "scare"
      ? reason(scope, "kind", "scare", { rule: ruleNamed("quotation", "scare") })
      : reason(scope, "kind", "speech: somebody’s words"),
    ...(one.within === null ? [] : [reason(scope, "within", "stands in another one", { ids: [one.within] })]),
    ...(holders.length === 0
      ? []
      : [reason(scope, "attributions", "stands in the words of", { ids: holders })]),
  ];
  return { id: one.id, what: `quotation: ${one.kind}`, reasons };
}

export function timeExplained(scope: Scope, one: Time): Explanation {
  const reasons = [
    reason(scope, "value", one.value ?? "none: it cannot be reckoned", {
      rule: ruleNamed("time", timeRuleOf(one)),
      words: [one],
    }),
    reason(scope, "type", one.type),
    ...modReasons(scope, one),
    ...anchorReasons(scope, one),
  ];
  return { id: one.id, what: `time: ${one.value ?? "without a value"}`, reasons };
}

function modReasons(scope: Scope, { mod }: Time): Reason[] {
  if (mod === null) return [];
  return [reason(scope, "mod", mod, mod in MOD_RULES ? { rule: ruleNamed("modifier", mod) } : {})];
}

/** The day that it was reckoned from, and where that day stands. */
function anchorReasons(scope: Scope, one: Time): Reason[] {
  if (one.anchor === "none") return [];
  const day = one.anchorValue ?? "a day that the text does not tell";
  if (one.anchor === "document") return documentDay(scope, day);
  const told = earlierTime(scope, one);
  return [
    reason(
      scope,
      "anchor",
      one.anchor === "event" ? `${day}, told of before` : `${day}, when it was spoken`,
      {
        words: told === null ? [] : [told],
        ids: told === null ? [] : [told.id],
      },
    ),
  ];
}

function documentDay(scope: Scope, day: string): Reason[] {
  const { dateline, published } = scope.reading.document;
  const isPublished = published?.value.startsWith(day) === true;
  const fact = isPublished ? published : (dateline ?? published);
  const which = isPublished ? "the day of publication" : "the day of the dateline";
  if (fact === null) return [reason(scope, "anchor", day)];
  return [
    reason(scope, "anchor", `${day}, ${which}`, {
      rule: ruleNamed("fact", fact.ground),
      words: fact.evidence,
    }),
  ];
}

/** The last time before it that tells the day it was reckoned from. */
function earlierTime(scope: Scope, one: Time): Time | null {
  const { anchorValue } = one;
  if (anchorValue === null) return null;
  for (const id of idsBefore(scope.times, one)) {
    const time = scope.dated.get(id);
    if (time?.value?.startsWith(anchorValue)) return time;
  }
  return null;
}

export function noteExplained(scope: Scope, one: Note): Explanation {
  const rule = ruleNamed("note", one.kind);
  const about = one.place === null ? [] : idsOver(scope.contents, one.place);
  const reasons = [
    reason(scope, "kind", one.kind.replaceAll("-", " "), { rule, ids: about }),
    reason(scope, "message", one.message),
    one.place === null
      ? reason(scope, "place", "about the whole document")
      : reason(scope, "place", "where it is", { words: [one.place] }),
  ];
  return { id: one.id, what: `note: ${one.kind.replaceAll("-", " ")}`, reasons };
}

/** The document itself, under the id `document`: what is known of it and how, and its regions. */
export function documentExplained(scope: Scope): Explanation {
  const { document } = scope.reading;
  const facts: [field: string, fact: Fact<string | boolean> | null][] = [
    ["title", document.title],
    ["publisher", document.publisher],
    ["dateline", document.dateline],
    ["published", document.published],
    ["address", document.address],
    ["kind", document.kind],
    ["side", document.side],
    ["language", document.language],
    ["translated", document.translated],
  ];
  const reasons = [
    ...facts.map(([field, fact]) => factReason(scope, field, fact)),
    ...document.regions.map((region) =>
      reason(scope, "regions", region.why === null ? region.kind : `${region.kind}: ${region.why}`, {
        rule: ruleNamed("region", region.kind),
        words: [region],
      }),
    ),
    ...readerReasons(scope, scope.reading),
  ];
  return { id: "document", what: "the document, what is known of it, and its regions", reasons };
}

function factReason(scope: Scope, field: string, fact: Fact<string | boolean> | null): Reason {
  if (fact === null) return reason(scope, field, "nothing tells");
  const value = field === "side" ? nameOf(scope, String(fact.value)) : String(fact.value);
  return reason(scope, field, value, { rule: ruleNamed("fact", fact.ground), words: fact.evidence });
}

function readerReasons(scope: Scope, { reader }: Reading): Reason[] {
  return [
    reason(scope, "reader", `Readout ${reader.version}`),
    reason(scope, "reader", reader.model === null ? "by rules alone" : `with the model ${reader.model}`),
    reason(scope, "reader", `with the list of actors ${reader.actors}`),
  ];
}
