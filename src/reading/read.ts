/**
 * The whole reader, one plain line a stage.
 *
 * A stage is a function from what it needs to what it adds, so that its
 * signature is its contract and each can be tested by itself. Pure: the same
 * document and list of actors give the same Reading, byte for byte.
 */

import type { Gazetteer } from "../lexicon/gazetteer.ts";
import type { Document } from "../text/document.ts";
import { type QuotationSpan, quotationsIn } from "../text/quotations.ts";
import { paragraphsOf, sentencesIn } from "../text/sentences.ts";
import { attributionsIn } from "./attributions.ts";
import { contactsIn } from "./contacts.ts";
import { castOf } from "./first-hand/cast.ts";
import { withOwnContact } from "./first-hand/contact.ts";
import { isFirstHand } from "./first-hand/head.ts";
import { linksOf } from "./links.ts";
import { mentionsIn } from "./mentions.ts";
import { groupsAmong, tellingsIn } from "./narration.ts";
import { type NoteDraft, notesOn } from "./notes.ts";
import type { Numbers } from "./numbers.ts";
import type { Quotation, Reading } from "./reading.ts";
import { statementsFrom } from "./statements.ts";
import { timesIn } from "./times.ts";
import { tracksIn } from "./tracks.ts";
import { VERSION } from "./version.ts";
import { voicesOf } from "./voices.ts";

/**
 * Reads one document. `predicted`: what the model makes of it; `null` when rules
 * alone read. `fromIntake`: what the door that let it in has to tell of it.
 */
export function readingOf(
  document: Document,
  gazetteer: Gazetteer,
  predicted: Numbers | null = null,
  fromIntake: readonly NoteDraft[] = [],
): Reading {
  // The model was trained on news; in minutes and turns rules do as well and are faster (docs/first-hand.md).
  const numbers = isFirstHand(document) ? null : predicted;
  const { sentences, broken } = sentencesIn(document);
  const { quotations: spans, unpaired } = quotationsIn(document.text, paragraphsOf(sentences));
  const quotations = numbered(spans);
  const times = timesIn(document, sentences, quotations);
  const pointers = mentionsIn(document, sentences, gazetteer);
  const attributions = attributionsIn(document, sentences, spans, broken, numbers);
  const cast = castOf(document, sentences, pointers, attributions, gazetteer);
  const { mentions, actors: named } = linksOf(
    document,
    sentences,
    quotations,
    cast.mentions,
    attributions,
    gazetteer,
    cast.stands,
  );
  const voices = voicesOf(document, attributions, mentions, named);
  const actors = [...named, ...voices.groups];
  const told = contactsIn(document, sentences, mentions, actors, times, voices);
  const contacts = withOwnContact(document, cast.members, told, mentions, actors, voices);
  const tracks = tracksIn(document, sentences, mentions, actors, times, voices);
  const tellings = tellingsIn(document, sentences, attributions, mentions, actors, contacts);
  const statements = statementsFrom({
    document,
    sentences,
    attributions,
    mentions,
    contacts,
    voices,
    tellings,
  });
  const notes = notesOn(document, broken, spans, unpaired, attributions, mentions, actors, fromIntake);
  const reader = { version: VERSION, model: numbers?.model ?? null, actors: gazetteer.hash };
  return {
    reader,
    document,
    sentences,
    quotations,
    mentions,
    actors: [...actors, ...groupsAmong(tellings, actors)],
    times,
    attributions,
    statements,
    contacts,
    tracks,
    notes,
  };
}

function numbered(spans: readonly QuotationSpan[]): Quotation[] {
  return spans.map((span, i) => ({
    id: `q${i + 1}`,
    ...span,
    within: span.within === null ? null : `q${span.within + 1}`,
  }));
}
