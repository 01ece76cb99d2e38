/**
 * The judge: how two tellings of one matter stand to each other.
 *
 * Takes two tellings that are one point, and what the model made of them; gives
 * their stand with the moves that show it. First the words are looked at, and
 * the strictest stand that they show counts: contradicted, then another mouth,
 * then words that matter, then more or less told; nothing moved is confirmed. A
 * contradiction is shown by words only where both contents go the same way
 * around the one word that parts them, so that both cannot be true.
 *
 * Where the model read the two, both are weighed together (`stand-weights.ts`,
 * fitted by `scripts/fit-stands.ts`). A word that moved in sentences nearly the
 * same is for the words alone, whatever the model makes of them.
 */

import { ACT_FORCES, MEASURING_QUANTIFIERS, MODAL_FORCE, OPPOSITES } from "../lexicon/compared.ts";
import type { Actor } from "../reading/reading.ts";
import type { Term } from "./contents.ts";
import { answers } from "./denials.ts";
import { type Difference, differenceOf, type Gap } from "./differences.ts";
import { firmnessOf, isFirmer } from "./firmness.ts";
import { movesOf, NEARLY_THE_SAME, SAME_SENTENCE, type TermMove } from "./moves.ts";
import type { PairStands, StandKind } from "./pair-stands.ts";
import { type SpeakerRelation, speakersRelation } from "./speakers.ts";
import { specificsMoved } from "./specifics.ts";
import { decided, type StandChances, standChances, standFeatures, surely } from "./stands.ts";
import type { Telling } from "./tellings.ts";
import { datesRelation } from "./values.ts";

export interface Stand {
  kind: StandKind;
  /** Probability that it is right, given that both tell of one matter. */
  confidence: number;
  moves: TermMove[];
  /** Probability of each stand; `null` where the model did not read the two, and the words alone decide. */
  chances: StandChances | null;
}

/**
 * @param alike how probable it is that both are one point.
 * @param as the stand to show, where that was decided by more than these two.
 */
export function standOf(
  a: Telling,
  b: Telling,
  actors: ReadonlyMap<string, Actor>,
  read: PairStands,
  alike: number,
  as?: StandKind,
): Stand {
  const shown = shownBy(a, b, actors);
  const byWords = standByWords(shown);
  if (read === null) return byWords;
  const chances = chancesOf(shown, byWords.kind, read);
  const kind = as ?? decided(chances, alike);
  return { kind, confidence: chances[kind], moves: movesFor(kind, shown), chances };
}

/** What the words of two tellings show. */
export interface Shown {
  difference: Difference;
  /** Whether nothing but white space and the form of marks parts them. */
  isSame: boolean;
  speakers: SpeakerRelation;
  isOtherMouth: boolean;
  moves: TermMove[];
  clash: Clash | null;
  wording: TermMove[];
  scope: TermMove[];
  more: TermMove | null;
}

export function shownBy(a: Telling, b: Telling, actors: ReadonlyMap<string, Actor>): Shown {
  const difference = differenceOf(a.content, b.content);
  const isSame = plainOf(a.text) === plainOf(b.text);
  const moves = [...(isSame ? [] : movesOf(a.content, b.content, difference)), ...movedActs(a, b)];
  const pair: Pair = { a, b, difference };
  const speakers = speakersRelation(a, b, actors);
  return {
    difference,
    isSame,
    speakers,
    isOtherMouth: isOtherMouth(pair, actors),
    moves,
    clash: clashIn(a, b, difference, moves, speakers),
    wording: [
      ...moves.filter((move) => mattersAsWording(move, pair)),
      ...(isSame ? [] : firmnessMoved(a, b)),
    ],
    scope: [
      ...moves.filter((move) => mattersAsScope(move, pair)),
      ...(isSame ? [] : specificsMoved(a.content, b.content, difference)),
    ],
    more: isSame ? null : moreTold(difference),
  };
}

export function standByWords({ difference, isOtherMouth, clash, wording, scope, more }: Shown): Stand {
  const { overlap } = difference;
  if (clash)
    return { kind: "contradicted", confidence: clash.confidence, moves: [clash.move], chances: null };
  const telling = [...wording, ...scope];
  if (isOtherMouth)
    return { kind: "attribution-differs", confidence: 0.6 + overlap * 0.3, moves: telling, chances: null };
  if (wording.length > 0)
    return {
      kind: "wording-differs",
      confidence: confidenceOf(wording, difference),
      moves: telling,
      chances: null,
    };
  if (scope.length > 0) return { kind: "scope-differs", confidence: 0.65, moves: telling, chances: null };
  if (more) return { kind: "scope-differs", confidence: 0.5, moves: [more], chances: null };
  return { kind: "confirmed", confidence: 0.6 + overlap * 0.35, moves: [], chances: null };
}

