/**
 * A comparison as people are shown it: accounts with a letter each, copies
 * folded into their origin, facts with their spread, points in columns, what
 * one account alone tells. Terminal and page are both set from this, so that
 * they cannot tell two stories.
 *
 * Takes a Comparison, decides nothing about language, leaves layout to the
 * faces. Words stay as they stand in the documents, with the places that moved.
 */

import type { Cell, Comparison, Point, Silence, Verdict, VerdictKind } from "../accounts/accounts.ts";
import type { PointMark } from "../archive/answers.ts";
import type { Correction } from "../reading/corrections.ts";
import { formatTimex } from "../reading/times/timex-words.ts";
import { type Passage, type Place, wordsOf } from "../text/span.ts";
import { type AccountView, accountsOf, byLetter, type Letters, lettersOf } from "./comparison-accounts.ts";
import { movedIn } from "./moved.ts";
import { isOnly, type Only, VERDICT_KINDS } from "./verdicts.ts";
import { type Crumb, formatAct, Names, wordOf } from "./view.ts";

export interface ComparisonOptions {
  /** Columns by whose official word it is, or by account; by account when absent and there are few. */
  columns?: "sides" | "accounts";
  only?: Only | null;
  /** Whether copies stand beside their origin. */
  unfold?: boolean;
}

export interface ComparisonView {
  id: string;
  title: string;
  accounts: AccountView[];
  /** Texts of their own: copies count once. */
  origins: number;
  facts: PointView[];
  columns: Column[];
  /** Statements that more than one account tells. */
  told: PointView[];
  /** What comes next: tracks and what was agreed. */
  next: PointView[];
  alone: Alone[];
  counts: { kind: VerdictKind; count: number }[];
  /** Points that were not asked for. */
  leftOut: number;
}

export interface Column {
  key: string;
  name: string;
  /** Whether it is one account's; else a side's, or what no side says. */
  isAccount: boolean;
}

/** What one account and its copies alone tell. */
export interface Alone {
  account: AccountView;
  silent: SilentView[];
  points: PointView[];
}

export interface PointView {
  id: string;
  verdict: Verdict;
  kind: Point["kind"];
  heading: Heading;
  cells: CellView[];
  silent: SilentView[];
  /** What a person said of it; `null` when nobody did. */
  mark: Correction | null;
}

/** Who does what to whom; or the field of a fact or track. */
export interface Heading {
  label: string | null;
  speaker: string | null;
  act: string | null;
  addressee: string | null;
}

export interface CellView {
  letter: string;
  /** Letters of the copies that tell it, too, when they are folded. */
  copies: string[];
  column: string;
  /** How the words came, where the heading and the letter do not say it. */
  crumbs: Crumb[];
  /** The act, where it is not the heading's. */
  act: string | null;
  /** For a fact or track: its value for people. */
  value: string | null;
  words: Passage;
  moved: Place[];
  finding: string;
  stands: Cell["stands"];
}

export interface SilentView {
  letter: string;
  partial: boolean;
  translated: boolean;
}

/** With so few accounts each has a column of its own. */
const FEW_ACCOUNTS = 3;

export function comparisonView(
  comparison: Comparison & { marks?: readonly PointMark[] },
  options: ComparisonOptions = {},
): ComparisonView {
  const { contact, actors, accounts, origins } = comparison;
  const names = new Names({ actors, document: null });
  const letters = lettersOf(comparison);
  const shown = accountsOf(comparison, names, letters);
  const originOf = new Map(accounts.map(({ id, origin }) => [id, origin]));
  const marks = new Map((comparison.marks ?? []).map(({ point, correction }) => [point, correction]));
  const bySide = (options.columns ?? (origins.length <= FEW_ACCOUNTS ? "accounts" : "sides")) === "sides";
  const sides = sidesOf(comparison);
  const ground: Ground = { names, letters, originOf, marks, bySide, sides, unfold: options.unfold === true };
  const wanted = comparison.points.filter(
    ({ verdict }) => !options.only || isOnly(verdict.kind, options.only),
  );
  const points = wanted.map((point) => pointView(point, ground));
  const isNext = ({ kind, heading }: PointView) => kind === "track" || heading.label !== null;
  const isAlone = ({ kind, verdict }: PointView) =>
    kind === "statement" && verdict.kind === "one-account-only";
  const statements = points.filter((point) => point.kind !== "fact" && !isNext(point));
  return {
    id: contact.id,
    title: titleOf(comparison, names),
    accounts: shown,
    origins: origins.length,
    facts: points.filter(({ kind }) => kind === "fact"),
    columns: columnsOf(comparison, ground, shown),
    told: statements.filter((point) => !isAlone(point)),
    next: points.filter((point) => point.kind !== "fact" && isNext(point)),
    alone: aloneOf(statements.filter(isAlone), shown),
    counts: VERDICT_KINDS.map((kind) => ({
      kind,
      count: comparison.points.filter(({ verdict }) => verdict.kind === kind).length,
    })),
    leftOut: comparison.points.length - wanted.length,
  };
}

