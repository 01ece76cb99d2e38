/**
 * Amounts of time: "about 50 minutes", "an hour and a half", "two to three
 * days", "every six months".
 *
 * Takes tokens and a place among them; gives a duration or set that begins
 * there, or an amount for others to build on ("three days ago").
 *
 * Known miss: "40 minutes to an hour" keeps only "an hour".
 */

import { limitsByFirst } from "../../lexicon/times.ts";
import { type Found, found, type Unit } from "./sense.ts";
import type { Token } from "./tokens.ts";

/** How many of which unit; `count` is `null` for "several". */
export interface Amount {
  to: number;
  unit: Unit;
  count: number | null;
  /** A second, smaller part: "one hour and 20 minutes". */
  rest: { unit: Unit; count: number } | null;
  mod: string | null;
}

export function textAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text ?? "";
}

export function isHyphen(tokens: readonly Token[], at: number): boolean {
  const text = textAt(tokens, at);
  return text === "-" || text === "–" || text === "—" || text === "‑" || text === "−";
}

/** Tokens after a word that limits: "about", "more than", "exactly"; `null` when none stands here. */
export function limitAt(tokens: readonly Token[], at: number): { to: number; mod: string | null } | null {
  for (const [words, mod] of limitsByFirst.get(textAt(tokens, at)) ?? []) {
    if (words.every((word, i) => textAt(tokens, at + i) === word)) return { to: at + words.length, mod };
  }
  const word = tokens[at]?.word;
  if (word?.kind === "approx") return { to: at + 1, mod: word.code === "-" ? null : word.code };
  return textAt(tokens, at) === "~" ? { to: at + 1, mod: "APPROX" } : null;
}

/** A number in figures or words; `value` is `null` for "several". */
export function countAt(tokens: readonly Token[], at: number): { to: number; value: number | null } | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === "number") {
    const plain = /^(?:\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d{1,2})?)$/.exec(token.text);
    return plain ? { to: at + 1, value: Number(token.text.replaceAll(",", "")) } : null;
  }
  if (token.text === "a" || token.text === "an") {
    const next = tokens[at + 1];
    if (next?.word?.kind === "vague")
      return { to: at + (textAt(tokens, at + 2) === "of" ? 3 : 2), value: null };
    if (next?.text === "number" && textAt(tokens, at + 2) === "of") return { to: at + 3, value: null };
    if (next?.text === "half") return { to: at + 2, value: 0.5 };
    if (next?.word?.kind === "scale") return { to: at + 2, value: next.word.value };
    return { to: at + 1, value: 1 };
  }
  if (token.text === "half") {
    return { to: at + (/^an?$/.test(textAt(tokens, at + 1)) ? 2 : 1), value: 0.5 };
  }
  if (token.word?.kind === "vague") return { to: at + 1, value: null };
  return numeralAt(tokens, at);
}

function numeralAt(tokens: readonly Token[], at: number): { to: number; value: number } | null {
  const word = tokens[at]?.word;
  if (!word) return null;
  if (word.kind === "tens") {
    const next = isHyphen(tokens, at + 1) ? at + 2 : at + 1;
    const one = tokens[next]?.word;
    if (one?.kind === "number" && one.value < 10) return { to: next + 1, value: word.value + one.value };
    return { to: at + 1, value: word.value };
  }
  if (word.kind !== "number") return null;
  const scale = tokens[at + 1]?.word;
  return scale?.kind === "scale"
    ? { to: at + 2, value: word.value * scale.value }
    : { to: at + 1, value: word.value };
}

/** An amount with its limits; `null` when none begins here. */
export function amountAt(tokens: readonly Token[], at: number): Amount | null {
  const limit = limitAt(tokens, at);
  const begun = limit ? limit.to : at;
  const again = limit ? limitAt(tokens, begun) : null;
  const amount = fractionAt(tokens, again ? again.to : begun) ?? plainAt(tokens, again ? again.to : begun);
  if (!amount) return null;
  return withTail(tokens, { ...amount, mod: again?.mod ?? limit?.mod ?? amount.mod });
}

