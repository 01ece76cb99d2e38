/**
 * People of a contact: who is tied to a contact word by the syntax of its
 * sentence.
 *
 * "Between Vale and Ortiz", "Vale spoke with Ortiz", "Vale had a call with
 * Ortiz", "Vale told Ortiz in a call", "Vale's call with Ortiz". Persons are
 * taken before states; a group ("the two presidents") gives its members.
 *
 * Known miss: "Vale, praised by Ortiz, spoke with Lang" takes Ortiz.
 */

import type { Place } from "../../text/span.ts";
import type { Word } from "../../text/words.ts";
import type { Mention } from "../reading.ts";
import { type Cast, isSpokesman, personsOf, type Scene, wordAt } from "./scenes.ts";
import { type ContactWord, goerBefore, guestAfter } from "./words.ts";

export interface Party {
  /** Id of the actor. */
  actor: string;
  place: Place;
  /** The mention itself names a person; else it is a group or a state. */
  ground: "person" | "group" | "side";
  /** Id of the office that the mention names; `null` when it names none. */
  office: string | null;
}

export interface People {
  /** Before the contact word, or all, where "between" makes no difference. */
  near: Party[];
  /** After "with" or "to". */
  far: Party[];
}

export function peopleOf(word: ContactWord, cast: Cast): People {
  const { scene } = word;
  const between = betweenAfter(word);
  if (between !== null) {
    const all = partiesFrom(scene, between, cast, REACH_BETWEEN);
    return { near: all, far: [] };
  }
  const far = farOf(word, cast);
  return { near: nearOf(word, cast, far), far };
}

const REACH_BETWEEN = 60;
const REACH_LIST = 14;

/** Index of the word after "between" or "of" that follows the noun. */
function betweenAfter(word: ContactWord): number | null {
  const { words } = word.scene;
  if (word.isVerb) return null;
  for (let i = word.to; i < Math.min(words.length, word.to + 8); i++) {
    const lower = words[i]?.lower ?? "";
    if (lower === "between") return i + 1;
    // "Talks were held in Oslo between …".
    const where = words[i + 1]?.lower === "the" ? words[i + 2] : words[i + 1];
    if (lower === "in" && /^\p{Lu}/u.test(where?.form ?? "")) continue;
    if (/^(?:of|ahead|about|before|after|regarding|and|in)$/.test(lower) && i > word.to) return null;
    if (lower === "with" || /^[.;:]$/.test(words[i]?.form ?? "")) return null;
  }
  return words[word.to]?.lower === "of" && word.kind !== "letter" ? word.to + 1 : null;
}

/** The other side: after "with" or "to", or the object of "phoned". */
function farOf(word: ContactWord, cast: Cast): Party[] {
  const { scene } = word;
  const { words } = scene;
  for (let i = word.to; i < Math.min(words.length, word.to + 12); i++) {
    const lower = words[i]?.lower ?? "";
    if (
      lower === "with" ||
      (lower === "to" &&
        (word.isVerb || word.kind === "letter" || word.kind === "visit" || word.kind === "call")) ||
      (lower === "from" && (isReceived(word) || (word.kind === "letter" && i === word.to))) ||
      (lower === "by" && i === word.to) ||
      (lower === "for" && words[word.verb ?? -1]?.lower === "hosted")
    ) {
      const found = partiesFrom(scene, i + 1, cast, REACH_LIST);
      if (found.length > 0) return lower === "from" ? [...found, ...receiversOf(word, cast)] : found;
    }
    // "Who is in Oslo for the summit, held talks with Lang": these are another contact's.
    if (words[i - 1]?.form === "," && i > word.to && /^(?:held|had|met|hosted|received)$/.test(lower)) break;
    if (
      /^[.;:]$/.test(words[i]?.form ?? "") ||
      /^(?:that|which|who|whom|where|when|while|because|but)$/.test(lower)
    )
      break;
  }
  if (!word.isVerb || words[word.to]?.lower === "with") return [];
  const guest = guestAfter(scene, word.from);
  return partiesFrom(scene, guest ?? word.to, cast, 1);
}

/** "A letter from Vale was handed to Ortiz". */
function receiversOf(word: ContactWord, cast: Cast): Party[] {
  if (word.kind !== "letter") return [];
  const { words } = word.scene;
  const to = words.findIndex(({ lower }, at) => at > word.to && at < word.to + 12 && lower === "to");
  return to < 0 ? [] : partiesFrom(word.scene, to + 1, cast, REACH_LIST);
}

