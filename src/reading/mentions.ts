/**
 * Mentions: which words of a document point at somebody.
 *
 * Takes sentences and the list of actors; gives, in text order and apart from
 * each other, names, titles, descriptions, pronouns, groups, and places that
 * stand for their state. A title and the name beside it are one mention:
 * "French President Emmanuel Macron", "Aide to the Russian president, Yuri
 * Ushakov". Nothing nests: the state inside a title is told by its clue. Whom
 * the words mean is left to `links.ts`.
 *
 * Known miss: a capital is taken for a place after "in", "at" and verbs of
 * going, and for its state elsewhere; "talks to Moscow by train" fools it.
 */

import type { Gazetteer } from "../lexicon/gazetteer.ts";
import type { Document } from "../text/document.ts";
import type { Pointer } from "./mentions/clues.ts";
import {
  type Found,
  familiesOf,
  type Line,
  learn,
  learnGiven,
  lineOf,
  namedAt,
  type Scan,
  slippedAt,
  unknownAt,
} from "./mentions/named.ts";
import { pronounAt, thingMentionAt } from "./mentions/pointing.ts";
import { learnSlip } from "./mentions/slips.ts";
import { titledAt } from "./mentions/titled.ts";
import type { Sentence } from "./reading.ts";

/** Words that point at somebody, not yet linked. */
export function mentionsIn(
  document: Document,
  sentences: readonly Sentence[],
  gazetteer: Gazetteer,
): Pointer[] {
  const { text } = document;
  const lines = sentences.map((sentence) => lineOf(text, sentence, gazetteer));
  const families = familiesOf(lines, gazetteer);
  const day = document.published?.value.slice(0, 10) ?? null;
  const scan: Scan = { text, gazetteer, families, givens: new Map(), slips: new Map(), day };
  for (const name of families.values()) learnSlip(scan.slips, name);
  const mentions: Pointer[] = [];
  for (const line of lines) {
    for (let at = 0; at < line.tokens.length; ) {
      const found = mentionAtToken(scan, line, at);
      const first = line.tokens[at];
      const last = found ? line.tokens[found.to - 1] : undefined;
      if (!found || !first || !last) {
        at++;
        continue;
      }
      mentions.push({
        id: `m${mentions.length + 1}`,
        start: first.start,
        end: last.end,
        words: text.slice(first.start, last.end),
        form: found.form,
        clue: found.clue,
      });
      learn(families, found.clue.name, gazetteer);
      learnGiven(scan.givens, found.clue.name);
      if (found.clue.name?.slip === undefined) learnSlip(scan.slips, found.clue.name);
      at = found.to;
    }
  }
  return mentions;
}

function mentionAtToken(scan: Scan, line: Line, at: number): Found | null {
  const token = line.tokens[at];
  if (!token || token.fold === "") return null;
  return (
    // "Sheikh Hasina": the list has the title as part of the name.
    (line.names.has(at) ? namedAt(scan, line, at) : null) ??
    titledAt(scan, line, at) ??
    namedAt(scan, line, at) ??
    thingMentionAt(scan, line, at) ??
    unknownAt(scan, line, at) ??
    slippedAt(scan, line, at) ??
    pronounAt(line.tokens, at)
  );
}