/**
 * By words and model together. What nothing but white space parts is for the words alone, and so is a word that moved in
 * sentences nearly the same; in one sentence told twice, or inside a longer one, a word that moved is no confirmation, nor is ever another number or day in the same place; and one mouth is not another.
 */
function chancesOf(shown: Shown, byWords: StandKind, read: Float32Array): StandChances {
  const { overlap, containment } = shown.difference;
  if (shown.isSame || (overlap >= NEARLY_THE_SAME && byWords !== "confirmed")) return surely(byWords);
  const chances = standChances(standFeatures(shown, byWords, read));
  const isOneSentence = overlap >= SAME_SENTENCE || containment >= NEARLY_THE_SAME;
  const moved = (isOneSentence && byWords !== "confirmed") || shown.moves.some(isOtherValue);
  return {
    ...chances,
    ...(moved ? { confirmed: 0 } : {}),
    ...(shown.speakers === "same" ? { "attribution-differs": 0 } : {}),
  };
}

/** Another number or day in the same place. */
function isOtherValue({ kind, before, after, held }: TermMove): boolean {
  return (kind === "number" || kind === "date") && before.length > 0 && after.length > 0 && held > 0;
}

function movesFor(kind: StandKind, { clash, wording, scope, more, difference }: Shown): TermMove[] {
  const found = [...wording, ...scope];
  switch (kind) {
    case "confirmed":
      return [];
    case "attribution-differs":
      return found;
    case "contradicted":
      return clash ? [clash.move] : partedIn(difference);
    case "wording-differs":
      return wording.length > 0 ? found : partedIn(difference);
    case "scope-differs":
      return scope.length > 0 ? scope : more ? [more] : partedIn(difference);
  }
}

/** All words that have no fellow: what parts two free renderings, where no single word does. */
function partedIn({ gaps }: Difference): TermMove[] {
  const [before, after] = [gaps.flatMap(({ a }) => a), gaps.flatMap(({ b }) => b)].map((terms) =>
    terms.filter(({ kind }) => kind !== "conjunct"),
  ) as [Term[], Term[]];
  if (before.length + after.length === 0) return [];
  return [{ kind: before.length > 0 && after.length > 0 ? "word" : "detail", before, after, held: 0 }];
}

function firmnessMoved(a: Telling, b: Telling): TermMove[] {
  const [one, other] = [firmnessOf(a), firmnessOf(b)];
  if (!one || !other || !isFirmer(one, other)) return [];
  return [{ kind: "modality", before: one.shown, after: other.shown, held: 1 }];
}

/** White space and the form of quotation marks make no other words. */
function plainOf(text: string): string {
  return text
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}

interface Pair {
  a: Telling;
  b: Telling;
  difference: Difference;
}

export interface Clash {
  move: TermMove;
  confidence: number;
}

/** From here on contents go the same way far enough for one word to make them clash. */
const SAME_MATTER = 0.5;

function clashIn(
  a: Telling,
  b: Telling,
  difference: Difference,
  moves: readonly TermMove[],
  speakers: SpeakerRelation,
): Clash | null {
  const denied = deniedClash(a, b);
  if (denied) return denied;
  // Two who say the opposite of each other disagree, and both accounts of it may be true.
  if (speakers === "other") return null;
  // A condition or a modal that moved too leaves room for both.
  if (moves.some(({ kind, held }) => kind === "condition" || (kind === "modality" && held > 0))) return null;
  return (
    refusalClash(a, b, difference) ??
    negationClash(a, b, difference, moves) ??
    (difference.overlap < SAME_MATTER ? null : valueClash(moves, difference)) ??
    (moves.length === 0 || moves.some(({ kind }) => kind === "negation") ? null : oppositeClash(difference))
  );
}

/** One says that nothing of the kind was done, the other that it was. */
function deniedClash(a: Telling, b: Telling): Clash | null {
  const [denier, other] = a.denial && answers(b, a.denial, true) ? [a, b] : [b, a];
  const denial = denier.denial;
  if (!denial || !answers(other, denial, true)) return null;
  const told = other.content.terms.filter(({ key, kind }) => kind !== "small" && denial.heart.includes(key));
  const shown = told.length > 0 ? told : termsFrom(other);
  const denied = denier.content.terms.filter(
    (term) => term === denial.negation || denial.heart.includes(term.key),
  );
  const move: TermMove = {
    kind: "negation",
    before: denier === a ? denied : shown,
    after: denier === a ? shown : denied,
    held: 1,
  };
  return { move, confidence: 0.8 };
}

