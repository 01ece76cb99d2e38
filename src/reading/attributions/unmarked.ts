/**
 * Handing over without a word: a colon after a name, a dash before one, a
 * sentence that only goes on with what was said.
 *
 * Known misses: "Update: talks resume" in a headline is told from "Ortiz: talks
 * resume" only by a list of such labels; a capitalised place ("Geneva: talks
 * resume") is taken for a speaker, which it may be.
 */

import { WEEKDAYS_AND_MONTHS } from "../../lexicon/grammar.ts";
import { type Place, placeAt, type Span, trimmedAt } from "../../text/span.ts";
import { type Word, wordsIn } from "../../text/words.ts";
import type { Draft } from "../attributions.ts";
import type { Sentence } from "../reading.ts";
import { RULES } from "./rules.ts";

const LABELS = new Set(
  `note notes update updated photo video watch live exclusive breaking read more related opinion analysis source sources
  fact factbox explainer timeline background subject participants date time place location topic topics summary
  contact tel phone email address published posted correction editor's`.split(/\s+/),
);

/** In words, and in code units. */
const LONGEST_NAME = 6;
const LONGEST_LABEL = 60;

/** "VALE: …" or "Ortiz: talks may fail" at the start of a paragraph: the rest of the paragraph is that speaker's. */
export function turnsIn(text: string, sentences: readonly Sentence[]): Draft[] {
  const drafts: Draft[] = [];
  for (let i = 0; i < sentences.length; i++) {
    const sentence = sentences[i];
    if (!sentence || sentences[i - 1]?.paragraph === sentence.paragraph) continue;
    const offset = text
      .slice(sentence.start, Math.min(sentence.end - 1, sentence.start + LONGEST_LABEL))
      .indexOf(":");
    if (offset === -1) continue;
    const colon = sentence.start + offset;
    let last = i;
    while (sentences[last + 1]?.paragraph === sentence.paragraph) last++;
    const draft = turnOf(text, { start: sentence.start, end: sentences[last]?.end ?? sentence.end }, colon);
    if (draft) drafts.push(draft);
  }
  return drafts;
}

function turnOf(text: string, paragraph: Span, colon: number): Draft | null {
  const words = wordsIn(text, { start: paragraph.start, end: colon });
  const name = trimmedAt(text, paragraph.start, colon);
  const content = trimmedAt(text, colon + 1, paragraph.end);
  if (!name || !content || words.length === 0 || words.length > LONGEST_NAME || !words.every(isNameWord))
    return null;
  if (LABELS.has(words[0]?.lower ?? "") || WEEKDAYS_AND_MONTHS.has(words[0]?.lower ?? "")) return null;
  return {
    source: [name],
    cue: [placeAt(text, colon, colon + 1)],
    content: [content],
    rule: "turn",
    confidence: RULES.turn,
    continues: null,
  };
}

function isNameWord(word: Word): boolean {
  return (
    (word.kind === "word" && /^\p{Lu}/u.test(word.form)) ||
    /^(?:of|the|de|van|von|al|bin|and|[.-])$/.test(word.lower)
  );
}

const SIGNATURE = /["”»]\s*([―—–]|--)\s*(\p{Lu}[^\n"“”:;]{2,80})$/u;

