/**
 * Narration: what the narrator tells in his own voice, without handing over to
 * anybody.
 *
 * In a side's official account every sentence is something that the side says
 * happened, or says itself; in news and minutes only those sentences count that
 * tell of the contact: "the presidents discussed the truce". Takes the sentences
 * that no attribution has; gives for each the deed it tells and whose it is.
 * What is nothing but a fact of the contact ("the call lasted an hour") is left
 * to `contacts.ts`, what is somebody else's to `attributions.ts`.
 *
 * Known miss: in a readout, a sentence that goes on with somebody's thought
 * ("This would not be fair") is given to the side that publishes it.
 */

import type { Act } from "../lexicon/acts.ts";
import { AUXILIARIES, PREPOSITIONS } from "../lexicon/grammar.ts";
import type { Document } from "../text/document.ts";
import {
  byPlace,
  overlaps,
  type Passage,
  type Place,
  placeAt,
  placeOf,
  type Span,
  trimmedAt,
} from "../text/span.ts";
import type { ActShown } from "./acts/shown.ts";
import { type Cast, castOf, type Scene, scenesOf } from "./contacts/scenes.ts";
import { isContactFact, worthIn } from "./narration/contact-facts.ts";
import type { Deed } from "./narration/deed.ts";
import { deedsIn } from "./narration/deeds.ts";
import { type Doer, partiesOf } from "./narration/doers.ts";
import type { Actor, Attribution, Contact, Mention, Sentence } from "./reading.ts";

export interface Telling {
  /** The sentence. */
  content: Place;
  speaker: string | null;
  /** The group that speaks, where it may be no actor yet. */
  group: Actor | null;
  /** The words that name the speaker; empty where it follows from the contact or the publisher. */
  doer: Passage;
  /** The verb that names the deed; `null` where the narrator himself speaks. */
  verb: Place | null;
  /** The act with the word that shows it; `null` where verb and matter must show it. */
  act: ActShown | null;
  /** The act where they show none. */
  otherwise: Act;
  matter: Passage;
  confidence: number;
}

export function tellingsIn(
  document: Document,
  sentences: readonly Sentence[],
  attributions: readonly Attribution[],
  mentions: readonly Mention[],
  actors: readonly Actor[],
  contacts: readonly Contact[],
): Telling[] {
  const isOfficial = document.kind.value === "readout" || document.side !== null;
  // Without a contact, a reporter's own sentences are about something else.
  if (!isOfficial && contacts.length === 0) return [];
  const open = outside(bodyOf(document, sentences), attributions);
  const cast = castOf(actors);
  const parties = partiesOf(contacts, cast);
  const others = contacts.flatMap((contact) => (contact.main ? [] : (contact.kind?.evidence ?? [])));
  return scenesOf(document.text, open, mentions, []).flatMap((scene) => {
    const worth = isOfficial ? worthIn(scene) : null;
    if (worth) return [ownTelling(scene, sideOf(document, cast), { act: "assess", by: worth })];
    if (isContactFact(scene) || announces(scene)) return [];
    const deeds = deedsIn(scene, parties);
    if (isOfficial) {
      if (deeds.length > 0) return tellingsFrom(scene, deeds);
      return isClaim(scene) ? [ownTelling(scene, sideOf(document, cast), null)] : [];
    }
    const [first] = deeds;
    if (!first?.isTalk || !isPresent(first.doer, parties.present, cast)) return [];
    return others.some((place) => overlaps(scene.sentence, place)) ? [] : tellingsFrom(scene, deeds);
  });
}

/** One for each deed, its words up to the next one's verb. */
function tellingsFrom({ text, sentence }: Scene, deeds: readonly Deed[]): Telling[] {
  return deeds.flatMap(({ doer, verb, act, otherwise, matter }, i) => {
    const start = i === 0 ? sentence.start : verb.start;
    const end = deeds[i + 1]?.verb.start ?? sentence.end;
    const words = text.slice(start, end);
    const content = trimmedAt(
      text,
      start,
      i + 1 < deeds.length ? start + words.replace(JOINT, "").length : end,
    );
    if (!content) return [];
    return [
      {
        content,
        speaker: doer.id,
        group: doer.group,
        doer: doer.evidence,
        verb: placeOf(text, verb),
        act,
        otherwise,
        matter: matter.map((part) => placeAt(text, part.start, Math.min(part.end, content.end))),
        confidence: 0.9 * doer.confidence,
      },
    ];
  });
}

