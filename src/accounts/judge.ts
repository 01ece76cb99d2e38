/**
 * The judge: how two tellings of one matter stand to each other.
 *
 * Takes two tellings that are one point; gives their stand with the moves that
 * show it. The strictest fitting stand counts: contradicted, then another
 * mouth, then words that matter, then more or less told; nothing moved is
 * confirmed. A contradiction is said only where both contents go the same way
 * around the one word that parts them, so that both cannot be true; in doubt
 * the words differ.
 *
 * Known miss: a contradiction told in other words ("no apology was offered" /
 * "he said that he was sorry").
 */

import { ACT_FORCES, MODAL_FORCE, OPPOSITES } from "../lexicon/compared.ts";
import type { Actor } from "../reading/reading.ts";
import type { VerdictKind } from "./accounts.ts";
import type { Term } from "./contents.ts";
import { type Difference, differenceOf, type Gap } from "./differences.ts";
import { movesOf, SAME_SENTENCE, type TermMove } from "./moves.ts";
import { speakersRelation } from "./speakers.ts";
import type { Telling } from "./tellings.ts";
import { datesRelation } from "./values.ts";

export interface Stand {
  kind: Exclude<VerdictKind, "one-account-only">;
  /** Probability that it is right, given that both tell of one matter. */
  confidence: number;
  moves: TermMove[];
}

export function standOf(a: Telling, b: Telling, actors: ReadonlyMap<string, Actor>): Stand {
  const difference = differenceOf(a.content, b.content);
  const moves = [...movesOf(a.content, b.content, difference), ...movedActs(a, b)];
  const clash = clashIn(a, b, difference, moves);
  if (clash) return { kind: "contradicted", confidence: clash.confidence, moves: [clash.move] };
  if (isOtherMouth(a, b, difference, actors))
    return { kind: "attribution-differs", confidence: 0.6 + difference.overlap * 0.3, moves };
  const wording = moves.filter((move) => mattersAsWording(move, difference));
  if (wording.length > 0)
    return { kind: "wording-differs", confidence: confidenceOf(wording, difference), moves };
  const scope = moves.filter((move) => mattersAsScope(move, difference));
  if (scope.length > 0 || isPartOf(difference))
    return { kind: "scope-differs", confidence: scope.length > 0 ? 0.65 : 0.5, moves };
  return { kind: "confirmed", confidence: 0.6 + difference.overlap * 0.35, moves };
}

interface Clash {
  move: TermMove;
  confidence: number;
}

/** From here on contents go the same way far enough for one word to make them clash. */
const SAME_MATTER = 0.5;

function clashIn(a: Telling, b: Telling, difference: Difference, moves: readonly TermMove[]): Clash | null {
  if (difference.overlap < SAME_MATTER) return null;
  // A condition or a modal that moved too leaves room for both.
  if (moves.some(({ kind }) => kind === "condition" || kind === "modality")) return null;
  const words = moves.filter(({ kind }) => kind === "word" || kind === "detail" || kind === "actor").length;
  return negationClash(a, b, moves, words) ?? valueClash(moves, difference) ?? oppositeClash(difference);
}

/** One content denies what the other says, and nothing else parts them. */
function negationClash(a: Telling, b: Telling, moves: readonly TermMove[], words: number): Clash | null {
  const negations = moves.filter(({ kind }) => kind === "negation");
  const byAct = deniesByAct(a) !== deniesByAct(b) ? 1 : 0;
  if ((negations.length + byAct) % 2 === 0 || words > MOST_OTHER_WORDS) return null;
  const [move] = negations;
  if (move) return { move, confidence: 0.8 };
  const act: TermMove = { kind: "act", before: termsFrom(a), after: termsFrom(b), held: 1 };
  return { move: act, confidence: 0.7 };
}

const MOST_OTHER_WORDS = 2;

function deniesByAct({ verb }: Telling): boolean {
  return verb !== null && /^(?:deny|refuse|reject|decline)$/.test(verb);
}

/** Two exact numbers or days for one thing. */
function valueClash(moves: readonly TermMove[], difference: Difference): Clash | null {
  const approximate = moves.some(({ kind }) => kind === "quantifier");
  for (const move of moves) {
    const [before, after] = [move.before[0], move.after[0]];
    if (!before || !after || move.held < 0.5) continue;
    if (move.kind === "date" && datesRelation(before.key, after.key, null) === "apart")
      return { move, confidence: 0.75 };
    if (
      move.kind === "number" &&
      !approximate &&
      difference.overlap >= SAME_SENTENCE &&
      before.value !== null &&
      after.value !== null
    )
      return { move, confidence: 0.75 };
  }
  return null;
}

