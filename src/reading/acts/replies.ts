/**
 * Turns of talk that are an act by their form: questions, assent and denial in
 * a word or two, courtesies, orders.
 *
 * Known miss: irony, and a question that is none ("Who would not agree?").
 */

import { MERITS, ORDERS, REPLIES } from "../../lexicon/act-words.ts";
import type { Word } from "../../text/words.ts";
import { LONGEST, withoutOpeners } from "./openers.ts";
import { type ActShown, shown } from "./shown.ts";

/** "When will they meet?"; "would you …?" asks for a deed. */
export function questionIn(words: readonly Word[]): ActShown | null {
  const last = words.slice(-2).find(({ form }) => form.includes("?"));
  if (!last) return null;
  const first = withoutOpeners(words.slice(0, LONGEST))[0]?.lower ?? "";
  const opening = lineOf(withoutOpeners(words.slice(0, LONGEST)).slice(0, 3));
  if (/^(?:why (?:do not|don't|not) |why not |how about |what about |what if (?:we|you))/.test(`${opening} `))
    return shown(/^why not $/.test(`${opening} `) ? "agree" : "propose", last);
  if (/^(?:when|where|how|what|why|who|which)$/.test(first)) return shown("ask", last);
  const wanted = words.findIndex(
    ({ lower }, i) => /^(?:will|would|could|can)$/.test(lower) && words[i + 1]?.lower === "you",
  );
  // "Give me one, will you?"
  if (wanted > 1 && words.some(({ lower }) => ORDERS.has(lower))) return shown("request", last);
  return shown(wanted !== -1 && wanted < words.length - 3 ? "request" : "ask", last);
}

/** In words: a reply is short. */
const LONGEST_REPLY = 5;

/** "Yes", "I agree", "that's right", "of course", "no": assent and denial by their form. */
export function assent(words: readonly Word[]): ActShown | null {
  const spoken = words.filter(({ kind }) => kind === "word");
  const first = spoken[0];
  if (!first) return null;
  const said = lineOf(spoken.slice(0, 7)).replace(/^(?:(?:oh|well|ah) )+/, "");
  const reply = REPLIES.get(said) ?? REPLIES.get(said.replace(/^(?:yes|and|but|now) /, ""));
  if (spoken.length <= LONGEST_REPLY && reply) return shown(reply, first);
  if (/^(?:no )?not (?:now|yet|today|tonight|tomorrow|at all|here|this)\b/.test(said) && spoken.length < 6)
    return shown("refuse", first);
  if (isBareNo(words, spoken)) return shown("deny", first);
  if (/^(?:yes )?(?:i|we) (?:do )?(?:quite |fully |completely |entirely )?agree\b/.test(said))
    return shown("agree", first);
  if (
    /^(?:all right|very well|okay|ok|agreed|fine|was fine|that's fine|that is fine|yes yes|yes do|yes at)\b/.test(
      said,
    )
  )
    return shown("agree", first);
  return /^(?:yes )?that's (?:right|correct|true)|^yes that|^(?:quite|exactly) (?:so|right)/.test(said)
    ? shown("confirm", first)
    : null;
}

const lineOf = (words: readonly Word[]) => words.map(({ lower }) => lower).join(" ");

/** "No, it is not", "No.": an answer that denies; "no troops will come" only begins with the word. */
function isBareNo(words: readonly Word[], spoken: readonly Word[]): boolean {
  const no = spoken.find(({ lower }) => !/^(?:oh|well|ah)$/.test(lower));
  if (no?.lower !== "no" || words[words.indexOf(no) + 1]?.kind !== "mark") return false;
  const next = spoken[spoken.indexOf(no) + 1];
  return !next || /^(?:it|he|she|they|we|i|that|there)$/.test(next.lower);
}

/** "It is a great pleasure to …", "we are delighted that …". */
const PLEASURE =
  /^(?:it|this|that) (?:is|was|has been|would be|will be) (?:for (?:me|us) )?(?:(?:a|an|my|our|always|such|very|great|real|special|personal|particular) )*(?:pleasure|privilege|honou?r|joy|delight|matter of (?:\w+ ){0,2}satisfaction)\b/;

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
  if (PLEASURE.test(lineOf(words.slice(0, 12)))) return shown("praise", words[0]);
  if (/^(?:just|wait|hold on|hang on) ?(?:a|one|just)? ?(?:a|one)? ?(?:minute|moment|second)\b/.test(line))
    return shown("request", words[0]);
  if (/^(?:i am|we are|i'm|we're) (?:so |very |terribly |deeply )?sorry\b/.test(line))
    return shown("voice-concern", words[0]);
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
  if (first.lower === "suppose" && words[1]?.kind === "word") return shown("propose", first);
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
