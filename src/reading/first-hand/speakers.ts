/**
 * Who is "he", "I" and "they" where people talk: rules that know the people of
 * the document and how turns and paragraphs go.
 *
 * Known misses: "he" who answers a question; a note-taker's "I".
 */

import { REPLIES } from "../../lexicon/first-hand.ts";
import { foldOf } from "../../lexicon/names.ts";
import { mentionAt } from "../links/mention-index.ts";
import type { Pointer } from "../mentions/clues.ts";
import type { Attribution, Sentence } from "../reading.ts";
import { insideOf } from "./inside.ts";
import { distinctPeople, indexAt, type Member } from "./members.ts";

/**
 * In a turn "he said" is neither of the two who talk but the third who last
 * spoke in it or opened a sentence; nobody, where none did.
 */
export function thirdPersonsInTurns(
  sentences: readonly Sentence[],
  mentions: readonly Pointer[],
  attributions: readonly Attribution[],
  members: readonly Member[],
  stands: Map<number, number>,
): void {
  const principals = new Set(
    members.filter((member) => member.principal).map((member) => member.pointer.start),
  );
  const isInTurn = insideOf(
    attributions.filter((one) => one.rule === "speaker-turn").flatMap((one) => one.content),
  );
  const isThird = (index: number): boolean => {
    const mention = mentions[index];
    const target = mentions[stands.get(index) ?? index];
    if (!mention || !target || stands.get(index) === NOBODY || principals.has(target.start)) return false;
    const { name, role, definite, owner } = target.clue;
    // "Madam Secretary" is spoken to, and whose "my Minister" is, is not told here.
    const isTitle = (role?.sort === "office" || role?.sort === "post") && definite && owner === null;
    const isOne = name !== null || isTitle;
    return isOne && !target.clue.plural && !namesOneOf(target, members);
  };
  const speaking = new Map<number, boolean>();
  for (const { source, cue } of attributions) {
    const place = source[0];
    if (!place || !isInTurn(cue[0])) continue;
    speaking.set(indexAt(mentions, place), /^(?:he|she)$/iu.test(place.words));
  }
  const starts = new Set(sentences.map((sentence) => sentence.start));
  for (const { rule, content } of attributions)
    if (rule === "speaker-turn" && content[0]) starts.add(content[0].start);
  let last: number | null = null;
  for (const [index, mention] of mentions.entries()) {
    const isHe = speaking.get(index);
    if (isHe) stands.set(index, last ?? NOBODY);
    else if ((isHe === false || starts.has(mention.start)) && isInTurn(mention) && isThird(index))
      last = stands.get(index) ?? index;
  }
}

export const NOBODY = -1;

function namesOneOf(mention: Pointer, members: readonly Member[]): boolean {
  const name = mention.clue.name;
  return name !== null && members.some((member) => member.principal && sameFamily(name.words, member.family));
}

/** "He said" goes on with the speaker of the paragraph, unless he may be the one who was asked. */
export function speakersGoOn(
  sentences: readonly Sentence[],
  mentions: readonly Pointer[],
  attributions: readonly Attribution[],
  stands: Map<number, number>,
  other: number | null,
): void {
  const outermost = attributions
    .filter((one) => one.within === null && one.cue.length > 0 && one.source.length > 0)
    .sort((a, b) => (a.source[0]?.start ?? 0) - (b.source[0]?.start ?? 0));
  let sentence = 0;
  let paragraph = -1;
  let speaker: number | null = null;
  let asked = -1;
  for (const { source, cue } of outermost) {
    const place = source[0];
    if (!place) continue;
    while (sentence + 1 < sentences.length && (sentences[sentence]?.end ?? 0) <= place.start) sentence++;
    const here = sentences[sentence]?.paragraph ?? -1;
    if (here !== paragraph) speaker = null;
    paragraph = here;
    const mention = mentionAt(mentions, place);
    if (!mention) continue;
    const index = indexAt(mentions, mention);
    const verb = (cue[0]?.words ?? "").toLowerCase().split(/\s+/u);
    const { pronoun } = mention.clue;
    const isHe =
      pronoun !== null && pronoun.person === 3 && pronoun.number === "one" && pronoun.gender !== "n";
    if (isHe && !pronoun.owns && other !== null) {
      if (other !== index) stands.set(index, other);
    } else if (isHe && !pronoun.owns) {
      const answers = verb.some((word) => REPLIES.has(word)) || (asked >= 0 && sentence <= asked + 1);
      if (speaker !== null && speaker !== index && !answers) stands.set(index, speaker);
      else if (speaker !== null) speaker = null;
      speaker ??= index;
    } else if (mention.clue.plural || pronoun !== null) continue;
    else speaker = index;
    asked = verb.some((word) => /^(?:ask|asks|asked|inquired|enquired|wondered)$/u.test(word))
      ? sentence
      : -1;
  }
}

