/**
 * Links of pronouns, with person, number, gender and frame.
 *
 * "I" is the one in whose mouth it stands; "we" in an official's mouth is his
 * state. "He" goes back to a speaker or subject; in reported speech without
 * marks it may be the speaker himself, in a quotation it never is.
 *
 * Known miss: "we" for the two who met ("we agreed to talk again") is read as
 * the speaker's side.
 */

import type { Pronoun } from "../../lexicon/pronouns.ts";
import type { Link } from "../reading.ts";
import { antecedentOf, isSubject, tellingDistance } from "./antecedents.ts";
import { coordinated } from "./groups.ts";
import { authorOf, between, type Linking, linked, speakerOf, speakingSideOf, unknown } from "./linking.ts";

export function pronounLink(linking: Linking, mention: number): Link {
  const pronoun = linking.mentions[mention]?.clue.pronoun;
  if (!pronoun) return unknown("no-pronoun");
  if (pronoun.person === 1) return firstPerson(linking, mention, pronoun);
  if (pronoun.number === "many") return theyLink(linking, mention);
  if (pronoun.gender === "n") return itLink(linking, mention);
  return heLink(linking, mention, pronoun);
}

function firstPerson(linking: Linking, mention: number, pronoun: Pronoun): Link {
  const { book, frames, mentions } = linking;
  const author = authorOf(linking, mention);
  if (author !== null) return authorLink(linking, author, pronoun);
  const speaker = speakerOf(linking, mention);
  if (speaker?.actor == null) return voiceLink(linking, mention, pronoun);
  const via = mentions[frames.sourceOf(frames.of(mention))]?.id ?? null;
  const known = book.actors.get(speaker.actor);
  if (pronoun.number === "one") {
    if (known?.kind !== "person" && known?.kind !== "unnamed") return unknown("speaker-no-person");
    return linked(speaker.actor, "pronoun", "speaker-i", 0.95 * speaker.confidence, { via });
  }
  const side = book.sideOf(speaker.actor);
  if (side === null) return unknown("speaker-without-side");
  return linked(book.state(side), "pronoun", "speaker-we", 0.88 * speaker.confidence, { via });
}

/** "I" and "we" in a statement are its author and his side. */
function authorLink(linking: Linking, author: Link, pronoun: Pronoun): Link {
  const { book } = linking;
  const via = linking.mentions[linking.author]?.id ?? null;
  const actor = author.actor ?? "";
  const kind = book.actors.get(actor)?.kind;
  if (pronoun.number === "one")
    return kind === "person" || kind === "unnamed"
      ? linked(actor, "pronoun", "author-i", 0.9 * author.confidence, { via })
      : unknown("speaker-no-person");
  const side = book.sideOf(actor) ?? linking.voice;
  if (side === null) return unknown("speaker-without-side");
  return linked(book.state(side), "pronoun", "author-we", 0.8 * author.confidence, { via });
}

/** "We" in an official text's own words is the state whose voice it is. */
function voiceLink(linking: Linking, mention: number, pronoun: Pronoun): Link {
  const side = pronoun.number === "many" ? speakingSideOf(linking, mention) : null;
  return side === null
    ? unknown("speaker-unknown")
    : linked(linking.book.state(side), "pronoun", "voice-we", 0.7);
}

function heLink(linking: Linking, mention: number, pronoun: Pronoun): Link {
  const { book, frames, attributions, mentions } = linking;
  const frame = frames.of(mention);
  const speaker = frame < 0 ? null : linking.frames.sourceOf(frame);
  const isTurn = attributions[frame]?.cue[0]?.words === ":";
  const isDirect =
    frame >= 0 && (isTurn || attributions[frame]?.manner === "direct" || frames.isQuoted(mention));
  const speakerActor =
    speaker === null || speaker < 0 || speaker === mention ? null : linking.resolve(speaker).actor;
  const author = authorOf(linking, mention)?.actor ?? null;
  const acts = !pronoun.owns && isSubject(linking, mention);
  // "He will go, Orlov says": a speaker named after his words is seldom the "he" in them.
  const speaksBefore = speaker !== null && speaker < mention;
  const close = closeOwner(linking, mention, pronoun);
  if (close) return close;
  // "Orlov met him": the object is another than the subject.
  const subject = acts || pronoun.owns ? null : subjectBefore(linking, mention);
  const found = antecedentOf(linking, mention, {
    fits: (actor, earlier) => {
      const kind = book.actors.get(actor)?.kind;
      if ((kind !== "person" && kind !== "unnamed") || mentions[earlier]?.clue.plural) return false;
      if ((isDirect && actor === speakerActor) || actor === subject) return false;
      // Whoever says "I" of himself says "he" of another.
      if (actor === author && linking.frames.of(mention) < 0 && mention > linking.author + 1) return false;
      const gender = book.genderOf(actor);
      if (pronoun.gender === "m") return gender !== "f";
      // A listed person whose name is no woman's is seldom one.
      return gender === "f" || (gender === null && linking.gazetteer.personOf(actor) === null);
    },
    bonus: (actor, earlier) => {
      let points = 0;
      if (pronoun.gender === "f" && book.genderOf(actor) === "f") points += 2;
      if (!isDirect && actor === speakerActor) points += speaksBefore && (acts || pronoun.owns) ? 2 : -2;
      const together = linking.sentence[earlier] === linking.sentence[mention];
      if (together && isSubject(linking, earlier)) points += 1;
      // A new sentence that starts with "He" goes on about the subject of the last.
      if (acts && !together && isSubject(linking, earlier)) points += 0.7;
      if (acts && opensLastSentence(linking, earlier, mention)) points += 1.5;
      return points;
    },
    farthest: 4,
  });
  if (!found) return unknown("no-clear-antecedent");
  return linked(found.actor, "pronoun", "he-she", found.confidence, {
    via: mentions[found.mention]?.id ?? null,
  });
}