/** "“…” — Anna Vale, envoy": a quotation signed by its speaker at the paragraph's end. */
export function signaturesIn(text: string, sentences: readonly Sentence[]): Draft[] {
  const drafts: Draft[] = [];
  for (let i = 0; i < sentences.length; i++) {
    const sentence = sentences[i];
    if (!sentence || sentences[i + 1]?.paragraph === sentence.paragraph) continue;
    let first = i;
    while (first > 0 && sentences[first - 1]?.paragraph === sentence.paragraph) first--;
    const from = Math.max(sentences[first]?.start ?? sentence.start, sentence.end - 120);
    const match = SIGNATURE.exec(text.slice(from, sentence.end));
    if (!match?.[1] || !match[2]) continue;
    const dash = from + match.index + match[0].indexOf(match[1]);
    const content = trimmedAt(text, sentences[first]?.start ?? sentence.start, dash);
    const source = trimmedAt(text, dash + match[1].length, sentence.end);
    if (!content || !source || !/^["“«]/.test(content.words)) continue;
    drafts.push({
      source: [source],
      cue: [placeAt(text, dash, dash + match[1].length)],
      content: [content],
      rule: "signature",
      confidence: RULES.signature,
      continues: null,
    });
  }
  return drafts;
}

const GOES_ON =
  /^(?:In (?:this|that|such(?: a| an)?) (?:case|event|scenario)|Otherwise|If not|Should that happen)\b/;

/**
 * "In this case, Washington will …" right after somebody's condition, without a
 * cue of its own: it goes on with what was said. Nobody but the text's order
 * says so, hence neither source nor cue and an even chance.
 */
export function goingOnIn(text: string, sentences: readonly Sentence[], drafts: readonly Draft[]): Draft[] {
  const added: Draft[] = [];
  const outermost = outermostBySentence(sentences, drafts);
  for (let i = 1; i < sentences.length; i++) {
    const sentence = sentences[i];
    const before = sentences[i - 1];
    const speaker = outermost[i - 1];
    if (!sentence || !before || !speaker || before.paragraph !== sentence.paragraph || outermost[i]) continue;
    if (!GOES_ON.test(text.slice(sentence.start, sentence.start + 40))) continue;
    const content = withoutStop(text, sentence);
    added.push({
      source: [],
      cue: [],
      content: [content],
      rule: "goes-on",
      confidence: RULES["goes-on"],
      continues: speaker,
    });
  }
  return added;
}

/**
 * Where a full stop is missing, nothing tells that the speaker changed: the
 * sentence after the gap goes on with the content that reached it.
 */
export function goingOnPastGaps(
  text: string,
  sentences: readonly Sentence[],
  gaps: readonly number[],
  drafts: readonly Draft[],
): Draft[] {
  if (gaps.length === 0) return [];
  const starts = new Map(sentences.map((sentence, i) => [sentence.start, i]));
  const outermost = outermostBySentence(sentences, drafts);
  const ends = new Map(
    drafts
      .filter((draft) => draft.cue.length > 0)
      .flatMap((draft) => draft.content.map((part) => [part.end, draft])),
  );
  return gaps.flatMap((at) => {
    const index = starts.get(at) ?? -1;
    const sentence = sentences[index];
    const before = ends.get(at - 1) ?? ends.get(at);
    if (!sentence || !before || outermost[index]) return [];
    const content = withoutStop(text, sentence);
    return [
      {
        source: before.source,
        cue: before.cue,
        content: [content],
        rule: "goes-on-past-gap",
        confidence: RULES["goes-on-past-gap"],
        continues: before,
      },
    ];
  });
}

/** For each sentence the draft with the longest content among those with their cue there. */
function outermostBySentence(sentences: readonly Sentence[], drafts: readonly Draft[]): (Draft | null)[] {
  const found: (Draft | null)[] = sentences.map(() => null);
  for (const { draft, index } of withSentences(sentences, drafts)) {
    const other = found[index];
    if (!other || lengthOf(draft) > lengthOf(other)) found[index] = draft;
  }
  return found;
}

/** The drafts that have a cue, in its order, each with the index of the sentence that it stands in. */
export function* withSentences(
  sentences: readonly Sentence[],
  drafts: readonly Draft[],
): Generator<{ draft: Draft; index: number }> {
  const sorted = drafts
    .filter((draft) => draft.cue.length > 0)
    .sort((a, b) => (a.cue[0]?.start ?? 0) - (b.cue[0]?.start ?? 0));
  let index = 0;
  for (const draft of sorted) {
    const at = draft.cue[0]?.start ?? 0;
    while (index < sentences.length && (sentences[index]?.end ?? 0) <= at) index++;
    if (index >= sentences.length) return;
    yield { draft, index };
  }
}

function lengthOf(draft: Draft): number {
  return draft.content.reduce((sum, part) => sum + part.end - part.start, 0);
}

function withoutStop(text: string, sentence: Span): Place {
  let end = sentence.end;
  while (end > sentence.start && /[.\s“”"]/.test(text[end - 1] ?? "")) end--;
  return placeAt(text, sentence.start, end);
}
