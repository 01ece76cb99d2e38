/**
 * Handing over: from a cue in a sentence to the words that it hands over.
 *
 * Takes one sentence as a scene (its words, the window that the cue may use)
 * and one verb group, gives source, cue and content as windows of words. Each
 * function is one way in which English hands over; `handoverOf` tries them in
 * the order of how sure they are.
 */

import {
  ADJUNCT_STARTERS,
  CLAUSE_STARTERS,
  PREPOSITIONS,
  WEEKDAYS_AND_MONTHS,
} from "../../lexicon/grammar.ts";
import type { Word } from "../../text/words.ts";
import { afterAddressee, endOfAdjunct } from "./adjuncts.ts";
import { isQuoteMark, phraseAfter, subjectBefore, type Window } from "./clauses.ts";
import { type Content, contentAfter, contentEnd, endsHere } from "./contents.ts";
import type { Cue } from "./cues.ts";
import { type Handover, isFuture, type Scene } from "./scene.ts";

export function handoverOf(scene: Scene, cue: Cue): Handover | null {
  return (
    parenthetical(scene, cue) ??
    (cue.form.gerund ? byGerund(scene, cue) : null) ??
    closing(scene, cue) ??
    opening(scene, cue)
  );
}

/** "Biden, as the White House put it, threatened …": the sentence around is the content. */
function parenthetical(scene: Scene, cue: Cue): Handover | null {
  const { words, window } = scene;
  const source = subjectBefore(words, window, cue.from);
  if (!source || words[source.from - 1]?.lower !== "as" || cue.passive) return null;
  const as = source.from - 1;
  if (as > window.from && words[as - 1]?.form !== ",") return null;
  const end = endOfAdjunct(scene, cue.to);
  const after = words[end]?.form === "," ? { from: end + 1, to: contentEnd(scene, end + 1, cue) } : null;
  const before = as > window.from ? { from: window.from, to: as - 1 } : null;
  const content = [before, after].filter((part): part is Window => part !== null && part.from < part.to);
  if (content.length === 0) return null;
  return { rule: "as-says", source, cue: { from: cue.from, to: end }, content };
}

/** ", adding that …": the speaker is the one who spoke before, or the subject of the sentence. */
function byGerund(scene: Scene, cue: Cue): Handover | null {
  const { words, window } = scene;
  const before = words[cue.from - 1]?.form ?? "";
  if (
    !/^[,–—]$/.test(before) &&
    !isQuoteMark(words[cue.from - 1]) &&
    words[cue.from - 1]?.lower !== "and" &&
    !/^(by|as|after|before|without|while)$/.test(words[cue.from - 1]?.lower ?? "")
  )
    return null;
  const content = contentAfter(scene, cue);
  if (!content) return null;
  const source = sharedSubject(scene, cue.from) ?? firstSubject(words, window);
  return source
    ? { rule: "gerund", source, cue: { from: cue.from, to: content.cueEnd }, content: [content.window] }
    : null;
}

/** "…, Vale said." and "…,” said Vale on Monday.": what stands before is the content. */
function closing(scene: Scene, cue: Cue): Handover | null {
  const { words, window } = scene;
  const verb = cue.form.verb;
  if (!verb.quotation && !verb.clause) return null;
  if (cue.passive || isFuture(scene, cue)) return null;
  const inverted = invertedSource(scene, cue);
  const source = inverted ?? subjectBefore(words, window, cue.from);
  if (!source) return null;
  const start = Math.min(source.from, cue.from);
  const border = words[start - 1];
  if (
    !border ||
    start - 1 <= window.from ||
    !(border.form === "," || isQuoteMark(border) || /^[?!–—]$/.test(border.form))
  )
    return null;
  const after = Math.max(cue.to, source.to);
  const quoted = isQuoteMark(border);
  const left = { from: leftEdge(scene, start - 1), to: quoted ? start : start - 1 };
  const inserted = quoted ? null : afterInsertion(scene, cue, after);
  if (inserted && left.to > left.from)
    return { rule: "inserted", source, cue: { from: cue.from, to: cue.to }, content: [left, inserted] };
  if (!inverted && !endsHere(scene, verb.addressee ? afterAddressee(scene, after) : after, quoted))
    return null;
  if (left.to - left.from < 2 || (!quoted && isAdjunct(words, left))) return null;
  const content: Window[] = [left];
  const resumed = resumedQuotation(scene, after);
  if (resumed) content.push(resumed);
  return {
    rule: inverted ? "closing-inverted" : "closing",
    source,
    cue: { from: cue.from, to: cue.to },
    content,
  };
}

/** "If sanctions come, he said, relations may break": what follows the second comma belongs to the content, too. */
function afterInsertion(scene: Scene, cue: Cue, at: number): Window | null {
  const { words, window } = scene;
  if (
    words[at]?.form !== "," ||
    /^(?:who|which|adding|saying|and|but)$/.test(words[at + 1]?.lower ?? "") ||
    isQuoteMark(words[at + 1])
  )
    return null;
  const next = scene.cues.find((other) => other.from >= at + 1);
  if (next && (next.from === at + 1 || next.form.gerund) && next.from <= at + 3) return null;
  const to = contentEnd(scene, at + 1, cue);
  return to - at > 3 && to <= window.to ? { from: at + 1, to } : null;
}

