/**
 * Points: cells, silence and verdict, from tellings that are one matter.
 *
 * Each cell says how it stands to the first; the verdict is the gravest stand
 * between two cells of different origins, in the order contradicted,
 * attribution, wording, scope. Copies stand in the row and never decide it.
 */

import type { Actor } from "../reading/reading.ts";
import type { Place } from "../text/span.ts";
import type { Account, Cell, Move, Point, PointKind, Silence, Verdict } from "./accounts.ts";
import type { Cluster } from "./alignment.ts";
import { confidenceOf } from "./confidence.ts";
import type { Fact } from "./facts.ts";
import { standOf } from "./judge.ts";
import { type FactGround, factStandOf } from "./judge-facts.ts";
import type { TermMove } from "./moves.ts";
import type { StandKind } from "./pair-stands.ts";
import { pairText } from "./pair-text.ts";
import type { StandsOf } from "./read-pairs.ts";
import { confirmedReason, movedReason, onlyReason } from "./reasons.ts";
import { chancesOfRow, decided, type StandChances } from "./stands.ts";
import type { Telling } from "./tellings.ts";
import { type TrackTelling, trackStandOf } from "./track-points.ts";

export interface PointGround {
  accounts: readonly Account[];
  byId: ReadonlyMap<string, Account>;
  actors: ReadonlyMap<string, Actor>;
  nameOf: (actor: string) => string;
  /** What the model made of two texts. */
  standsOf: StandsOf;
  facts: FactGround;
}

/** How two cells of a point stand to each other. */
interface PairStand {
  kind: StandKind;
  confidence: number;
  moves: Move[];
  why: string;
  /** Of each stand, where the model read the two. */
  chances: StandChances | null;
}

/** `as`: the stand to show, where the whole row decided it. */
type StandBetween = (a: number, b: number, as?: StandKind) => PairStand;

export function statementPoint(cluster: Cluster, ground: PointGround): Point {
  const { tellings } = cluster;
  const cells = tellings.map(cellFrom);
  const texts = tellings.map((telling) => pairText(telling, ground.actors));
  const between: StandBetween = (i, j, as) => {
    const [a, b] = [tellings[i], tellings[j]];
    if (!a || !b) return CONFIRMED;
    const read = ground.standsOf(texts[i] ?? "", texts[j] ?? "");
    const { moves, ...stand } = standOf(a, b, ground.actors, read, cluster.alike, as);
    return { ...stand, moves: moves.map((move) => moveFrom(move, a, b)), why: "" };
  };
  const followUp = tellings.filter((telling) => telling.followUp).length * 2 > tellings.length;
  return pointFrom(
    "statement",
    followUp ? "followUp" : null,
    headingOf(cells[0]),
    cells,
    between,
    cluster.alike,
    ground,
  );
}

const CONFIRMED: PairStand = { kind: "confirmed", confidence: 0.9, moves: [], why: "", chances: null };

function cellFrom(telling: Telling): Cell {
  return {
    account: telling.account,
    finding: telling.finding,
    words: telling.words,
    value: null,
    mod: null,
    chain: telling.chain,
    side: telling.side,
    speaker: telling.speaker,
    addressee: telling.addressee,
    act: telling.act,
    conditions: telling.conditions.map(({ condition }) => condition),
    confidence: telling.confidence,
    stands: null,
    moved: [],
  };
}

function moveFrom({ kind, before, after }: TermMove, a: Telling, b: Telling): Move {
  const placesOf = (terms: TermMove["before"]) =>
    [...terms].sort((x, y) => x.start - y.start).map(({ start, end, words }) => ({ start, end, words }));
  return {
    kind,
    before: { document: a.content.document, passage: placesOf(before) },
    after: { document: b.content.document, passage: placesOf(after) },
  };
}

const LONGEST_HEADING = 120;

function headingOf(cell: Cell | undefined): string {
  const words = (cell?.words ?? [])
    .map((place) => place.words)
    .join(" … ")
    .replace(/\s+/g, " ")
    .trim();
  if (words.length <= LONGEST_HEADING) return words;
  return `${words.slice(0, words.lastIndexOf(" ", LONGEST_HEADING)).trimEnd()} …`;
}