/** "a quarter of an hour", "three quarters of an hour". */
function fractionAt(tokens: readonly Token[], at: number): Amount | null {
  const count = textAt(tokens, at) === "three" ? 3 : 1;
  const next = count === 3 || textAt(tokens, at) === "a" ? at + 1 : at;
  if (!/^quarters?$/.test(textAt(tokens, next)) || textAt(tokens, next + 1) !== "of") return null;
  if (textAt(tokens, next + 2) !== "an" || textAt(tokens, next + 3) !== "hour") return null;
  return { to: next + 4, unit: "m", count: count * 15, rest: null, mod: null };
}

function plainAt(tokens: readonly Token[], at: number): Amount | null {
  const count = countAt(tokens, at);
  if (!count) return null;
  let { to, value } = count;
  let mod: string | null = null;
  if (value !== null) {
    const upper = upperAt(tokens, to);
    if (upper) {
      to = upper.to;
      value = upper.value;
      mod = "EQUAL_OR_LESS";
    }
    const half = halfAt(tokens, to);
    if (half) {
      to = half;
      value += 0.5;
    }
  }
  if (isHyphen(tokens, to)) to++;
  // "More full days", "long hours": one word between is not read.
  const unit = tokens[to]?.word;
  if (unit?.kind !== "unit") return null;
  const code = unit.code as Unit;
  const whole = value === null ? null : value * unit.value;
  return restAt(tokens, { to: to + 1, unit: code, count: whole, rest: null, mod });
}

/** "two to three", "40–50", "two or three": the upper one, which the amount does not pass. */
function upperAt(tokens: readonly Token[], at: number): { to: number; value: number } | null {
  if (!isHyphen(tokens, at) && textAt(tokens, at) !== "to" && textAt(tokens, at) !== "or") return null;
  if (/^an?$/.test(textAt(tokens, at + 1))) return null;
  const upper = countAt(tokens, at + 1);
  return upper && upper.value !== null ? { to: upper.to, value: upper.value } : null;
}

/** After "and a half", with or without hyphens. */
function halfAt(tokens: readonly Token[], at: number): number | null {
  let next = isHyphen(tokens, at) ? at + 1 : at;
  for (const word of ["and", "a", "half"]) {
    if (textAt(tokens, next) !== word) return null;
    next++;
    if (word !== "half" && isHyphen(tokens, next)) next++;
  }
  return next;
}

const SMALLER: Partial<Record<Unit, readonly Unit[]>> = { Y: ["M"], D: ["H"], H: ["m"], m: ["S"] };

/** "an hour and a half", "one hour and 20 minutes", "1 hour 20 minutes". */
function restAt(tokens: readonly Token[], amount: Amount): Amount {
  if (amount.count === null) return amount;
  const half = halfAt(tokens, amount.to);
  if (half) return { ...amount, to: half, count: amount.count + 0.5 };
  const next = /^(?:and|,)$/.test(textAt(tokens, amount.to)) ? amount.to + 1 : amount.to;
  const count = countAt(tokens, next);
  const unit = count ? tokens[count.to]?.word : null;
  if (!count || count.value === null || unit?.kind !== "unit") return amount;
  const code = unit.code as Unit;
  if (!SMALLER[amount.unit]?.includes(code)) return amount;
  return { ...amount, to: count.to + 1, rest: { unit: code, count: count.value } };
}

/** "or so", "or more", "or less". */
function withTail(tokens: readonly Token[], amount: Amount): Amount {
  if (textAt(tokens, amount.to) !== "or") return amount;
  const tail = TAILS.get(textAt(tokens, amount.to + 1));
  return tail ? { ...amount, to: amount.to + 2, mod: tail } : amount;
}

const TAILS: ReadonlyMap<string, string> = new Map([
  ["so", "APPROX"],
  ["more", "EQUAL_OR_MORE"],
  ["longer", "EQUAL_OR_MORE"],
  ["less", "EQUAL_OR_LESS"],
]);