/** "said Vale": the subject after the verb, where the verb follows what was said. */
function invertedSource(scene: Scene, cue: Cue): Window | null {
  const { words, window } = scene;
  const before = words[cue.from - 1];
  if (
    !before ||
    cue.head - cue.from > 1 ||
    !(before.form === "," || isQuoteMark(before) || /^[?!–—]$/.test(before.form))
  )
    return null;
  const next = words[cue.to];
  if (!next || WEEKDAYS_AND_MONTHS.has(next.lower) || next.lower === "that") return null;
  const capital = /^\p{Lu}/u.test(next.form);
  if (!capital && !/^(the|a|an|one|another|he|she|his|her|senior)$/.test(next.lower)) return null;
  const source = phraseAfter(words, window, cue.to);
  if (!source) return null;
  // "Vale, the minister, said the talks failed": an object, not a speaker, unless the sentence stops after it.
  if (isQuoteMark(before)) return source;
  const after = words[source.to];
  const stops =
    !after ||
    source.to >= window.to ||
    after.kind === "mark" ||
    ADJUNCT_STARTERS.has(after.lower) ||
    after.lower === "who" ||
    WEEKDAYS_AND_MONTHS.has(after.lower);
  return stops && !subjectBefore(words, window, cue.from) ? source : null;
}

/** "Vale said that …", "urged Ortiz to …", "criticised the deal": what follows is the content. */
function opening(scene: Scene, cue: Cue): Handover | null {
  const { words, window } = scene;
  const content = contentAfter(scene, cue);
  if (!content) return null;
  if (cue.passive) return passive(scene, cue, content);
  const own = subjectBefore(words, window, cue.from);
  const source =
    own ??
    (elides(words[cue.from - 1]) ? (sharedSubject(scene, cue.from) ?? firstSubject(words, window)) : null);
  if (!source) return null;
  const rule = own ? (content.kind === "object" ? "object" : "opening") : "opening-shared";
  return { rule, source, cue: { from: cue.from, to: content.cueEnd }, content: [content.window] };
}

/** "It was agreed that …", "Vale was quoted as saying", "is expected to …": nobody or the one after "by" speaks. */
function passive(scene: Scene, cue: Cue, content: Content): Handover | null {
  const { words, window } = scene;
  const subject = subjectBefore(words, window, cue.from);
  if (cue.form.verb.addressee || cue.form.verb.lemma === "ask") return null;
  const impersonal = subject && words[subject.from]?.lower === "it" && subject.to - subject.from === 1;
  if (!impersonal && content.kind !== "infinitive") return null;
  const parts = impersonal || !subject ? [content.window] : [subject, content.window];
  return { rule: "passive", source: null, cue: { from: cue.from, to: content.cueEnd }, content: parts };
}

function elides(word: Word | undefined): boolean {
  return word !== undefined && (/^(and|but|then|or)$/.test(word.lower) || word.form === ",");
}

/** A quotation that goes on after "he said,". */
function resumedQuotation(scene: Scene, at: number): Window | null {
  const { words, window } = scene;
  for (let i = at; i < Math.min(window.to, at + 20); i++) {
    if (!isQuoteMark(words[i])) continue;
    if (!/^[,:.–—]$/.test(words[i - 1]?.form ?? "")) return null;
    let to = i + 1;
    while (to < window.to && !isQuoteMark(words[to])) to++;
    return { from: i, to: Math.min(window.to, to + 1) };
  }
  return null;
}

/** Where the words before a closing verb begin: with the window, or after an earlier handover's content or a semicolon. */
function leftEdge(scene: Scene, end: number): number {
  const { words, window, found } = scene;
  let from = window.from;
  for (let i = end - 1; i > window.from; i--) {
    if (words[i]?.form === ";") {
      from = i + 1;
      break;
    }
  }
  const last = found[found.length - 1];
  if (last?.rule.startsWith("closing") && last.cue.from >= from)
    from = Math.max(from, last.cue.to, last.source?.to ?? 0);
  while (
    from < end &&
    (/^[,.;]$/.test(words[from]?.form ?? "") || /^(but|and)$/.test(words[from]?.lower ?? ""))
  )
    from++;
  return from;
}

/** "On Monday", "In an interview": an adverbial before the subject is not content. */
function isAdjunct(words: readonly Word[], window: Window): boolean {
  const first = words[window.from]?.lower ?? "";
  if (window.to - window.from <= 2) return true;
  return (
    PREPOSITIONS.has(first) ||
    CLAUSE_STARTERS.has(first) ||
    /^(earlier|later|meanwhile|however|asked|speaking|yesterday|today)$/.test(first)
  );
}

/** Who spoke last in this sentence, if anybody did, on the level of this cue. */
function sharedSubject(scene: Scene, at: number): Window | null {
  for (let i = scene.found.length - 1; i >= 0; i--) {
    const handover = scene.found[i];
    if (handover?.source && !handover.content.some((part) => part.from <= at && at < part.to))
      return handover.source;
  }
  return null;
}

/** The subject of the sentence's first verb that we can tell. */
function firstSubject(words: readonly Word[], window: Window): Window | null {
  for (let i = window.from + 1; i < window.to; i++) {
    const word = words[i];
    if (!word || isQuoteMark(word)) return null;
    if (
      /^(is|was|were|are|has|had|have|will|would|could|can|did|does)$/.test(word.lower) ||
      /[a-z]ed$/.test(word.lower)
    ) {
      return subjectBefore(words, window, i);
    }
  }
  return null;
}
