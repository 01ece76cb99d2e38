/**
 * Why an attribution and a statement are there: how it was found, whose it is,
 * how the words came, and what was made of them.
 */

import { mentionAt } from "../links/mention-index.ts";
import type { Attribution, Condition, Manner, Mention, Qualifier, Statement } from "../reading.ts";
import { QUALIFIER_RULES } from "../rules/statement-rules.ts";
import { ruleNamed } from "../rules.ts";
import { chainReasons, type Explanation, nameOf, type Reason, reason } from "./reasons.ts";
import { overAll, type Scope } from "./scope.ts";

const MANNERS: Readonly<Record<Manner, string>> = {
  direct: "direct: all of it stands in quotation marks",
  indirect: "indirect: none of it stands in quotation marks",
  mixed: "mixed: a part of it stands in quotation marks",
};

export function attributionExplained(scope: Scope, one: Attribution): Explanation {
  const statements = scope.statements.get(one.id) ?? [];
  const rule = ruleNamed("attribution", one.rule);
  const reasons = [
    reason(scope, "rule", "how the words were found to be somebody’s", { rule, confidence: one.confidence }),
    sourceReason(scope, one),
    one.cue.length > 0
      ? reason(scope, "cue", "the words that hand over", { words: one.cue })
      : reason(scope, "cue", "none: nothing hands over"),
    one.content.length > 0
      ? reason(scope, "content", "the words that are the source’s", { words: one.content })
      : reason(scope, "content", "none: a bare credit"),
    reason(scope, "manner", MANNERS[one.manner], { ids: overAll(scope.quotations, one.content) }),
    ...backReasons(scope, one),
    ...rivalReasons(scope, one),
  ];
  if (statements.length > 0)
    reasons.push(
      reason(scope, "statements", "what is made of it", { ids: statements.map((statement) => statement.id) }),
    );
  return { id: one.id, what: `attribution, ${one.manner}: words that are somebody else’s`, reasons };
}

function sourceReason(scope: Scope, one: Attribution): Reason {
  const from = one.continues;
  if (one.source.length === 0) {
    return from === null
      ? reason(scope, "source", "none: the text does not say whose words these are")
      : reason(scope, "source", "the same as of the one it goes on from", { ids: [from] });
  }
  const mention = sourceMention(scope, one);
  const who =
    mention === null || mention.link.actor === null ? "tied to nobody" : nameOf(scope, mention.link.actor);
  return reason(scope, "source", mention === null ? "nobody of the mentions" : who, {
    words: one.source,
    ids: mention === null ? [] : [mention.id],
  });
}

function sourceMention(scope: Scope, one: Attribution): Mention | null {
  const [place] = one.source;
  return place === undefined ? null : mentionAt(scope.reading.mentions, place);
}

function backReasons(scope: Scope, { within, continues }: Attribution): Reason[] {
  return [
    ...(within === null
      ? []
      : [reason(scope, "within", "stands in the words of another one", { ids: [within] })]),
    ...(continues === null
      ? []
      : [reason(scope, "continues", "goes on from another one", { ids: [continues] })]),
  ];
}

function rivalReasons(scope: Scope, { rivals }: Attribution): Reason[] {
  return rivals.map(({ source, confidence }) =>
    reason(scope, "rivals", "another source, nearly as likely", { words: source, confidence }),
  );
}

const OF_SPEAKER = "no surer than its attribution and the link of its source";
const OF_NARRATOR = "how sure it is that the narrator tells this of him";

export function statementExplained(scope: Scope, one: Statement): Explanation {
  const attribution = one.attribution === null ? null : (scope.attributions.get(one.attribution) ?? null);
  const who = one.speaker === null ? "nobody known" : nameOf(scope, one.speaker);
  const reasons = [
    actReason(scope, one),
    ...speakerReasons(scope, one, attribution),
    ...addresseeReasons(scope, one),
    ...chainReasons(scope, "chain", one.chain),
    ...qualifierReasons(scope, one),
    ...one.conditions.flatMap((condition) => conditionReasons(scope, condition)),
    ...ploverReasons(scope, one),
    reason(scope, "content", "what was said", { words: one.content }),
    ...(attribution === null
      ? [reason(scope, "attribution", "none: the narrator tells it in his own voice")]
      : foundReasons(scope, attribution)),
    reason(scope, "confidence", attribution === null ? OF_NARRATOR : OF_SPEAKER, {
      confidence: one.confidence,
    }),
  ];
  return { id: one.id, what: `statement: ${one.act.replaceAll("-", " ")}, by ${who}`, reasons };
}