interface Ground {
  names: Names;
  letters: Letters;
  originOf: ReadonlyMap<string, string>;
  marks: ReadonlyMap<string, Correction>;
  bySide: boolean;
  /** Ids of the sides that have a column. */
  sides: ReadonlySet<string>;
  unfold: boolean;
}

const KINDS = {
  call: "Call",
  "video-call": "Video call",
  meeting: "Meeting",
  visit: "Visit",
  letter: "Letter",
} as const;

function titleOf({ contact }: Comparison, names: Names): string {
  const kind = contact.kind === null ? "Contact" : KINDS[contact.kind];
  const who = contact.participants.map((id) => names.of(id));
  const of = who.length === 0 ? "" : ` of ${listOf(who)}`;
  const [day] = contact.dates;
  return `${kind}${of}${day === undefined ? "" : `, ${formatTimex(day)}`}`;
}

function listOf(names: readonly string[]): string {
  const [last] = names.slice(-1);
  return names.length < 2 ? (last ?? "") : `${names.slice(0, -1).join(", ")} and ${last}`;
}

/** The sides that took part or have an account, in the order of the accounts; what all others say comes last. */
function columnsOf(comparison: Comparison, ground: Ground, shown: readonly AccountView[]): Column[] {
  if (!ground.bySide) {
    return shown
      .filter(({ copyOf }) => copyOf === null || ground.unfold)
      .map(({ id, letter, name }) => ({ key: id, name: `${letter} ${name}`, isAccount: true }));
  }
  const sides = [...ground.sides].map((key) => ({ key, name: ground.names.of(key), isAccount: false }));
  const hasOthers = comparison.points.some(
    ({ kind, cells }) => kind !== "fact" && cells.some((cell) => columnOf(cell, ground) === OTHERS),
  );
  return hasOthers ? [...sides, { key: OTHERS, name: "press and others", isAccount: false }] : sides;
}

/** Key of the column of what stands on none of the sides' word. */
const OTHERS = "";

function sidesOf({ contact, accounts, actors }: Comparison): Set<string> {
  const present = new Set(contact.participants);
  const own = accounts.flatMap(({ side }) => side ?? []);
  const took = actors.filter(({ id }) => present.has(id)).flatMap(({ side }) => side ?? []);
  return new Set([...own, ...took.sort()]);
}

function pointView(point: Point, ground: Ground): PointView {
  const { id, kind, verdict } = point;
  const heading = headingOf(point, ground.names);
  return {
    id,
    kind,
    verdict,
    heading,
    cells: cellsOf(point, heading, ground),
    silent: silentOf(point.silent, ground),
    mark: ground.marks.get(id) ?? null,
  };
}

const FIELDS: Readonly<Record<string, string>> = {
  kind: "Kind",
  channel: "How",
  date: "When",
  clock: "At",
  duration: "How long",
  requestedBy: "Asked for by",
  place: "Where",
  language: "Language",
  handedOver: "Handed over",
  followUp: "Agreed next",
};

