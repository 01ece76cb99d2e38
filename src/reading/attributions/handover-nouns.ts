/**
 * Handing over without a verb of speech: nouns ("the claim that …", "expressed
 * hope that …") and phrases ("according to …").
 *
 * Known misses: "according to plan" and "according to the rules" name no
 * speaker but are read as if they did, unless the noun is in NO_SPEAKER.
 */

import { ACCORDING, CUE_NOUNS, LIGHT_VERBS } from "../../lexicon/cues.ts";
import { AUXILIARIES, CLAUSE_STARTERS, DETERMINERS } from "../../lexicon/grammar.ts";
import type { Word } from "../../text/words.ts";
import { isQuoteMark, phraseAfter, subjectBefore, type Window } from "./clauses.ts";
import type { Handover, Scene } from "./scene.ts";

const NO_SPEAKER = new Set([
  "plan",
  "schedule",
  "protocol",
  "law",
  "rules",
  "custom",
  "tradition",
  "need",
  "needs",
]);

/** Handovers by nouns and phrases in one window of a sentence, in order. */
export function nounHandoversIn(scene: Scene): Handover[] {
  const { words, window } = scene;
  const found: Handover[] = [];
  for (let i = window.from; i < window.to; i++) {
    const handover = accordingAt(scene, i) ?? nounAt(scene, i);
    if (handover) found.push(handover);
  }
  return found.filter((handover) => !words.slice(handover.cue.from, handover.cue.to).some(isQuoteMark));
}

function accordingAt(scene: Scene, at: number): Handover | null {
  const { words, window } = scene;
  const own = inOnesWords(scene, at);
  if (own) return own;
  const phrase = ACCORDING.find((candidate) => candidate.every((word, i) => words[at + i]?.lower === word));
  if (!phrase) return null;
  const cue = { from: at, to: at + phrase.length };
  const source = phraseAfter(words, window, cue.to);
  if (!source || NO_SPEAKER.has(words[source.to - 1]?.lower ?? "")) return null;
  const content = contentAround(scene, cue.from, source.to);
  return content ? { rule: "according-to", source, cue, content: [content] } : null;
}

/** "Both sides, in his words, are ready": the one whose words they are is only a pronoun. */
function inOnesWords(scene: Scene, at: number): Handover | null {
  const { words } = scene;
  if (words[at]?.lower !== "in" || !/^(?:his|her|their|its)$/.test(words[at + 1]?.lower ?? "")) return null;
  if (!/^(?:words|view|opinion|assessment)$/.test(words[at + 2]?.lower ?? "")) return null;
  const before = clauseBefore(scene, at);
  const after = words[at + 3]?.form === "," ? clauseFrom(scene, at + 4) : null;
  const content = [before, after].filter((part) => part !== null);
  if (content.length === 0) return null;
  return {
    rule: "according-to",
    source: { from: at + 1, to: at + 2 },
    cue: { from: at, to: at + 3 },
    content,
  };
}

function clauseFrom(scene: Scene, from: number): Window | null {
  const to = endOf(scene, from);
  return to - from > 1 ? { from, to } : null;
}

/** At the start of its clause, what follows; else what stands before, back to the clause's start. */
function contentAround(scene: Scene, from: number, to: number): Window | null {
  const { words } = scene;
  const left = clauseBefore(scene, from);
  if (left) return left;
  return clauseFrom(scene, words[to]?.form === "," ? to + 1 : to);
}

function clauseBefore(scene: Scene, at: number): Window | null {
  const { words, window } = scene;
  const end = words[at - 1]?.form === "," ? at - 1 : at;
  let from = end;
  while (from > window.from) {
    const word = words[from - 1];
    if (
      !word ||
      word.form === ";" ||
      (word.form === "," && /^(but|and|while)$/.test(words[from]?.lower ?? ""))
    )
      break;
    if (from === end && (word.lower === "that" || CLAUSE_STARTERS.has(word.lower))) return null;
    from--;
  }
  if (/^(but|and|while)$/.test(words[from]?.lower ?? "")) from++;
  return end - from > 1 ? { from, to: end } : null;
}

const BEFORE_CONTENT = new Set(["that", "whether"]);

/** A noun of speech with its clause: "the warning that …", "Vale's claim that …", "made it clear that …". */
function nounAt(scene: Scene, at: number): Handover | null {
  const { words, window } = scene;
  const lower = words[at]?.lower ?? "";
  const clear = (lower === "clear" || lower === "known" || lower === "sure") && isLight(words, at - 1, 2);
  if (!CUE_NOUNS.has(lower) && !clear) return null;
  if (!BEFORE_CONTENT.has(words[at + 1]?.lower ?? "")) return null;
  const content = { from: at + 1, to: endOf(scene, at + 1) };
  const light = lightVerbBefore(words, window, at);
  if (light !== null) {
    const source = subjectBefore(words, window, light);
    return source
      ? { rule: "light-verb", source, cue: { from: light, to: at + 1 }, content: [content] }
      : null;
  }
  const source = possessorBefore(words, window, at);
  return source ? { rule: "noun", source, cue: { from: at, to: at + 1 }, content: [content] } : null;
}

function isLight(words: readonly Word[], at: number, reach: number): boolean {
  for (let i = at; i > at - reach; i--)
    if (/^(make|makes|made|making)$/.test(words[i]?.lower ?? "")) return true;
  return false;
}

/** "expressed", "has repeatedly voiced", up to four words before the noun; the whole group. */
function lightVerbBefore(words: readonly Word[], window: Window, noun: number): number | null {
  for (let i = noun - 1; i >= Math.max(window.from, noun - 5); i--) {
    const lower = words[i]?.lower ?? "";
    if (LIGHT_VERBS.has(lower) && i < noun) {
      let from = i;
      while (
        from > window.from &&
        (AUXILIARIES.has(words[from - 1]?.lower ?? "") ||
          /ly$|^also$|^again$/.test(words[from - 1]?.lower ?? ""))
      )
        from--;
      return from;
    }
    if (words[i]?.kind === "mark" || /'s$/.test(lower)) return null;
  }
  return null;
}

/** "Vale's claim", "their demand". */
function possessorBefore(words: readonly Word[], window: Window, noun: number): Window | null {
  for (let i = noun - 1; i >= Math.max(window.from, noun - 4); i--) {
    const lower = words[i]?.lower ?? "";
    if (/^(his|her|their|its|our|my|your)$/.test(lower)) return { from: i, to: i + 1 };
    if (/('s|s')$/.test(lower)) {
      let from = i;
      while (
        from > window.from &&
        (/^\p{Lu}/u.test(words[from - 1]?.form ?? "") || DETERMINERS.has(words[from - 1]?.lower ?? ""))
      )
        from--;
      return { from, to: i + 1 };
    }
    if (words[i]?.kind === "mark" || DETERMINERS.has(lower)) return null;
  }
  return null;
}

function endOf(scene: Scene, from: number): number {
  const { words, window } = scene;
  let to = window.to;
  for (let i = from; i < window.to; i++) {
    if (words[i]?.form === ";") {
      to = i;
      break;
    }
  }
  while (to > from && /^[.,;:…]$/.test(words[to - 1]?.form ?? "")) to--;
  return to;
}