/** Clocks and things handed over are several for one contact: a row for each that says something else. */
export function factPoints(fact: Fact, ground: PointGround): Point[] {
  const { field } = fact;
  const rows =
    field === "clock" || field === "handedOver" || field === "language" ? byWords(fact.cells) : [fact.cells];
  return rows.map((cells) => {
    const between: StandBetween = (i, j) => {
      const [a, b] = [cells[i], cells[j]];
      if (!a || !b) return CONFIRMED;
      const stand = factStandOf(field, a, b, ground.facts);
      const moves = stand.kind === "confirmed" ? [] : [factMove(field, a, b, ground)];
      return { ...stand, moves, chances: null };
    };
    return pointFrom("fact", field, `${field}: ${valueName(cells[0], ground)}`, cells, between, 1, ground);
  });
}

function byWords(cells: readonly Cell[]): Cell[][] {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = keyOf(cell);
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return [...groups.values()];
}

/** A moment with its zone is the same on every clock. */
function keyOf({ value, words }: Cell): string {
  const found = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::\d{2})?(Z|[+-]\d{2}:\d{2})$/.exec(value ?? "");
  if (found) return String(Date.parse(`${found[1]}:00${found[2]}`));
  return value ?? words.map((place) => place.words).join(" ");
}

function valueName(cell: Cell | undefined, { nameOf }: PointGround): string {
  return cell?.value ? nameOf(cell.value) : headingOf(cell);
}

function factMove(field: string, a: Cell, b: Cell, { byId }: PointGround): Move {
  const kind =
    field === "duration"
      ? "number"
      : field === "date" || field === "clock"
        ? "date"
        : field === "requestedBy"
          ? "actor"
          : "word";
  const evidenceOf = (cell: Cell) => ({
    document: byId.get(cell.account)?.document ?? "",
    passage: cell.words,
  });
  return { kind, before: evidenceOf(a), after: evidenceOf(b) };
}

export function trackPoint(tracks: readonly TrackTelling[], ground: PointGround): Point {
  const cells = tracks.map(({ cell }) => cell);
  const between: StandBetween = (i, j) => {
    const [a, b] = [tracks[i], tracks[j]];
    if (!a || !b) return CONFIRMED;
    const stand = trackStandOf(a, b);
    return { ...stand, moves: stand.kind === "confirmed" ? [] : [trackMove(a, b, ground)], chances: null };
  };
  const [first] = tracks;
  const name = [first?.track.format?.value, first?.track.venue?.value, first?.track.date?.value]
    .filter(Boolean)
    .join(", ");
  return pointFrom("track", "date", name || headingOf(cells[0]), cells, between, 0.9, ground);
}

function trackMove(a: TrackTelling, b: TrackTelling, { byId }: PointGround): Move {
  const evidenceOf = ({ track, cell }: TrackTelling) => ({
    document: byId.get(cell.account)?.document ?? "",
    passage: track.date?.evidence ?? [],
  });
  return { kind: "date", before: evidenceOf(a), after: evidenceOf(b) };
}

function pointFrom(
  kind: PointKind,
  field: string | null,
  heading: string,
  cells: Cell[],
  between: StandBetween,
  alike: number,
  ground: PointGround,
): Point {
  const stands = standsOf(cells, between, ground);
  for (const [j, cell] of cells.entries()) {
    const stand = stands.find((one) => one.i === 0 && one.j === j);
    if (!stand) continue;
    cell.stands = stand.kind;
    cell.moved =
      stand.kind === "confirmed" ? [] : stand.moves.flatMap(({ after }) => after.passage).sort(byStart);
  }
  const silent = silenceOf(cells, ground);
  return {
    id: idOf(kind, field, cells, ground),
    kind,
    field,
    heading,
    cells,
    silent,
    verdict: verdictOf(cells, stands, between, silent, alike, ground),
  };
}

function byStart(a: Place, b: Place): number {
  return a.start - b.start;
}

interface IndexedStand extends PairStand {
  i: number;
  j: number;
  /** Whether both are of one origin. */
  copies: boolean;
}

/** More cells than this are each held against the first only. */
const ALL_PAIRS = 8;

/** Which of so many cells are held against each other, by index. */
export function pairsJudged(cells: number): [number, number][] {
  const firsts = cells > ALL_PAIRS ? 1 : cells;
  return Array.from({ length: firsts }, (_, i) =>
    Array.from({ length: cells - i - 1 }, (_, nth): [number, number] => [i, i + 1 + nth]),
  ).flat();
}

function standsOf(cells: readonly Cell[], between: StandBetween, ground: PointGround): IndexedStand[] {
  return pairsJudged(cells.length).map(([i, j]) => ({
    i,
    j,
    copies: originOf(cells[i], ground) === originOf(cells[j], ground),
    ...between(i, j),
  }));
}