function headingOf({ kind, field, heading, cells }: Point, names: Names): Heading {
  // What the narrator tells in a sentence of his own has no speaker; another account may name one.
  const first = cells.find(({ speaker }) => speaker !== null) ?? cells[0];
  if (kind === "track") return { label: withDays(heading), speaker: null, act: null, addressee: null };
  const label = field === null ? null : (FIELDS[field] ?? field);
  if (kind === "fact" || first === undefined) return { label, speaker: null, act: null, addressee: null };
  return {
    label,
    speaker: first.speaker === null ? null : names.of(first.speaker),
    act: first.act === null ? null : formatAct(first.act),
    addressee: first.addressee === null ? null : names.of(first.addressee),
  };
}

/** Days and months of a heading in words: "Geneva, 2022-01-10" is "Geneva, 10 January 2022". */
function withDays(heading: string): string {
  return heading.replace(/\d{4}-\d\d(?:-\d\d)?(?:T[\d:+-]+)?/g, (value) => formatTimex(value));
}

function cellsOf({ cells, kind, field, verdict }: Point, heading: Heading, ground: Ground): CellView[] {
  const told = new Map<string, { cell: Cell; copies: Set<string> }>();
  for (const [index, cell] of cells.entries()) {
    const origin = ground.originOf.get(cell.account) ?? cell.account;
    const key = ground.unfold ? String(index) : `${origin} ${foldKeyOf(cell)}`;
    const there = told.get(key);
    if (there === undefined) told.set(key, { cell, copies: new Set() });
    else if (cell.account !== there.cell.account) there.copies.add(cell.account);
  }
  return [...told.values()].map(({ cell, copies }) => ({
    letter: ground.letters.of(cell.account),
    copies: [...copies].map((account) => ground.letters.of(account)).sort(byLetter),
    column: columnOf(cell, ground),
    crumbs: crumbsOf(cell, heading, ground.names),
    act: cell.act === null || formatAct(cell.act) === heading.act ? null : formatAct(cell.act),
    value: kind === "statement" ? null : formatValue(cell, field, ground.names),
    words: cell.words,
    moved: movedIn(cell, verdict),
    finding: cell.finding,
    stands: cell.stands,
  }));
}

/** A copy is folded where it tells the point in its origin's words; what it changed stays to be seen. */
function foldKeyOf({ words }: Cell): string {
  return wordsOf(words).replace(/\s+/gu, " ").toLowerCase();
}

function columnOf({ account, side }: Cell, { bySide, sides, unfold, originOf }: Ground): string {
  if (bySide) return side !== null && sides.has(side) ? side : OTHERS;
  return unfold ? account : (originOf.get(account) ?? account);
}

function crumbsOf(cell: Cell, heading: Heading, names: Names): Crumb[] {
  const crumbs = wordOf(cell.chain, names);
  const last = crumbs[crumbs.length - 1];
  return last?.name === heading.speaker ? crumbs.slice(0, -1) : crumbs;
}

function formatValue({ value, mod }: Cell, field: string | null, names: Names): string | null {
  if (value === null) return null;
  if (field === "requestedBy") return names.of(value);
  if (field === "kind") return value.replace("-", " ");
  return field === "date" || field === "clock" || field === "duration" ? formatTimex(value, mod) : value;
}

function silentOf(silent: readonly Silence[], { letters, originOf, unfold }: Ground): SilentView[] {
  return silent
    .filter(({ account }) => unfold || originOf.get(account) === account)
    .map(({ account, partial, translated }) => ({ letter: letters.of(account), partial, translated }))
    .sort((one, other) => byLetter(one.letter, other.letter));
}

/** By the account that tells them, in the order of the accounts. */
function aloneOf(points: readonly PointView[], accounts: readonly AccountView[]): Alone[] {
  const byLetter = new Map<string, PointView[]>();
  for (const point of points) {
    const letter = point.cells[0]?.letter ?? "";
    const own = byLetter.get(letter);
    if (own === undefined) byLetter.set(letter, [point]);
    else own.push(point);
  }
  return accounts.flatMap((account) => {
    const own = byLetter.get(account.letter);
    return own === undefined ? [] : [{ account, silent: own[0]?.silent ?? [], points: own }];
  });
}
