/**
 * What a clause claims of others and of the world: a wrong, a value, what is to
 * come, harm ahead.
 *
 * Known miss: a value told by a verb that is not in the list.
 */

import {
  DEED_NOUNS,
  GOOD_DEEDS,
  HARMS,
  VALUE_ADVERBS,
  VALUE_VERBS,
  VALUES,
  WORTHS,
  WRONGS,
} from "../../lexicon/act-words.ts";
import type { Word } from "../../text/words.ts";
import { ADVERB } from "./openers.ts";
import { type ActShown, shown } from "./shown.ts";

const WRONG_REACH = 16;

/** "This could lead to a catastrophe": harm that may come. */
export function harmAhead(words: readonly Word[]): ActShown | null {
  const found = future(words);
  return found?.act === "warn" ? found : null;
}

/** "Norland has continued its provocations": a wrong, and not one's own. */
export function wrong(words: readonly Word[]): ActShown | null {
  if (/^(?:i|we|our|my)$/.test(words[0]?.lower ?? "")) return null;
  const judged = worth(words);
  if (judged && /^(?:un|in|im)(?:acceptable|admissible|permissible|tolerable)$/.test(judged.by.lower))
    return judged;
  for (let i = 0; i < Math.min(words.length, WRONG_REACH); i++) {
    const word = words[i];
    if (!word) break;
    if (/^(?:if|unless|not|no|never|against|without)$/.test(word.lower) || /n't$/.test(word.lower))
      return null;
    if (/^(?:will|would|could|may|might|should)$/.test(word.lower)) return null;
    if (WRONGS.has(word.lower)) return shown("accuse", word);
  }
  return null;
}

/** "it was important to …", "the format has proved …": a value. */
const COPULA_REACH = 22;
const UNFOUNDED = /^(?:groundless|baseless|unfounded|false|untrue|absurd|nonsense|wrong)$/;
const CLAIMED =
  /^(?:accusations?|allegations?|claims?|reports?|rumou?rs?|charges|attempts?|assertions?|statements?)$/;

export function worth(words: readonly Word[]): ActShown | null {
  const copula = words.findIndex(
    ({ lower }, i) => i < COPULA_REACH && /^(?:is|are|was|were|be|been|being|remains|became)$/.test(lower),
  );
  if (copula !== -1) {
    const clause = words.slice(copula + 1, copula + 7);
    const value = clause.find(({ lower }) => VALUES.has(lower));
    const cut = clause.findIndex(({ lower }) =>
      /^(?:that|which|in|on|for|by|to|when|because|of)$/.test(lower),
    );
    const at = value ? clause.indexOf(value) : -1;
    if (value && (cut === -1 || at < cut)) {
      const next = clause[at + 1]?.lower ?? "";
      if (
        /^(?:important|necessary|essential|vital|imperative)$/.test(value.lower) &&
        /^(?:to|for)$/.test(next)
      )
        return shown("urge", value);
      // "a swift ceasefire was essential".
      const deed = words
        .slice(0, copula)
        .some(({ lower }) => DEED_NOUNS.has(lower) || /^(?:ceasefire|truce|launch|end|return)$/.test(lower));
      if (deed && /^(?:necessary|essential|vital|imperative|crucial|required)$/.test(value.lower))
        return shown("urge", value);
      const advised =
        /^(?:wise|wiser|better|best|useful|appropriate)$/.test(value.lower) && /^(?:to|for)$/.test(next);
      if (advised && /^(?:would|might|could|should)$/.test(words[copula - 1]?.lower ?? ""))
        return shown("propose", value);
      if (UNFOUNDED.test(value.lower) && words.slice(0, copula).some(({ lower }) => CLAIMED.test(lower)))
        return shown("deny", value);
      return shown("assess", value);
    }
  }
  const line = words
    .slice(0, COPULA_REACH)
    .map(({ lower }) => lower)
    .join(" ");
  const phrase = WORTHS.find((pattern) => pattern.test(line));
  const told = words.findIndex(({ lower }) =>
    /^(?:will|would|going|may|might|could|should|can|not)$/.test(lower),
  );
  if (phrase && told === -1) return shown("assess", words[1] ?? words[0]);
  const named = words.slice(0, 5).some(({ lower }) => lower === "name");
  const tied = words.slice(0, 8).find(({ lower }) => /^(?:associated|linked|inseparable)$/.test(lower));
  if (named && tied) return shown("praise", tied);
  const how = words[0]?.lower === "how" ? words[1] : undefined;
  if (how && VALUES.has(how.lower))
    return shown(words.slice(2, 7).some(({ lower }) => /^(?:to|for)$/.test(lower)) ? "urge" : "assess", how);
  return shown(
    "assess",
    words.find(
      ({ lower }, i) =>
        i > 0 &&
        i < COPULA_REACH &&
        (VALUE_VERBS.has(lower) || VALUE_ADVERBS.has(lower)) &&
        !/^(?:will|would)$/.test(words[i - 1]?.lower ?? ""),
    ),
  );
}

export function looksAhead(words: readonly Word[]): boolean {
  return words
    .slice(0, 20)
    .some(
      ({ lower }, i, list) =>
        /^(?:will|would|'ll|won't)$/.test(lower) || (lower === "going" && list[i + 1]?.lower === "to"),
    );
}

const MEETS = /^(?:meet|visit|travel|speak|arrive|attend|chair|host|receive|hold|address|brief|fly|depart)$/;

/** "*have been* opened", "not *have come*". */
function isUnreal(words: readonly Word[], from: number): boolean {
  const at = words.findIndex(({ lower }, i) => i >= from && i < from + 3 && lower === "have");
  if (at === -1 || words.slice(from, at).some(({ lower }) => !ADVERB.test(lower))) return false;
  const verb = words.slice(at + 1, at + 4).find(({ lower }) => !ADVERB.test(lower));
  return /(?:ed|en|ne|ght|nt|pt|ld|un|gone|come|become|put|cut|let|set|won|led|met|had|paid|said)$/.test(
    verb?.lower ?? "",
  );
}

/** What somebody else will do: a prediction; a kind deed of a named side: a promise; harm: a warning. */
export function future(words: readonly Word[]): ActShown | null {
  for (let i = 1; i < Math.min(words.length, 20); i++) {
    const word = words[i];
    if (!word) break;
    if (/^(?:that|whether|because|when|as|how|what|why)$/.test(word.lower)) return null;
    if (i > 4 && /^(?:which|who)$/.test(word.lower)) return null;
    const planned = /^(?:is|are)$/.test(word.lower) && words[i + 1]?.lower === "to" && i < 6;
    if (planned && MEETS.test(words[i + 2]?.lower ?? "")) return shown("announce", word);
    const going = word.lower === "going" && words[i + 1]?.lower === "to";
    const modal = /^(?:will|would|won't|may|might|could)$/.test(word.lower) || /'ll$/.test(word.lower);
    if (!going && !modal) continue;
    // "would have been opened": what did not happen, told as such.
    if (/^(?:would|might|could|may)$/.test(word.lower) && isUnreal(words, i + 1)) return null;
    const after = words.slice(i + 1, i + 12);
    const verb = after.find(({ lower }) => !ADVERB.test(lower) && lower !== "be");
    if (after.some(({ lower }) => HARMS.has(lower))) return shown("warn", word);
    if (/^(?:may|might|could)$/.test(word.lower))
      return words[i + 1]?.lower === "be" && words[i + 2]?.lower === "able" ? shown("predict", word) : null;
    const named =
      (/^\p{Lu}/u.test(words[0]?.form ?? "") &&
        !/^(?:this|that|these|those|it|such|there|no|any|a|an)$/.test(words[0]?.lower ?? "")) ||
      /^(?:the|our)$/.test(words[0]?.lower ?? "");
    if (verb && named && MEETS.test(verb.lower) && word.lower === "will") return shown("announce", word);
    if (verb && named && GOOD_DEEDS.has(verb.lower) && !going) return shown("promise", word);
    return shown("predict", word);
  }
  return null;
}

/** "Unfortunately, …". */
export function regret(words: readonly Word[]): ActShown | null {
  return shown(
    "voice-concern",
    words.slice(0, 3).find(({ lower }) => /^(?:unfortunately|regrettably|sadly)$/.test(lower)),
  );
}