/**
 * "The Minister said that he hoped": inside his words "he" is the Minister,
 * where nobody else is spoken of before it.
 */
export function nestedSpeakers(
  mentions: readonly Pointer[],
  attributions: readonly Attribution[],
  stands: Map<number, number>,
): void {
  const byId = new Map(attributions.map((one) => [one.id, one]));
  for (const { source, within } of attributions) {
    const place = source[0];
    const outer = within === null ? undefined : byId.get(within);
    if (!place || !outer || outer.rule === "speaker-turn" || !/^(?:he|she)$/iu.test(place.words)) continue;
    const speaker = outer.source[0];
    const start = outer.content[0]?.start ?? place.start;
    if (!speaker || speaker.start > place.start || /^(?:I|we|they)$/iu.test(speaker.words)) continue;
    const from = indexAt(mentions, { start, end: start });
    const index = indexAt(mentions, place);
    const isAlone = mentions.slice(from, Math.min(index, from + MOST_BETWEEN)).every(isNoOther);
    const mention = mentionAt(mentions, speaker);
    if (!mention || !isAlone || index - from > MOST_BETWEEN) continue;
    const target = indexAt(mentions, mention);
    if (target !== index) stands.set(index, stands.get(target) ?? target);
  }
}

const MOST_BETWEEN = 12;

function isNoOther({ clue }: Pointer): boolean {
  if (clue.name !== null) return false;
  return clue.role === null || clue.plural || clue.role.sort === "body";
}

/** "They agreed", "both": the two who talk. */
export function jointIn(mentions: readonly Pointer[], attributions: readonly Attribution[]): number[] {
  return attributions.flatMap(({ source, cue, within, rule }) => {
    const place = source[0];
    if (!place || within !== null || rule === "speaker-turn" || !/^(?:they|we|both)$/iu.test(place.words))
      return [];
    const mention = mentionAt(mentions, place);
    return mention && JOINT.test(cue[0]?.words ?? "") ? [indexAt(mentions, mention)] : [];
  });
}

const JOINT = /\b(?:agreed|decided|discussed|mentioned|exchanged|concluded|settled)\b/iu;

/**
 * Who writes "I": the one of two whom the text itself never names. Gives the
 * other one, who then is "he".
 */
export function authorSpeaks(
  mentions: readonly Pointer[],
  attributions: readonly Attribution[],
  members: readonly Member[],
  stands: Map<number, number>,
): number | null {
  if (attributions.some((one) => one.rule === "speaker-turn" || one.rule === "letter")) return null;
  const firsts = mentions.flatMap((mention, index) =>
    mention.clue.pronoun?.person === 1 &&
    mention.clue.pronoun.number === "one" &&
    !/^your/iu.test(mention.words)
      ? [index]
      : [],
  );
  const author = firsts.length === 0 ? null : unnamedOf(mentions, members, stands);
  if (!author) return null;
  const target = indexAt(mentions, author.pointer);
  const quoted = insideOf(
    attributions
      .filter((one) => one.manner !== "indirect" && !/^I$/u.test(one.source[0]?.words ?? ""))
      .flatMap((one) => one.content),
  );
  for (const index of firsts) {
    const mention = mentions[index];
    if (mention && !quoted(mention)) stands.set(index, target);
  }
  const other = members.find((member) => member.principal && member.family !== author.family);
  return other ? indexAt(mentions, other.pointer) : null;
}

/** Of two principals, the one who is neither named nor titled outside of the head. */
function unnamedOf(
  mentions: readonly Pointer[],
  members: readonly Member[],
  stands: ReadonlyMap<number, number>,
): Member | null {
  const principals = distinctPeople(members.filter((member) => member.principal));
  if (principals.length !== 2) return null;
  const end = Math.max(...principals.map((member) => member.entry.end));
  const named = new Set<Member>();
  for (const [index, mention] of mentions.entries()) {
    if (mention.start < end) continue;
    const target = stands.get(index);
    for (const member of principals) {
      const isSame = mention.clue.name !== null && sameFamily(mention.clue.name.words, member.family);
      if (isSame || (target !== undefined && mentions[target]?.start === member.pointer.start))
        named.add(member);
    }
  }
  const silent = principals.filter((member) => !named.has(member));
  return silent.length === 1 ? (silent[0] ?? null) : null;
}

function sameFamily(name: string, family: string): boolean {
  const words = name.split(/\s+/u);
  return foldOf(words[words.length - 1] ?? "") === foldOf(family);
}
