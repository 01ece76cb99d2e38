/**
 * Turns of talk that are an act by their form: questions, assent and denial in
 * a word or two, courtesies, orders.
 *
 * Known miss: irony, and a question that is none ("Who would not agree?").
 */

import { MERITS, ORDERS } from "../../lexicon/act-words.ts";
import type { Word } from "../../text/words.ts";
import { LONGEST, withoutOpeners } from "./openers.ts";
import { type ActShown, shown } from "./shown.ts";

/** "When will they meet?"; "would you …?" asks for a deed. */
export function questionIn(words: readonly Word[]): ActShown | null {
  const last = words.slice(-2).find(({ form }) => form.includes("?"));
  if (!last) return null;
  const first = withoutOpeners(words.slice(0, LONGEST))[0]?.lower ?? "";
  if (/^(?:when|where|how|what|why|who|which)$/.test(first)) return shown("ask", last);
  const wanted = words.findIndex(
    ({ lower }, i) => /^(?:will|would|could|can)$/.test(lower) && words[i + 1]?.lower === "you",
  );
  // "Give me one, will you?"
  if (wanted > 1 && words.some(({ lower }) => ORDERS.has(lower))) return shown("request", last);
  return shown(wanted !== -1 && wanted < words.length - 3 ? "request" : "ask", last);
}

/** "Yes", "I agree", "that's right", "all right". */
export function assent(words: readonly Word[]): ActShown | null {
  const spoken = words.filter(({ kind }) => kind === "word").slice(0, 7);
  const bare = /^(?:oh|well|ah)$/.test(spoken[0]?.lower ?? "") ? spoken.slice(1) : spoken.slice(0, 6);
  if (
    bare[0]?.lower === "no" &&
    words[words.indexOf(bare[0]) + 1]?.kind === "mark" &&
    (bare.length === 1 || /^(?:it|he|she|they|we|i|that|there)$/.test(bare[1]?.lower ?? ""))
  )
    return shown("deny", bare[0]);
  const line = bare.map(({ lower }) => lower).join(" ");
  if (
    /^(?:yes )?(?:i|we) (?:quite |fully |completely )?agree\b|^(?:all right|very well|okay|ok|agreed|fine|was fine|that's fine|that is fine)\b/.test(
      line,
    )
  )
    return shown("agree", bare[0]);
  if (/^(?:yes yes|yes do|yes at)\b/.test(line)) return shown("agree", bare[0]);
  if (/^(?:no )?not (?:now|yet|today|tonight|tomorrow|at all|here|this)\b/.test(line) && bare.length < 5)
    return shown("refuse", bare[0]);
  return (bare.length === 1 && bare[0]?.lower === "yes") ||
    /^(?:yes )?that's (?:right|correct|true)|^yes that/.test(line)
    ? shown("confirm", bare[0])
    : null;
}

/** "Thank you", "my congratulations", "I wish you health". */
export function courtesy(words: readonly Word[]): ActShown | null {
  const line = words
    .slice(0, 6)
    .map(({ lower }) => lower)
    .join(" ");
  if (/^(?:thank you|thanks|many thanks)/.test(line)) return shown("thank", words[0]);
  if (/^(?:please )?accept (?:my|our)/.test(line))
    return words.some(({ lower }) => lower.startsWith("condolence"))
      ? shown("condole", words[0])
      : shown("congratulate", words[0]);
  if (
    /^(?:it is|it's|how) (?:so |very )?(?:wonderful|good|nice|great|lovely|pleasant) to (?:hear|see|have|meet)/.test(
      line,
    )
  )
    return shown("praise", words[2]);
  if (/^(?:the )?(?:very )?best (?:of|wishes|regards|luck)/.test(line))
    return shown("congratulate", words[0]);
  if (/^(?:i|we) wish (?:you|him|her|them|your)/.test(line)) return shown("congratulate", words[1]);
  const kind = words.findIndex(({ lower }) => /^(?:regards|wishes|greetings|congratulations)$/.test(lower));
  return kind !== -1 &&
    kind < 14 &&
    /^(?:best|personal|warm|warmest|kind)$/.test(words[kind - 1]?.lower ?? "")
    ? shown("congratulate", words[kind])
    : null;
}

/** "You have earned respect", "Under your leadership …": praise of the one written to. */
export function merit(words: readonly Word[]): ActShown | null {
  const to = words.findIndex(({ lower }, i) => i < 6 && /^(?:you|your|you've)$/.test(lower));
  if (to === -1 || !/^(?:you|your|you've|under|during|over|many|in|thanks|for)$/.test(words[0]?.lower ?? ""))
    return null;
  // "you have been brave".
  if (words[to]?.lower === "you" && words[to + 2]?.lower === "been") return shown("praise", words[to + 2]);
  return shown(
    "praise",
    words.slice(0, 24).find(({ lower }) => MERITS.has(lower)),
  );
}

/** "Tell the ambassador …": an order, in somebody's own words only. */
export function order(words: readonly Word[], direct: boolean): ActShown | null {
  const first = words[0];
  if (!first) return null;
  if (first.lower === "let's" || (first.lower === "let" && words[1]?.lower === "us"))
    return shown("propose", first);
  if (!direct) return null;
  const next = words[1];
  const please = words.slice(0, 25).find(({ lower }) => lower === "please");
  if (please && words.some(({ lower }) => ORDERS.has(lower))) return shown("request", please);
  return ORDERS.has(first.lower) &&
    next?.kind === "word" &&
    !/^(?:is|was|are|were|will|would)$/.test(next.lower)
    ? shown("request", first)
    : null;
}
