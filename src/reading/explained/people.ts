/**
 * Why a mention means whom it means, and what a Reading holds of an actor.
 */

import type { Actor, ActorKind, LinkGround, Mention } from "../reading.ts";
import { ruleNamed } from "../rules.ts";
import { type Explanation, nameOf, type Reason, reason } from "./reasons.ts";
import { idsOver, type Scope } from "./scope.ts";

const GROUNDS: Readonly<Record<LinkGround, string>> = {
  named: "by name",
  "role-at-date": "by the office, and who held it on the day",
  pronoun: "by what the pronoun goes back to",
  described: "by what describes it",
  metonym: "by what stands for it",
  group: "several at once",
  unknown: "unknown: a wrong link would be worse",
};

/** Steps that one explanation goes back: the ids tell the rest. */
const MOST_STEPS = 10;

export function mentionExplained(scope: Scope, one: Mention): Explanation {
  const { link } = one;
  const who = link.actor === null ? "nobody known" : nameOf(scope, link.actor);
  const reasons = [
    reason(scope, "form", `${one.form}: words that point at somebody`, {
      rule: ruleNamed("mention", one.form),
      words: [one],
    }),
    reason(scope, "link", `${who}, ${GROUNDS[link.ground]}`, {
      rule: ruleNamed("link", link.rule),
      ...(link.actor !== null && { confidence: link.confidence }),
      ids: link.actor === null ? [] : [link.actor],
    }),
    ...(link.office === null
      ? []
      : [reason(scope, "office", nameOf(scope, link.office), { ids: [link.office] })]),
    ...viaReasons(scope, one),
    ...spokenReasons(scope, one),
  ];
  return { id: one.id, what: `mention: ${one.form} that means ${who}`, reasons };
}

/** What it goes back to, and what that goes back to. */
function viaReasons(scope: Scope, one: Mention): Reason[] {
  const reasons: Reason[] = [];
  const seen = new Set([one.id]);
  let via = one.link.via;
  while (via !== null && !seen.has(via) && reasons.length < MOST_STEPS) {
    seen.add(via);
    const earlier = scope.mentions.get(via);
    if (earlier === undefined) break;
    reasons.push(
      reason(scope, "via", reasons.length === 0 ? "goes back to" : "which goes back to", {
        rule: ruleNamed("link", earlier.link.rule),
        ...(earlier.link.actor !== null && { confidence: earlier.link.confidence }),
        words: [earlier],
        ids: [via],
      }),
    );
    via = earlier.link.via;
  }
  return reasons;
}

/** Whose words it stands in as their source. */
function spokenReasons(scope: Scope, one: Mention): Reason[] {
  const ids = idsOver(scope.sources, one);
  return ids.length === 0 ? [] : [reason(scope, "source", "is or stands in the source of", { ids })];
}

const KINDS: Readonly<Record<ActorKind, string>> = {
  person: "a person",
  office: "an office",
  organ: "an organ",
  state: "a state",
  organisation: "an organisation",
  group: "a group",
  document: "a document",
  unnamed: "somebody whom the text does not name",
};

export function actorExplained(scope: Scope, one: Actor): Explanation {
  const meant = scope.meant.get(one.id) ?? [];
  const statements = scope.spoken.get(one.id) ?? [];
  const fields = scope.fields.get(one.id) ?? [];
  const reasons = [
    reason(scope, "kind", `${KINDS[one.kind]}; ${whenceOf(one)}`),
    reason(scope, "name", one.name),
    ...(one.side === null ? [] : [reason(scope, "side", nameOf(scope, one.side), { ids: [one.side] })]),
    ...(one.role === null ? [] : [reason(scope, "role", `${one.role}, on the day of the document`)]),
    ...(one.members.length === 0
      ? []
      : [reason(scope, "members", namesOf(scope, one.members), { ids: one.members })]),
    ...meant.map((mention) =>
      reason(scope, "mentions", GROUNDS[mention.link.ground], {
        rule: ruleNamed("link", mention.link.rule),
        confidence: mention.link.confidence,
        words: [mention],
        ids: [mention.id],
      }),
    ),
    ...(meant.length > 0
      ? []
      : [reason(scope, "mentions", "none: it comes from another’s side, group or chain")]),
    ...(statements.length === 0
      ? []
      : [reason(scope, "statements", "speaks in", { ids: statements.map(({ id }) => id) })]),
    ...(fields.length === 0 ? [] : [reason(scope, "contacts", "stands in", { ids: fields })]),
  ];
  return { id: one.id, what: `actor: ${one.name}`, reasons };
}

function namesOf(scope: Scope, ids: readonly string[]): string {
  return ids.map((id) => nameOf(scope, id)).join(", ");
}

/** Where the id is from: it tells whether a list knows the actor. */
function whenceOf({ id }: Actor): string {
  if (/^Q\d+$/.test(id)) return "in the list of actors, by its Wikidata id";
  if (id.startsWith("name:")) return "known by the name that the text or your own list gives";
  if (id.startsWith("unnamed:")) return "known by the text’s words alone";
  if (id.startsWith("group:")) return "made of its members";
  return "in the list of actors, by this id";
}
