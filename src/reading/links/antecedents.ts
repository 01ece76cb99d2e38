/**
 * Antecedents: to which earlier mention a pronoun or description goes back.
 *
 * Candidates are the mentions before it, nearest first; what speaks for each is
 * added up. Speakers are the best candidates, then subjects; what stands in
 * another's mouth is farther away than its distance says. Two candidates about
 * as good give nobody: a wrong link is worse than none.
 *
 * Known miss: a subject set after its verb ("said Lindqvist"), where no
 * attribution tells of it, counts as an object.
 */

import { between, type Linking } from "./linking.ts";

export interface Antecedent {
  mention: number;
  actor: string;
  confidence: number;
}

const FARTHEST_MENTIONS = 40;
const FARTHEST_SENTENCES = 6;
/** Points by which the best must be ahead of the next. */
const CLEAR = 1;

export interface Search {
  /** Who can be meant at all. */
  fits(actor: string, mention: number): boolean;
  /** Points to add for what only the asker knows. */
  bonus?(actor: string, mention: number): number;
  /** Told sentences to look back at most. */
  farthest?: number;
}

/** The one earlier mention that is clearly the best; `null` when none is. */
export function antecedentOf(linking: Linking, mention: number, search: Search): Antecedent | null {
  const best = new Map<string, { mention: number; points: number }>();
  const limit = Math.max(0, mention - FARTHEST_MENTIONS);
  for (let earlier = mention - 1; earlier >= limit; earlier--) {
    if (tellingDistance(linking, earlier, mention) > (search.farthest ?? FARTHEST_SENTENCES)) break;
    const { actor } = linking.resolve(earlier);
    if (actor === null || !search.fits(actor, earlier)) continue;
    const points = pointsOf(linking, earlier, mention) + (search.bonus?.(actor, earlier) ?? 0);
    const known = best.get(actor);
    if (!known) best.set(actor, { mention: earlier, points });
    else if (points > known.points) best.set(actor, { mention: earlier, points: points + 0.3 });
    else known.points += 0.1;
  }
  return clearest(best);
}

function clearest(best: ReadonlyMap<string, { mention: number; points: number }>): Antecedent | null {
  let first: (Antecedent & { points: number }) | null = null;
  let second = Number.NEGATIVE_INFINITY;
  for (const [actor, { mention, points }] of best) {
    if (first === null || points > first.points) {
      second = Math.max(second, first?.points ?? second);
      first = { mention, actor, points, confidence: 0 };
    } else {
      second = Math.max(second, points);
    }
  }
  if (first === null || first.points < 1 || first.points - second < CLEAR) return null;
  const margin = Math.min(first.points - second, 4);
  return { mention: first.mention, actor: first.actor, confidence: 0.6 + 0.07 * margin };
}

function pointsOf(linking: Linking, earlier: number, mention: number): number {
  const { frames } = linking;
  const distance = tellingDistance(linking, earlier, mention);
  let points =
    distance === 0
      ? 3.8
      : distance === 1
        ? 3
        : distance === 2
          ? 1.8
          : distance === 3
            ? 0.8
            : -0.5 * (distance - 3);
  if (frames.isSource(earlier)) points += 2;
  if (isSubject(linking, earlier)) points += 1.5;
  if (frames.of(earlier) === frames.of(mention)) points += 1;
  else if (frames.isQuoted(earlier) && !frames.isQuoted(mention)) points -= 2;
  return points;
}

export function tellingDistance(linking: Linking, earlier: number, mention: number): number {
  const { telling, sentence, frames } = linking;
  const order = frames.isQuoted(mention) ? sentence : telling;
  return (order[mention] ?? 0) - (order[earlier] ?? 0);
}

/** Small words after which a mention is no subject. */
const OBLIQUE =
  /(?:^|[^\p{L}])(?:to|of|with|by|from|for|on|about|against|between|at|in|into|over|told|asked|urged|met|thanked|called|informed|congratulated|via|through|than|like)\s*(?:the\s*)?["“«]?$/iu;

/** Pairs of names joined by "and" that are followed back to the first. */
const LONGEST_LIST = 6;

/** Whether the mention looks like a subject: nothing governs it, or the first of its list, from before. */
export function isSubject(linking: Linking, mention: number): boolean {
  const { mentions, text, sentence } = linking;
  let at = mention;
  for (let step = 0; step < LONGEST_LIST; step++) {
    const here = mentions[at];
    if (!here || here.clue.pronoun?.owns || isOwner(text, here.end)) return false;
    const before = text.slice(Math.max(0, here.start - 16), here.start);
    if (!/(?:^|\s)and\s*$/i.test(before)) return !OBJECT.test(here.words) && !OBLIQUE.test(before);
    // "And Orlov told", "... and Orlov told": a clause begins anew. "Orlov and Vale told": as Orlov.
    const listed = sentence[at - 1] === sentence[at] && between(linking, at - 1, at).trim() === "and";
    if (!listed) return true;
    at--;
  }
  return true;
}

const OBJECT = /^(?:him|them|me|us|himself|herself|themselves)$/i;

function isOwner(text: string, end: number): boolean {
  return /^['’]/.test(text.slice(end, end + 1));
}
