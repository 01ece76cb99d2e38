/**
 * States, organs, outlets and pronouns in a line, where they point at somebody
 * rather than tell a place.
 */

import { pronounOf } from "../../lexicon/pronouns.ts";
import { roleOf } from "../../lexicon/titles.ts";
import type { Token } from "../../text/tokens.ts";
import { type Clue, noClue } from "./clues.ts";
import type { Found, Line, Scan } from "./named.ts";
import { isPlaceHere, saysNext } from "./places.ts";
import { type ThingRun, thingAt } from "./things.ts";

export function thingMentionAt(scan: Scan, line: Line, at: number): Found | null {
  const { tokens } = line;
  const article = tokens[at]?.fold === "the";
  const run = thingAt(tokens, article ? at + 1 : at, scan.gazetteer);
  if (!run) return null;
  const from = article ? at + 1 : at;
  const to = from + run.length;
  const { thing } = run;
  if (isPartOfLonger(tokens, from, run) || isSecondHalf(scan, tokens, from)) return null;
  const clue: Clue = { ...noClue(), thing, definite: article };
  if (thing.kind === "demonym") return tokens[from]?.upper ? { to, form: "name", clue } : null;
  if (thing.kind === "people") return article ? { to, form: "group", clue } : null;
  const start = tokens[at - 1]?.fold === "the" ? at - 1 : at;
  if (thing.kind === "capital") return isPlaceHere(tokens, start, to) ? null : { to, form: "metonym", clue };
  if (thing.kind === "organ" && isPlaceHere(tokens, start, to)) return null;
  return { to, form: "name", clue };
}

/** Names that many states or bodies have: after another capital they are part of a longer name. */
const SHARED =
  /^(?:security council|general assembly|congress|senate|national assembly|duma|rada|commonwealth|contact group|state council|quad|guardian|times|house of representatives|human rights council)$/;

/** "the Syrian Dialogue Congress" is no congress that the list knows. */
function isPartOfLonger(tokens: readonly Token[], from: number, run: ThingRun): boolean {
  const before = tokens[from - 1];
  if (!before?.capital || tokens[from]?.before !== "space" || from === 1) return false;
  const words = tokens.slice(from, from + run.length).map((token) => token.fold);
  return SHARED.test(words.join(" "));
}

/** "Russian-Azerbaijan partnership": an adjective in two halves. */
function isSecondHalf(scan: Scan, tokens: readonly Token[], from: number): boolean {
  if (tokens[from]?.before !== "hyphen") return false;
  return thingAt(tokens, from - 1, scan.gazetteer)?.thing.kind === "demonym";
}

/** "The two last spoke": two of whom the text has told, without a noun. */
function theTwoAt(tokens: readonly Token[], at: number): Found | null {
  const isTwo =
    tokens[at]?.fold === "the" && tokens[at + 1]?.fold === "two" && tokens[at + 2]?.before === "space";
  if (!isTwo || !DOES.test(tokens[at + 2]?.fold ?? "")) return null;
  const clue = { ...noClue(), role: roleOf("politician"), plural: true, definite: true, count: 2 };
  return { to: at + 2, form: "group", clue };
}

const DOES =
  /^(?:had|have|has|last|also|then|will|spoke|met|talked|agreed|discussed|exchanged|held|reviewed|were|reaffirmed)$/;

export function pronounAt(tokens: readonly Token[], at: number): Found | null {
  const two = theTwoAt(tokens, at);
  if (two) return two;
  const token = tokens[at];
  const pronoun = token ? pronounOf(token.fold) : null;
  if (!token || !pronoun || isOtherWord(token)) return null;
  if (pronoun.gender === "n" && !(token.fold === "it" && saysNext(tokens, at + 1))) return null;
  return { to: at + 1, form: "pronoun", clue: { ...noClue(), pronoun, plural: pronoun.number === "many" } };
}

/** "US" is a state, "I" a numeral after a name, "i" no word. */
function isOtherWord(token: Token): boolean {
  if (token.fold === "i") return !token.capital || token.before === "hyphen" || token.possessive;
  return token.upper || token.fold === "mine";
}
