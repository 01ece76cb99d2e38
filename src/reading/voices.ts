/**
 * Voices: on whose word a place of the text stands.
 *
 * Takes the attributions, their linked mentions, and what is known of the
 * publisher; gives for every attribution its speaker and its chain, outermost
 * first, and for any other place the chain of the attribution that holds it
 * most closely. A name is never put into a chain by guess: a source that is
 * tied to nobody stays in it with `actor: null` and its words.
 */

import { CUE_FORMS } from "../lexicon/cues.ts";
import { publisherNamed } from "../lexicon/publishers.ts";
import type { Document } from "../text/document.ts";
import { countBefore } from "../text/search.ts";
import { byPlace, contains, type Passage, type Place, type Span } from "../text/span.ts";
import { wordsIn } from "../text/words.ts";
import { drafterLink } from "./first-hand/drafter.ts";
import { groupOf } from "./groups.ts";
import { mentionFor } from "./links.ts";
import type { Actor, Attribution, ChainBasis, ChainLink, Mention } from "./reading.ts";

export interface Voices {
  /** The chain for words at this place, outermost first: the publisher, the agency, then every attribution that holds it. */
  chainAt(place: Span): ChainLink[];
  /** The chain of an attribution, its own source last. */
  chainOf(attribution: Attribution): ChainLink[];
  /** Id of the actor who speaks; `null` when nobody is named or known. */
  speakerOf(attribution: Attribution): string | null;
  /** Groups of two or more who speak as one ("Vale and Ortiz said") and are no actors yet. */
  groups: Actor[];
}

export function voicesOf(
  document: Document,
  attributions: readonly Attribution[],
  mentions: readonly Mention[],
  actors: readonly Actor[],
): Voices {
  const byId = new Map(attributions.map((attribution) => [attribution.id, attribution]));
  const kinds = new Map(actors.map((actor) => [actor.id, actor.kind]));
  const outermost = outermostLinks(document, attributions, mentions, actors);
  const chains = new Map<string, ChainLink[]>();
  const joint = jointSpeakers(document.text, attributions, mentions, actors);

  const sourceOf = (attribution: Attribution): Attribution =>
    attribution.source.length === 0 && attribution.continues
      ? (byId.get(attribution.continues) ?? attribution)
      : attribution;

  const speakerOf = (attribution: Attribution): string | null => {
    const origin = sourceOf(attribution);
    const place = origin.source[0];
    return joint.of.get(origin.id) ?? (place ? (mentionFor(mentions, place)?.link.actor ?? null) : null);
  };

  const chainOf = (attribution: Attribution): ChainLink[] => {
    const known = chains.get(attribution.id);
    if (known) return known;
    chains.set(attribution.id, outermost);
    const around = aroundOf(attribution, byId);
    const before = around ? chainOf(around) : outermost;
    const origin = sourceOf(attribution);
    const own = linkOf(document.text, origin, speakerOf(attribution), kinds);
    const last = before[before.length - 1];
    const same =
      own === null ||
      (last !== undefined && own.actor !== null && last.actor === own.actor && last.basis !== "published");
    const chain = same ? before : [...before, own];
    chains.set(attribution.id, chain);
    return chain;
  };

  const parts = attributions
    .flatMap((attribution) => attribution.content.map((part) => ({ part, attribution })))
    .sort((a, b) => byPlace(a.part, b.part));
  return {
    groups: joint.groups,
    chainOf,
    speakerOf,
    chainAt: (place) => {
      const holder = closestHolder(parts, place);
      return holder ? chainOf(holder) : outermost;
    },
  };
}

interface Joint {
  /** By attribution, the id of the group that speaks. */
  of: Map<string, string>;
  groups: Actor[];
}

/** "Mr Vale and Ms Ortiz discussed": those who are named side by side in a source speak together. */
function jointSpeakers(
  text: string,
  attributions: readonly Attribution[],
  mentions: readonly Mention[],
  actors: readonly Actor[],
): Joint {
  const known = new Map(actors.map((actor) => [actor.id, actor]));
  const joint: Joint = { of: new Map(), groups: [] };
  for (const attribution of attributions) {
    const members = attribution.source.flatMap((place) => namedSideBySide(text, mentions, place, known));
    if (members.length < 2) continue;
    const group = groupOf(members, known);
    joint.of.set(attribution.id, group.id);
    if (known.has(group.id)) continue;
    known.set(group.id, group);
    joint.groups.push(group);
  }
  return joint;
}

/** Ids of the people or states that fill the place, joined by "and" and commas alone; each once. */
function namedSideBySide(
  text: string,
  mentions: readonly Mention[],
  place: Span,
  known: ReadonlyMap<string, Actor>,
): string[] {
  const ids = new Set<string>();
  let end = place.start;
  for (let i = firstFrom(mentions, place.start); i < mentions.length; i++) {
    const mention = mentions[i];
    if (!mention || mention.end > place.end) break;
    const gap = text.slice(end, mention.start);
    const actor = mention.link.actor;
    const kind = actor === null ? undefined : known.get(actor)?.kind;
    if (!/^(?:\s|,|and|both|the)*$/i.test(gap) || (kind !== "person" && kind !== "state")) return [];
    if (actor !== null) ids.add(actor);
    end = mention.end;
  }
  return /^\s*$/.test(text.slice(end, place.end)) ? [...ids] : [];
}

