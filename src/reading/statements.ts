/**
 * Statements: acts of speech by an actor, each with its chain.
 *
 * Takes the attributions and everything tied to them, and makes one statement
 * of each content; a quotation of several sentences becomes one for each
 * sentence, so that every promise and every threat stands by itself. What a
 * nested attribution tells is its own statement and is not told twice by the
 * outer one when nothing else stands in that sentence. What the narrator tells
 * in his own voice (`narration.ts`) becomes statements without an attribution.
 */

import { ACT_CLASSES } from "../lexicon/acts.ts";
import { CUE_FORMS } from "../lexicon/cues.ts";
import type { Document } from "../text/document.ts";
import { countBefore } from "../text/search.ts";
import {
  byPlace,
  contains,
  type Passage,
  type Place,
  placeAt,
  placeOf,
  type Span,
  trimmedAt,
} from "../text/span.ts";
import { wordsIn } from "../text/words.ts";
import { type ActFound, actOf, retellingOf } from "./act-of.ts";
import { conditionsOfPassage } from "./conditions.ts";
import { isFirstHand } from "./first-hand/head.ts";
import { mentionFor } from "./links.ts";
import type { Telling } from "./narration.ts";
import { ploverOf } from "./plover/of-statement.ts";
import { qualifiersOf } from "./qualifiers.ts";
import type { Addressee, Attribution, Condition, Contact, Mention, Sentence, Statement } from "./reading.ts";
import type { Voices } from "./voices.ts";

export interface Told {
  document: Document;
  sentences: readonly Sentence[];
  attributions: readonly Attribution[];
  mentions: readonly Mention[];
  contacts: readonly Contact[];
  voices: Voices;
  tellings: readonly Telling[];
}

export function statementsFrom(told: Told): Statement[] {
  const children = childrenOf(told.attributions);
  const byId = new Map(told.attributions.map((attribution) => [attribution.id, attribution]));
  const ofOneself = new Set(told.attributions.filter((one) => speaksOfOneself(told, byId, one)));
  const tellers = told.attributions.filter((attribution) => !ofOneself.has(attribution));
  const drafts = tellers.flatMap((attribution) => {
    const nested = (children.get(attribution.id) ?? []).filter((inner) => !ofOneself.has(inner));
    return unitsOf(told, attribution, nested).map((content) => {
      const retold = nested.some((inner) => content.some((part) => fills(inner, part)));
      return statementOf(told, attribution, content, retold);
    });
  });
  drafts.push(...told.tellings.map((telling) => narrated(told, telling)));
  drafts.sort((a, b) => byPlace(a.content[0] ?? NOWHERE, b.content[0] ?? NOWHERE));
  return drafts.map((statement, i) => ({ ...statement, id: `s${i + 1}` }));
}

/**
 * "I hope that …" inside the speaker's own quotation, "he hoped" after "he said": the act is read off the outer
 * statement, which has all the words.
 */
function speaksOfOneself(
  told: Told,
  byId: ReadonlyMap<string, Attribution>,
  attribution: Attribution,
): boolean {
  const outer = attribution.within === null ? undefined : byId.get(attribution.within);
  const source = attribution.source[0];
  if (!outer || !source) return false;
  const speaker = told.voices.speakerOf(attribution);
  if (/^(?:he|she|they)$/i.test(source.words))
    return outer.manner === "indirect" && speaker !== null && told.voices.speakerOf(outer) === speaker;
  if (!/^(?:I|we)$/i.test(source.words)) return false;
  return outer.manner !== "indirect" || outer.rule === "turn"
    ? true
    : told.voices.speakerOf(outer) === speaker;
}

const NOWHERE: Span = { start: 0, end: 0 };

function childrenOf(attributions: readonly Attribution[]): Map<string, Attribution[]> {
  const children = new Map<string, Attribution[]>();
  for (const attribution of attributions) {
    if (attribution.within === null) continue;
    const siblings = children.get(attribution.within);
    if (siblings) siblings.push(attribution);
    else children.set(attribution.within, [attribution]);
  }
  return children;
}

/** The contents of the statements that one attribution makes. `nested`: what others say within it. */
function unitsOf(told: Told, attribution: Attribution, nested: readonly Attribution[]): Passage[] {
  if (attribution.content.length === 0) return [];
  if (isInOneSentence(told, attribution.content)) {
    const pieces =
      attribution.manner === "indirect"
        ? []
        : attribution.content.flatMap((part) => cutAtBut(told.document.text, part));
    if (pieces.length <= 1 || attribution.content.length > 1)
      return [withoutMarks(told.document.text, attribution.content)];
  }
  const pieces = attribution.content.flatMap((part) => piecesOf(told, part));
  return pieces
    .filter((piece) => !nested.some((inner) => fills(inner, piece)))
    .flatMap((piece) => cutAtBut(told.document.text, piece))
    .map((piece) => withoutMarks(told.document.text, [piece]))
    .filter((passage) => passage.length > 0);
}