/** "Received a call from Ortiz". */
export function isReceived(word: ContactWord): boolean {
  return !word.isVerb && word.verb !== null && word.scene.words[word.verb]?.lower === "received";
}

/** The side that acts: before the verb, or the owner of the noun, or those whom the clause is about. */
function nearOf(word: ContactWord, cast: Cast, far: readonly Party[]): Party[] {
  const { scene } = word;
  const sought = word.isVerb && /^(?:see|meet)$/.test(scene.words[word.from]?.lower ?? "");
  const head = (sought ? goerBefore(scene.words, word.from) : null) ?? word.verb ?? word.from;
  const leader = accompanied(scene, head, cast);
  const before = leader.length > 0 ? leader : partiesBefore(scene, head, cast);
  if (before.length > 0) return before;
  if (scene.asked && isAsked(word, head)) return [scene.asked];
  const owner = word.isVerb ? undefined : scene.mentions.find(({ start }) => start === word.place.start);
  // "His meeting with Ortiz".
  if (owner?.form === "pronoun" && far.length > 0) return partiesOf(owner, cast);
  // "Vale told Ortiz in a call": nobody is tied to the noun itself.
  // "In the call" goes back to one whose people are known.
  const isNew = !word.isDefinite || /^(?:their|his|her)\b/i.test(word.place.words);
  // "Lang speaks to the press after the meeting": he tells of it, whoever met.
  if (word.verb === null && far.length === 0 && isNew && (word.isMeans || startsAdjunct(word)))
    return clauseParties(scene, word, cast).filter(({ place }) => place.start !== scene.teller);
  if (word.verb === null && far.length > 0 && startsAdjunct(word))
    return clauseParties(scene, word, cast).slice(0, 1);
  return [];
}

/** "Vale has today, together with Lang and others, held talks": Vale, whoever came with her. */
function accompanied(scene: Scene, head: number, cast: Cast): Party[] {
  const { words } = scene;
  const at = words.findIndex(
    ({ lower }, i) =>
      i < head &&
      ((/^(?:together|along)$/.test(lower) && words[i + 1]?.lower === "with") ||
        (/^(?:accompanied|flanked)$/.test(lower) && words[i + 1]?.lower === "by")),
  );
  if (at < 0) return [];
  const start = words[at]?.start ?? 0;
  const leader = scene.mentions.findLast((one) => one.end <= start && personsOf(one, cast).length === 1);
  return leader ? partiesOf(leader, cast) : [];
}

/** "You have just met Ortiz", "your call with Ortiz": a question that is put to the author of the document. */
function isAsked(word: ContactWord, head: number): boolean {
  const { words } = word.scene;
  if (/^your\b/i.test(word.place.words)) return true;
  let at = head - 1;
  while (/^(?:have|had|just|also|recently|today|yesterday)$/.test(words[at]?.lower ?? "")) at--;
  return words[at]?.lower === "you" || words[at]?.lower === "your";
}

/** "in a call", "during their meeting". */
function startsAdjunct(word: ContactWord): boolean {
  const { words } = word.scene;
  const first = wordAt(word.scene, word.place.start);
  const before = words[first - 1]?.lower ?? "";
  return (
    /^(?:in|during|at|after|on|over|following|by)$/.test(before) ||
    (before === "of" && words[first - 2]?.lower === "course") ||
    (before === "for" && words.slice(0, first).some((one) => TRAVELS.test(one.lower)))
  );
}

/** "Travelled to Oslo for talks with Ortiz". */
const TRAVELS = /^(?:travelled|traveled|flew|arrived|came|visited|landed)$/;

/** The parties of the main clause around a contact that stands in an adjunct: its subject and who is addressed. */
function clauseParties(scene: Scene, word: ContactWord, cast: Cast): Party[] {
  const found: Party[] = [];
  for (const mention of scene.mentions) {
    const outside = mention.end <= word.place.start || mention.start >= word.place.end;
    if (!outside || mention.form === "metonym" || isOfAnotherClause(word, mention)) continue;
    for (const party of partiesOf(mention, cast)) {
      if (party.ground !== "side" && !found.some((one) => one.actor === party.actor)) found.push(party);
    }
    if (found.length >= 2) break;
  }
  return found.slice(0, 2);
}

/** "Leaders meet in a summit as Vale wavers": another clause begins between the word and the mention. */
function isOfAnotherClause(word: ContactWord, mention: Mention): boolean {
  const { scene } = word;
  const [from, to] =
    mention.start > word.place.start
      ? [word.to, wordAt(scene, mention.start)]
      : [wordAt(scene, mention.end), word.from];
  return scene.words
    .slice(from, to)
    .some(({ lower }) => /^(?:as|while|when|amid|because|although)$/.test(lower));
}

