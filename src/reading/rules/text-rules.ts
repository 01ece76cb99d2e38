/**
 * How the parts of a text and what is known of a document were found, in one
 * line for people: regions, facts, quotations, mentions, notes.
 */

import type { FactGround, RegionKind } from "../../text/document.ts";
import type { MentionForm, NoteKind } from "../reading.ts";

export const REGION_RULES: Readonly<Record<RegionKind, string>> = {
  headline: "The first line that is left, when it is short and has no stop; or what the markup says.",
  dateline: "Place, date or agency before the story, or a line with a date and nothing else.",
  byline: "A line that says who wrote it, and nothing else.",
  body: "All that nothing else has claimed: it is read.",
  caption: "A line that opens as a caption or ends in a photographer’s credit.",
  boilerplate: "A line that belongs to the site and not to the report: kept, shown and not read.",
};

export const FACT_RULES: Readonly<Record<FactGround, string>> = {
  text: "The words of the text say so.",
  page: "The page’s own data says so.",
  "front-matter": "The header of the file says so.",
  given: "Whoever had it read said so.",
  reckoned: "It follows from what else is known.",
};

export const QUOTATION_RULES = {
  closed: "An opening mark and the closing mark that belongs to it.",
  "opening-mark": "An opening mark stands where a closing one belongs: it was taken for its end.",
  never: "No mark ends it: it was taken to end with its paragraph, or where the next one begins.",
  scare: "At most three words in marks and no stop: quoted in passing, or held at a distance.",
} as const;

export const MENTION_RULES: Readonly<Record<MentionForm, string>> = {
  name: "Words written as a name, with the title that stands before them.",
  title: "The words of an office, with its state or its owner.",
  description: "Words that describe somebody: “the diplomat”, “a senior official”, “the Norwegian side”.",
  pronoun: "A personal pronoun, or one of possession.",
  group: "Words that point at several at once: “both presidents”, “the parties”.",
  metonym: "A capital where a state speaks or acts.",
};

export const NOTE_RULES: Readonly<Record<NoteKind, string>> = {
  "quotation-never-closed": "A quotation mark opens and none closes it.",
  "quotation-closed-by-opening-mark": "A mark that by its shape opens stands where a quotation ends.",
  "mark-unpaired": "A quotation mark belongs to no quotation.",
  "words-missing": "A sentence begins in lower case where none should.",
  "stop-missing": "A word in lower case is followed by one that begins a sentence, without a stop.",
  "space-missing": "A stop and the next sentence stand without a space.",
  "speaker-not-named": "Words of somebody else, for whom the text names nobody.",
  "two-possible-speakers": "Another source is nearly as likely as the one that was taken.",
  "name-mangled": "A name one letter off another that it surely or maybe stands for.",
  "no-publication-date": "Nothing tells when it was published.",
  "not-english": "The words are not those of English.",
  "boilerplate-left-out": "Lines of the site, or parts of the page, were not read.",
};
