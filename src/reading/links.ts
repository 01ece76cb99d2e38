/**
 * Links: whom the words of a mention mean.
 *
 * Takes mentions with their clues, attributions and the list of actors; gives
 * each mention its link and all actors that are meant. Names first, then titles
 * at the document's day, then descriptions, groups and pronouns, each by the
 * rules of its own file; a rule may ask for the answer to any other mention.
 * Every link tells its rule and how likely it is right; where two are about as
 * likely, it is `unknown`.
 */

import type { Gazetteer } from "../lexicon/gazetteer.ts";
import type { Document } from "../text/document.ts";
import type { Span } from "../text/span.ts";
import { ActorBook } from "./links/actor-book.ts";
import { authorIn } from "./links/author.ts";
import { framesOf, tellingOrder } from "./links/frames.ts";
import { groupLink } from "./links/groups.ts";
import { type Linking, linked, unknown } from "./links/linking.ts";
import { mentionAt } from "./links/mention-index.ts";
import { type NameBook, nameLink } from "./links/names.ts";
import { pronounLink } from "./links/pronouns.ts";
import { roleLink } from "./links/roles.ts";
import type { Pointer } from "./mentions/clues.ts";
import type { Actor, ActorKind, Attribution, Link, Mention, Quotation, Sentence } from "./reading.ts";

/** Ties each mention to the actor meant. */
export function linksOf(
  document: Document,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  mentions: readonly Pointer[],
  attributions: readonly Attribution[],
  gazetteer: Gazetteer,
  stands: ReadonlyMap<number, readonly number[]> = new Map(),
): { mentions: Mention[]; actors: Actor[] } {
  const day = document.published?.value.slice(0, 10) ?? null;
  const book = new ActorBook(gazetteer, day);
  const names: NameBook = { ids: new Map(), slips: new Set() };
  const answers: (Link | null)[] = [];
  const asked = new Set<number>();
  const linking: Linking = {
    text: document.text,
    gazetteer,
    day,
    voice: document.side?.value ?? null,
    author: authorIn(document, mentions),
    mentions,
    sidesNamed: new Set(
      mentions.flatMap(({ clue: { thing, sides } }) => (thing ? [thing.side ?? thing.id, ...sides] : sides)),
    ),
    attributions,
    frames: framesOf(mentions, attributions, quotations),
    ...tellingOrder(mentions, sentences, quotations),
    book,
    resolve(mention) {
      const known = answers[mention];
      if (known) return known;
      // A circle, or a chain too long to follow.
      if (asked.has(mention) || asked.size > 60) return unknown("circle");
      asked.add(mention);
      const answer = standInLink(linking, stands.get(mention)) ?? linkOf(linking, names, mention);
      asked.delete(mention);
      answers[mention] = answer;
      return answer;
    },
  };
  linkNames(linking);
  const linkedMentions = mentions.map(({ clue: _, ...mention }, index) => ({
    ...mention,
    link: linking.resolve(index),
  }));
  return { mentions: linkedMentions, actors: book.closed() };
}

/** Names before all else, the titled and full ones first: they say who is who. */
function linkNames(linking: Linking): void {
  const named = linking.mentions
    .map((mention, index) => ({ mention, index }))
    .filter(({ mention }) => mention.clue.name);
  for (const whole of [true, false]) {
    for (const { mention, index } of named) {
      const { clue } = mention;
      const isWhole =
        clue.name !== null &&
        clue.name.keys.length > 1 &&
        clue.name.words.length >= clue.name.keys.join(" ").length - 2;
      if (isWhole !== whole) continue;
      const { actor } = linking.resolve(index);
      if (actor !== null) linking.book.tell(actor, clue, titleWords(mention));
    }
  }
}

/** The title of a titled name: "Aide to the president, Yuri Ushakov" without the name. */
function titleWords(mention: Pointer): string {
  const name = mention.clue.name?.words ?? "";
  return mention.words
    .replace(name, "")
    .replace(/^[\s,]+|[\s,]+$/g, "")
    .replace(/^the\s+/i, "");
}

/**
 * Words that a first-hand document uses for its own people, whom other mentions
 * name: one, the two who talk, or nobody of whom the text tells.
 */
function standInLink(linking: Linking, targets: readonly number[] | undefined): Link | null {
  if (targets === undefined) return null;
  const [first] = targets;
  if (first === undefined) return unknown("third-person");
  const via = linking.mentions[first]?.id ?? null;
  const links = targets.map((target) => linking.resolve(target));
  const actors = links.flatMap(({ actor }) => (actor === null ? [] : [actor]));
  const confidence = 0.95 * Math.min(...links.map((link) => link.confidence));
  const [actor] = actors;
  if (actor === undefined || actors.length < targets.length) return unknown("participant-unknown");
  return targets.length > 1
    ? linked(linking.book.group(actors), "group", "participants", confidence, { via })
    : linked(actor, "described", "participant", confidence, { office: links[0]?.office ?? null, via });
}

function linkOf(linking: Linking, names: NameBook, mention: number): Link {
  const here = linking.mentions[mention];
  const clue = here?.clue;
  if (!here || !clue) return unknown("no-clue");
  if (clue.name) return withOffice(linking, nameLink(linking, names, mention), here);
  if (clue.pronoun) return pronounLink(linking, mention);
  if (here.form === "group") return groupLink(linking, mention);
  if (clue.role) return roleLink(linking, names, mention);
  return clue.thing ? thingLink(linking, here) : unknown("no-rule");
}

/** The office that stands beside a name: "French President Emmanuel Macron". */
function withOffice(linking: Linking, link: Link, here: Pointer): Link {
  const { role, sides, former } = here.clue;
  const side = sides[0];
  if (link.actor === null || role?.sort !== "office" || side === undefined || former) return link;
  const office = linking.gazetteer.officeOf(`${side}:${role.key}`);
  if (!office) return link;
  linking.book.office(office.id);
  return { ...link, office: office.id };
}

const KINDS: Record<string, ActorKind> = {
  state: "state",
  organ: "organ",
  organisation: "organisation",
  outlet: "organisation",
};

function thingLink(linking: Linking, here: Pointer): Link {
  const { thing } = here.clue;
  if (!thing) return unknown("no-thing");
  if (thing.kind === "capital") return linked(linking.book.state(thing.id), "metonym", "capital", 0.85);
  const kind = KINDS[thing.kind] ?? "state";
  if (thing.kind === "state" || kind === "state")
    return linked(linking.book.state(thing.id), "named", "state", 0.97);
  const id = linking.book.thing(thing.id, thing.name, kind, thing.side === thing.id ? null : thing.side);
  return linked(id, "named", thing.kind, 0.95);
}

/** The mention that a source phrase is about: its head. */
export function mentionFor<M extends Span>(mentions: readonly M[], place: Span): M | null {
  return mentionAt(mentions, place);
}
