/**
 * Moves: which words that matter stand in one content where another has others,
 * or none.
 *
 * Takes two contents; gives each move with the words on both sides. A move in a
 * condition is told as the condition's, whatever word it is. Plain words are
 * told only where both contents go the same way around them; between two free
 * renderings of one thought they are no finding.
 *
 * Known miss: who does what to whom ("Vale told Ortiz" / "Ortiz told Vale") has
 * the same words, and no move.
 */

import { MODAL_FORCE } from "../lexicon/compared.ts";
import type { Evidence, Move, MoveKind } from "./accounts.ts";
import type { Content, Term, TermKind } from "./contents.ts";
import { type Difference, differenceOf, type Gap } from "./differences.ts";

export function movesBetween(a: Content, b: Content): Move[] {
  return movesOf(a, b, differenceOf(a, b)).map(({ kind, before, after }) => ({
    kind,
    before: evidenceOf(a, before),
    after: evidenceOf(b, after),
  }));
}

/** A move with its terms; one side may be empty. */
export interface TermMove {
  kind: MoveKind;
  before: Term[];
  after: Term[];
  /** How firmly both contents go the same way around it, 0 to 1. */
  held: number;
}

/** From here on two contents tell one sentence in nearly the same words, and each other word was put there. */
export const SAME_SENTENCE = 0.6;

export function movesOf(a: Content, b: Content, difference: Difference): TermMove[] {
  const close = difference.overlap >= SAME_SENTENCE;
  const moves = [
    ...movedConditions(a, b, difference),
    ...movedKind("negation", difference.gaps),
    ...movedModals(difference.gaps, close),
    ...movedKind("number", difference.gaps),
    ...movedKind("date", difference.gaps),
    ...movedKind("quantifier", difference.gaps),
    ...movedKind("actor", difference.gaps),
    ...movedConjuncts(a, b, difference),
    ...movedMarks(difference),
    ...(close ? movedWords(difference.gaps) : []),
  ];
  return moves.sort((one, other) => startOf(one) - startOf(other));
}

function startOf({ before, after }: TermMove): number {
  return before[0]?.start ?? after[0]?.start ?? 0;
}

function evidenceOf(content: Content, terms: readonly Term[]): Evidence {
  const passage = terms
    .map(({ start, end, words }) => ({ start, end, words }))
    .sort((a, b) => a.start - b.start);
  return { document: content.document, passage };
}

const MOVE_OF: Partial<Record<TermKind, MoveKind>> = {
  negation: "negation",
  modality: "modality",
  number: "number",
  date: "date",
  quantifier: "quantifier",
  actor: "actor",
};

/** Left-over terms of a kind, each with the one of the same kind that stands nearest in the other content. */
function movedKind(kind: TermKind, gaps: readonly Gap[]): TermMove[] {
  const move = MOVE_OF[kind];
  if (!move) return [];
  const moves: TermMove[] = [];
  const lone: { a: [Term, number][]; b: [Term, number][] } = { a: [], b: [] };
  for (const { a, b, held } of gaps) {
    const [left, right] = [outside(a, kind), outside(b, kind)];
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
      const [before, after] = [left[i], right[i]];
      if (before && after) moves.push({ kind: move, before: [before], after: [after], held });
      else if (before) lone.a.push([before, held]);
      else if (after) lone.b.push([after, held]);
    }
  }
  for (let i = 0; i < Math.max(lone.a.length, lone.b.length); i++) {
    const [before, after] = [lone.a[i], lone.b[i]];
    // Two that stand in different places need not answer each other.
    const held = before && after ? 0 : Math.max(before?.[1] ?? 0, after?.[1] ?? 0);
    moves.push({ kind: move, before: before ? [before[0]] : [], after: after ? [after[0]] : [], held });
  }
  return moves;
}

/** Terms of a kind that stand in no condition: those are the condition's. */
function outside(terms: readonly Term[], kind: TermKind): Term[] {
  return terms.filter((term) => term.kind === kind && term.condition < 0);
}

/** A modal against none is a move only where the sentences are the same: "will end" / "ends" bind alike. */
function movedModals(gaps: readonly Gap[], close: boolean): TermMove[] {
  return movedKind("modality", gaps).filter(({ before, after }) => {
    if (before.length > 0 && after.length > 0) return true;
    const lone = before[0] ?? after[0];
    const plain = lone?.key === "will";
    return !plain && (close || MODAL_FORCE.has(lone?.key ?? ""));
  });
}

