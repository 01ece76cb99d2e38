/**
 * The author of a document: the one whose statement, remarks or answers it is
 * by its headline. "Statement by Prime Minister Vale", "Foreign Minister
 * Ortiz's remarks to the press", "Lang answers questions". "I" in its running text is the author, and
 * "you" in a question that is put to him.
 *
 * Takes the headline and the mentions in it; gives the index of the one
 * mention, or -1: two who speak by turns ("Remarks by Vale and Ortiz") are no
 * one author.
 *
 * Known miss: "Vale: we shall hold on", a headline that quotes.
 */

import type { Document } from "../../text/document.ts";
import type { Span } from "../../text/span.ts";

const WORDS =
  "(?:statements?|remarks|address|speech|comments?|repl(?:y|ies)|answers?|responses?|interview|briefing|(?:press|news) conference|press (?:stakeout|availability)|doorstep)";
const BEFORE = new RegExp(`\\b${WORDS}\\b[^;:]{0,60}?\\b(?:by|of|from|with)\\s+(?:the\\s+)?$`, "iu");
const AFTER = new RegExp(`^['’]s?\\s+(?:\\p{L}+\\s+){0,2}${WORDS}\\b`, "iu");
/** "Vale, her spokesman, speaks to the press", "Ortiz answers questions". */
const ANSWERS =
  /^(?:, [^,\n]{1,60},)? (?:(?:speaks|talks|spoke|talked) to (?:\p{L}+ ){0,3}(?:press|media|reporters|journalists)|(?:answers|answered|takes|took) (?:\p{L}+ )?questions|(?:briefs|briefed|addresses|addressed) (?:the )?(?:press|media|reporters|journalists|nation|parliament))\b/iu;
const JOINT = /\bjoint\b/iu;
const ANOTHER = /^,?\s+(?:and|with)\s/u;

export function authorIn(document: Document, mentions: readonly Span[]): number {
  const headline = document.regions.find(({ kind }) => kind === "headline");
  if (!headline || JOINT.test(headline.words)) return -1;
  for (const [index, { start, end }] of mentions.entries()) {
    if (start >= headline.end) break;
    const after = document.text.slice(end, headline.end);
    if (BEFORE.test(document.text.slice(headline.start, start)) || AFTER.test(after) || ANSWERS.test(after))
      return ANOTHER.test(after) && (mentions[index + 1]?.start ?? headline.end) < headline.end ? -1 : index;
  }
  return -1;
}