/** One refused what the other says was accepted: "turned the invitation down" / "was invited, and accepted". */
function refusalClash(a: Telling, b: Telling, difference: Difference): Clash | null {
  const [refuser, other] = a.deed === "refuse" ? [a, b] : [b, a];
  if (
    refuser.deed !== "refuse" ||
    other.deed === "refuse" ||
    deniesOrDoubts(refuser) ||
    deniesOrDoubts(other)
  )
    return null;
  if (!difference.common.some(([{ kind }]) => kind === "word")) return null;
  const accepted = other.content.terms.filter(
    ({ words, condition }) => condition < 0 && ACCEPTED.test(words),
  );
  const shown = other.deed === "agree" ? termsFrom(other) : accepted;
  if (shown.length === 0) return null;
  const refused = termsFrom(refuser);
  const move: TermMove = {
    kind: "act",
    before: refuser === a ? refused : shown,
    after: refuser === a ? shown : refused,
    held: 1,
  };
  return { move, confidence: 0.65 };
}

const ACCEPTED = /^(?:accepted|agreed|consented)$/i;

function deniesOrDoubts({ content }: Telling): boolean {
  return content.terms.some(
    ({ kind, condition }) => condition < 0 && (kind === "negation" || kind === "modality"),
  );
}

/** One content denies the very thing that the other says: the word that "not" stands before is in both. */
function negationClash(
  a: Telling,
  b: Telling,
  difference: Difference,
  moves: readonly TermMove[],
): Clash | null {
  const close = difference.overlap >= SAME_MATTER || difference.containment >= MOSTLY_HELD;
  const words = difference.common.filter(
    ([{ kind }]) => kind === "word" || kind === "number" || kind === "date",
  );
  if (!close || (words.length < FEW && difference.overlap < NEARLY_THE_SAME)) return null;
  const negations = moves.filter(({ kind }) => kind === "negation");
  // "Opposes it" / "does not support it": two denials of the same.
  if (negations.length > 0 && difference.gaps.some((gap) => oppositesIn(gap) !== null)) return null;
  const byAct = deniesByAct(a) !== deniesByAct(b) ? 1 : 0;
  if ((negations.length + byAct) % 2 === 0) return null;
  const [move] = negations.filter(({ before, after }) => before.length === 0 || after.length === 0);
  if (!move) return byAct ? { move: actMove(a, b), confidence: 0.65 } : null;
  const [content, negation] = move.before[0] ? [a.content, move.before[0]] : [b.content, move.after[0]];
  const denied = negation ? deniedBy(negation, content.terms) : null;
  const inBoth =
    denied !== null && difference.common.some(([one, other]) => one === denied || other === denied);
  return inBoth ? { move, confidence: 0.75 } : null;
}

const MOSTLY_HELD = 0.6;

/** The word that a negation stands before: "no apology", "was not discussed"; not one across a comma. */
function deniedBy(negation: Term, terms: readonly Term[]): Term | null {
  const at = terms.indexOf(negation);
  for (const term of terms.slice(at + 1, at + 5)) {
    if (term.kind === "word" || term.kind === "number" || term.kind === "date") return term;
  }
  return null;
}

function deniesByAct({ verb }: Telling): boolean {
  return verb !== null && /^(?:deny|refuse|reject|decline)$/.test(verb);
}