/** A duration as a value: `PT1H30M`, `P2D`, `PXW`. */
export function formatAmount(amount: Amount): string {
  const { unit, count, rest } = amount;
  if (count === null) return `${isClockUnit(unit) ? "PT" : "P"}X${unit.toUpperCase()}`;
  const whole = Math.floor(count);
  const half = count - whole;
  const parts: [number, Unit][] = [[half ? whole : count, unit]];
  if (half === 0.5 && unit === "H") parts.push([30, "m"]);
  else if (half === 0.5 && unit === "Y") parts.push([6, "M"]);
  else if (half === 0.5 && unit === "D") parts.push([12, "H"]);
  else if (half) parts[0] = [count, unit];
  if (rest) parts.push([rest.count, rest.unit]);
  const kept = parts.filter(([value]) => value > 0);
  const days = kept.filter(([, of]) => !isClockUnit(of)).map(([value, of]) => `${value}${of}`);
  const clock = kept.filter(([, of]) => isClockUnit(of)).map(([value, of]) => `${value}${of.toUpperCase()}`);
  return `P${days.join("")}${clock.length > 0 ? `T${clock.join("")}` : ""}`;
}

function isClockUnit(unit: Unit): boolean {
  return unit === "H" || unit === "m" || unit === "S";
}

/** "about 50 minutes", "hour-long", "for weeks"; not an age, and not what "per" makes a rate. */
export function durationAt(tokens: readonly Token[], at: number): Found | null {
  const amount = amountAt(tokens, at) ?? longAt(tokens, at) ?? unitsAt(tokens, at);
  if (!amount) return null;
  let to = amount.to;
  if (textAt(tokens, to) === "old") return null;
  if (isHyphen(tokens, to) && textAt(tokens, to + 1) === "old") return null;
  const long = isHyphen(tokens, to) && textAt(tokens, to + 1) === "long";
  if (long) to += 2;
  // The article of "an hour-long call" is the call's.
  const from = long && /^an?$/.test(textAt(tokens, at)) ? at + 1 : at;
  return found(from, to, { is: "value", value: formatAmount(amount) }, { type: "DURATION", mod: amount.mod });
}

/** "hour-long", "weeklong" is one word and left. */
function longAt(tokens: readonly Token[], at: number): Amount | null {
  const unit = tokens[at]?.word;
  if (unit?.kind !== "unit" || !isHyphen(tokens, at + 1) || textAt(tokens, at + 2) !== "long") return null;
  return { to: at + 3, unit: unit.code as Unit, count: unit.value, rest: null, mod: null };
}

/** "for weeks". */
function unitsAt(tokens: readonly Token[], at: number): Amount | null {
  const unit = tokens[at]?.word;
  if (unit?.kind !== "unit" || textAt(tokens, at - 1) !== "for" || !textAt(tokens, at).endsWith("s"))
    return null;
  return { to: at + 1, unit: unit.code as Unit, count: null, rest: null, mod: null };
}

/** "every six months", "every Thursday", "twice a week", "daily". */
export function setAt(tokens: readonly Token[], at: number): Found | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.word?.kind === "often") {
    // "The Weekly", "LA Weekly": a paper.
    if (token.capital && at > 0 && tokens[at - 1]?.kind === "word") return null;
    return found(at, at + 1, { is: "value", value: token.word.code }, { type: "SET" });
  }
  if (token.text === "once" || token.text === "twice" || textAt(tokens, at + 1) === "times") {
    const next = token.text === "once" || token.text === "twice" ? at + 1 : at + 2;
    const each = /^(?:an?|per|each|every)$/.test(textAt(tokens, next)) ? unitOf(tokens, next + 1) : null;
    return each ? found(at, each.to, { is: "value", value: formatAmount(each) }, { type: "SET" }) : null;
  }
  if (token.text === "every" || token.text === "each") return everyAt(tokens, at);
  return null;
}

function everyAt(tokens: readonly Token[], at: number): Found | null {
  const other = textAt(tokens, at + 1) === "other" ? 2 : 1;
  const next = tokens[at + other];
  if (next?.word?.kind === "weekday") {
    return found(at, at + other + 1, { is: "value", value: `XXXX-WXX-${next.word.value}` }, { type: "SET" });
  }
  const amount = amountAt(tokens, at + other) ?? unitOf(tokens, at + other);
  if (!amount) return null;
  const count = amount.count === null ? null : amount.count * other;
  return found(at, amount.to, { is: "value", value: formatAmount({ ...amount, count }) }, { type: "SET" });
}

function unitOf(tokens: readonly Token[], at: number): Amount | null {
  const unit = tokens[at]?.word;
  if (unit?.kind !== "unit") return null;
  return { to: at + 1, unit: unit.code as Unit, count: unit.value, rest: null, mod: null };
}
