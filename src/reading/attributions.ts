/**
 * Attributions: which words of a document are somebody else's.
 *
 * Takes sentences and quotations, and marks each place where the writer hands
 * over to a speaker: the cue, the content that is the speaker's own, and the
 * source it is given to. A source is still only words here ("the adviser");
 * `links.ts` says who is meant. Content without a source is kept, with an empty
 * source: that nobody answers for a claim is itself worth reporting.
 *
 * Two halves. Detection proposes source, cue and content: the model's numbers
 * (`decode.ts`), with the rules (`detection.ts`) where the model is silent or,
 * without a model, alone. Structure (`model-shape.ts`, `quoted.ts`,
 * `unmarked.ts`, `nesting.ts`) then lets content follow its quotation over
 * sentences and paragraphs, gives quotations that have no cue to whoever
 * speaks, and nests what stands in another's content.
 */

import type { Document } from "../text/document.ts";
import type { QuotationSpan } from "../text/quotations.ts";
import type { BrokenBreak } from "../text/sentences.ts";
import { overlaps, type Passage } from "../text/span.ts";
import { draftsByRule } from "./attributions/detection.ts";
import { apartFromHeadline } from "./attributions/headline.ts";
import {
  withBlocksApart,
  withClosingOutside,
  withinSentences,
  withoutOccasion,
} from "./attributions/model-shape.ts";
import { nested } from "./attributions/nesting.ts";
import { withQuotations } from "./attributions/quoted.ts";
import { withRules } from "./attributions/supplement.ts";
import { goingOnIn, goingOnPastGaps, signaturesIn, turnsIn } from "./attributions/unmarked.ts";
import { modelDrafts } from "./decoding/decode.ts";
import { firstHandDrafts } from "./first-hand.ts";
import type { Numbers } from "./numbers.ts";
import type { Attribution, Rival, Sentence } from "./reading.ts";

/** An attribution before it has an id, a place in the nesting and a manner. */
export interface Draft {
  source: Passage;
  cue: Passage;
  content: Passage;
  rule: string;
  confidence: number;
  /** The draft it goes on from. */
  continues: Draft | null;
  /** Other sources that are nearly as likely. */
  rivals?: Rival[];
}

export function attributionsIn(
  document: Document,
  sentences: readonly Sentence[],
  quotations: readonly QuotationSpan[],
  broken: readonly BrokenBreak[] = [],
  numbers: Numbers | null = null,
): Attribution[] {
  const speech = quotations.filter((quotation) => quotation.kind === "speech");
  const byRule = draftsByRule(document.text, sentences, speech);
  const found = numbers ? modelledDrafts(document, sentences, speech, numbers, byRule) : byRule;
  const drafts = apartFromHeadline(document, found);
  const turns = turnsIn(document.text, sentences);
  if (!numbers || isConversation(document, turns)) drafts.push(...withoutDoubles(drafts, turns));
  drafts.push(...withoutDoubles(drafts, signaturesIn(document.text, sentences)));
  const owned = withQuotations(document, sentences, speech, drafts);
  const gaps = broken.filter((damage) => damage.kind === "stop-missing").map((damage) => damage.at);
  const further = [
    ...goingOnIn(document.text, sentences, owned),
    ...goingOnPastGaps(document.text, sentences, gaps, owned),
  ];
  return nested(firstHandDrafts(document, sentences, [...owned, ...further]), quotations);
}

/** What the model finds, in the shape that the text gives it, with the rules where it is silent. */
function modelledDrafts(
  document: Document,
  sentences: readonly Sentence[],
  speech: readonly QuotationSpan[],
  numbers: Numbers,
  byRule: readonly Draft[],
): Draft[] {
  const { text } = document;
  const found = readDrafts(modelDrafts(text, numbers), sentences).filter(isLikely);
  const joined = withRules(withoutOccasion(text, found), byRule, speech);
  const within = withinSentences(sentences, speech, joined.sort(byCue));
  return withBlocksApart(text, withClosingOutside(text, within));
}

function byCue(a: Draft, b: Draft): number {
  return (a.cue[0]?.start ?? 0) - (b.cue[0]?.start ?? 0);
}

/** From so many turns on a text is a conversation, whatever it is called. */
const CONVERSATION = 3;

/** One name with a colon may be a headline, which the model reads better; turn after turn is a transcript. */
function isConversation(document: Document, turns: readonly Draft[]): boolean {
  const kind = document.kind.value;
  return kind === "transcript" || kind === "memorandum" || turns.length >= CONVERSATION;
}

/** Inside a content the model was taught by few examples; what it doubts there is mostly wrong. */
const LEAST_INNER = 0.3;

function isLikely(draft: Draft): boolean {
  return draft.rule !== "model-inner" || draft.confidence >= LEAST_INNER;
}

/** The model looks at all of the text; what it finds outside of what is to be read does not count. */
function readDrafts(drafts: readonly Draft[], sentences: readonly Sentence[]): Draft[] {
  const kept: Draft[] = [];
  let i = 0;
  for (const draft of drafts) {
    const cue = draft.cue[0];
    if (!cue) continue;
    while (i < sentences.length && (sentences[i]?.end ?? 0) <= cue.start) i++;
    const sentence = sentences[i];
    if (sentence && overlaps(sentence, cue)) kept.push(draft);
  }
  return kept;
}

/** Those of the new drafts whose content no other draft has already given to somebody. */
function withoutDoubles(drafts: readonly Draft[], added: readonly Draft[]): Draft[] {
  const taken = new Set(drafts.flatMap((draft) => draft.content.map((part) => part.start)));
  return added.filter((draft) => !draft.content.some((part) => taken.has(part.start)));
}
