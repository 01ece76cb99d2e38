/**
 * A comparison as lines for the terminal: the contact, its accounts, its facts
 * with their spread, the points in columns, what comes next, and what one
 * account alone tells.
 */

import type { VerdictKind } from "../accounts/accounts.ts";
import { type AccountView, byLetter, factsKnownOf, limitsOf } from "../pages/comparison-accounts.ts";
import type { Alone, CellView, ComparisonView, PointView } from "../pages/comparison-view.ts";
import { VERDICTS } from "../pages/verdicts.ts";
import { formatAction, formatConfidence } from "../pages/view.ts";
import { beside, ruleOf, widthOf } from "./beside.ts";
import { cellPieces, quotedPieces, silentPieces, valuePieces } from "./comparison-cells.ts";
import { columnsIn, type Line, type Piece, plain, styled, wrapped } from "./paint.ts";
import { crumbPieces } from "./record-lines.ts";

export function* comparisonLines(view: ComparisonView, columns: number): Generator<Line> {
  yield* wrapped([styled("strong", view.title)], columns);
  yield* wrapped([styled("quiet", view.id)], columns);
  yield* accountLines(view, columns);
  yield* factLines(view.facts, columns);
  yield* countLines(view, columns);
  yield* tableLines("What more than one account tells", view.told, view, columns);
  yield* tableLines("What comes next", view.next, view, columns);
  for (const alone of view.alone) yield* aloneLines(alone, columns);
}

function* heading(text: string, columns: number): Generator<Line> {
  yield [];
  yield* wrapped([styled("strong", text)], columns);
}

/** Lines under a sign or letter: the first has it, the others stand under its text. */
function hanging(first: readonly Piece[], pieces: readonly Piece[], columns: number, indent = 0): Line[] {
  const before = " ".repeat(indent);
  const used = first.reduce((sum, { text }) => sum + columnsIn(text), indent);
  return wrapped(pieces, columns - used).map((line, index) =>
    index === 0 ? [plain(before), ...first, ...line] : [plain(" ".repeat(used)), ...line],
  );
}

function* accountLines({ accounts, origins }: ComparisonView, columns: number): Generator<Line> {
  const texts = origins === accounts.length ? "" : `, ${counted(origins, "text")} of their own`;
  yield* heading(`${counted(accounts.length, "account")}${texts}`, columns);
  const width = accounts.reduce((most, { letter }) => Math.max(most, letter.length), 1);
  for (const account of accounts) {
    const letter = [styled("strong", account.letter.padEnd(width)), plain("  ")];
    const indent = account.copyOf === null ? 2 : 4;
    yield* hanging(letter, accountPieces(account), columns, indent);
    for (const { before, after } of account.changes)
      yield* hanging([plain("")], changePieces(before, after), columns, indent + width + 2);
  }
}

function accountPieces(account: AccountView): Piece[] {
  return [
    plain(account.name),
    ...factsKnownOf(account).map((fact) => styled("quiet", ` · ${fact}`)),
    ...limitsOf(account).flatMap((limit) => [styled("quiet", " · "), styled("odd", limit)]),
    styled("quiet", ` · ${account.document.slice(0, 10)}`),
  ];
}

function changePieces(before: string, after: string): Piece[] {
  const quoted = (words: string) => (words === "" ? plain("nothing") : styled("moved", `“${words}”`));
  return [styled("quiet", "has "), quoted(after), styled("quiet", " for "), quoted(before)];
}

const FACT_LABEL = 14;

function* factLines(facts: readonly PointView[], columns: number): Generator<Line> {
  if (facts.length === 0) return;
  yield* heading("Facts", columns);
  for (const point of facts) yield* factRow(point, columns);
}

function* factRow(point: PointView, columns: number): Generator<Line> {
  const label = (point.heading.label ?? "").padEnd(FACT_LABEL);
  const first = [plain("  "), signOf(point.verdict.kind), plain(" "), styled("quiet", label)];
  const rest = [plain(" ".repeat(4 + FACT_LABEL))];
  const spread = spreadOf(point);
  for (const [index, pieces] of spread.entries()) {
    const silent =
      index < spread.length - 1 || point.silent.length === 0
        ? []
        : [styled("quiet", " · "), ...notInPieces(point)];
    yield* hanging(index === 0 ? first : rest, [...pieces, ...silent], columns);
  }
  if (point.verdict.kind !== "confirmed" && point.verdict.kind !== "one-account-only")
    yield* hanging(rest, [styled("quiet", point.verdict.reason)], columns);
}

/** Each value once, with all who tell it; the words of the first that has more to say. */
function spreadOf({ cells }: PointView): Piece[][] {
  const byValue = new Map<string, PointView["cells"]>();
  for (const cell of cells) {
    const key = cell.value ?? "";
    byValue.set(key, [...(byValue.get(key) ?? []), cell]);
  }
  return [...byValue.values()].map((own) => {
    const [first] = own;
    const letters = own.flatMap(({ letter, copies }) => [letter, ...copies]);
    const value = first === undefined ? [] : valuePieces(first);
    return [
      ...value,
      styled("quiet", " · "),
      styled("strong", [...new Set(letters)].sort(byLetter).join(" ")),
    ];
  });
}

function* countLines({ counts, leftOut }: ComparisonView, columns: number): Generator<Line> {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  yield* heading(`${counted(total, "point")}`, columns);
  const pieces = counts
    .filter(({ count }) => count > 0)
    .flatMap(({ kind, count }, index) => [
      ...(index === 0 ? [] : [styled("quiet", ", ")]),
      signOf(kind),
      plain(` ${count} ${VERDICTS[kind].name}`),
    ]);
  yield* hanging([plain("  ")], pieces, columns);
  if (leftOut > 0)
    yield* hanging([plain("  ")], [styled("quiet", `${leftOut} of them not asked for`)], columns);
}

