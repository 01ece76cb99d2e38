/**
 * Reasons: why a verdict was given, in one plain sentence for a person.
 *
 * Takes what the judge found; names accounts by their publisher and quotes the
 * words that moved, shortened. Nothing here is decided.
 */

import type { Account, Cell, Move, MoveKind, VerdictKind } from "./accounts.ts";

export interface ReasonGround {
  accounts: ReadonlyMap<string, Account>;
  nameOf: (actor: string) => string;
}

export function accountName({ publisher, title, document }: Account): string {
  return publisher ?? title ?? `document ${document.slice(0, 8)}`;
}

export function confirmedReason(cells: readonly Cell[], ground: ReasonGround, why: string): string {
  const sides = [...new Set(cells.flatMap(({ side }) => side ?? []))].sort();
  const origins = new Set(cells.map(({ account }) => ground.accounts.get(account)?.origin ?? account)).size;
  const who =
    sides.length > 1
      ? `Both sides say it: ${listOf(sides.map(ground.nameOf))}`
      : sides.length === 1 && cells.every(({ side }) => side !== null)
        ? `${counted(origins)} tell it, all on the word of ${ground.nameOf(sides[0] ?? "")}`
        : `${counted(origins)} tell it`;
  return `${who}${why ? `; ${why}` : ""}.`;
}

function counted(origins: number): string {
  return `${origins} independent accounts`;
}

export function onlyReason(cells: readonly Cell[], silent: number, ground: ReasonGround): string {
  const names = [...new Set(cells.map(({ account }) => nameFrom(account, ground)))];
  const copies =
    names.length > 1
      ? `Only ${names[0]} and its copies tell it`
      : `Only ${names[0] ?? "one account"} tells it`;
  return silent === 0
    ? `${copies}.`
    : `${copies}; ${silent === 1 ? "the other account was" : `${silent} others were`} searched and found silent.`;
}

function nameFrom(account: string, { accounts }: ReasonGround): string {
  const known = accounts.get(account);
  return known ? accountName(known) : account;
}

const SAYS: Readonly<Record<MoveKind, string>> = {
  negation: "a negation",
  modality: "how bound or sure it is",
  number: "a number",
  date: "a date",
  quantifier: "how much or how many",
  condition: "the condition",
  act: "the verb of speech",
  conjunct: "what is joined",
  "distance-marks": "quotation marks that keep a distance",
  actor: "who is named",
  detail: "a detail",
  word: "a word",
};

export function movedReason(
  kind: Exclude<VerdictKind, "confirmed" | "one-account-only">,
  pair: readonly [Cell, Cell],
  moves: readonly Move[],
  ground: ReasonGround,
  why: string,
): string {
  const [one, other] = [nameFrom(pair[0].account, ground), nameFrom(pair[1].account, ground)];
  if (kind === "attribution-differs") {
    const [a, b] = pair.map(({ speaker }) => (speaker === null ? "nobody" : ground.nameOf(speaker)));
    return `The same words are ${a}'s in ${one} and ${b}'s in ${other}.`;
  }
  const [move] = moves;
  if (!move) {
    const bare = why || (kind === "scope-differs" ? "one tells more than the other" : "the words part");
    return `${one} and ${other} differ: ${bare}.`;
  }
  const isFree =
    move.kind === "word" && [move.before, move.after].some(({ passage }) => passage.length > FEW);
  const [before, after] =
    isFree && kind === "contradicted"
      ? pair.map(({ words }) => quoted({ passage: words }))
      : [quoted(move.before), quoted(move.after)];
  const what = `${one} has ${before}, ${other} has ${after}`;
  if (kind === "contradicted") return `${what}, and both cannot be true${why ? `: ${why}` : ""}.`;
  const rest = moves.length > 1 ? `, and ${moves.length - 1} more` : "";
  return isFree ? `The words part: ${what}${rest}.` : `${sentence(SAYS[move.kind])} moved: ${what}${rest}.`;
}

/** More words than this are no word that moved, but a telling in words of its own. */
const FEW = 2;

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

const LONGEST = 60;

function quoted({ passage }: Pick<Move["before"], "passage">): string {
  if (passage.length === 0) return "nothing there";
  const words = passage.map((place) => place.words.replace(/\s+/g, " ")).join(" … ");
  return `“${words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words}”`;
}

function listOf(names: readonly string[]): string {
  return names.length < 2
    ? names.join("")
    : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}
