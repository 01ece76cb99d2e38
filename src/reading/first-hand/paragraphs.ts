/**
 * Whose words a paragraph of a memorandum or transcript is, beyond the
 * sentences that say so.
 *
 * A memorandum gives a turn or a topic one paragraph: "He said that … . The
 * treaty was firm. It would be signed in any case." What follows a cue goes on
 * with the same speaker until another takes over, or the writer tells what was
 * done. A transcript names the speaker once, before a colon; a paragraph
 * without a name goes on with the last one.
 *
 * Known misses: a sentence in which the writer explains ("The reference is to
 * an earlier note.") is given to the last speaker; an aside of the other one
 * without a cue is, too.
 */

import { CUE_FORMS } from "../../lexicon/cues.ts";
import { MINDS, MODALS, NO_INITIALS, TALKERS, THOUGHTS } from "../../lexicon/first-hand.ts";
import { contains, overlaps, type Place, placeAt, type Span, trimmedAt } from "../../text/span.ts";
import { wordsIn } from "../../text/words.ts";
import { RULES } from "../attributions/rules.ts";
import { withSentences } from "../attributions/unmarked.ts";
import type { Draft } from "../attributions.ts";
import type { Sentence } from "../reading.ts";

/** Words by which a document calls those who talk: capitalised words of its title and lists. */
export type Names = ReadonlySet<string>;

/** Among the names where a list of those present is whole: somebody who is not in it does not talk. */
export const LISTED = "*";

/** The sentences of one paragraph, and what is said in them. */
export function paragraphsFrom(sentences: readonly Sentence[]): Sentence[][] {
  const paragraphs: Sentence[][] = [];
  for (const sentence of sentences) {
    const last = paragraphs[paragraphs.length - 1];
    if (last && last[0]?.paragraph === sentence.paragraph) last.push(sentence);
    else paragraphs.push([sentence]);
  }
  return paragraphs;
}

/** Outermost drafts by the sentence that their cue stands in. */
export function outermostIn(
  sentences: readonly Sentence[],
  drafts: readonly Draft[],
): Map<Sentence, Draft[]> {
  const found = new Map<Sentence, Draft[]>();
  for (const { draft, index } of withSentences(sentences, drafts)) {
    const sentence = sentences[index];
    if (!sentence) break;
    const own = found.get(sentence) ?? [];
    own.push(draft);
    found.set(sentence, own);
  }
  for (const [sentence, own] of found) found.set(sentence, own.slice(0, MOST_CUES).filter(isOutermost));
  return found;
}

/** More cues in one sentence are no prose. */
const MOST_CUES = 40;

function isOutermost(draft: Draft, _: number, all: readonly Draft[]): boolean {
  const cue = draft.cue[0];
  return !all.some(
    (other) => other !== draft && cue !== undefined && other.content.some((part) => contains(part, cue)),
  );
}

