/**
 * Specifics: what one telling counts, lists or names and the other leaves open.
 *
 * Takes the difference of two contents that tell one matter, however freely;
 * gives the move that makes one wider or more exact: a number, a list ("among
 * them", "Kyoto and Osaka" beside "Kyoto"), "several" beside the things
 * themselves.
 *
 * Known miss: a list told as two sentences; a detail without number, list or
 * name ("foreigners" beside "foreigners who live there").
 */

import { LIST_OPENERS, MEASURING_QUANTIFIERS } from "../lexicon/compared.ts";
import type { Content, Term } from "./contents.ts";
import type { Difference } from "./differences.ts";
import type { TermMove } from "./moves.ts";

export function specificsMoved(a: Content, b: Content, { gaps, common }: Difference): TermMove[] {
  const lone = { a: gaps.flatMap((gap) => gap.a), b: gaps.flatMap((gap) => gap.b) };
  const shared = { a: new Set(common.map(([one]) => one)), b: new Set(common.map(([, other]) => other)) };
  return [
    ...oneSided("number", countsIn(a, lone.a), countsIn(b, lone.b)),
    ...oneSided("quantifier", measuresIn(a, lone.a), measuresIn(b, lone.b)),
    ...oneSided("detail", listWords(a), listWords(b)),
    ...oneSided("detail", joinedIn(a, shared.a), joinedIn(b, shared.b)),
  ];
}

function oneSided(kind: TermMove["kind"], before: Term[], after: Term[]): TermMove[] {
  if (before.length > 0 === after.length > 0) return [];
  return [{ kind, before, after, held: 0.5 }];
}

/** "The two countries" counts nobody, and "three times" is a way to say often. */
function countsIn({ terms }: Content, lone: readonly Term[]): Term[] {
  return lone.filter(({ kind, value, words, start }) => {
    const counts = kind === "number" && value !== null && (value > 2 || /\d/.test(words));
    return (
      counts && !/^(?:times|of|from|until|hours?)$/.test(afterOf(terms, start)?.words.toLowerCase() ?? "")
    );
  });
}

/** "Some 50" is about 50. */
function measuresIn({ terms }: Content, lone: readonly Term[]): Term[] {
  return lone.filter(
    ({ kind, key, start }) =>
      kind === "quantifier" &&
      MEASURING_QUANTIFIERS.has(key) &&
      !(key === "some" && afterOf(terms, start)?.kind === "number"),
  );
}

function afterOf(terms: readonly Term[], start: number): Term | undefined {
  return terms.find((term) => term.start > start);
}

/** "Among them", "including", "in particular". */
function listWords({ terms }: Content): Term[] {
  return terms.filter(({ words }) => LIST_OPENERS.has(words.toLowerCase()));
}

/** "X and Y", where the other content has one of both: the one that it has not. */
function joinedIn({ terms }: Content, shared: ReadonlySet<Term>): Term[] {
  const heavy = terms.filter(({ kind }) => kind !== "small");
  return heavy.flatMap((term, i) => {
    if (term.kind !== "conjunct") return [];
    const [before, after] = [heavy[i - 1], heavy[i + 1]];
    if (!before || !after || before.kind !== after.kind) return [];
    if (before.kind !== "word" && before.kind !== "actor") return [];
    if (shared.has(before) === shared.has(after)) return [];
    return shared.has(before) ? [after] : [before];
  });
}