/** A narrower column breaks too many words. */
const LEAST_COLUMN = 22;

function* tableLines(
  title: string,
  points: readonly PointView[],
  view: ComparisonView,
  columns: number,
): Generator<Line> {
  if (points.length === 0) return;
  yield* heading(title, columns);
  const width = widthOf(view.columns.length, columns);
  const isTable = view.columns.length > 1 && width >= LEAST_COLUMN;
  if (isTable) {
    yield* beside(
      view.columns.map(({ name }) => wrapped([styled("strong", name)], width)),
      width,
    );
    yield ruleOf(view.columns.length, width);
  }
  for (const [index, point] of points.entries()) {
    if (index > 0 || !isTable) yield [];
    yield* hanging(...pointHead(point), columns);
    yield* isTable ? rowLines(point, view, width) : stackedLines(point, view, columns);
    yield* whyLines(point, columns);
    yield* notInLines(point, columns);
  }
}

function signOf(kind: VerdictKind): Piece {
  return styled(kind, VERDICTS[kind].sign);
}

function pointHead({ heading, verdict, mark }: PointView): [Piece[], Piece[]] {
  const pieces: Piece[] = [
    styled(verdict.kind, VERDICTS[verdict.kind].name),
    styled("quiet", ` ${formatConfidence(verdict.confidence)}  `),
    ...headingPieces(heading),
  ];
  pieces.push(...markPieces(mark));
  return [[signOf(verdict.kind), plain(" ")], pieces];
}

/** What a person said of the point. */
function markPieces(mark: PointView["mark"]): Piece[] {
  if (mark === null) return [];
  const { action, value } = mark;
  const to = action === "change" && typeof value === "string" ? ` to ${value.replaceAll("-", " ")}` : "";
  return [styled("odd", ` · ${formatAction(action)}${to} by ${mark.author}: ${mark.reason}`)];
}

function headingPieces({ label, speaker, act, addressee }: PointView["heading"]): Piece[] {
  const pieces: Piece[] = label === null ? [] : [plain(label)];
  if (speaker === null && act === null)
    return pieces.length > 0 ? pieces : [styled("quiet", "told by the narrator")];
  if (pieces.length > 0) pieces.push(styled("quiet", " · "));
  pieces.push(speaker === null ? styled("odd", "nobody named") : styled("source", speaker));
  if (act !== null) pieces.push(styled("quiet", ": "), styled("cue", act));
  if (addressee !== null) pieces.push(plain(` → ${addressee}`));
  return pieces;
}

function* rowLines({ cells }: PointView, view: ComparisonView, width: number): Generator<Line> {
  const blocks = view.columns.map(({ key }) => {
    const own = cells.filter(({ column }) => column === key);
    if (own.length === 0) return [[styled("quiet", "—")]];
    return own.flatMap((cell) => cellLines(cell, width));
  });
  yield* beside(blocks, width);
}

/** The letter stands out to the left of what follows it. */
function cellLines(cell: CellView, width: number): Line[] {
  const [first = [], ...rest] = wrapped(cellPieces(cell), width - 2);
  return [first, ...rest.map((line) => [plain("  "), ...line])];
}

/** On a screen too narrow for columns: one under the other, by side; by account the letters say enough. */
function* stackedLines({ cells }: PointView, view: ComparisonView, columns: number): Generator<Line> {
  for (const { key, name, isAccount } of view.columns) {
    const own = cells.filter(({ column }) => column === key);
    if (own.length === 0) continue;
    if (!isAccount) yield [plain("  "), styled("strong", name)];
    const indent = isAccount ? "  " : "    ";
    for (const cell of own)
      for (const line of cellLines(cell, columns - indent.length)) yield [plain(indent), ...line];
  }
}

/** Where one account alone tells it, "not in" says why already. */
function* whyLines({ verdict }: PointView, columns: number): Generator<Line> {
  if (verdict.kind === "one-account-only") return;
  yield* hanging([plain("  "), styled("quiet", "why ")], [styled("quiet", verdict.reason)], columns);
}

function* notInLines(point: PointView, columns: number): Generator<Line> {
  yield* hanging([plain("  ")], notInPieces(point), columns);
}

function notInPieces({ silent }: PointView): Piece[] {
  return silent.length === 0 ? [] : [styled("quiet", "not in "), ...silentPieces(silent)];
}

function* aloneLines({ account, silent, points }: Alone, columns: number): Generator<Line> {
  yield* heading(`Only in ${account.letter}, ${account.name}: ${counted(points.length, "point")}`, columns);
  if (silent.length > 0)
    yield* hanging(
      [plain("  ")],
      [styled("quiet", "searched and silent: "), ...silentPieces(silent)],
      columns,
    );
  for (const point of points) yield* aloneRow(point, columns);
}

function* aloneRow({ heading, cells, mark }: PointView, columns: number): Generator<Line> {
  const [cell] = cells;
  if (cell === undefined) return;
  const pieces = [
    ...cell.crumbs.flatMap((crumb) => [...crumbPieces([crumb]), styled("quiet", " › ")]),
    ...headingPieces(heading),
    plain(" "),
    ...quotedPieces(cell),
    styled("quiet", ` ${cell.finding}`),
  ];
  pieces.push(...markPieces(mark));
  yield* hanging([plain("  "), signOf("one-account-only"), plain(" ")], pieces, columns);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
