/**
 * Which kind a document is, by cues that anybody can check: a memorandum says
 * so in its first lines, a transcript is made of speakers' turns, a readout
 * comes from a side's own office or calls itself one. Anything else is news.
 *
 * Known miss: an official readout pasted without its publisher is news, unless
 * its title says "readout".
 */

import type { DocumentKind, Fact, Region } from "./document.ts";
import { type Line, linesIn, wordCount } from "./lines.ts";
import { placeAt } from "./span.ts";

/** Lines looked at for a title of a memorandum, and for speakers' turns. */
const HEAD_LINES = 15;
const TURN_LINES = 400;

const MEMORANDUM =
  /\b(?:memorandum (?:of|for (?:the )?record of)(?: a| the)? (?:telephone |phone )?conversations?|memorandum of (?:a )?meeting|memcon|telcon)\b/iu;
const READOUT = /\breadout of\b/iu;
const TRANSCRIPT =
  /\b(?:transcript|press briefing by|press conference by|remarks by|background press call)\b/iu;
/** "MR. PRICE:", "THE PRESIDENT:", "Question:", "Q:", "Vladimir Putin:". */
const TURN = /^(?:Q|A|(?:\p{Lu}[\p{L}.'’-]{0,25})(?: \(?\p{Lu}[\p{L}.'’-]{0,25}\)?){0,4}) ?:(?: |$)/u;

export function kindIn(
  text: string,
  regions: readonly Region[],
  title: Fact<string> | null,
  isOfficial: boolean,
): Fact<DocumentKind> {
  const lines = linesIn(text);
  const said = memorandumIn(text, lines);
  if (said) return said;
  if (isTurns(lines)) return { value: "transcript", ground: "reckoned", evidence: [] };
  const named = title ? kindNamed(title.value) : null;
  if (named)
    return {
      value: named,
      ground: title?.ground === "text" ? "text" : "reckoned",
      evidence: title?.evidence ?? [],
    };
  if (isOfficial && regions.length > 0) return { value: "readout", ground: "reckoned", evidence: [] };
  return { value: "news", ground: "reckoned", evidence: [] };
}

function memorandumIn(text: string, lines: readonly Line[]): Fact<DocumentKind> | null {
  for (const line of lines.slice(0, HEAD_LINES)) {
    // A report about a memorandum says so in a sentence; the memorandum itself in a title.
    if (wordCount(line.words) > 14) continue;
    const match = MEMORANDUM.exec(line.words);
    if (!match) continue;
    const start = line.start + match.index;
    return { value: "memorandum", ground: "text", evidence: [placeAt(text, start, start + match[0].length)] };
  }
  return null;
}

/** Speakers take turns: three or more, in at least a quarter of the lines. */
function isTurns(lines: readonly Line[]): boolean {
  const looked = lines.slice(0, TURN_LINES);
  const turns = looked.filter((line) => TURN.test(line.words.slice(0, 160)) && !FIELD.test(line.words));
  return turns.length >= 3 && turns.length * 4 >= looked.length;
}

/** Labels of a header, not speakers. */
const FIELD =
  /^(?:subject|participants|place|date|time|from|to|re|present|source|photo|tags|published|updated|note|read also|related)\b ?:/iu;

function kindNamed(title: string): DocumentKind | null {
  if (READOUT.test(title)) return "readout";
  return TRANSCRIPT.test(title) ? "transcript" : null;
}