function originOf(cell: Cell | undefined, { byId }: PointGround): string {
  return byId.get(cell?.account ?? "")?.origin ?? cell?.account ?? "";
}

/** What a copy changed is the copy's: it speaks only where its origin has no cell. */
function isOriginal(at: number, cells: readonly Cell[], ground: PointGround): boolean {
  const cell = cells[at];
  const origin = originOf(cell, ground);
  return cell?.account === origin || !cells.some(({ account }) => account === origin);
}

/** Gravest first. */
const GRAVITY: readonly PairStand["kind"][] = [
  "contradicted",
  "attribution-differs",
  "wording-differs",
  "scope-differs",
  "confirmed",
];

function verdictOf(
  cells: readonly Cell[],
  stands: readonly IndexedStand[],
  between: StandBetween,
  silent: readonly Silence[],
  alike: number,
  ground: PointGround,
): Verdict {
  const reasons = { accounts: ground.byId, nameOf: ground.nameOf };
  const origins = new Set(cells.map((cell) => originOf(cell, ground)));
  if (origins.size < 2) {
    return {
      kind: "one-account-only",
      confidence: confidenceOf("one-account-only", silent.length === 0 ? 0.9 : 0.75),
      reason: onlyReason(cells, silent.length, reasons),
      between: null,
      moves: [],
    };
  }
  const independent = stands.filter(
    ({ i, j, copies }) => !copies && isOriginal(i, cells, ground) && isOriginal(j, cells, ground),
  );
  const gravest = gravestOf(independent, between, alike);
  const [first, second] = [cells[gravest?.i ?? 0], cells[gravest?.j ?? 0]];
  if (!gravest || !first || !second || gravest.kind === "confirmed") {
    return {
      kind: "confirmed",
      confidence: confidenceOf("confirmed", (gravest?.confidence ?? 0.5) * alike),
      reason: confirmedReason(cells, reasons, gravest?.why ?? ""),
      between: null,
      moves: [],
    };
  }
  return {
    kind: gravest.kind,
    confidence: confidenceOf(gravest.kind, gravest.confidence * alike),
    reason: movedReason(gravest.kind, [first, second], gravest.moves, reasons, gravest.why),
    between: [gravest.i, gravest.j],
    moves: gravest.moves,
  };
}

/** The pair that shows the row's verdict: by the chances of all where the model read them, else the gravest of them. */
function gravestOf(
  stands: readonly IndexedStand[],
  between: StandBetween,
  alike: number,
): IndexedStand | null {
  const read = stands.flatMap(({ chances }) => (chances === null ? [] : [chances]));
  if (read.length > 0 && read.length === stands.length) {
    const chances = chancesOfRow(read);
    const kind = decided(chances, alike);
    const chanceOf = (one: IndexedStand) => one.chances?.[kind] ?? 0;
    const shown = stands.reduce((best, one) => (chanceOf(one) > chanceOf(best) ? one : best));
    return { ...shown, ...between(shown.i, shown.j, kind), confidence: chances[kind] };
  }
  return stands.reduce<IndexedStand | null>(
    (worst, one) =>
      worst === null ||
      GRAVITY.indexOf(one.kind) < GRAVITY.indexOf(worst.kind) ||
      (one.kind === worst.kind && one.confidence > worst.confidence)
        ? one
        : worst,
    null,
  );
}

function silenceOf(cells: readonly Cell[], { accounts }: PointGround): Silence[] {
  const told = new Set(cells.map(({ account }) => account));
  return accounts
    .filter(({ id }) => !told.has(id))
    .map(({ id, partial, translated }) => ({
      account: id,
      partial: partial.length > 0,
      translated: translated === true,
    }));
}

/** FNV-1a (Fowler, Noll and Vo) over kind, documents and words, twice 32 bits. */
function idOf(kind: PointKind, field: string | null, cells: readonly Cell[], { byId }: PointGround): string {
  const keys = cells
    .map(
      ({ account, words }) =>
        `${byId.get(account)?.document ?? account}:${words.map(({ start, end }) => `${start}-${end}`).join(",")}`,
    )
    .sort();
  const key = [kind, field ?? "", ...keys].join("|");
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < key.length; i++) {
    low = Math.imul(low ^ key.charCodeAt(i), 0x01000193) >>> 0;
    high = Math.imul(high ^ key.charCodeAt(key.length - 1 - i), 0x01000193) >>> 0;
  }
  return `p-${low.toString(16).padStart(8, "0")}${high.toString(16).padStart(8, "0")}`;
}
