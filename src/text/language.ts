/**
 * The language of a text, as far as Readout must know it: English or not.
 * The small words decide, since every English sentence is full of them and no
 * other language has as many. `und` (BCP 47: undetermined) for anything else.
 *
 * Known miss: a headline without a small word ("Putin, Biden hold talks") is
 * `und` when it is the whole text.
 */

const SMALL_WORDS = new Set(
  (
    "the of and to in a that is was for on with as by at from he she it his her its they their we our you i be been " +
    "are were has have had will would not but this which who an or if said"
  ).split(" "),
);
/** Words that other languages share ("a", "in", "is", "was", "we", "die") do not count alone. */
const ENGLISH_ONLY = new Set(
  "the of and that with from they their which been were have would his this said said will by".split(" "),
);

/** Words looked at: enough to be sure, few enough to cost nothing. */
const SAMPLE_UNITS = 5_000;

export function languageOf(text: string): "en" | "und" {
  let words = 0;
  let small = 0;
  let english = 0;
  for (const [word] of text.slice(0, SAMPLE_UNITS).matchAll(/[\p{L}'’]{1,40}/gu)) {
    const lower = word.toLowerCase();
    words++;
    if (SMALL_WORDS.has(lower)) small++;
    if (ENGLISH_ONLY.has(lower)) english++;
  }
  return english >= 1 && small >= words * 0.15 ? "en" : "und";
}
