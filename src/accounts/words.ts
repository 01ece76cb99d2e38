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
import type { Span } from "../text/span.ts";
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

/** The first that fits in each group is taken off; the groups follow one another. */
const GROUPS: readonly (readonly Ending[])[] = [
  [
    [/ies$/, "y", 2],
    [/sses$/, "ss", 2],
    [/(?<=[xz]|[cs]h)es$/, "", 2],
    [/(?<![suio])s$/, "", 3],
    [/(?<=o)s$/, "", 3],
  ],
  [
    [/ied$/, "y", 2],
    [/eed$/, "ee", 1],
    [/(?<=[aeiouy].*)(?:ed|ing)$/, "", 2],
  ],
  [
    [/(?<!p)ly$/, "", 4],
    [/ness$/, "", 4],
  ],
  [
    [/ments?$/, "", 4],
    [/(?<=[naeiou])sion$/, "d", 3],
    [/umption$/, "um", 2],
    [/ational$/, "", 4],
    [/[ai]tion$/, "", 4],
    [/ional$/, "", 3],
    [/ion$/, "", 3],
    [/(?:ative|ator)$/, "", 4],
    [/[ae]nce$/, "", 4],
    [/(?:ive|al|er|or|ity)$/, "", 4],
  ],
  [
    [/(?<!e)ate?$/, "", 4],
    [/e$/, "", 2],
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

/** The stem of a word in lower case; figures stay what they are. */
export function stemOf(word: string): string {
  let stem = IRREGULAR.get(word) ?? word.replace(/'s?$/, "");
  if (stem.length > LONGEST || /^\d/.test(stem)) return stem;
  for (const group of GROUPS) {
    const fitting = group.find(([ending, , least]) => stem.search(ending) >= least);
    if (fitting) stem = stem.replace(fitting[0], fitting[1]);
  }
  return stem;
}