function actReason(scope: Scope, one: Statement): Reason {
  const shown = one.actEvidence.length > 0 ? "" : "; nothing but the speaking itself shows it";
  const article = /^[aeiou]/.test(one.actClass) ? "an" : "a";
  return reason(scope, "act", `${one.act.replaceAll("-", " ")}, ${article} ${one.actClass} act${shown}`, {
    rule: ruleNamed("act", one.act),
    words: one.actEvidence,
  });
}

function speakerReasons(scope: Scope, one: Statement, attribution: Attribution | null): Reason[] {
  let origin = attribution;
  if (origin !== null && origin.source.length === 0 && origin.continues !== null)
    origin = scope.attributions.get(origin.continues) ?? origin;
  const mention = origin === null ? null : sourceMention(scope, origin);
  if (mention === null) {
    return one.speaker === null
      ? [reason(scope, "speaker", "nobody: the text does not say whose words these are")]
      : [reason(scope, "speaker", nameOf(scope, one.speaker), { ids: [one.speaker] })];
  }
  const words = origin?.source ?? [];
  if (one.speaker !== mention.link.actor && one.speaker !== null)
    return [
      reason(scope, "speaker", `${nameOf(scope, one.speaker)}, who speak as one`, {
        words,
        ids: [one.speaker],
      }),
    ];
  return [
    reason(scope, "speaker", one.speaker === null ? "tied to nobody" : nameOf(scope, one.speaker), {
      rule: ruleNamed("link", mention.link.rule),
      words,
      ...(one.speaker !== null && { confidence: mention.link.confidence }),
      ids: [mention.id, ...(one.speaker === null ? [] : [one.speaker])],
    }),
  ];
}

function addresseeReasons(scope: Scope, { addressee }: Statement): Reason[] {
  if (addressee === null) return [];
  const who = addressee.actor === null ? "somebody who is nobody known" : nameOf(scope, addressee.actor);
  return [
    reason(scope, "addressee", who, {
      rule: ruleNamed("addressee", addressee.basis),
      words: addressee.evidence,
      ids: addressee.actor === null ? [] : [addressee.actor],
    }),
  ];
}

/** Only those that words show: of the others the Reading has the default, and nothing to show for it. */
function qualifierReasons(scope: Scope, one: Statement): Reason[] {
  const all: [field: string, qualifier: Qualifier<string>][] = [
    ["polarity", one.polarity],
    ["certainty", one.certainty],
    ["orientation", one.orientation],
    ["strength", one.strength],
  ];
  return all.flatMap(([field, { value, evidence }]) => {
    if (evidence.length === 0 && !(value in QUALIFIER_RULES)) return [];
    const shown = evidence.length > 0 ? value : `${value}; no single word shows it`;
    return [
      reason(scope, field, shown, {
        ...(value in QUALIFIER_RULES && { rule: ruleNamed("qualifier", value) }),
        words: evidence,
      }),
    ];
  });
}

function conditionReasons(scope: Scope, one: Condition): Reason[] {
  return [
    reason(scope, "conditions", `what must hold, kind ${one.kind}`, {
      rule: ruleNamed("condition", one.rule),
      words: one.condition,
    }),
    reason(
      scope,
      "conditions",
      one.consequence.length > 0 ? "what follows then" : "what follows then is not told",
      {
        words: one.consequence,
      },
    ),
    ...(one.antecedent.length === 0
      ? []
      : [reason(scope, "conditions", "the words that it goes back to", { words: one.antecedent })]),
    ...(one.holder === null
      ? []
      : [reason(scope, "conditions", `in the hand of ${nameOf(scope, one.holder)}`, { ids: [one.holder] })]),
  ];
}

function ploverReasons(scope: Scope, { plover }: Statement): Reason[] {
  if (plover === null) return [];
  const mode = plover.mode === null ? "" : `, mode ${plover.mode}`;
  return [
    reason(scope, "plover", `${plover.type}${mode}`, { rule: ruleNamed("plover", plover.type) }),
    ...plover.operators.map((operator) =>
      reason(scope, "plover", operator, { rule: ruleNamed("operator", operator) }),
    ),
  ];
}

/** How the words were found to be somebody's. */
function foundReasons(scope: Scope, one: Attribution): Reason[] {
  return [
    reason(scope, "attribution", "how the words were found to be somebody’s", {
      rule: ruleNamed("attribution", one.rule),
      confidence: one.confidence,
      words: one.cue,
      ids: [one.id],
    }),
    ...rivalReasons(scope, one),
  ];
}