/** Conditions that one content has and the other has not, or that say something else. */
function movedConditions(a: Content, b: Content, { gaps, common, overlap }: Difference): TermMove[] {
  const [left, right] = [a.terms.filter(inCondition), b.terms.filter(inCondition)];
  if (left.length === 0 && right.length === 0) return [];
  const [loneA, loneB] = [gaps.flatMap((gap) => gap.a), gaps.flatMap((gap) => gap.b)].map((terms) =>
    terms.filter((term) => inCondition(term) && term.kind !== "conjunct"),
  ) as [Term[], Term[]];
  if (left.length === 0 || right.length === 0) {
    const [whole, lone] = left.length > 0 ? [left, loneA] : [right, loneB];
    // The other may tell it without the reader having seen a condition there.
    const heavy = whole.filter(({ kind }) => kind !== "small" && kind !== "conjunct");
    if (heavy.length === 0 || lone.length < heavy.length / 2) return [];
    return [{ kind: "condition", before: left, after: right, held: 1 }];
  }
  const kindsDiffer = familyOf(a) !== familyOf(b);
  if (kindsDiffer) return [{ kind: "condition", before: left, after: right, held: 1 }];
  const kept = common.filter(([one, other]) => inCondition(one) && inCondition(other)).length;
  const lone = loneA.length + loneB.length;
  // Two free renderings of one condition share half of their words; in one sentence told twice each word counts.
  const free = overlap < NEARLY_THE_SAME && 2 * kept >= lone && ![...loneA, ...loneB].some(isGrave);
  return lone === 0 || free ? [] : [{ kind: "condition", before: loneA, after: loneB, held: 1 }];
}

/** From here on nothing but a word or two parts the contents. */
export const NEARLY_THE_SAME = 0.75;

function isGrave({ kind }: Term): boolean {
  return kind === "negation" || kind === "number" || kind === "date";
}

function inCondition({ condition }: Term): boolean {
  return condition >= 0;
}

/** "If", "in the event of" and "should" ask for one thing; "unless", "only if" and "until" each for another. */
function familyOf(content: Content): string {
  return content.conditions
    .map((kind) => (/^(?:if|in-the-event-of|should|provided|as-long-as|anaphoric)$/.test(kind) ? "if" : kind))
    .sort()
    .join(" ");
}

/** "Energy and infrastructure" / "energy infrastructure"; "and" / "or". */
function movedConjuncts(a: Content, b: Content, { gaps }: Difference): TermMove[] {
  const moves: TermMove[] = [];
  for (const gap of gaps) {
    if (gap.held < 1) continue;
    const [before, after] = [gap.a, gap.b].map((terms) =>
      terms.filter(({ kind }) => kind === "conjunct"),
    ) as [Term[], Term[]];
    const bare = gap.a.length === before.length && gap.b.length === after.length;
    if (!bare || before.length + after.length === 0) continue;
    if (before.length === 0 && !stands(a, b, after)) continue;
    if (after.length === 0 && !stands(b, a, before)) continue;
    moves.push({ kind: "conjunct", before, after, held: 1 });
  }
  return moves;
}

/** Whether the words around these conjuncts stand side by side in the other content, with no comma for an "and". */
function stands(other: Content, own: Content, conjuncts: readonly Term[]): boolean {
  const at = own.terms.findIndex((term) => term.start === conjuncts[0]?.start);
  const [before, after] = [own.terms[at - 1], own.terms[at + 1]];
  if (!before || !after) return false;
  return other.terms.some((term, i) => {
    const next = other.terms[i + 1];
    return (
      next !== undefined && term.key === before.key && next.key === after.key && next.start - term.end <= 1
    );
  });
}

/** A word that one account holds at a distance with quotation marks, and the other does not. */
function movedMarks({ common }: Difference): TermMove[] {
  return common
    .filter(([a, b]) => a.distant !== b.distant && a.kind === "word")
    .map(([a, b]) => ({ kind: "distance-marks", before: [a], after: [b], held: 1 }) satisfies TermMove);
}

function movedWords(gaps: readonly Gap[]): TermMove[] {
  return gaps.flatMap(({ a, b, held }) => {
    const [before, after] = [outside(a, "word"), outside(b, "word")];
    if (before.length + after.length === 0) return [];
    const kind: MoveKind = before.length > 0 && after.length > 0 ? "word" : "detail";
    return [{ kind, before, after, held }];
  });
}
