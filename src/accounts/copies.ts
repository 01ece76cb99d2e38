/**
 * Copies: which accounts are one text printed again, whole or reworded, and
 * what each copy changed.
 *
 * Takes the documents of one contact in order, earliest first; gives origins. A
 * copy keeps most of the narrator's sentences. Quoted words do not count: two
 * reporters who quote the same briefing wrote two reports.
 *
 * Known miss: a copy reworded in every sentence passes for a report of its own.
 */

import type { Reading, Sentence } from "../reading/reading.ts";
import { overlaps, type Span } from "../text/span.ts";
import { wordsIn } from "../text/words.ts";
import type { Change, Copy, Origin } from "./accounts.ts";
import { shinglesOf } from "./shingles.ts";
import { changesBetween } from "./word-changes.ts";

export interface Telling {
  account: string;
  reading: Reading;
}

/** Sentences are one and the same, reworded, from this share of common words on (Dice). */
const SAME_SENTENCE = 0.6;
/** A copy keeps this share of the shorter text's own words in such sentences. */
const COPIED = 0.6;
/** Below this share of common shingles nobody looks closer. */
const WORTH_A_LOOK = 0.05;
/** Texts of fewer narrated words are too short to call a copy, unless nearly all shingles are common. */
const FEW_WORDS = 25;
const NEARLY_ALL = 0.85;

/** In the order of the tellings; each of them stands in one origin. */
export function originsOf(tellings: readonly Telling[]): Origin[] {
  const texts = tellings.map(textOf);
  const origins: { text: Text; copies: Copy[] }[] = [];
  for (const text of texts) {
    const origin = origins.find((one) => isCopy(one.text, text));
    if (origin === undefined) origins.push({ text, copies: [] });
    else origin.copies.push(copyOf(origin.text, text));
  }
  return origins.map(({ text, copies }) => ({ id: text.account, copies }));
}

interface Text {
  account: string;
  reading: Reading;
  shingles: ReadonlySet<number>;
  sentences: Line[];
}

/** A sentence with its words, and how many of them are the narrator's. */
interface Line {
  sentence: Sentence;
  words: string[];
  own: number;
}

function textOf({ account, reading }: Telling): Text {
  const { document, sentences, quotations } = reading;
  const body = document.regions.filter(({ kind }) => kind === "body");
  const quoted = quotations.filter(({ within }) => within === null).flatMap(({ outer }) => outer);
  const lines: Line[] = [];
  let region = 0;
  let quote = 0;
  for (const sentence of sentences) {
    while ((body[region]?.end ?? sentence.end) <= sentence.start) region++;
    if (!overlapsOrNone(body[region], sentence)) continue;
    while ((quoted[quote]?.end ?? sentence.end) <= sentence.start) quote++;
    lines.push(lineOf(document.text, sentence, quoted, quote));
  }
  return { account, reading, shingles: shinglesOf(document.text, body), sentences: lines };
}

function overlapsOrNone(region: Span | undefined, sentence: Span): boolean {
  return region !== undefined && overlaps(region, sentence);
}

function lineOf(text: string, sentence: Sentence, quoted: readonly Span[], from: number): Line {
  const words: string[] = [];
  let own = 0;
  let at = from;
  for (const word of wordsIn(text, sentence)) {
    if (word.kind === "mark") continue;
    words.push(word.lower);
    while ((quoted[at]?.end ?? word.end) <= word.start) at++;
    const quote = quoted[at];
    if (quote === undefined || !overlaps(quote, word)) own++;
  }
  return { sentence, words, own };
}

function isCopy(origin: Text, text: Text): boolean {
  const common = overlapOf(origin.shingles, text.shingles);
  if (common < WORTH_A_LOOK) return false;
  if (common >= NEARLY_ALL) return true;
  const [shorter, longer] = ownWords(text) <= ownWords(origin) ? [text, origin] : [origin, text];
  const all = ownWords(shorter);
  if (all < FEW_WORDS) return false;
  const kept = alignedLines(shorter, longer).reduce((sum, { a }) => sum + a.own, 0);
  return kept / all >= COPIED;
}

function ownWords({ sentences }: Text): number {
  return sentences.reduce((sum, { own }) => sum + own, 0);
}

function overlapOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let common = 0;
  for (const hash of small) if (large.has(hash)) common++;
  return common / small.size;
}

/** Sentences of `a` with the likest of `b`, each of `b` once, where they are the same one reworded. */
function alignedLines(a: Text, b: Text): { a: Line; b: Line }[] {
  const byWord = linesByWord(b);
  const taken = new Set<Line>();
  return a.sentences.flatMap((line) => {
    const best = likest(line, byWord, taken);
    if (best === null) return [];
    taken.add(best);
    return [{ a: line, b: best }];
  });
}

/** Words that stand in more sentences than this say nothing about which one is meant. */
const COMMON_WORD = 20;

function linesByWord({ sentences }: Text): Map<string, Line[]> {
  const byWord = new Map<string, Line[]>();
  for (const line of sentences) {
    for (const word of new Set(line.words)) {
      const lines = byWord.get(word);
      if (lines === undefined) byWord.set(word, [line]);
      else lines.push(line);
    }
  }
  for (const [word, lines] of byWord) if (lines.length > COMMON_WORD) byWord.delete(word);
  return byWord;
}

function likest(
  line: Line,
  byWord: ReadonlyMap<string, readonly Line[]>,
  taken: ReadonlySet<Line>,
): Line | null {
  const candidates = new Set(line.words.flatMap((word) => byWord.get(word) ?? []));
  let best: Line | null = null;
  let bestDice = SAME_SENTENCE;
  for (const candidate of candidates) {
    const dice = taken.has(candidate) ? 0 : diceOf(line.words, candidate.words);
    // Of equals the one that stands first.
    if (dice > bestDice || (dice === bestDice && isBefore(candidate, best))) {
      best = candidate;
      bestDice = dice;
    }
  }
  return best;
}

function isBefore(one: Line, other: Line | null): boolean {
  return other === null || one.sentence.start < other.sentence.start;
}

function diceOf(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    counts.set(word, left - 1);
    common++;
  }
  return (2 * common) / Math.max(1, a.length + b.length);
}

function copyOf(origin: Text, text: Text): Copy {
  const changes = alignedLines(text, origin).flatMap(({ a, b }): Change[] =>
    changesBetween(
      { reading: origin.reading, span: b.sentence },
      { reading: text.reading, span: a.sentence },
    ),
  );
  return { account: text.account, overlap: overlapOf(origin.shingles, text.shingles), changes };
}
