/**
 * Conditions with the verb before the subject: "had they asked", "were it to
 * fail", "should it come".
 *
 * Known miss: a long subject ("had the talks that began on Monday failed").
 */

import type { Word } from "../../text/words.ts";
import { endsAsQuestion, isSubject, startsClause } from "./clause-starts.ts";
import { hasVerb } from "./clauses.ts";
import type { MarkerFound } from "./markers.ts";
import type { Window } from "./sentences.ts";

/** "Had they asked, …", "Were they to ask, …". */
export function inversionAt(words: readonly Word[], window: Window, at: number): MarkerFound | null {
  const lower = words[at]?.lower ?? "";
  if ((lower !== "had" && lower !== "were") || !isSubject(words, at + 1)) return null;
  const opens = /^(?:that|but|and|,)$/.test(words[at - 1]?.lower ?? "") && startsClause(words, window, at);
  if (words[at]?.form === lower && !opens) return invertedBehind(words, window, at);
  if (opens && lower === "had" && !hasVerb(words, { from: at + 4, to: window.to })) return null;
  if (/^(?:an?|some|any)$/.test(words[at + 1]?.lower ?? "") || !startsClause(words, window, at)) return null;
  if (endsAsQuestion(words, window)) return null;
  if (lower === "were" && !words.slice(at + 2, at + 10).some((word) => /^(?:to|not)$/.test(word.lower)))
    return null;
  return {
    from: at,
    to: at + 1,
    kind: "if",
    takes: "clause",
    isFronted: true,
    clauseStart: at,
    rule: `inverted-${lower}`,
  };
}

/** "… would have been open *had* the talks not failed", "it would help *were* Norland *to* withdraw". */
function invertedBehind(words: readonly Word[], window: Window, at: number): MarkerFound | null {
  const lower = words[at]?.lower ?? "";
  const before = words.slice(Math.max(window.from, at - 30), at).map((word) => word.lower);
  const modal = before.some((word) => /^(?:would|could|might|wouldn't|couldn't)$/.test(word));
  const after = words.slice(at + 2, at + 9).map((word) => word.lower);
  const isUnreal =
    lower === "had"
      ? before.includes("have") &&
        after.some((word) => /(?:ed|en|ne|ght|nt|pt|un|come|gone|made|put)$/.test(word))
      : after.includes("to");
  const bound = /^(?:that|which|who|it|he|she|they|we|i|you|there|and|if|what|where|when)$/.test(
    words[at - 1]?.lower ?? "",
  );
  if (!modal || !isUnreal || bound) return null;
  // "the ministers were the ones": a subject of its own stands before.
  const name =
    /^\p{Lu}/u.test(words[at + 1]?.form ?? "") ||
    /^(?:he|she|they|we|it|you)$/.test(words[at + 1]?.lower ?? "");
  if (lower === "were" && !name && /s$/.test(words[at - 1]?.lower ?? "")) return null;
  return {
    from: at,
    to: at + 1,
    kind: "if",
    takes: "clause",
    isFronted: false,
    clauseStart: null,
    rule: `inverted-${lower}`,
  };
}

/** "sanctions *should the situation* escalate": after a noun, a subject where a verb would stand. */
export function isInverted(words: readonly Word[], window: Window, at: number, to: number): boolean {
  const before = words[at - 1]?.lower ?? "";
  if (/^(?:how|what|when|where|why|who|whom|which|and|or|not)$/.test(before)) return false;
  // A headline: "Vale Should Win".
  if (words[at]?.form === "Should") return false;
  const subject = words[to]?.lower ?? "";
  if (at <= window.from) return false;
  return (
    /^(?:the|this|these|that|those|its|their|our|his|her|he|she|they|we|it|there|such|any|either|both)$/.test(
      subject,
    ) || /^\p{Lu}/u.test(words[to]?.form ?? "")
  );
}
