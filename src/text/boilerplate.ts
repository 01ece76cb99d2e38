/**
 * Boilerplate: lines that belong to the site and not to the report.
 *
 * Takes the lines of a text and gives, for each, the family it belongs to or
 * `null`. Precision first: a sentence lost from the record is worse than a
 * share button in it. So a line counts only when the hints of one family reach
 * 3, and what reads as somebody's speech pays for that. Where a hint stands
 * matters: sites put their words before and after the report, so a weak line
 * may count at an edge, next to a strong one, and never in the middle.
 *
 * Known miss: a plea in a family that the lexicon lacks stays body. So does a
 * menu of bare nouns ("Politics", "World") in the middle of a text.
 */

import { BOILERPLATE, COMMENT_HEADER, hasHint, LIST_FAMILIES } from "../lexicon/boilerplate.ts";
import { endsAsSentence, type Line, startsWithMark, wordCount } from "./lines.ts";

/** Longer lines are prose, whatever words they hold. */
const LONGEST = 600;
const ENOUGH = 3;

interface Hint {
  family: string;
  score: number;
}

/** The family of each line, `null` for the ones to be read. */
export function boilerplateIn(lines: readonly Line[], taken: readonly boolean[]): (string | null)[] {
  const hints = lines.map((line, index) => (taken[index] ? null : strongestHintIn(line.words)));
  const families: (string | null)[] = hints.map((hint) =>
    hint && hint.score >= ENOUGH ? hint.family : null,
  );
  takeLinkLists(lines, families, taken);
  takeComments(lines, families);
  takeEdge(lines, hints, families, taken, lines.length - 1, -1);
  takeEdge(lines, hints, families, taken, 0, 1);
  return families;
}

/** The family with the highest sum of hints in the line; what reads as a report pays for it. */
function strongestHintIn(words: string): Hint | null {
  if (words.length > LONGEST || startsWithMark(words)) return null;
  const plain = words.toLowerCase().replace(/\s+/gu, " ").replace(/[’‘]/gu, "'");
  if (!hasHint(plain)) return null;
  let strongest: (Hint & { at: number }) | null = null;
  const sums = new Map<string, Hint & { at: number }>();
  for (const { family, weight, pattern } of BOILERPLATE) {
    const match = pattern.exec(plain);
    if (!match || isQuoted(plain, match.index)) continue;
    const sum = sums.get(family) ?? { family, score: 0, at: match.index };
    sum.score += weight;
    sum.at = Math.min(sum.at, match.index);
    sums.set(family, sum);
    if (strongest === null || sum.score > strongest.score) strongest = sum;
  }
  if (strongest) strongest.score -= priceOfSpeech(plain);
  // A plea glued to the end of a report's own words: losing those words is worse.
  if (strongest && plain.length > 120 && strongest.at > plain.length / 2) strongest.score -= ENOUGH;
  return strongest;
}

/** Whether a quotation mark opened before that place in the line and did not close. */
function isQuoted(plain: string, at: number): boolean {
  let open = false;
  for (let index = 0; index < at; index++) {
    const unit = plain[index] ?? "";
    if (unit === '"') open = !open;
    else if ("“„«".includes(unit)) open = true;
    else if ("”»".includes(unit)) open = false;
  }
  return open;
}

const REPORTING =
  /\b(said|says|told|warned|stressed|noted|added|announced|agreed|urged|stated|declared|replied|emphasi[sz]ed|according to)\b/u;

/** A site's pleas report nobody; they do put names of papers and channels in quotation marks. */
function priceOfSpeech(plain: string): number {
  if (REPORTING.test(plain)) return 4;
  return /["“”„«»]/u.test(plain) ? 2 : 0;
}

/**
 * From one end inwards, as long as lines are the site's: a line there needs one
 * hint less, and one less again beside a line of its own block that counts.
 */
function takeEdge(
  lines: readonly Line[],
  hints: readonly (Hint | null)[],
  families: (string | null)[],
  taken: readonly boolean[],
  from: number,
  step: 1 | -1,
): void {
  for (let index = from; index >= 0 && index < lines.length; index += step) {
    if (families[index] || taken[index]) continue;
    const hint = hints[index] ?? null;
    const block = lines[index]?.block;
    const beside = [index - 1, index + 1].some((near) => families[near] && lines[near]?.block === block);
    if (!hint || hint.score + 1 + (beside ? 1 : 0) < ENOUGH) return;
    families[index] = hint.family;
  }
}

/** After "Read also:" alone, what does not read as a sentence is a link, to the end of its block or of the text. */
function takeLinkLists(lines: readonly Line[], families: (string | null)[], taken: readonly boolean[]): void {
  const quietFrom = firstOfQuietTail(lines, families);
  for (let label = 0; label < lines.length; label++) {
    const family = families[label];
    if (!family || !LIST_FAMILIES.has(family) || !isLabel(lines[label])) continue;
    const first = lines[label + 1];
    for (let index = label + 1; index < lines.length; index++) {
      const line = lines[index];
      if (!line || families[index] || taken[index] || !isLinkLike(line)) break;
      if (index < quietFrom && line.block !== first?.block) break;
      families[index] = family;
    }
  }
}

/** Index from which on no line reads as a sentence. */
function firstOfQuietTail(lines: readonly Line[], families: readonly (string | null)[]): number {
  let first = lines.length;
  while (first > 0) {
    const line = lines[first - 1];
    if (!line || !(families[first - 1] || isLinkLike(line))) break;
    first--;
  }
  return first;
}

function isLabel(line: Line | undefined): boolean {
  return line !== undefined && wordCount(line.words) <= 6 && !/https?:|: ?\S/u.test(line.words);
}

function isLinkLike(line: Line): boolean {
  return line.words.length <= 200 && !endsAsSentence(line.words) && wordCount(line.words) <= 25;
}

/** After a header such as "12 comments" the public speaks; nothing of it is the report. */
function takeComments(lines: readonly Line[], families: (string | null)[]): void {
  // A counter under the headline is no header: some body must have come.
  let sentences = 0;
  for (const [index, line] of lines.entries()) {
    if (families[index] === "comments" && sentences >= 2 && COMMENT_HEADER.test(line.words.toLowerCase())) {
      families.fill("comments", index);
      return;
    }
    if (!families[index] && endsAsSentence(line.words)) sentences++;
  }
}
