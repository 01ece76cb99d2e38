/**
 * Whose doing a sentence of the narrator tells: the subject of its verb, the
 * agent after "by", or both parties of the contact.
 *
 * Takes a scene and the place of the verb; gives the actor, with the words that
 * name it. A subject that is tied to nobody has `id: null`: the text names
 * somebody, and no one is put into that place by guess.
 *
 * Known miss: "Vale, whose minister Ortiz praised, agreed" has Ortiz agree.
 */

import { CLAUSE_STARTERS, DETERMINERS, GROUP_ADVERBS, PREPOSITIONS } from "../../lexicon/grammar.ts";
import { PARTIES } from "../../lexicon/narration.ts";
import { type Passage, placeAt } from "../../text/span.ts";
import { isSubjectGlue } from "../contacts/people.ts";
import { type Cast, type Scene, wordAt } from "../contacts/scenes.ts";
import { groupOf } from "../groups.ts";
import type { Actor, Contact, Mention } from "../reading.ts";

export interface Doer {
  id: string | null;
  /** The actor, where it is a group that nobody has named yet. */
  group: Actor | null;
  evidence: Passage;
  /** Probability that it is the right one. */
  confidence: number;
}

export interface Parties {
  cast: Cast;
  /** Both parties of the main contact, as one; `null` where the text does not name them. */
  pair: Actor | null;
  /** Ids of those who took part in the main contact, and of their sides. */
  present: ReadonlySet<string>;
}

export function partiesOf(contacts: readonly Contact[], cast: Cast): Parties {
  const main = contacts.find((contact) => contact.main);
  const several = contacts.some((contact) => contact !== main && isToldWith(contact, main));
  const members = (main?.participants ?? []).map(({ value }) => value);
  const persons = members.filter((id) => cast.get(id)?.kind === "person");
  const both = persons.length >= 2 ? persons : persons.length === 0 && members.length >= 2 ? members : [];
  const sides = members.flatMap((id) => cast.get(id)?.side ?? []);
  return {
    cast,
    pair: both.length >= 2 && !several ? groupOf(both, cast) : null,
    present: new Set([...members, ...sides]),
  };
}

/** "Telephone conversations with Vale and Ortiz": which of them "the discussion" was, nobody says. */
function isToldWith(contact: Contact, main: Contact | undefined): boolean {
  const [mine, its] = [contact.kind?.evidence[0], main?.kind?.evidence[0]];
  return mine !== undefined && its !== undefined && mine.start === its.start;
}

/** Both parties, where the doing is that of the conversation: nobody else is named for it. */
export function bothOf({ pair }: Parties): Doer {
  return { id: pair?.id ?? null, group: pair, evidence: [], confidence: pair ? 0.8 : 0.7 };
}

export const NOBODY: Doer = { id: null, group: null, evidence: [], confidence: 0.7 };

/** The subject right before the verb, if it is somebody: "Vale and Ortiz | discussed". */
export function subjectBefore(scene: Scene, verb: number, parties: Parties): Doer | null {
  const named: Mention[] = [];
  let next = beforeAside(scene, verb);
  while (GROUP_ADVERBS.has(scene.words[next - 1]?.lower ?? "") && scene.words[next - 1]?.lower !== "both")
    next--;
  for (let i = scene.mentions.length - 1; i >= 0; i--) {
    const mention = scene.mentions[i];
    if (!mention || mention.end > (scene.words[next]?.start ?? 0)) continue;
    const from = wordAt(scene, mention.end);
    if (!isSubjectGlue(scene.words, from, next, named.length > 0)) break;
    // "In Norland, Vale said": a comma alone joins no two subjects.
    if (named.length === 1 && !scene.words.slice(from, next).some(({ lower }) => lower === "and")) break;
    named.unshift(mention);
    next = wordAt(scene, mention.start);
  }
  // "… by Norland, Vale and Ortiz discussed": the first one belongs to what stands before the comma.
  while (named.length > 2 && !isSubjectStart(scene, next)) {
    named.shift();
    next = wordAt(scene, named[0]?.start ?? 0);
    if (scene.words[next - 1]?.form !== ",") return null;
  }
  const first = named[0];
  if (!first) return partiesBefore(scene, verb, parties);
  return isSubjectStart(scene, next) ? doerFrom(scene, named, parties) : null;
}

