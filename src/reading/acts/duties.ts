/**
 * What ought to be done, and by whom: "we should …" proposes, "you should …"
 * urges, "Norland must …" demands.
 *
 * Known miss: "should" that tells what is likely ("the text should be ready").
 */

import { CUE_FORMS } from "../../lexicon/cues.ts";
import type { Word } from "../../text/words.ts";
import { type ActShown, shown } from "./shown.ts";

/** "The first thing that needs to be done is …", "the main thing is that we need a result". */
export function mainThing(words: readonly Word[]): ActShown | null {
  const at = words.findIndex(
    ({ lower }, i) =>
      i > 0 &&
      i < 4 &&
      /^(?:thing|ingredient|step|task|condition|requirement)$/.test(lower) &&
      /^(?:first|main|only|most|key|essential)$/.test(words[i - 1]?.lower ?? ""),
  );
  if (at === -1) return null;
  const is = words.findIndex(({ lower }, i) => i > at && i < at + 10 && /^(?:is|was)$/.test(lower));
  if (is === -1) return null;
  const owed = words
    .slice(at, is + 6)
    .find(({ lower }) => /^(?:need|needs|must|guarantee|guarantees|ensure|security)$/.test(lower));
  return owed ? shown("demand", owed) : shown("urge", words[at]);
}

/** "we must", "we should": a proposal; "you must": a demand; "he must" is no act of his own. */
export function duty(words: readonly Word[], subject: string, at: number): ActShown | null {
  const lower = words[at]?.lower ?? "";
  const next = words[at + 1]?.lower ?? "";
  if (/^(?:have|need|needs|had|ought)$/.test(lower) && !/^(?:to|better)$/.test(next))
    return /^(?:need|needs)$/.test(lower) && subject === "we" ? shown("demand", words[at]) : null;
  if (subject === "we") return shown(lower === "need" && next !== "to" ? "demand" : "propose", words[at]);
  if (lower === "must" && CUE_FORMS.has(next)) {
    const act = CUE_FORMS.get(next)?.verb.act;
    return act && act !== "state" ? shown(act, words[at + 1]) : null;
  }
  return subject === "i" || lower === "have" || lower === "had"
    ? null
    : shown(lower === "should" ? "propose" : "demand", words[at]);
}

export function innerDuty(words: readonly Word[]): ActShown | null {
  const at = words.findIndex(({ lower }, i) => i < 4 && /^(?:should|ought|must|got)$/.test(lower));
  return at > 0 ? shown("propose", words[at]) : null;
}

/** "We should", "there should", "it should be cut": a course; "Norland should withdraw" presses Norland. */
function isProposed(words: readonly Word[], at: number): boolean {
  return (
    /^(?:we|there|it|this|that|they|he|she|perhaps|god)$/.test(words[0]?.lower ?? "") ||
    /^(?:perhaps|maybe|there)$/.test(words[at - 1]?.lower ?? "") ||
    words[at + 1]?.lower === "be"
  );
}

const VERB_REACH = 14;

/** "You should …" urges; "Norland must …" demands; "they should have …" accuses. */
export function ought(words: readonly Word[]): ActShown | null {
  const subject = words[0]?.lower ?? "";
  for (let i = 1; i < Math.min(words.length, VERB_REACH); i++) {
    const word = words[i];
    if (!word) break;
    const next = words[i + 1]?.lower ?? "";
    if (/^(?:that|which|who|if|because|when)$/.test(word.lower)) return null;
    if (/^(?:will|is|are|was|were|may|might|could|can)$/.test(word.lower)) return null;
    if (word.lower === "would" && next !== "better") return null;
    // "must have come": what is likely, not owed.
    if (word.lower === "must" && next === "have") return null;
    // "should be hearing back": likely, not owed.
    if (word.lower === "should" && next === "be" && /ing$/.test(words[i + 2]?.lower ?? "")) return null;
    if (word.lower === "should" || (word.lower === "ought" && next === "to")) {
      if (next === "have" || (next === "not" && words[i + 2]?.lower === "have")) return shown("accuse", word);
      if (subject === "you") return shown("urge", word);
      return shown(isProposed(words, i) ? "propose" : "urge", word);
    }
    const has = /^(?:needs|need|has|have)$/.test(word.lower) && next === "to";
    if (word.lower === "better" && subject === "you") return shown("urge", word);
    if (has && words[i - 1]?.lower === "i") return null;
    if (word.lower === "must" || has || (word.lower === "better" && words[i - 1]?.lower === "had")) {
      if (/^(?:we|i)$/.test(words[i - 1]?.lower ?? "")) return shown("propose", word);
      return shown(subject === "you" && has ? "urge" : "demand", word);
    }
  }
  return null;
}