/** Parties named in a row from a word on: "Vale, Ortiz and the president of Norland". */
export function partiesFrom(scene: Scene, at: number, cast: Cast, reach: number): Party[] {
  const start = scene.words[at]?.start;
  if (start === undefined) return [];
  const found: Party[] = [];
  let next = at;
  for (const mention of scene.mentions) {
    if (mention.end <= start) continue;
    const from = wordAt(scene, mention.start);
    if (from - next > reach || !isGlue(scene.words, next, from)) break;
    if (found.length > 0 && isReporter(scene, from, mention.end)) break;
    found.push(...partiesOf(mention, cast));
    next = Math.max(next, wordAt(scene, mention.end));
  }
  return distinct(found);
}

const REPORTS = /^(?:said|says|told|reported|announced|added|noted|wrote|confirmed)$/;

/** ", spokesman Lang said": after a comma, the one who tells of it all. */
function isReporter(scene: Scene, from: number, end: number): boolean {
  const to = wordAt(scene, end);
  return (
    /^[,–—]$/.test(scene.words[from - 1]?.form ?? "") &&
    scene.words.slice(to, to + 2).some((word) => REPORTS.test(word.lower))
  );
}

/** Parties that end just before a word, as the subject of a verb: "Vale and Ortiz | spoke". */
export function partiesBefore(scene: Scene, at: number, cast: Cast): Party[] {
  const found: Party[] = [];
  let next = at;
  let joined = false;
  for (let i = scene.mentions.length - 1; i >= 0; i--) {
    const mention = scene.mentions[i];
    if (!mention || mention.end > (scene.words[next]?.start ?? scene.sentence.end)) continue;
    const to = wordAt(scene, mention.end);
    const relative = relativeStart(scene.words, next);
    if (relative !== null && relative >= to) next = relative;
    else if (relative !== null && mention.start > (scene.words[relative]?.start ?? 0)) continue;
    const aside = found.length === 0 ? asideStart(scene, i, to, cast) : null;
    if (aside !== null && next - to <= 2) {
      next = aside;
      continue;
    }
    if (next - to > REACH_LIST || !isSubjectGlue(scene.words, to, next, found.length > 0)) break;
    // "At the death of Lang, Vale phoned …": a comma joins only where an "and" comes after it.
    const parties = partiesOf(mention, cast);
    const isSame = parties.length === 1 && parties[0]?.actor === found[0]?.actor;
    const gap = scene.words.slice(to, next);
    // "Vale, Ortiz hold talks": a headline saves the "and".
    const isHeadline = scene.index === 0 && gap.length === 1 && gap[0]?.form === ",";
    if (isHeadline || gap.some((word) => word.lower === "and")) joined = true;
    else if (found.length > 0 && !joined && !isSame) break;
    found.unshift(...parties);
    next = wordAt(scene, mention.start);
  }
  return distinct(found);
}

const LONGEST_RELATIVE = 25;

/** "Vale, who broke her journey in Oslo, met": the comma before "who", where the clause ends right before the word. */
function relativeStart(words: readonly Word[], at: number): number | null {
  if (words[at - 1]?.form !== ",") return null;
  for (let i = at - 2; i > Math.max(0, at - LONGEST_RELATIVE); i--) {
    if (/^[.;:]$/.test(words[i]?.form ?? "")) return null;
    if (words[i - 1]?.form === "," && /^(?:who|whom|whose)$/.test(words[i]?.lower ?? "")) return i - 1;
  }
  return null;
}

/** "Vale, chair of the Council of Norland, met": the comma after the person, where a state ends an aside on him. */
function asideStart(scene: Scene, index: number, to: number, cast: Cast): number | null {
  const [mention, before] = [scene.mentions[index], scene.mentions[index - 1]];
  if (!mention || !before || scene.words[to]?.form !== ",") return null;
  const comma = wordAt(scene, before.end);
  const isRole =
    scene.words[comma]?.form === "," &&
    /^(?:the|a|\p{Ll}+)$/u.test(scene.words[comma + 1]?.form ?? "") &&
    scene.words.slice(comma + 1, to).every(({ form, lower }) => form !== "," && lower !== "and");
  return isRole && personsOf(mention, cast).length === 0 && personsOf(before, cast).length === 1
    ? comma
    : null;
}