function actMove(a: Telling, b: Telling): TermMove {
  return { kind: "act", before: termsFrom(a), after: termsFrom(b), held: 1 };
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

/** The same words, and speakers who are two. */
function isOtherMouth({ a, b, difference }: Pair, actors: ReadonlyMap<string, Actor>): boolean {
  const shared = difference.common.filter(([{ kind }]) => kind === "word" || kind === "number").length;
  if (difference.overlap < TELLING_OF_ONE && (difference.containment < MUCH_HELD || shared < FEW))
    return false;
  return speakersRelation(a, b, actors) === "other";
}

/** Lower than for words: what another mouth says in words of its own is seldom taken for one point. */
const TELLING_OF_ONE = 0.35;
const MUCH_HELD = 0.4;
/** One word may meet by chance. */
const FEW = 2;

/** Moves in a free rendering are a reporter's choice; these are not. */
function mattersAsWording({ kind, before, after, held }: TermMove, { a, b, difference }: Pair): boolean {
  const both = before.length > 0 && after.length > 0;
  const { overlap } = difference;
  const same = overlap >= SAME_SENTENCE || difference.containment >= MOSTLY_HELD;
  switch (kind) {
    case "condition":
      // Both have it, and one only tells more of it: its extent.
      return both || a.content.conditions.length === 0 || b.content.conditions.length === 0;
    case "act":
    case "distance-marks":
      return true;
    case "modality":
      if (both) return held > 0 && forceApart(before[0], after[0]);
      return held >= 0.5 && overlap >= SAME_MATTER && binds(before[0] ?? after[0]);
    case "negation":
      return !both && same;
    case "number":
    case "date":
      return both && held > 0 && (overlap >= SAME_MATTER || same) && !nested(before[0], after[0]);
    case "actor":
      if (!both || held < 0.5) return false;
      // In the same place another state, however much else one tells.
      if (held === 1 && same && [before[0], after[0]].every(isState)) return true;
      return overlap >= SAME_SENTENCE && isNamed(before[0]) === isNamed(after[0]);
    case "word":
      return both && overlap >= NEARLY_THE_SAME;
    default:
      return false;
  }
}

function isState(term: Term | undefined): boolean {
  return term !== undefined && /^[A-Z]{3}$/.test(term.key);
}

/** A name that is tied to nobody: it may be anybody's. */
function isNamed(term: Term | undefined): boolean {
  return term?.key.startsWith("untied:") ?? false;
}

/** "Can" and "will" are in the verb forms of half of all reports. */
function binds(term: Term | undefined): boolean {
  return term !== undefined && term.key !== "can" && term.key !== "will";
}

function nested(before: Term | undefined, after: Term | undefined): boolean {
  if (before?.kind !== "date" || after?.kind !== "date") return false;
  return /^(?:wider|narrower)$/.test(datesRelation(before.key, after.key, null));
}

function mattersAsScope({ kind, before, after, held }: TermMove, { difference }: Pair): boolean {
  const both = before.length > 0 && after.length > 0;
  const { overlap } = difference;
  switch (kind) {
    case "condition":
      return true;
    case "quantifier":
      return (
        (both ? held > 0 : overlap >= SAME_SENTENCE) &&
        (overlap >= NEARLY_THE_SAME || ![...before, ...after].every(isLoose))
      );
    case "conjunct":
      return true;
    case "actor":
      // Added or lost where all else stays.
      return overlap >= NEARLY_THE_SAME;
    case "number":
      return overlap >= SAME_MATTER && held > 0;
    case "date":
      // "In October" / "on 15 October" says so in any words.
      return both && (nested(before[0], after[0]) || (overlap >= SAME_MATTER && held > 0));
    case "detail":
      return before.length + after.length >= ADDED || overlap >= NEARLY_THE_SAME;
    default:
      return false;
  }
}

/** "About", "some": rounding within a modifier agrees; "any" and "each" come and go with the grammar. */
function isLoose({ key }: Term): boolean {
  return !MEASURING_QUANTIFIERS.has(key);
}

/** "May" and "will" bind apart; "can" and "may" hardly. */
function forceApart(before: Term | undefined, after: Term | undefined): boolean {
  const [one, other] = [MODAL_FORCE.get(before?.key ?? ""), MODAL_FORCE.get(after?.key ?? "")];
  if (one === undefined || other === undefined) return before?.key !== after?.key;
  return Math.abs(one - other) > 0;
}

/** All that one says is in the other, which adds names, numbers or several words in one place. */
function moreTold({ gaps, containment }: Difference): TermMove | null {
  if (containment < NEARLY_ALL) return null;
  const [loneA, loneB] = [gaps.flatMap(({ a }) => a), gaps.flatMap(({ b }) => b)];
  const [long, short] = loneA.length > loneB.length ? [loneA, loneB] : [loneB, loneA];
  const words = (terms: readonly Term[]) =>
    terms.filter(({ kind }) => kind === "word" || kind === "number").length;
  if (words(long) < ADDED || words(short) > 1) return null;
  return {
    kind: "detail",
    before: long === loneA ? loneA : [],
    after: long === loneA ? [] : loneB,
    held: 0.5,
  };
}

const NEARLY_ALL = 0.7;
const ADDED = 3;

function confidenceOf(moves: readonly TermMove[], { overlap }: Difference): number {
  return Math.min(0.9, 0.45 + overlap * 0.35 + (moves.length > 1 ? 0.05 : 0));
}

/**
 * Verbs of speech that differ in what they do: "asked" / "demanded", "stated" /
 * "warned". The verb itself counts, not what the content lets one think.
 */
function movedActs(a: Telling, b: Telling): TermMove[] {
  if (a.deed === null || b.deed === null || a.deed === b.deed || a.verb === "want" || b.verb === "want")
    return [];
  const [one, other] = [ACT_FORCES[a.deed], ACT_FORCES[b.deed]];
  const plain = one.family === "plain" || other.family === "plain";
  const differs = plain
    ? one.family !== other.family && [one, other].some(({ family }) => family === "harm")
    : one.family === other.family
      ? Math.abs(one.force - other.force) >= (one.family === "harm" ? 1 : 2)
      : [a.deed, b.deed].every((deed) => deed === "hope" || BINDING.has(ACT_FORCES[deed].family));
  return differs ? [actMove(a, b)] : [];
}

/** Families of acts after which somebody is bound or put upon. */
const BINDING: ReadonlySet<string> = new Set(["ask", "bind", "harm", "refuse", "accuse"]);

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
