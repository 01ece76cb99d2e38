/**
 * The cast of a first-hand document: whom "the Secretary", "K" and "LBJ" mean.
 *
 * Takes the mentions of a transcript, memorandum or letter and gives them with
 * those added that only such texts have (initials, "the Sec", a name in
 * brackets), and for each that stands for one of the document's own people the
 * mention that names him: in the title or the list of those present. "He" who
 * speaks goes on being the paragraph's speaker; "I" outside of all speech is
 * the one of two who is never told of by name. Whom the naming mention means
 * is left to `links.ts`.
 *
 * Known misses: two ministers without a word that parts them are nobody's; an
 * initial that two people share; "he" who answers a question.
 */

import type { Gazetteer } from "../../lexicon/gazetteer.ts";
import type { Document } from "../../text/document.ts";
import { byPlace } from "../../text/span.ts";
import type { Clue, Pointer } from "../mentions/clues.ts";
import type { Attribution, Sentence } from "../reading.ts";
import { type Aliases, aliasesOf, aliasPointersIn, byTitle, learnTitles } from "./aliases.ts";
import { isFirstHand, memoHeadOf } from "./head.ts";
import { insideOf } from "./inside.ts";
import { distinctPeople, indexAt, type Member, membersOf, othersIn, withNamesOfHead } from "./members.ts";
import {
  authorSpeaks,
  jointIn,
  NOBODY,
  nestedSpeakers,
  speakersGoOn,
  thirdPersonsInTurns,
} from "./speakers.ts";

export interface Cast {
  mentions: Pointer[];
  members: Member[];
  stands: Stands;
}

/**
 * Index of a mention → index of the mention that it stands for: several for
 * "they" who talk, none for somebody of whom the text does not tell.
 */
export type Stands = ReadonlyMap<number, readonly number[]>;

export function castOf(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Pointer[],
  attributions: readonly Attribution[],
  gazetteer: Gazetteer,
): Cast {
  if (!isFirstHand(document)) return { mentions: [...mentions], members: [], stands: new Map() };
  const head = memoHeadOf(document);
  const known = withNamesOfHead(document, head, mentions);
  const members = membersOf(document, head, known, gazetteer);
  if (members.length === 0) return { mentions: [...mentions], members: [], stands: new Map() };
  learnTitles(document.text, known, members);
  const others = othersIn(known, members, gazetteer);
  const aliases = aliasesOf(members, known, attributions);
  const added = aliasPointersIn(document.text, known, aliases);
  const isCovered = insideOf(added);
  const all = numbered([...known.filter((mention) => !isCovered(mention)), ...added]);
  return {
    mentions: all,
    members: members.map((member) => ({
      ...member,
      pointer: all[indexAt(all, member.pointer)] ?? member.pointer,
    })),
    stands: standsOf(document, sentences, all, attributions, members, others, aliases),
  };
}

function numbered(mentions: readonly Pointer[]): Pointer[] {
  return [...mentions].sort(byPlace).map((mention, i) => ({ ...mention, id: `m${i + 1}` }));
}

function standsOf(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Pointer[],
  attributions: readonly Attribution[],
  members: readonly Member[],
  others: readonly Member[],
  aliases: Aliases,
): Stands {
  const stands = new Map<number, number>();
  const stand = (index: number, member: Member | null | undefined) => {
    const target = member ? indexAt(mentions, member.pointer) : index;
    if (target !== index) stands.set(index, target);
  };
  const titles = new Map<string, Member | null>();
  for (const [index, mention] of mentions.entries()) {
    const { clue } = mention;
    const form = mention.words.replace(/^the\s+/iu, "");
    if (clue.name === null && clue.role === null && clue.pronoun === null && clue.thing === null)
      stand(index, aliases.get(form) ?? aliases.get(mention.words));
    else if (clue.role !== null && clue.name === null && isPlainTitle(clue)) {
      const member = titles.has(form) ? titles.get(form) : (byTitle(members, form) ?? byTitle(others, form));
      titles.set(form, member ?? null);
      if (member && mayMean(document, form, member, members)) stand(index, member);
    }
  }
  thirdPersonsInTurns(sentences, mentions, attributions, members, stands);
  const other = authorSpeaks(mentions, attributions, members, stands);
  speakersGoOn(sentences, mentions, attributions, stands, other);
  nestedSpeakers(mentions, attributions, stands);
  const all = new Map<number, readonly number[]>();
  for (const [index, target] of stands) all.set(index, target === NOBODY ? [] : [target]);
  for (const index of jointIn(mentions, attributions)) {
    const both = distinctPeople(members.filter((member) => member.principal));
    if (both.length === 2)
      all.set(
        index,
        both.map((member) => indexAt(mentions, member.pointer)),
      );
  }
  return all;
}

function isPlainTitle(clue: Clue): boolean {
  return !clue.plural && clue.owner === null && clue.serves === null && !clue.former;
}

/** In one state's own papers "the President" is its own, unless he of another is the only one who talks. */
function mayMean(document: Document, form: string, member: Member, members: readonly Member[]): boolean {
  const side = document.side?.value;
  const own = member.pointer.clue.sides[0];
  if (!/^president$/iu.test(form) || side === undefined || own === undefined || own === side) return true;
  return (
    members.length === 2 &&
    members.every((one) => one === member || (!one.words.has("president") && !one.words.has("emissary")))
  );
}
