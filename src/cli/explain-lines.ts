/**
 * Explanations as lines for the terminal: a reason a field, under it its rule,
 * its words with their place, and what to ask for next. And the list of what
 * can be asked for.
 */

import { formatConfidence } from "../pages/view.ts";
import { visibleLine } from "../pages/visible.ts";
import type { Explainer } from "../reading/explain.ts";
import type { Cited, Explanation, Reason } from "../reading/explained/reasons.ts";
import { wordsOf } from "../text/span.ts";
import { columnsIn, type Line, type Piece, plain, styled, wrapped } from "./paint.ts";
import { labelled } from "./record-lines.ts";

export function* explanationLines({ id, what, reasons }: Explanation, columns: number): Generator<Line> {
  yield* wrapped([styled("strong", id), plain(` ${what}`)], columns);
  let field = "";
  for (const one of reasons) {
    if (one.field !== field) yield [];
    yield* reasonLines(one, one.field === field ? "" : one.field, columns);
    field = one.field;
  }
}

function* reasonLines(one: Reason, label: string, columns: number): Generator<Line> {
  yield* labelled(label, [plain(one.says), ...certaintyPieces(one)], columns);
  if (one.rule !== null && one.rule.says !== one.says)
    yield* labelled("", [styled("quiet", `${one.rule.family} ${one.rule.name}: ${one.rule.says}`)], columns);
  for (const place of one.words) yield* labelled("", placePieces(place), columns);
  if (one.ids.length > 0) yield* labelled("", [styled("quiet", `see ${one.ids.join(" ")}`)], columns);
}

function certaintyPieces({ confidence }: Reason): Piece[] {
  return confidence === null ? [] : [styled("quiet", ` (probability ${formatConfidence(confidence)})`)];
}

/** Of longer words the middle is left out, and said to be; the offsets and --json have them whole. */
const LONGEST_WORDS = 1000;

function placePieces({ words, start, end, line }: Cited): Piece[] {
  if (words.length > LONGEST_WORDS) {
    const half = LONGEST_WORDS / 2;
    return [
      plain("“"),
      styled("content", words.slice(0, half)),
      styled("quiet", ` [… ${words.length - LONGEST_WORDS} characters …] `),
      styled("content", words.slice(-half)),
      plain("” "),
      styled("quiet", `line ${line}, ${start}–${end}`),
    ];
  }
  return [
    plain("“"),
    styled("content", words),
    plain("” "),
    styled("quiet", `line ${line}, ${start}–${end}`),
  ];
}

/** Every id with what it is and its first words, a line each. */
export function* indexLines(explainer: Explainer, columns: number): Generator<Line> {
  let first = true;
  for (const { sort, ids } of explainer.ids) {
    if (ids.length === 0) continue;
    if (!first) yield [];
    first = false;
    yield [styled("strong", ids.length === 1 ? sort : `${ids.length} ${sort}`)];
    const width = Math.max(...ids.map((id) => columnsIn(id)));
    for (const id of ids) yield indexLine(explainer.explain(id), id, width, columns);
  }
}

function indexLine(explanation: Explanation | null, id: string, width: number, columns: number): Line {
  const label = `  ${id}${" ".repeat(width - columnsIn(id))}  `;
  const what = explanation?.what.replace(/^[a-z]+: /, "") ?? "";
  const words = firstWordsOf(explanation);
  const room = columns - columnsIn(label);
  const pieces = [plain(what), ...(words === "" ? [] : [styled("quiet", ` “${visibleLine(words)}”`)])];
  const [line = [], ...more] = wrapped(pieces, Math.max(8, room - 2));
  return [styled("cue", label), ...line, ...(more.length > 0 ? [styled("quiet", " …")] : [])];
}

/** More than this never stands in one line. */
const FIRST_WORDS = 200;

function firstWordsOf(explanation: Explanation | null): string {
  const reasons = explanation?.reasons ?? [];
  const own =
    reasons.find(({ field }) => field === "content") ?? reasons.find(({ words }) => words.length > 0);
  return wordsOf(own?.words ?? []).slice(0, FIRST_WORDS);
}

/** What ids there are, in short: "s1–s14, a1–a9, c1"; actors by their number. */
export function rangesOf(explainer: Explainer): string {
  return explainer.ids
    .flatMap(({ sort, ids }) => {
      const [first, last] = [ids[0], ids[ids.length - 1]];
      if (first === undefined) return [];
      if (sort === "actors") return [`${ids.length} actors`];
      return [first === last ? first : `${first}–${last}`];
    })
    .join(", ");
}
