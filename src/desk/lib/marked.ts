/**
 * What is marked in a document: which words are source, cue and content of
 * which finding, how deep it is nested, and which words are damaged. Pure:
 * takes a Reading, gives coverings for `stretchesIn` and rules for the margin.
 */

import type { Attribution, Note, Reading, Statement } from "../../reading/reading.ts";
import { hullOf, type Passage, type Span } from "../../text/span.ts";
import type { Covering } from "../../text/stretches.ts";

export interface TextMark {
  /** Class of the words. */
  look: string;
  /** Finding that a click on the words goes to; `null` when to none. */
  id: string | null;
  /** Of two marks the deeper one is meant. */
  depth: number;
  /** What is told where the pointer rests on the words. */
  says?: string;
}

/** A line in the margin beside words that are somebody's. */
export interface MarginRule extends Span {
  /** Attribution, or a statement that has none. */
  id: string;
  depth: number;
  /** The narrator tells it in his own voice. */
  narrated: boolean;
}

/** How many attributions each one stands in. */
export function depthsOf(attributions: readonly Attribution[]): Map<string, number> {
  const within = new Map(attributions.map((one) => [one.id, one.within]));
  const depths = new Map<string, number>();
  for (const { id } of attributions) {
    const way: string[] = [];
    let at: string | null = id;
    while (at !== null && !depths.has(at) && !way.includes(at)) {
      way.push(at);
      at = within.get(at) ?? null;
    }
    let depth = at === null ? -1 : (depths.get(at) ?? -1);
    for (const one of way.reverse()) depths.set(one, ++depth);
  }
  return depths;
}

export function coveringsOf({
  attributions,
  statements,
  notes,
}: Pick<Reading, "attributions" | "statements" | "notes">): Covering<TextMark>[] {
  const depths = depthsOf(attributions);
  const depthOf = (id: string | null) => (id === null ? 0 : (depths.get(id) ?? 0));
  return [
    ...statements.flatMap(({ id, content, attribution }) =>
      covered(content, { look: "content", id, depth: depthOf(attribution) }),
    ),
    ...attributions.flatMap(({ id, source, cue }) => [
      ...covered(source, { look: "source", id, depth: depthOf(id) }),
      ...covered(cue, { look: "cue", id, depth: depthOf(id) }),
    ]),
    ...notes.flatMap(({ kind, place, message }) =>
      place === null || !isDamage(kind)
        ? []
        : covered([place], { look: "damage", id: null, depth: 0, says: message }),
    ),
  ];
}

function covered(passage: Passage, what: TextMark): Covering<TextMark>[] {
  return passage.map((span) => ({ span, what }));
}

/** What was left out as page furniture is grey at its place, and needs no mark besides. */
export function isDamage(kind: Note["kind"]): boolean {
  return kind !== "boilerplate-left-out";
}

/** Rules in text order, outer ones first. */
export function marginRulesOf({
  attributions,
  statements,
}: Pick<Reading, "attributions" | "statements">): MarginRule[] {
  const depths = depthsOf(attributions);
  const told = attributions.flatMap(({ id, content }) => {
    const hull = hullOf(content);
    return hull === null ? [] : [{ ...hull, id, depth: depths.get(id) ?? 0, narrated: false }];
  });
  const narrated = statements.flatMap(({ id, attribution, content }) => {
    const hull = attribution === null ? hullOf(content) : null;
    return hull === null ? [] : [{ ...hull, id, depth: 0, narrated: true }];
  });
  return [...told, ...narrated].sort((a, b) => a.start - b.start || a.depth - b.depth);
}

/** Statements in the order in which their words stand; of two that begin together the longer first. */
export function inTextOrder(statements: readonly Statement[]): Statement[] {
  const hulls = new Map(statements.map((one) => [one, hullOf(one.content) ?? { start: 0, end: 0 }]));
  const startOf = (one: Statement) => hulls.get(one)?.start ?? 0;
  const endOf = (one: Statement) => hulls.get(one)?.end ?? 0;
  return [...statements].sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a));
}

/** The statement that a mark's id stands for: itself, or the one made of that attribution, `current` before others. */
export function statementFor(
  id: string,
  statements: readonly Statement[],
  current: string | null,
): Statement | null {
  const own = statements.filter((one) => one.id === id || one.attribution === id);
  return own.find((one) => one.id === current) ?? own[0] ?? null;
}

/** The statement whose words stand at the offsets, the narrowest; `null` when nobody's do. */
export function statementAt(statements: readonly Statement[], span: Span): Statement | null {
  let best: Statement | null = null;
  let width = Number.POSITIVE_INFINITY;
  for (const one of statements) {
    const holds = one.content.some((part) => part.start <= span.start && span.end <= part.end);
    const hull = hullOf(one.content);
    if (!holds || hull === null || hull.end - hull.start >= width) continue;
    best = one;
    width = hull.end - hull.start;
  }
  return best;
}