/** What joins one deed to the next. */
const JOINT = /,? and (?:also |\p{L}+ly )?$/u;

/** What the publisher itself claims. */
function ownTelling(scene: Scene, side: string | null, act: ActShown | null): Telling {
  const content = placeOf(scene.text, scene.sentence);
  const isOthers = /^(?:i|we|my|our|dear|you)$/.test(scene.words[0]?.lower ?? "");
  return {
    content,
    speaker: isOthers ? null : side,
    group: null,
    doer: [],
    verb: null,
    act,
    otherwise: "state",
    matter: [content],
    confidence: 0.7,
  };
}

function sideOf(document: Document, cast: Cast): string | null {
  const side = document.side?.value ?? null;
  return side !== null && cast.has(side) ? side : null;
}

/** Whether somebody does it who took part in the contact, or both did. */
function isPresent(doer: Doer, present: ReadonlySet<string>, cast: Cast): boolean {
  if (doer.id === null) return false;
  const members = doer.group?.members ?? cast.get(doer.id)?.members ?? [];
  return members.length > 0 ? members.every((member) => present.has(member)) : present.has(doer.id);
}

/** "The message reads, in part:" only hands on, and "Anna Vale: Good day!" does so for a quotation that was lost. */
function announces({ text, sentence, words, mentions }: Scene): boolean {
  const label = mentions[0]?.start === sentence.start ? text[mentions[0].end] : "";
  return label === ":" || words[words.length - 1]?.form === ":";
}

/** A whole sentence, not a line of a list or a caption ("During the talks."). */
function isClaim({ words, text, sentence }: Scene): boolean {
  if (words.length < 5 || !ENDS.test(text.slice(Math.max(sentence.start, sentence.end - 8), sentence.end)))
    return false;
  return (
    !PREPOSITIONS.has(words[0]?.lower ?? "") ||
    words.some(({ form, lower }) => form === "," || AUXILIARIES.has(lower) || /[a-z]{2}ed$/.test(lower))
  );
}

const ENDS = /[.!?…]["”»’)]*$/;

/** Sentences of the body alone. */
function bodyOf(document: Document, sentences: readonly Sentence[]): Sentence[] {
  const aside = document.regions.filter(({ kind }) => kind !== "body");
  return outsideOf(sentences, aside);
}

/** Sentences of which no attribution has a word; a quotation in passing takes nothing from the narrator. */
function outside(sentences: readonly Sentence[], attributions: readonly Attribution[]): Sentence[] {
  const theirs = attributions.flatMap(({ source, cue, content }) =>
    source.length + cue.length === 0 && lengthOf(content) < LONGEST_ASIDE
      ? []
      : [...source, ...cue, ...content],
  );
  return outsideOf(sentences, theirs);
}

const LONGEST_ASIDE = 40;

function lengthOf(passage: Passage): number {
  return passage.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Those that none of the places touches. */
function outsideOf(sentences: readonly Sentence[], places: readonly Span[]): Sentence[] {
  const ordered = [...places].sort(byPlace);
  let next = 0;
  let furthest = 0;
  return sentences.filter((sentence) => {
    for (let place = ordered[next]; place && place.start < sentence.end; place = ordered[++next])
      furthest = Math.max(furthest, place.end);
    return furthest <= sentence.start;
  });
}

/** The groups that only tellings name, each once. */
export function groupsAmong(tellings: readonly Telling[], actors: readonly Actor[]): Actor[] {
  const known = new Set(actors.map(({ id }) => id));
  return tellings.flatMap(({ group }) => {
    if (group === null || known.has(group.id)) return [];
    known.add(group.id);
    return [group];
  });
}
