/**
 * Tense: whether the words around a time speak of what was or what will be.
 *
 * Looks back from the time to the nearest sign, then ahead, inside the
 * sentence. "On Thursday" after "will meet" is the next one, after "met" the
 * last one.
 *
 * Known miss: the future of the past ("was to meet on Thursday") is taken as
 * future also where it has long passed.
 */

import { textAt } from "./amounts.ts";
import type { Token } from "./tokens.ts";

export type Tense = "past" | "future" | null;

const FUTURE = new Set(
  "will shall ll going upcoming forthcoming scheduled planned expected due slated set plan plans intends hopes would should must to".split(
    " ",
  ),
);
const PAST = new Set(
  "was were had did said told met spoke held took came went began became made gave got saw left sent brought found put ran led called kept lost won wrote flew drove broke fell rose saidst ago".split(
    " ",
  ),
);
const AUXILIARY_FUTURE = new Set(["will", "to", "shall", "would", "may", "can", "could", "should"]);
const STEPS = 25;

/** The time is tokens `from` to `to`, its sentence tokens `first` to `last`. */
export function tenseAt(
  tokens: readonly Token[],
  from: number,
  to: number,
  first: number,
  last: number,
): Tense {
  const back = backFrom(tokens, from, first);
  const ahead = back !== null && !isFronted(tokens, from, to) ? null : aheadFrom(tokens, to, last);
  return isFronted(tokens, from, to) ? (ahead ?? back) : (back ?? ahead);
}

/** "On Thursday, the ministers …": the verb comes after. */
function isFronted(tokens: readonly Token[], from: number, to: number): boolean {
  if (textAt(tokens, to) !== ",") return false;
  const before = tokens[from - 1];
  return (
    before === undefined ||
    before.text === "." ||
    (/^(?:on|in|at|by|late|early)$/.test(before.text) && before.capital)
  );
}

function backFrom(tokens: readonly Token[], from: number, first: number): Tense {
  for (let at = from - 1; at >= Math.max(first, from - STEPS); at--) {
    const sign = signAt(tokens, at);
    if (sign) return sign;
  }
  return null;
}

function aheadFrom(tokens: readonly Token[], to: number, last: number): Tense {
  for (let at = to; at < Math.min(last, to + STEPS); at++) {
    const sign = signAt(tokens, at);
    if (sign) return sign;
  }
  return null;
}

function signAt(tokens: readonly Token[], at: number): Tense {
  const token = tokens[at];
  if (token?.kind !== "word") return null;
  const { text } = token;
  if (text === "to") return isInfinitive(tokens, at) ? "future" : null;
  if (text === "set" || text === "due" || text === "going")
    return isBe(textAt(tokens, at - 1)) ? "future" : null;
  if (FUTURE.has(text)) return "future";
  if (PAST.has(text) || (text.length > 4 && text.endsWith("ed") && !token.capital)) {
    const before = textAt(tokens, at - 1);
    if (before === "be" || before === "been") {
      return AUXILIARY_FUTURE.has(textAt(tokens, at - 2)) ? "future" : "past";
    }
    return AUXILIARY_FUTURE.has(before) ? "future" : "past";
  }
  return null;
}

function isBe(text: string): boolean {
  return (
    text === "is" || text === "are" || text === "was" || text === "were" || text === "be" || text === "been"
  );
}

/** "to meet", not "to Moscow" or "to the talks". */
function isInfinitive(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    next?.kind === "word" &&
    !next.capital &&
    next.word === null &&
    !/^(?:the|a|an|his|her|its|their|our|my|this|that|these|those|all|some|any|both|each|date)$/.test(
      next.text,
    )
  );
}