function isInOneSentence(told: Told, content: Passage): boolean {
  const first = content[0];
  const last = content[content.length - 1];
  if (!first || !last) return true;
  return firstEndingAfter(told.sentences, first.start) === firstEndingAfter(told.sentences, last.end - 1);
}

/** A part of a content, cut at sentence ends. */
function piecesOf(told: Told, part: Span): Place[] {
  const text = told.document.text;
  const pieces: Place[] = [];
  for (let i = firstEndingAfter(told.sentences, part.start); i < told.sentences.length; i++) {
    const sentence = told.sentences[i];
    if (!sentence || sentence.start >= part.end) break;
    const piece = trimmedAt(text, Math.max(part.start, sentence.start), Math.min(part.end, sentence.end));
    if (piece && /[\p{L}\p{N}]/u.test(piece.words)) pieces.push(piece);
  }
  return pieces.length > 0 ? pieces : [placeAt(text, part.start, part.end)];
}

/** "…, but …" makes two statements, unless it corrects: "not a compromise, but a result". */
function cutAtBut(text: string, piece: Place): Place[] {
  const at = piece.words.search(/[,;] but /);
  if (at === -1) return [piece];
  const left = piece.words.slice(0, at);
  if (left.split(/\s+/).length < 4 || /\b(?:not|no|never|nor|neither)\b|n[’']t\b/i.test(left)) return [piece];
  const rest = trimmedAt(text, piece.start + at + 1, piece.end);
  return rest ? [placeAt(text, piece.start, piece.start + at), rest] : [piece];
}

function firstEndingAfter(sentences: readonly Span[], offset: number): number {
  return countBefore(sentences.length, (middle) => (sentences[middle]?.end ?? 0) <= offset);
}

/** Whether a nested attribution leaves next to nothing of the piece to the outer speaker. */
function fills(inner: Attribution, piece: Place): boolean {
  const own = [...inner.source, ...inner.cue, ...inner.content].filter((part) => contains(piece, part));
  if (own.length === 0) return false;
  const start = Math.min(...own.map((part) => part.start));
  const end = Math.max(...own.map((part) => part.end));
  return end - start >= 0.85 * (piece.end - piece.start);
}

const OPENING = /^["“”„«'‘`\s]+/;
const CLOSING = /["“”»'’\s]+$/;

/** Double marks opened and not closed; below 0: closed and not opened. */
function openMarksIn(words: string): number {
  const count = (marks: RegExp) => words.match(marks)?.length ?? 0;
  const typographic = count(/[“„«]/g) - count(/[”»]/g);
  if (typographic !== 0 || count(/"/g) % 2 === 0) return typographic;
  return count(/(?:^|[\s(])"(?=\S)/g) > count(/\S"(?=[\s.,;:!?)]|$)/g) ? 1 : -1;
}

/** Content without the quotation marks at its ends and without a leading "that". */
function withoutMarks(text: string, passage: Passage): Passage {
  const bare: Place[] = [];
  for (const [i, part] of passage.entries()) {
    let { start, end } = part;
    const lead = OPENING.exec(part.words)?.[0].length ?? 0;
    const tail = CLOSING.exec(text.slice(start + lead, end))?.[0] ?? "";
    const inner = text.slice(start + lead, end - tail.length);
    // A mark whose fellow stands inside stays: “some concerns” of the other side.
    if (openMarksIn(inner) >= 0) start += lead;
    if (openMarksIn(inner) <= 0 && !/^’s?$/.test(tail)) end -= tail.length;
    if (i === 0) start += /^that,?\s/i.exec(text.slice(start, start + 6))?.[0].length ?? 0;
    const place = trimmedAt(text, start, Math.max(start, end));
    if (place && /[\p{L}\p{N}]/u.test(place.words)) bare.push(place);
  }
  return bare;
}

function statementOf(told: Told, attribution: Attribution, content: Passage, retold: boolean): Statement {
  const { document, voices, mentions } = told;
  const conditions = conditionsOf(told, content);
  const act = retold
    ? retellingOf(document.text, attribution.cue, content)
    : actOf(document.text, attribution.cue, content, conditions, attribution.source);
  return {
    attribution: attribution.id,
    speaker: voices.speakerOf(attribution),
    addressee: addresseeOf(told, attribution),
    chain: voices.chainOf(attribution),
    ...qualified(document.text, act, content, conditions, attribution.cue),
    confidence: confidenceOf(attribution, mentions),
  };
}

/** A sentence in which the narrator tells what was said or agreed, or speaks himself. */
function narrated(told: Told, telling: Telling): Statement {
  const { text } = told.document;
  const content = [telling.content];
  const conditions = conditionsOf(told, content);
  const act = actTold(text, telling, conditions);
  return {
    attribution: null,
    speaker: telling.speaker,
    addressee: telling.verb === null ? null : otherParty(told, telling.speaker),
    chain: told.voices.chainAt(telling.content),
    ...qualified(text, act, content, conditions, []),
    confidence: rounded(telling.confidence),
  };
}

/** The act that a telling names, or that its verb and matter show like a cue and a content. */
function actTold(
  text: string,
  { act, otherwise, verb, matter, doer }: Telling,
  conditions: readonly Condition[],
): ActFound {
  if (act) return { act: act.act, actClass: ACT_CLASSES[act.act], evidence: [placeOf(text, act.by)] };
  const shown = actOf(text, verb ? [verb] : [], matter, conditions, doer);
  if (shown.evidence.length > 0 || !verb) return shown;
  return { act: otherwise, actClass: ACT_CLASSES[otherwise], evidence: [verb] };
}

/** Act, event, content and qualifiers of a statement. */
function qualified(
  text: string,
  { act, actClass, evidence }: ActFound,
  content: Passage,
  conditions: Condition[],
  cue: Passage,
) {
  const qualifiers = qualifiersOf(text, content, act, cue);
  const plover = ploverOf(text, act, content, qualifiers, conditions.length > 0);
  return { id: "", act, actClass, actEvidence: evidence, plover, content, ...qualifiers, conditions };
}

/** No surer than the attribution, nor than the link of its source; a source tied to nobody claims nothing more. */
function confidenceOf(attribution: Attribution, mentions: readonly Mention[]): number {
  const place = attribution.source[0];
  const link = place ? mentionFor(mentions, place)?.link : undefined;
  return rounded(attribution.confidence * (link?.actor ? link.confidence : 1));
}

/** Two digits: confidences are printed no finer than they hold. */
function rounded(probability: number): number {
  return Math.round(probability * 100) / 100;
}

function conditionsOf(told: Told, content: Passage): Condition[] {
  const { document, mentions } = told;
  return conditionsOfPassage(document.text, content).map((condition) => ({
    ...condition,
    holder: holderOf(document.text, condition.condition, mentions),
  }));
}

const MARKER =
  /^(?:only |even )?(?:if|unless|should|until|provided(?: that)?|as long as|without|in (?:the |an? )?(?:event|case) (?:of|that))?\s*(?:the|an?)?\s*$/i;

/** In whose hand the condition lies: its subject, the actor named right after the marker; `null` for any other. */
function holderOf(text: string, condition: Passage, mentions: readonly Mention[]): string | null {
  const place = condition[0];
  const first = place ? mentionFor(mentions, place) : null;
  return place && first && MARKER.test(text.slice(place.start, first.start)) ? first.link.actor : null;
}

/** In code units, between cue and content. */
const LONGEST_ADDRESS = 80;

/** "told Ortiz that", "said to Ortiz": the verb addresses somebody, or "to" does. */
function isAddress(text: string, cue: Place, between: Place): boolean {
  if (!/\p{L}/u.test(between.words)) return false;
  if (/^to\b/i.test(between.words)) return true;
  return (
    !/^(?:in|on|at|during|after|before|from)\b/i.test(between.words) &&
    wordsIn(text, cue).some((word) => CUE_FORMS.get(word.lower)?.verb.addressee)
  );
}

/** Named between cue and content ("told Ortiz that"), else the other one of two who talk. */
function addresseeOf(told: Told, attribution: Attribution): Addressee | null {
  const { document, mentions, voices } = told;
  const cue = attribution.cue[0];
  const content = attribution.content[0];
  if (
    cue &&
    content &&
    attribution.continues === null &&
    content.start > cue.end &&
    content.start - cue.end < LONGEST_ADDRESS
  ) {
    const between = trimmedAt(document.text, cue.end, content.start);
    const named = between && isAddress(document.text, cue, between) ? mentionFor(mentions, between) : null;
    if (named && !attribution.source.some((part) => contains(part, named))) {
      const actor = named.link.actor === voices.speakerOf(attribution) ? null : named.link.actor;
      return { actor, evidence: [placeAt(document.text, named.start, named.end)], basis: "named" };
    }
  }
  const speaker = voices.speakerOf(attribution);
  // Only words that somebody else tells of the talk were said in it; a leader's own press remark is not.
  const isRecord = isFirstHand(document) && attribution.within === null;
  if (
    !isRecord &&
    !voices.chainOf(attribution).some((link) => link.actor !== speaker && link.attribution !== null)
  )
    return null;
  return otherParty(told, speaker);
}

/** Of two who talk, the other one. */
function otherParty({ contacts }: Told, speaker: string | null): Addressee | null {
  const main = contacts.find((contact) => contact.main);
  const participants = main?.participants.map((participant) => participant.value) ?? [];
  if (speaker === null || participants.length !== 2 || !participants.includes(speaker)) return null;
  const other = participants.find((participant) => participant !== speaker);
  return other ? { actor: other, evidence: [], basis: "contact" } : null;
}
