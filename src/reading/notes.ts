/**
 * Notes: what is odd about a document and must be known to whoever reads the
 * record. Damage, silence where a name should be, and what was not read.
 */

import type { Document } from "../text/document.ts";
import type { QuotationSpan } from "../text/quotations.ts";
import type { BrokenBreak } from "../text/sentences.ts";
import { byPlace, type Place, placeAt, placeOf, type Span } from "../text/span.ts";
import type { Actor, Attribution, Mention, Note } from "./reading.ts";

export type NoteDraft = Omit<Note, "id">;

export function notesOn(
  document: Document,
  broken: readonly BrokenBreak[],
  quotations: readonly QuotationSpan[],
  unpaired: readonly Span[],
  attributions: readonly Attribution[],
  mentions: readonly Mention[],
  actors: readonly Actor[],
  fromIntake: readonly NoteDraft[],
): Note[] {
  const { text } = document;
  const drafts = [
    ...fromIntake,
    ...documentNotes(document),
    ...broken.map((damage) => brokenNote(text, damage)),
    ...quotations.flatMap((quotation) => quotationNotes(text, quotation)),
    ...unpaired.map((mark) =>
      note("mark-unpaired", placeOf(text, mark), "This quotation mark opens or closes nothing."),
    ),
    ...attributions.flatMap((attribution) => attributionNotes(attribution)),
    ...nameNotes(mentions, actors),
    ...boilerplateNotes(document),
  ];
  // Sorting is stable: notes without a place come first, in the order given.
  drafts.sort((a, b) => (a.place && b.place ? byPlace(a.place, b.place) : a.place ? 1 : b.place ? -1 : 0));
  return drafts.map((draft, i) => ({ ...draft, id: `n${i + 1}` }));
}

function note(kind: Note["kind"], place: Place | null, message: string): NoteDraft {
  return { kind, place, message };
}

function documentNotes(document: Document): NoteDraft[] {
  const notes: NoteDraft[] = [];
  if (document.published === null) {
    notes.push(
      note(
        "no-publication-date",
        null,
        "The day of publication is not known: relative times have no value, and offices are not tied to their holders.",
      ),
    );
  }
  if (!/^en\b/.test(document.language.value)) {
    notes.push(
      note(
        "not-english",
        null,
        `The text seems not to be English (${document.language.value}): what is found in it is not to be relied on.`,
      ),
    );
  }
  return notes;
}

const BROKEN: Readonly<Record<BrokenBreak["kind"], string>> = {
  "words-missing": "A sentence begins in lower case: its first words seem to be missing.",
  "stop-missing": "Two sentences stand here without a full stop between them.",
  "space-missing": "Two sentences stand here without a space between them.",
};

function brokenNote(text: string, damage: BrokenBreak): NoteDraft {
  return note(damage.kind, placeOf(text, damage.around), BROKEN[damage.kind]);
}

function quotationNotes(text: string, quotation: QuotationSpan): NoteDraft[] {
  const first = quotation.outer[0];
  const last = quotation.outer[quotation.outer.length - 1];
  if (!first || !last || quotation.end === "closed") return [];
  if (quotation.end === "never") {
    return [
      note(
        "quotation-never-closed",
        placeAt(text, first.start, first.start + 1),
        "This quotation is never closed; it is taken to end with its paragraph.",
      ),
    ];
  }
  return [
    note(
      "quotation-closed-by-opening-mark",
      placeAt(text, last.end - 1, last.end),
      "An opening quotation mark stands where a closing one belongs.",
    ),
  ];
}

function attributionNotes(attribution: Attribution): NoteDraft[] {
  const notes: NoteDraft[] = [];
  const place = attribution.content[0] ?? null;
  if (attribution.source.length === 0 && attribution.continues === null && place) {
    notes.push(note("speaker-not-named", place, "The text does not say whose words these are."));
  }
  if (attribution.rivals.length > 0 && place) {
    const names = attribution.rivals.map((rival) => rival.source.map((part) => part.words).join(" "));
    notes.push(
      note("two-possible-speakers", place, `Another speaker is nearly as likely: ${names.join("; ")}.`),
    );
  }
  return notes;
}

/** Names written in a damaged way: once for each way. */
function nameNotes(mentions: readonly Mention[], actors: readonly Actor[]): NoteDraft[] {
  const drafts = new Map<string, NoteDraft>();
  for (const mention of mentions) {
    const { rule, actor } = mention.link;
    if ((rule !== "mangled-name" && rule !== "mangled-unsure") || drafts.has(mention.words)) continue;
    const name = actors.find((one) => one.id === actor)?.name;
    const message =
      name === undefined
        ? "This name is one letter off another that the text names: the same person or somebody near him."
        : `This name is taken for a damaged spelling of ${name}.`;
    drafts.set(
      mention.words,
      note("name-mangled", { start: mention.start, end: mention.end, words: mention.words }, message),
    );
  }
  return [...drafts.values()];
}

function boilerplateNotes(document: Document): NoteDraft[] {
  return document.regions
    .filter((region) => region.kind === "boilerplate")
    .map((region) =>
      note(
        "boilerplate-left-out",
        { start: region.start, end: region.end, words: region.words },
        `Left out as page furniture, not read: ${region.why ?? "boilerplate"}.`,
      ),
    );
}