export function partiesOf(mention: Mention, cast: Cast): Party[] {
  const here: Place = { start: mention.start, end: mention.end, words: mention.words };
  const persons = personsOf(mention, cast).filter((id) => !isSpokesman(cast, id));
  if (persons.length > 0) {
    const ground = persons.length === 1 && mention.form !== "group" ? "person" : "group";
    return persons.map((actor) => ({
      actor,
      place: here,
      ground,
      office: ground === "person" ? mention.link.office : null,
    }));
  }
  const actor = mention.link.actor === null ? undefined : cast.get(mention.link.actor);
  if (!actor || (actor.kind !== "state" && actor.kind !== "organ" && actor.kind !== "organisation"))
    return [];
  return [{ actor: actor.id, place: here, ground: "side", office: null }];
}

/**
 * One party for each actor, with the best evidence: a name before a group
 * ("the presidents of the two powers – Vale and Ortiz"), the full name before
 * the short. With persons in a list, states beside them only describe.
 */
export function distinct(parties: readonly Party[]): Party[] {
  const found: Party[] = [];
  for (const party of parties) {
    const at = found.findIndex((one) => one.actor === party.actor);
    const known = found[at];
    if (!known) found.push(party);
    else if (isBetter(party, known)) found[at] = { ...party, office: party.office ?? known.office };
  }
  const persons = found.filter((party) => party.ground !== "side");
  return persons.length > 0 ? persons : found;
}

function isBetter(party: Party, known: Party): boolean {
  if (party.ground !== known.ground) return party.ground === "person";
  return party.ground === "person" && party.place.words.length > known.place.words.length;
}

const GLUE =
  /^(?:and|as|well|the|of|a|an|his|her|their|its|my|our|your|both|with|to|then|also|separately|two|three|powers|countries|states|leaders|leader|presidents|president|counterpart|counterparts|colleague|colleagues|ministers|minister|heads|head|government|state|prime|foreign|mr|mrs|ms|m|dr|sheikh|new|newly|elected|elect|first|former|outgoing|acting|interim|then|led|other|member)$/;

/** Words between two parties of one list: joints, titles and names, no verb. */
function isGlue(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const word = words[i];
    if (!word) return false;
    if (word.kind === "mark") {
      if (!/^[,–—()\-:.]$/.test(word.form)) return false;
      if (word.form === "." && !/^(?:mr|mrs|ms|dr|u\.s|[a-z])$/.test(words[i - 1]?.lower ?? "")) return false;
    } else if (
      word.lower === "for" &&
      /^\p{Lu}/u.test(words[i - 1]?.form ?? "") &&
      /^\p{Lu}/u.test(words[i + 1]?.form ?? "")
    ) {
      // "Minister for Emergency Situations".
    } else if (!GLUE.test(word.lower) && !/^\p{Lu}|-old$/u.test(word.form) && !isAge(words, i)) return false;
  }
  return true;
}

/** The number of "10-year-old". */
function isAge(words: readonly Word[], at: number): boolean {
  return words[at]?.kind === "number" && words[at + 1]?.form === "-" && words[at + 2]?.lower === "year-old";
}

const SUBJECT_GLUE =
  /^(?:also|again|later|earlier|then|today|yesterday|both|jointly|separately|on|just|recently|each|had|have|has|was|were|is|having|briefly|already|first|last|by|evening|morning|night|afternoon)$/;

/** Words between a subject and its verb, or between two joined subjects. */
export function isSubjectGlue(words: readonly Word[], from: number, to: number, isJoined: boolean): boolean {
  if (isJoined)
    return isGlue(words, from, to) && words.slice(from, to).some((word) => /^(?:and|,)$/.test(word.form));
  let depth = 0;
  for (let i = from; i < to; i++) {
    const word = words[i];
    if (!word) return false;
    // An aside between commas: "Vale, the country's leader, spoke".
    if (word.form === "," || word.form === "–" || word.form === "—") {
      depth = depth === 0 ? 1 : 0;
      continue;
    }
    if (word.lower === "'s" || word.lower === "’s" || word.form === "'" || word.form === "’") continue;
    if (
      depth > 0 ||
      word.kind === "number" ||
      // "President Vale of Norland spoke", of a state that no list knows.
      (word.lower === "of" && /^\p{Lu}/u.test(words[i + 1]?.form ?? "")) ||
      SUBJECT_GLUE.test(word.lower) ||
      /^\p{Lu}/u.test(word.form) ||
      word.lower.endsWith("ly")
    )
      continue;
    return false;
  }
  return true;
}