/** "Vale, at the request of Ortiz, | gave": the subject stands before the aside. */
function beforeAside({ words, mentions }: Scene, verb: number): number {
  if (words[verb - 1]?.form !== ",") return verb;
  for (let i = verb - 2; i > Math.max(0, verb - LONGEST_ASIDE); i--) {
    if (words[i]?.form !== ",") continue;
    const end = words[i - 1]?.end;
    return mentions.some((mention) => mention.end === end) ? i : verb;
  }
  return verb;
}

const LONGEST_ASIDE = 24;

/** "By the presidents", "by Vale and Ortiz". */
export function agentAfter(scene: Scene, by: number, parties: Parties): Doer | null {
  const start = scene.words[by]?.end ?? 0;
  const named: Mention[] = [];
  let end = start;
  for (const mention of scene.mentions) {
    if (mention.start < end) continue;
    if (!/^[\s,]*(?:and|both|the)?[\s,]*(?:the)?\s*$/i.test(scene.text.slice(end, mention.start))) break;
    named.push(mention);
    end = mention.end;
  }
  return named.length === 0 ? null : doerFrom(scene, named, parties);
}

function doerFrom(scene: Scene, named: readonly Mention[], { cast, pair }: Parties): Doer {
  const first = named[0];
  const last = named[named.length - 1];
  const evidence = first && last ? [placeAt(scene.text, first.start, last.end)] : [];
  const ids = named.map((mention) => mention.link.actor);
  const confidence = Math.min(...named.map(({ link }) => (link.actor ? link.confidence : 0.75)));
  if (ids.length === 1 && first) {
    const id = first.link.actor ?? (isParties(scene, first) ? (pair?.id ?? null) : null);
    return { id, group: id === pair?.id ? pair : null, evidence, confidence };
  }
  const members = ids.flatMap((id) => (id === null ? [] : (cast.get(id)?.members ?? [])));
  const each = ids.flatMap((id) => (id === null || (cast.get(id)?.members.length ?? 0) > 0 ? [] : [id]));
  if (ids.includes(null)) return { id: null, group: null, evidence, confidence };
  const group = groupOf([...members, ...each], cast);
  const [only] = group.members;
  return group.members.length === 1 && only !== undefined
    ? { id: only, group: null, evidence, confidence }
    : { id: group.id, group, evidence, confidence };
}

/** Nothing before it that would make it an object or part of another phrase. */
function isSubjectStart({ words }: Scene, at: number): boolean {
  let before = at - 1;
  while (DETERMINERS.has(words[before]?.lower ?? "")) before--;
  const word = words[before];
  if (!word) return true;
  if (word.kind === "mark") return word.form !== "-";
  return !PREPOSITIONS.has(word.lower) && (!CLAUSE_STARTERS.has(word.lower) || word.lower === "but");
}

/** "The two leaders", "the parties": said of both, where no mention was made of them. */
function partiesBefore(scene: Scene, verb: number, parties: Parties): Doer | null {
  const { words } = scene;
  let head = verb - 1;
  while (/^(?:also|both|then|again|further|have|has|had|\p{L}+ly)$/u.test(words[head]?.lower ?? "")) head--;
  if (/^(?:state|government|delegation)$/.test(words[head]?.lower ?? "") && words[head - 1]?.lower === "of")
    head -= 2;
  if (!PARTIES.has(words[head]?.lower ?? "")) return null;
  let from = head;
  while (/^(?:the|two|both|all|three)$/.test(words[from - 1]?.lower ?? "")) from--;
  const [first, last] = [words[from], words[verb - 1]];
  if (!first || !last || !isSubjectStart(scene, from)) return null;
  return { ...bothOf(parties), evidence: [placeAt(scene.text, first.start, words[head]?.end ?? last.end)] };
}

function isParties(scene: Scene, mention: Mention): boolean {
  const head = scene.words[wordAt(scene, mention.end) - 1];
  return head !== undefined && (mention.form === "group" || head.lower === "they") && PARTIES.has(head.lower);
}