/** Whether the words of a source stand for somebody who can talk here: a title, a name of the document's people, a pronoun. */
export function isTalker(phrase: string, names: Names): boolean {
  const words = phrase.replace(/^the /iu, "");
  if (/^(?:I|he|she|we|they|both)$/iu.test(words)) return true;
  if (/^\p{Lu}{1,4}$/u.test(words)) return !NO_INITIALS.has(words);
  if (/^(?:both|two)\s/iu.test(words)) return true;
  if (!names.has(LISTED) && /^(?:Mr|Mrs|Ms|Miss|Dr)\.? \p{Lu}/u.test(words)) return true;
  const first = /^(?<title>\p{L}+) \p{Lu}[\p{L}’'-]+$/u.exec(words)?.groups?.title?.toLowerCase();
  if (first !== undefined && TALKERS.has(first)) return true;
  const last = /(\p{L}+)['’]?\W*$/u.exec(words)?.[1] ?? "";
  return TALKERS.has(last.toLowerCase()) || (/^\p{Lu}/u.test(last) && names.has(last.toLowerCase()));
}

/** Further content for the speaker whose paragraph it is; `prose`: sentences outside of title and lists. */
export function goingOnInParagraphs(
  text: string,
  prose: readonly Sentence[],
  drafts: readonly Draft[],
  names: Names,
): Draft[] {
  const outermost = outermostIn(prose, drafts);
  const added: Draft[] = [];
  for (const paragraph of paragraphsFrom(prose)) {
    let speaker: Draft | null = null;
    for (const sentence of paragraph) {
      const own: Draft[] = (outermost.get(sentence) ?? []).filter((draft: Draft) =>
        takesOver(text, sentence, draft, speaker, names),
      );
      const minutes: Draft | null = own.length > 0 ? null : minutesOf(text, sentence, names);
      if (minutes) added.push(minutes);
      const last: Draft | null = own[own.length - 1] ?? minutes;
      if (last) speaker = last;
      else if (speaker && goesOn(text, sentence, speaker, names))
        added.push(further(text, sentence, speaker));
    }
  }
  return added;
}

/**
 * Whether a cue hands over to one who talks. In free indirect speech "we" is
 * the speaker's side, and "He was sure the Minister knew …" tells what he said
 * of the Minister.
 */
function takesOver(text: string, sentence: Span, draft: Draft, speaker: Draft | null, names: Names): boolean {
  const source = draft.source[0];
  if (!source || !isTalker(source.words, names)) return false;
  if (speaker === null) return true;
  if (/^we$/iu.test(source.words)) return speaker.source[0]?.words === "I";
  if (/^they$/iu.test(source.words)) return source.start === sentence.start && isJoint(text, draft);
  const before = text.slice(sentence.start, source.start);
  // "He would say that …": nobody has said it.
  const isSame =
    sameWords(source.words, speaker.source[0]?.words ?? "") || /^(?:he|she)$/iu.test(source.words);
  if (!isSame && draft.cue.some((cue) => MODAL_CUE.test(text.slice(cue.start, cue.end)))) return false;
  if (source.start > sentence.start && /^(?:He|She) /u.test(before)) return /\band (?:that )?$/u.test(before);
  return !(/^(?:Surely|Certainly|Perhaps|If|Unless|Obviously) /u.test(before) && isThought(text, draft));
}

/** "The Chairman had replied": told by the one who speaks, of an earlier time. */
const MODAL_CUE = /^(?:would|might|may|could|should|will|can|must|had)\b/iu;

/** "They agreed": both who talk, rather than those who are talked about. */
function isJoint(text: string, draft: Draft): boolean {
  return /\b(?:agreed|decided|discussed|mentioned|exchanged|concluded|settled)\b/iu.test(
    draft.cue.map((cue) => text.slice(cue.start, cue.end)).join(" "),
  );
}

function isThought(text: string, draft: Draft): boolean {
  const cue = draft.cue[0];
  return cue !== undefined && wordsIn(text, cue).some((word) => THOUGHTS.has(word.lower));
}

/** Whether a sentence without a talker's cue is still in the speaker's mouth. */
function goesOn(text: string, sentence: Span, speaker: Draft, names: Names): boolean {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 200));
  if (/^[[(]/u.test(words) || NARRATED.test(words) || PASSIVE.test(words)) return false;
  const source = speaker.source[0]?.words ?? "";
  if (/^(?:they|we both|both)\b/iu.test(source)) return false;
  // Indirect speech has no "I": it is the writer.
  if (/^(?:I|My)\b/u.test(words)) return false;
  const subject = subjectOf(text, sentence, names);
  if (subject === null || sameWords(subject.words, source)) return true;
  // "M will let us know": in minutes with initials each sentence is its subject's.
  return !subject.isOwner && MODALS.has(subject.next) && !/^\p{Lu}{1,4}$/u.test(subject.words);
}

/**
 * "M repeated re holding off", "I referred again to the visit", "D is unhappy
 * about it": one who talks, a verb of speech or mind, and the rest.
 */
function minutesOf(text: string, sentence: Span, names: Names): Draft | null {
  const subject = subjectOf(text, sentence, names) ?? pronounAt(text, sentence);
  if (!subject || subject.isOwner) return null;
  const end = Math.min(sentence.end, subject.end + 80);
  const words = wordsIn(text, { start: subject.end, end }).slice(0, 4);
  const at = words.findIndex((word) => !ADVERBS.test(word.lower));
  const verb = words[at];
  if (!verb) return null;
  const next = words[at + 1];
  const ofMind = /^(?:is|was|are|were|felt)$/u.test(verb.lower) && next && MINDS.has(next.lower);
  const form = CUE_FORMS.get(verb.lower);
  if (!ofMind && (!form || form.gerund || form.base)) return null;
  const cue = placeAt(text, verb.start, ofMind ? next.end : verb.end);
  const from = cue.end + (/^[\s,:—–-]*/u.exec(text.slice(cue.end, cue.end + 10))?.[0].length ?? 0);
  const content = trimmedAt(text, from, sentence.end);
  if (!content || !/\s/u.test(content.words)) return null;
  return {
    source: [placeAt(text, subject.start, subject.end)],
    cue: [cue],
    content: [withoutStop(text, content)],
    rule: "minutes",
    confidence: RULES.minutes,
    continues: null,
  };
}

const ADVERBS =
  /^(?:also|again|then|further|just|only|still|now|once|later|finally|briefly|merely|simply|\p{L}+ly)$/u;

function pronounAt(text: string, sentence: Span): Subject | null {
  const match = /^(?:He|She|I)(?= )/u.exec(text.slice(sentence.start, sentence.start + 4));
  if (!match) return null;
  const end = sentence.start + match[0].length;
  return { words: match[0], next: "", start: sentence.start, end, isOwner: false };
}

const NARRATED =
  /^(?:They|The two|Both|All present|After (?:this|lunch|dinner|luncheon|the)|At (?:this|that) (?:point|time|juncture)|(?:The|This) (?:conversation|meeting|luncheon|lunch|dinner|talk|talks|call|discussion|exchange|group|party|atmosphere|interpreter)|There (?:was|were|followed|ensued) (?:a|an|some|no) (?:\p{L}+ )?(?:discussion|pause|exchange|talk|conversation|laughter)|A (?:\p{L}+ )?(?:discussion|exchange|pause) )\b/u;
const PASSIVE =
  /^[^.]{0,60}\b(?:was|were) (?:then )?(?:expressed|agreed|discussed|mentioned|raised|exchanged|decided|introduced|adjourned|interrupted)\b/u;

const SUBJECT =
  /^(?:(?:However|Then|Obviously|Clearly|Finally|Later|Again|Now|Thereupon|Also|In reply|In response),? )?(?<subject>(?:[Tt]he |Mr\. |Mrs\. |Dr\. )?(?:\p{Lu}[\p{L}.]*[ ]?){1,4}(?<![ ]))/u;

/** One of the document's people as the subject of a sentence, and the word after. */
interface Subject extends Span {
  words: string;
  /** The word after, in lower case. */
  next: string;
  /** "The Minister's impression". */
  isOwner: boolean;
}

export function subjectOf(text: string, sentence: Span, names: Names): Subject | null {
  const start = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 120));
  const match = SUBJECT.exec(start);
  const subject = match?.groups?.subject;
  if (!match || !subject || /^(?:He|She|It|We|I)$/u.test(subject) || !isTalker(subject, names)) return null;
  const end = sentence.start + match[0].length;
  const isOwner = /^['’]/u.test(text.slice(end, end + 1));
  const [next] = wordsIn(text, { start: end, end: Math.min(sentence.end, end + 40) });
  return { words: subject, next: next?.lower ?? "", start: end - subject.length, end, isOwner };
}

function sameWords(a: string, b: string): boolean {
  const bare = (words: string) => words.toLowerCase().replace(/^(?:the|mr\.?) /u, "");
  return bare(a) === bare(b);
}

function further(text: string, sentence: Span, speaker: Draft): Draft {
  return {
    source: [],
    cue: [],
    content: [withoutStop(text, sentence)],
    rule: "paragraph-goes-on",
    confidence: RULES["paragraph-goes-on"],
    continues: speaker,
  };
}

function withoutStop(text: string, sentence: Span): Place {
  let end = sentence.end;
  while (end > sentence.start + 1 && /[.\s]/u.test(text[end - 1] ?? "")) end--;
  return placeAt(text, sentence.start, end);
}

/** "Then the President turned to the Secretary and said": the writer tells again, of one of those who talked. */
function isTold(text: string, paragraph: readonly Sentence[], names: Names): boolean {
  const first = paragraph[0];
  if (!first) return false;
  const subject = subjectOf(text, first, names);
  return subject !== null && !subject.isOwner && !MODALS.has(subject.next);
}

/** A paragraph without a name, between the turns of a transcript, goes on with the last speaker. */
export function goingOnInTurns(
  text: string,
  prose: readonly Sentence[],
  turns: readonly Draft[],
  drafts: readonly Draft[],
  names: Names,
): Draft[] {
  const added: Draft[] = [];
  let next = 0;
  let speaker: Draft | null = null;
  for (const paragraph of paragraphsFrom(prose)) {
    const span = { start: paragraph[0]?.start ?? 0, end: paragraph[paragraph.length - 1]?.end ?? 0 };
    while (next < turns.length && (turns[next]?.content[0]?.end ?? 0) <= span.start) next++;
    const turn = turns[next];
    if (turn?.source[0] && overlaps(span, turn.source[0])) speaker = turn;
    else if (/^[[(]/u.test(text.slice(span.start, span.start + 1))) continue;
    else if (isTold(text, paragraph, names)) {
      added.push(...goingOnInParagraphs(text, paragraph, drafts, names));
      speaker = null;
    } else if (speaker)
      added.push({
        ...further(text, span, speaker),
        rule: "turn-goes-on",
        confidence: RULES["turn-goes-on"],
      });
  }
  return added;
}