/** The first one named in the sentence before: what it is about, and so most likely the next "He". */
function opensLastSentence(linking: Linking, earlier: number, mention: number): boolean {
  const { sentence } = linking;
  const here = sentence[earlier];
  return (
    here !== undefined &&
    sentence[mention] === here + 1 &&
    sentence[earlier - 1] !== here &&
    isSubject(linking, earlier)
  );
}

/** "Congratulated Vale on his election", "wished him luck in his work": the object's, not the subject's. */
function closeOwner(linking: Linking, mention: number, pronoun: Pronoun): Link | null {
  const last = linking.mentions[mention - 1];
  if (!pronoun.owns || !last) return null;
  const gap = between(linking, mention - 1, mention);
  const isObject =
    /^\s+on(?:\s+the\s+occasion\s+of)?\s+$/.test(gap) ||
    (last.clue.pronoun?.gender === pronoun.gender &&
      !last.clue.pronoun?.owns &&
      /^[^,.;]{0,38}$/.test(gap) &&
      gap !== "");
  if (!isObject || isSubject(linking, mention - 1)) return null;
  const { actor, confidence } = linking.resolve(mention - 1);
  if (actor === null || linking.book.actors.get(actor)?.kind !== "person") return null;
  return linked(actor, "pronoun", "his-object", 0.9 * confidence, { via: last.id });
}

/** The nearest subject before the mention in its sentence. */
function subjectBefore(linking: Linking, mention: number): string | null {
  const farthest = Math.max(0, mention - 40);
  for (let at = mention - 1; at >= farthest && linking.sentence[at] === linking.sentence[mention]; at--) {
    if (isSubject(linking, at)) return linking.resolve(at).actor;
  }
  return null;
}

/** "They": a group, a plural, or two people side by side, of this or the last sentence. */
function theyLink(linking: Linking, mention: number): Link {
  const { book, frames, mentions } = linking;
  const farthest = Math.max(0, mention - 40);
  for (let earlier = mention - 1; earlier >= farthest; earlier--) {
    if (tellingDistance(linking, earlier, mention) > 1) break;
    if (frames.of(earlier) !== frames.of(mention) && frames.isQuoted(earlier) !== frames.isQuoted(mention))
      continue;
    const link = linking.resolve(earlier);
    const kind = link.actor === null ? null : book.actors.get(link.actor)?.kind;
    const plural = mentions[earlier]?.clue.plural === true;
    const via = mentions[earlier]?.id ?? null;
    if (link.actor !== null && plural && (kind === "group" || kind === "unnamed")) {
      return linked(link.actor, "pronoun", "they", 0.75, { via });
    }
    const pair = earlier > 0 ? coordinated(linking, earlier) : null;
    if (pair && isSubject(linking, earlier - 1))
      return linked(book.group(pair), "pronoun", "they-pair", 0.75, { via });
  }
  return unknown("no-clear-antecedent");
}

/** "It said": the house, ministry, paper or state that spoke or acted last. */
function itLink(linking: Linking, mention: number): Link {
  const found = antecedentOf(linking, mention, {
    fits: (actor, earlier) => {
      const kind = linking.book.actors.get(actor)?.kind;
      const speaks = kind === "organ" || kind === "organisation" || kind === "state";
      return speaks && (linking.frames.isSource(earlier) || isSubject(linking, earlier));
    },
    farthest: 2,
  });
  if (!found) return unknown("no-clear-antecedent");
  const via = linking.mentions[found.mention]?.id ?? null;
  return linked(found.actor, "pronoun", "it-speaks", found.confidence, { via });
}
