/**
 * The act that a sentence of the narrator tells without a cue having been
 * found in it: "Energy was discussed separately", "Special attention was paid
 * to …", "The presidents spoke in favour of …".
 *
 * Known miss: a sentence that tells several acts gives the first.
 */

import type { Act } from "../../lexicon/acts.ts";
import { CUE_FORMS } from "../../lexicon/cues.ts";
import type { Word } from "../../text/words.ts";
import { actOfHead } from "./heads.ts";
import type { ActShown } from "./shown.ts";

const REACH = 30;

/** Phrases of official prose, with the act each tells. */
const PHRASES: readonly (readonly [Act, RegExp])[] = [
  ["discuss", /\battention (?:was|is|has been) (?:\w+ )?(?:paid|given|devoted|focused)\b/],
  [
    "discuss",
    /\b(?:discussion|conversation|talk|talks|exchange) (?:also |mainly |primarily )?(?:focus+ed|touched|centred|centered|dealt|revolved)\b/,
  ],
  [
    "discuss",
    /\b(?:addressed|considered|reviewed|covered|examined|touched) (?:\w+ ){0,4}(?:issues?|matters?|topics?|questions?|aspects?|problems?)\b/,
  ],
  [
    "discuss",
    /\b(?:issues?|matters?|topics?|questions?|aspects?|problems?|results?|situation) (?:\w+ ){0,12}(?:was|were) (?:\w+ )?(?:discussed|considered|reviewed|addressed|covered|touched|raised|analysed)\b/,
  ],
  ["propose", /\b(?:spoke|came) (?:out )?in (?:favou?r|support) of\b/],
  ["praise", /\bspoke (?:very )?(?:positively|highly|warmly) of\b/],
  [
    "report",
    /\b(?:provided|gave|shared) (?:\w+ )?(?:details|information|an? (?:\w+ )?(?:account|update|overview))\b/,
  ],
  ["report", /\b(?:sent|received|handed) (?:\w+ ){0,6}(?:message|letter|telegram|note)\b/],
  [
    "report",
    /\b(?:had|held) (?:a|an|his|her|their|talks|negotiations)?\s?(?:\w+ ){0,3}(?:conversations?|talks|meetings?|negotiations|consultations|with)\b/,
  ],
];

/** Verbs that as often tell no act: "called from New York", "was seen". */
const WEAK: ReadonlySet<string> = new Set([
  "call",
  "see",
  "find",
  "show",
  "name",
  "know",
  "set",
  "read",
  "hear",
]);

export function actOfNarrative(words: readonly Word[]): ActShown | null {
  const near = words.slice(0, REACH).filter(({ kind }) => kind !== "mark");
  const first = near[0];
  if (!first || /^(?:i|we|our|my|you|your|it|there|this|that)$/.test(first.lower)) return null;
  const line = near.map(({ lower }) => lower).join(" ");
  for (const [act, pattern] of PHRASES) {
    const match = pattern.exec(line);
    if (match) return { act, by: wordAt(near, match.index) ?? first };
  }
  return ofVerb(near);
}

/** The word at an offset of the line that joins the words by single spaces. */
function wordAt(words: readonly Word[], offset: number): Word | undefined {
  let at = 0;
  return words.find(({ lower }) => {
    const here = at;
    at += lower.length + 1;
    return here >= offset;
  });
}

/** "was discussed", "Readiness … was affirmed", "informed Mr Vale about": the verb, or the noun that it is about. */
function ofVerb(words: readonly Word[]): ActShown | null {
  for (let i = 1; i < words.length; i++) {
    const word = words[i];
    const before = words[i - 1]?.lower ?? "";
    if (!word) break;
    if (/^(?:if|that|which|who|when|because|unless)$/.test(word.lower)) return null;
    const form = CUE_FORMS.get(word.lower);
    if (!form || form.base || form.third || form.gerund || WEAK.has(form.verb.lemma)) continue;
    const passive = /^(?:was|were|been|is|are)$/.test(before) || /ly$/.test(before);
    if (passive) {
      const head = actOfHead(words) ?? afterOf(words);
      if (head) return head;
      return /^(?:state|report)$/.test(form.verb.act) ? null : { act: form.verb.act, by: word };
    }
    if (/^(?:the|a|an|his|its|their)$/.test(before)) continue;
    const head = actOfHead(words.slice(i + 1));
    if (head) return head;
    return form.verb.act === "state" ? null : { act: form.verb.act, by: word };
  }
  const emphasis = words.findIndex(({ lower }) => lower === "emphasis" || lower === "stress");
  return emphasis === -1 ? null : (actOfHead(words.slice(emphasis + 4)) ?? null);
}

/** "Norland's readiness to continue … was affirmed". */
function afterOf(words: readonly Word[]): ActShown | null {
  return /'s$/.test(words[0]?.lower ?? "") ? actOfHead(words.slice(1)) : null;
}
