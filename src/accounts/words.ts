/**
 * Content words: what a stretch of text speaks of, as stems, so that
 * "extended", "extend" and "extension" are one.
 *
 * Takes words of English and gives keys to compare them by, never to show.
 * Which words carry no weight is in `lexicon/compared.ts`.
 *
 * Known miss: words of one root whose spelling parts ("permit", "permission"),
 * and a few that meet by chance ("important", "import").
 */

import { SMALL_WORDS } from "../lexicon/compared.ts";
import { IRREGULAR } from "../lexicon/irregular.ts";
import { foldOf } from "../lexicon/names.ts";
import type { Span } from "../text/span.ts";
import { stemOf as inflectionless } from "../text/stems.ts";
import { wordsIn } from "../text/words.ts";

/** Stems of the words that carry weight, and the numbers, each once. */
export function contentWordsIn(text: string, stretch: Span): Set<string> {
  const stems = new Set<string>();
  for (const word of wordsIn(text, stretch)) {
    if (word.kind === "mark" || SMALL_WORDS.has(word.lower)) continue;
    for (const part of word.lower.split("-")) if (!SMALL_WORDS.has(part)) stems.add(stemOf(part));
  }
  return stems;
}

/** An ending, what comes in its place, and the letters that must be left before it. */
type Ending = readonly [ending: RegExp, instead: string, least: number];

/**
 * Endings that change the sort of word, after those of verb and plural are off
 * and "y" is "i". The first that fits in each group is taken off; the groups
 * follow one another.
 */
const GROUPS: readonly (readonly Ending[])[] = [
  [
    [/(?<!p)li$/, "", 4],
    [/ness$/, "", 4],
  ],
  [
    [/ment$/, "", 4],
    [/(?<=[naeiou])sion$/, "d", 3],
    [/umption$/, "um", 2],
    [/ational$/, "", 4],
    [/[ai]tion$/, "", 4],
    [/ional$/, "", 3],
    [/ion$/, "", 3],
    [/(?:ativ|ator)$/, "", 4],
    [/[ae]nc$/, "", 4],
    [/(?:iv|al|er|or|iti)$/, "", 4],
  ],
  [
    [/(?<!e)ate?$/, "", 4],
    [/e+$/, "", 3],
  ],
  [
    [/uct$/, "uc", 1],
    [/spons$/, "spond", 1],
    [/iz$/, "is", 3],
    [/our$/, "or", 2],
    [/enc$/, "ens", 2],
    [/y$/, "i", 2],
    [/([^aeiou])\1$/, "$1", 2],
  ],
];

/** A longer word is no word of English and is left as it is. */
const LONGEST = 40;

/** What words of one root have in common; figures stay what they are. */
export function stemOf(word: string): string {
  const fold = foldOf(word);
  let stem = inflectionless(IRREGULAR.get(fold) ?? fold);
  if (stem.length > LONGEST || !/^[a-z]+$/.test(stem)) return stem;
  for (const group of GROUPS) {
    const fitting = group.find(([ending, , least]) => stem.search(ending) >= least);
    if (fitting) stem = stem.replace(fitting[0], fitting[1]);
  }
  return stem;
}