/** "Agreed to extend" / "agreed to end". */
function oppositeClash({ gaps, overlap }: Difference): Clash | null {
  if (overlap < SAME_SENTENCE) return null;
  for (const gap of gaps) {
    const pair = oppositesIn(gap);
    if (pair)
      return {
        move: { kind: "word", before: [pair[0]], after: [pair[1]], held: gap.held },
        confidence: 0.75,
      };
  }
  return null;
}

function oppositesIn({ a, b }: Gap): [Term, Term] | null {
  for (const before of a) {
    for (const after of b) {
      if (areOpposite(before.words.toLowerCase(), after.words.toLowerCase())) return [before, after];
    }
  }
  return null;
}

function areOpposite(one: string, other: string): boolean {
  return OPPOSITES.some(
    (pair) =>
      (isFormIn(pair.one, one) && isFormIn(pair.other, other)) ||
      (isFormIn(pair.one, other) && isFormIn(pair.other, one)),
  );
}

/** The word or its regular forms. */
function isFormIn(set: ReadonlySet<string>, word: string): boolean {
  if (set.has(word)) return true;
  const stem = word.replace(/(?:ies|ied)$/, "y").replace(/(?:s|d|ed|ing)$/, "");
  return (
    set.has(stem) ||
    set.has(`${stem}e`) ||
    set.has(stem.replace(/(.)\1$/, "$1")) ||
    set.has(word.replace(/ed$/, "e"))
  );
}

/** The same words, and named speakers who are two. */
function isOtherMouth(
  a: Telling,
  b: Telling,
  difference: Difference,
  actors: ReadonlyMap<string, Actor>,
): boolean {
  if (difference.overlap < SAME_MATTER && difference.containment < 0.75) return false;
  if (speakersRelation(a, b, actors) !== "other") return false;
  // A report of what somebody said is given to the reporter in one account and to him in the other.
  const handsOn =
    a.chain.some(({ actor }) => actor === b.speaker) || b.chain.some(({ actor }) => actor === a.speaker);
  return !handsOn;
}

function mattersAsWording({ kind, before, after, held }: TermMove, { overlap }: Difference): boolean {
  const both = before.length > 0 && after.length > 0;
  switch (kind) {
    case "condition":
      return true;
    case "act":
      return true;
    case "modality":
      return both ? forceApart(before[0], after[0]) : true;
    case "negation":
      return !both && overlap >= SAME_MATTER;
    case "distance-marks":
      return true;
    case "number":
    case "date":
    case "actor":
      return both && held > 0 && overlap >= SAME_MATTER;
    case "word":
      return both;
    default:
      return false;
  }
}

function mattersAsScope({ kind, before, after }: TermMove, { overlap }: Difference): boolean {
  switch (kind) {
    case "quantifier":
    case "conjunct":
      return true;
    case "number":
    case "date":
      return true;
    case "detail":
      return true;
    case "actor":
      return overlap >= SAME_SENTENCE && (before.length === 0 || after.length === 0);
    default:
      return false;
  }
}

/** "May" and "will" bind apart; "can" and "may" hardly. */
function forceApart(before: Term | undefined, after: Term | undefined): boolean {
  const [one, other] = [MODAL_FORCE.get(before?.key ?? ""), MODAL_FORCE.get(after?.key ?? "")];
  if (one === undefined || other === undefined) return before?.key !== after?.key;
  return Math.abs(one - other) > 0;
}

/** One content is all in the other, which goes on. */
function isPartOf({ containment, overlap }: Difference): boolean {
  return containment >= 0.8 && overlap < 0.65;
}

function confidenceOf(moves: readonly TermMove[], { overlap }: Difference): number {
  return Math.min(0.9, 0.45 + overlap * 0.35 + (moves.length > 1 ? 0.05 : 0));
}

/** Verbs of speech that differ in what they do: "asked" / "demanded", "stated" / "warned". */
function movedActs(a: Telling, b: Telling): TermMove[] {
  if (
    a.act === null ||
    b.act === null ||
    a.act === b.act ||
    a.verb === null ||
    b.verb === null ||
    a.verb === b.verb
  )
    return [];
  const [one, other] = [ACT_FORCES[a.act], ACT_FORCES[b.act]];
  if (one.force === 0 || other.force === 0) return [];
  if (one.family === other.family && one.force === other.force) return [];
  return [{ kind: "act", before: termsFrom(a), after: termsFrom(b), held: 1 }];
}

function termsFrom({ verbWords }: Telling): Term[] {
  return verbWords.map((place) => ({
    ...place,
    kind: "word",
    key: place.words.toLowerCase(),
    value: null,
    condition: -1,
    distant: false,
  }));
}