/** Index of the first mention that starts at or after the offset. */
function firstFrom(mentions: readonly Span[], offset: number): number {
  return countBefore(mentions.length, (middle) => (mentions[middle]?.start ?? 0) < offset);
}

/** The attribution whose content this one stands in; one that only goes on stands where the first one stands. */
function aroundOf(attribution: Attribution, byId: ReadonlyMap<string, Attribution>): Attribution | null {
  const id =
    attribution.within ?? (attribution.continues ? (byId.get(attribution.continues)?.within ?? null) : null);
  return id === null || id === attribution.id ? null : (byId.get(id) ?? null);
}

const REACH = 64;

/** The smallest content that holds the place; contents are in text order. */
function closestHolder(
  parts: readonly { part: Place; attribution: Attribution }[],
  place: Span,
): Attribution | null {
  const low = countBefore(parts.length, (middle) => (parts[middle]?.part.start ?? 0) <= place.start);
  let closest: { part: Place; attribution: Attribution } | null = null;
  for (let i = low - 1; i >= Math.max(0, low - REACH); i--) {
    const entry = parts[i];
    if (!entry || !contains(entry.part, place)) continue;
    if (!closest || entry.part.end - entry.part.start < closest.part.end - closest.part.start)
      closest = entry;
  }
  return closest?.attribution ?? null;
}

/** The publisher, the drafter of a memorandum, and the agency that the dateline or the credit names. */
function outermostLinks(
  document: Document,
  attributions: readonly Attribution[],
  mentions: readonly Mention[],
  actors: readonly Actor[],
): ChainLink[] {
  const links: ChainLink[] = [];
  if (document.publisher) {
    links.push({
      actor: actorNamed(document.publisher.value, actors),
      evidence: document.publisher.evidence,
      basis: "published",
      attribution: null,
    });
  }
  const drafter = drafterLink(document, mentions);
  if (drafter) links.push(drafter);
  const credit = attributions.find((attribution) => attribution.rule === "credit");
  if (credit?.source[0]) {
    links.push({
      actor: actorNamed(credit.source[0].words, actors),
      evidence: credit.source,
      basis: "agency",
      attribution: credit.id,
    });
  }
  return links;
}

function actorNamed(name: string, actors: readonly Actor[]): string | null {
  const known = publisherNamed(name)?.name ?? name;
  return actors.find((actor) => actor.name === known || actor.name === name)?.id ?? null;
}

function linkOf(
  text: string,
  origin: Attribution,
  actor: string | null,
  kinds: ReadonlyMap<string, string>,
): ChainLink | null {
  if (origin.rule === "credit") return null;
  if (origin.source.length === 0 && origin.cue.length === 0) return null;
  return {
    actor,
    evidence: origin.source,
    basis: basisOf(text, origin, actor === null ? undefined : kinds.get(actor)),
    attribution: origin.id,
  };
}

const ON_BACKGROUND = /\b(?:on|under) (?:deep )?background\b|\bbackground (?:call|briefing)\b/i;
const ANONYMOUS =
  /\b(?:on|under) (?:the )?condition of anonymity\b|\bwho (?:asked|declined|wished|requested|was not authori[sz]ed)\b[^.]{0,40}\b(?:named|identified|anonym\w+|speak|publicly)\b|\banonymously\b/i;

const BASIS_OF_VERB: Readonly<Record<string, ChainBasis>> = {
  write: "wrote",
  tweet: "wrote",
  post: "wrote",
  read: "read-out",
  believe: "thought",
  think: "thought",
  consider: "thought",
  hope: "thought",
  wish: "thought",
  want: "thought",
  fear: "thought",
  feel: "thought",
  know: "thought",
  doubt: "thought",
  expect: "thought",
  suspect: "thought",
  assume: "thought",
  learn: "told",
  hear: "told",
};

function basisOf(text: string, origin: Attribution, kind: string | undefined): ChainBasis {
  const around = textAround(text, [...origin.source, ...origin.cue]);
  if (ON_BACKGROUND.test(around)) return "on-background";
  if (ANONYMOUS.test(around) || kind === "unnamed") return "anonymous";
  if (/\b(?:readout|read-out|in a (?:written )?statement|press release)\b/i.test(around)) return "read-out";
  for (const cue of origin.cue) {
    for (const word of wordsIn(text, cue)) {
      const basis = BASIS_OF_VERB[CUE_FORMS.get(word.lower)?.verb.lemma ?? ""];
      if (basis) return basis;
    }
  }
  return "said";
}

/** Source and cue with a little of what follows, as "said in a statement", inside one sentence. */
function textAround(text: string, passage: Passage): string {
  const end = Math.max(...passage.map((part) => part.end), 0);
  const start = Math.min(...passage.map((part) => part.start), end);
  const stretch = text.slice(start, Math.min(text.length, end + 60));
  const stop = stretch.slice(end - start).search(/[.!?\n]/);
  return stop === -1 ? stretch : stretch.slice(0, end - start + stop);
}
