/**
 * Contact words: where a sentence speaks of a call, a meeting, a visit or a
 * letter, and of what kind.
 *
 * Takes a scene; gives each noun ("telephone conversation") or verb ("spoke by
 * phone") with its kind, and whether it happened. What is only planned or
 * wished for is left out here; `follow-ups.ts` and `tracks.ts` read it.
 *
 * Known misses: "the call" for a demand ("the call for talks" is left out,
 * "heeded the call" is not); "reached out to"; a visit told by a verb of
 * motion ("arrived in Oslo").
 */

import {
  AHEAD,
  ANOTHER,
  type ContactPhrase,
  type ContactWordKind,
  contactNouns,
  contactVerbs,
  LIGHT_VERBS,
  UNREAL,
} from "../../lexicon/contacts.ts";
import { type Place, placeAt } from "../../text/span.ts";
import type { Word } from "../../text/words.ts";
import { type Means, meansAt, meansNear } from "./means.ts";
import type { Scene } from "./scenes.ts";

export interface ContactWord {
  scene: Scene;
  /** The words, with an article that stands before them. */
  place: Place;
  kind: ContactWordKind;
  /** The means, where the text tells them. */
  channel: Place | null;
  /** Words of the phrase itself. */
  from: number;
  to: number;
  /** Index of the verb: its own, or the light verb that governs the noun; `null` for a bare noun. */
  verb: number | null;
  isVerb: boolean;
  /** Only the means are told: "told Ortiz by phone". */
  isMeans: boolean;
  isPlural: boolean;
  /** "The call", "this conversation": one that was told before. */
  isDefinite: boolean;
  /** "Another call", "the previous meeting". */
  isAnother: boolean;
}

export function contactWordsIn(scene: Scene): ContactWord[] {
  const found: ContactWord[] = [];
  const { words } = scene;
  for (let at = 0; at < words.length; at++) {
    const one = nounAt(scene, at) ?? verbAt(scene, at) ?? meansOnlyAt(scene, at, found);
    if (!one) continue;
    found.push(one);
    at = one.to - 1;
  }
  return found;
}

/** "Vale told Ortiz by phone": the means alone, where no word before them in the sentence tells the contact. */
function meansOnlyAt(scene: Scene, at: number, found: readonly ContactWord[]): ContactWord | null {
  const told = meansAt(scene.words, at);
  if (!told || told.kind === "meeting" || found.length > 0) return null;
  const place = placeOfMeans(scene, told);
  if (!place) return null;
  const { from, to, kind } = told;
  const plain = { verb: null, isVerb: false, isPlural: false, isDefinite: false, isAnother: false };
  return { scene, place, kind, channel: place, from, to, isMeans: true, ...plain };
}

function placeOfMeans(scene: Scene, told: Means | null): Place | null {
  const first = told ? scene.words[told.from] : undefined;
  const last = told ? scene.words[told.to - 1] : undefined;
  return first && last ? placeAt(scene.text, first.start, last.end) : null;
}

function nounAt(scene: Scene, at: number): ContactWord | null {
  const { words, text } = scene;
  const phrase = phraseAt(words, at);
  if (!phrase) return null;
  const to = at + phrase.words.length;
  const last = words[to - 1];
  if (!last || isOtherUse(words, at, to, phrase)) return null;
  // "A summit telephone talk" is a call.
  if (phrase.words.length === 1 && phraseAt(words, to) !== null) return null;
  // "held via videoconference": the means of something else.
  if (phrase.kind === "video-call" && /^(?:via|by|through)$/.test(words[at - 1]?.lower ?? "")) return null;
  const from = nounPhraseStart(words, at);
  if (isAhead(words, from, at, to) || isVenue(words, from)) return null;
  const near = meansNear(words, to, isNounAt);
  const channel =
    placeOfMeans(scene, near) ??
    (phrase.kind === "talk" || phrase.words.length === 1
      ? null
      : placeAt(text, words[at]?.start ?? 0, last.end));
  const verb = lightVerbBefore(words, from);
  // A message is a letter where it is sent, and else anything.
  if (
    phrase.words[0] === "message" &&
    !/^(?:sent|addressed|delivered|received)$/.test(words[verb ?? -1]?.lower ?? "")
  )
    return null;
  const isOpen = phrase.kind === "talk" || (phrase.kind === "meeting" && near?.kind === "video-call");
  return {
    scene,
    place: placeAt(text, words[from]?.start ?? 0, last.end),
    kind: near && isOpen ? near.kind : phrase.kind,
    channel,
    from: at,
    to,
    verb,
    isVerb: false,
    isMeans: false,
    isPlural: isPluralOf(last, phrase),
    isDefinite: /^(?:the|this|that|these|their|his|her|its)$/.test(words[from]?.lower ?? ""),
    isAnother:
      (words.slice(from, at).some((word) => ANOTHER.has(word.lower)) && !isPredicate(words, from)) ||
      isFollowedUp(words, from),
  };
}

/** "On the margins of the summit": where another contact took place. */
function isVenue(words: readonly Word[], from: number): boolean {
  const before = words.slice(Math.max(0, from - 4), from).map(({ lower }) => lower);
  return /(?:^| )(?:margins?|sidelines?|fringes?|edges?|occasion) of(?: the)?$/.test(before.join(" "));
}

/**
 * Whether the sentence tells the contact itself: by a verb, as its subject, or
 * in the first line, where a title says no more than "Telephone conversation
 * with …". "Her recent meeting with Lang" is told in passing.
 */
export function isTold(word: ContactWord): boolean {
  if (word.isAnother && word.scene.index > 1) return false;
  // "I wish to inform the House of my meeting with Ortiz."
  if (/^(?:my|our)\b/i.test(word.place.words) && word.scene.index <= 2) return true;
  if (
    word.isVerb ||
    word.isMeans ||
    word.verb !== null ||
    (word.scene.index === 0 && word.kind !== "visit" && !word.isDefinite)
  )
    return true;
  const { words } = word.scene;
  const isPlain = word.kind !== "visit" && word.kind !== "letter";
  return (
    isPlain &&
    words
      .slice(word.to, word.to + 8)
      .some(({ lower }) => /^(?:took|lasted|began|ended|was|were|focused|covered|concerned)$/.test(lower))
  );
}

/** "Following up on the talks in Oslo on 22 October": a contact that this one goes back to. */
function isFollowedUp(words: readonly Word[], from: number): boolean {
  const before = words.slice(Math.max(0, from - 3), from).map(({ lower }) => lower);
  return /(?:following up on|follow-up to|follow up to|further to|continuation of|building on)$/.test(
    before.join(" "),
  );
}

/** "It was the second call this week": the one that is spoken of. */
function isPredicate(words: readonly Word[], from: number): boolean {
  return (
    /^(?:was|is|marked|being)$/.test(words[from - 1]?.lower ?? "") &&
    /^(?:it|this|that)$/.test(words[from - 2]?.lower ?? "")
  );
}

function isPluralOf(last: Word, phrase: ContactPhrase): boolean {
  return last.lower !== (phrase.words[phrase.words.length - 1] ?? "");
}

const isNounAt = (words: readonly Word[], at: number) => phraseAt(words, at) !== null;

function phraseAt(words: readonly Word[], at: number): ContactPhrase | null {
  const first = words[at]?.lower ?? "";
  for (const key of [first, first.endsWith("s") ? first.slice(0, -1) : ""]) {
    for (const phrase of contactNouns.get(key) ?? []) {
      const last = phrase.words.length - 1;
      const fits = phrase.words.every((word, i) => {
        const lower = words[at + i]?.lower ?? "";
        return lower === word || (i === last && lower === `${word}s`);
      });
      if (fits) return phrase;
    }
  }
  return null;
}

/** "Call for", "calls on", "to call", "in contact with": not this noun. */
function isOtherUse(words: readonly Word[], at: number, to: number, phrase: ContactPhrase): boolean {
  if (phrase.words.length > 1) return false;
  const before = words[at - 1]?.lower ?? "";
  const after = words[to]?.lower ?? "";
  const noun = phrase.words[0] ?? "";
  // "Lang talks to the media".
  if (noun === "talk" && after === "to" && words.slice(to + 1, to + 6).some((word) => PRESS.test(word.lower)))
    return true;
  // "Wide-ranging talks on the margins of the summit".
  if (words[at]?.lower === "talks" && /^(?:on|for)$/.test(after) && isNominal(before)) return false;
  if (noun === "call" || noun === "visit" || noun === "talk" || noun === "contact" || noun === "audience") {
    if (/^(?:for|on|upon|up|out|it|group|centre|center)$/.test(after))
      return noun !== "call" || after !== "on" || !isNominal(before);
    if (/^(?:to|will|would|should|must|can|could|may|not|n't|they|we|i|you|who|which)$/.test(before))
      return true;
    // "Both sides call …": a verb.
    if (noun !== "contact" && words[at]?.lower === noun && !isNominal(before)) return true;
    if (
      noun === "call" &&
      words[at]?.lower === "calls" &&
      !/^(?:phone|the|two|several|their|his|of|these|earlier|recent|and|,|between)$/.test(before)
    )
      return true;
  }
  // "A bilateral with Ortiz", not "bilateral relations".
  if (noun === "bilateral" || noun === "trilateral")
    return !/^(?:with|between|on|in|at|[.,;])$/.test(words[to]?.form ?? ".");
  if (noun === "letter") return after === "of" && words[to + 1]?.lower === "credence";
  return false;
}

const PRESS = /^(?:media|press|reporters|journalists|correspondents|newsmen)$/;

function isNominal(before: string): boolean {
  return (
    before.includes("-") ||
    /^(?:the|a|an|this|that|their|his|her|its|first|second|third|last|another|previous|earlier|recent|minute|hour|long|phone|telephone|secure|scheduled|rare|one|official|state|working|'s|day|final|lengthy|brief|frank)$/.test(
      before,
    ) ||
    /(?:'s|s'|ly|ed|al|ic|ous|ive|an|ish|ese)$/.test(before)
  );
}

const NP_STOP =
  /^(?:of|in|on|at|by|with|to|for|during|after|before|from|as|while|amid|when|because|into|and|or|but|that|which|had|held|has|have|was|were|is|are|a|an|the|this|these|their|his|her|its|another|about)$/;

/** Where the noun phrase of a contact's noun begins: its article, or the first of its adjectives. */
function nounPhraseStart(words: readonly Word[], at: number): number {
  let from = at;
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) {
    const word = words[i];
    if (!word || (word.kind === "mark" && word.form !== "-")) break;
    if (/^(?:a|an|the|this|that|these|those|their|his|her|its|another|no|any|our|my)$/.test(word.lower))
      return i;
    if (NP_STOP.test(word.lower) || isVerbForm(word)) break;
    from = i;
  }
  return from;
}

function isVerbForm(word: Word): boolean {
  return (
    LIGHT_VERBS.has(word.lower) ||
    /^(?:said|told|will|would|did|does|do|discussed|agreed|noted|called)$/.test(word.lower)
  );
}

/** A light verb before the noun phrase: "had a long telephone conversation". */
function lightVerbBefore(words: readonly Word[], from: number): number | null {
  for (let i = from - 1; i >= Math.max(0, from - 3); i--) {
    const lower = words[i]?.lower ?? "";
    if (LIGHT_VERBS.has(lower) || /^(?:initiated|requested)$/.test(lower)) return i;
    if (!/^(?:part|in|also|separately|just|earlier|today|yesterday|a|number|of|several)$/.test(lower))
      return null;
  }
  return null;
}

const PREDICATE_WORDS = 9;

/** Whether the contact is still to come or only spoken of: "the next call", "agreed to meet", "a summit will be held". */
function isAhead(words: readonly Word[], from: number, at: number, to: number): boolean {
  for (let i = from; i < at; i++) if (AHEAD.has(words[i]?.lower ?? "")) return true;
  if (/^(?:if|unless|whether)$/.test(words[from - 1]?.lower ?? "")) return true;
  // "It was Vale who wanted this call": it has been, though it was only wished for before.
  const isThis = words[from]?.lower === "this";
  for (let i = from - 1; !isThis && i >= Math.max(0, from - 4); i--) {
    const lower = words[i]?.lower ?? "";
    // "As agreed during the call": the call has been.
    if (/^(?:during|after|following|since|before|at|in)$/.test(lower)) {
      if (isPromised(words, i)) return true;
      break;
    }
    if (UNREAL.has(lower) || (lower === "off" && /^call(?:s|ed|ing)?$/.test(words[i - 1]?.lower ?? "")))
      return true;
    if (
      /^(?:hold|have|organise|organize|convene|arrange|make|continue)$/.test(lower) &&
      /^(?:to|will|would|may|could|should|can|must)$/.test(words[i - 1]?.lower ?? "")
    )
      return true;
    if (words[i]?.kind === "mark") break;
  }
  for (let i = to; i < Math.min(words.length, to + PREDICATE_WORDS); i++) {
    const lower = words[i]?.lower ?? "";
    // "The summit that will take place in June".
    const isLed =
      /^(?:that|which)$/.test(lower) && /^(?:will|would|is|are|may|should)$/.test(words[i + 1]?.lower ?? "");
    if (isLed) continue;
    // "The meeting that was to take place in June".
    if (
      /^(?:that|which)$/.test(lower) &&
      /^(?:was|were) to$/.test(`${words[i + 1]?.lower} ${words[i + 2]?.lower}`)
    )
      return true;
    if (/^[.;,:]$/.test(words[i]?.form ?? "") || /^(?:that|which|where|said|when)$/.test(lower)) break;
    if (
      /^(?:was|were|took|lasted|began|ended|focused|had|held)$/.test(lower) &&
      words[i + 1]?.lower !== "scheduled" &&
      words[i + 1]?.lower !== "planned"
    )
      break;
    if (/^(?:will|would|may|could|should|scheduled|planned|slated|expected)$/.test(lower)) return true;
    if (lower === "to" && /^(?:be|take)$/.test(words[i + 1]?.lower ?? "")) return true;
  }
  return false;
}

/** "Would meet again during the talks": all that the clause tells is to come. */
function isPromised(words: readonly Word[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 5); i--) {
    if (words[i]?.kind === "mark") return false;
    if (
      /^(?:will|would|to)$/.test(words[i]?.lower ?? "") &&
      /^(?:meet|see|speak|talk)$/.test(words[i + 1]?.lower ?? "")
    )
      return true;
  }
  return false;
}

const HEADLINE_VERBS: ReadonlyMap<string, string> = new Map([
  ["speak", "spoke"],
  ["speaks", "spoke"],
  ["talk", "talked"],
  ["talks", "talked"],
  ["phones", "phoned"],
  ["calls", "called"],
  ["meet", "met"],
  ["meets", "met"],
  ["visits", "visited"],
  ["receives", "received"],
  ["hosts", "hosted"],
]);

function verbAt(scene: Scene, at: number): ContactWord | null {
  const { words, text } = scene;
  const word = words[at];
  // A headline tells the past in the present: "Vale phones Ortiz".
  const past = scene.index === 0 ? (HEADLINE_VERBS.get(word?.lower ?? "") ?? word?.lower) : word?.lower;
  const verb = contactVerbs.get(past ?? "");
  if (word && (isSoughtOut(scene, at) || isCalledOn(scene, at)))
    return { ...plainWord(scene, at), kind: "meeting", to: word.lower === "called" ? at + 2 : at + 1 };
  if (!word || !verb || (word.lower === "had" && !isSpentWith(scene, at))) return null;
  const before = words[at - 1]?.lower ?? "";
  const isPassive = /^(?:received|hosted)$/.test(word.lower) && words[at + 1]?.lower === "by";
  if (
    !(isPassive && /^(?:was|were)$/.test(before)) &&
    /^(?:not|never|n't|didn't|be|being|been|was|were|is|are|to|will|would|may|could|so-called|requirements|conditions)$/.test(
      before,
    ) &&
    word.lower !== "spoken"
  )
    return null;
  const near = meansNear(words, at + 1, isNounAt);
  const channel = placeOfMeans(scene, near);
  const led = verb.leads.some((lead) =>
    lead === ""
      ? startsName(scene, at + 1) || guestAfter(scene, at) !== null
      : leadsAfter(scene, at + 1, lead),
  );
  const alone =
    word.lower === "met" ||
    (word.lower === "sat" &&
      /^(?:down|together)$/.test(words[at + 1]?.lower ?? "") &&
      isJointBefore(scene, at)) ||
    near !== null ||
    (lastsAfter(scene, at, verb.kind) && (!/^(?:spent|had)$/.test(word.lower) || isSpentWith(scene, at))) ||
    isPairBefore(scene, at, verb.kind);
  const visits = verb.kind === "visit" && isCapital(words[words[at + 1]?.lower === "the" ? at + 2 : at + 1]);
  if (!led && !alone && !visits && !isPassive) return null;
  if (verb === contactVerbs.get("called") && !isPhoned(scene, at)) return null;
  return {
    ...plainWord(scene, at),
    place: placeAt(text, word.start, channel?.end ?? word.end),
    kind: near?.kind ?? verb.kind,
    channel,
    isAnother: /^(?:previously|earlier|last)$/.test(before),
  };
}

function plainWord(scene: Scene, at: number): ContactWord {
  const { start, end } = scene.words[at] ?? { start: 0, end: 0 };
  return {
    scene,
    place: placeAt(scene.text, start, end),
    kind: "talk",
    channel: null,
    from: at,
    to: at + 1,
    verb: at,
    isVerb: true,
    isMeans: false,
    isPlural: false,
    isDefinite: false,
    isAnother: false,
  };
}

/** "Drove to the West Bank on Monday to see Ortiz": who went, to whom. */
function isSoughtOut(scene: Scene, at: number): boolean {
  const { words } = scene;
  if (!/^(?:see|meet)$/.test(words[at]?.lower ?? "") || words[at - 1]?.lower !== "to") return false;
  return startsName(scene, at + 1) && goerBefore(words, at) !== null;
}

/** "Called on Chairman Vale at the Great Hall"; not "called on Vale to resign". */
function isCalledOn(scene: Scene, at: number): boolean {
  const { words } = scene;
  if (words[at]?.lower !== "called" || words[at + 1]?.lower !== "on" || !startsName(scene, at + 2))
    return false;
  const mention = scene.mentions.find((one) => one.start >= (words[at + 2]?.start ?? 0));
  const after = words.find(({ start }) => start >= (mention?.end ?? 0));
  return mention?.form !== "metonym" && !/^(?:to|for|not|and|'s)$/.test(after?.lower ?? "");
}

const FURTHEST_GOER = 14;

/** Index of the verb of going that leads to "to see". */
export function goerBefore(words: readonly Word[], at: number): number | null {
  for (let i = at - 2; i >= Math.max(0, at - FURTHEST_GOER); i--) {
    if (/^(?:drove|flew|travelled|traveled|went|came|arrived|crossed|landed)$/.test(words[i]?.lower ?? ""))
      return i;
    if (/^[.;,:]$/.test(words[i]?.form ?? "")) return null;
  }
  return null;
}

/** "The two leaders talked for three hours": no partner is told, but how long. */
function lastsAfter(scene: Scene, at: number, kind: ContactWordKind): boolean {
  if (kind !== "talk") return false;
  return scene.times.some((time) => {
    const start = scene.words[at]?.end ?? 0;
    return time.type === "DURATION" && time.start > start && time.start - start < 60;
  });
}

const FURTHEST_SPENT = 40;

/** "Spent three hours with Ortiz", "Vale and Ortiz spent an hour together". */
function isSpentWith(scene: Scene, at: number): boolean {
  const from = scene.words[at]?.end ?? 0;
  const length = scene.times.find(
    ({ type, start }) => type === "DURATION" && start > from && start - from < FURTHEST_SPENT,
  );
  const next = scene.words.find((word) => word.start >= (length?.end ?? scene.sentence.end));
  return (
    next?.lower === "together" || (next?.lower === "with" && startsName(scene, scene.words.indexOf(next) + 1))
  );
}

/** "Vale and Ortiz spoke late on Thursday." */
function isPairBefore(scene: Scene, at: number, kind: ContactWordKind): boolean {
  return (
    kind === "talk" &&
    !/^(?:out|up|of|about|highly|warmly)$/.test(scene.words[at + 1]?.lower ?? "") &&
    !/^in (?:favou?r|support|defen[cs]e)$/.test(
      `${scene.words[at + 1]?.lower} ${scene.words[at + 2]?.lower}`,
    ) &&
    isJointBefore(scene, at)
  );
}

/** Two named side by side, or a group, just before a verb. */
function isJointBefore(scene: Scene, at: number): boolean {
  const start = scene.words[at]?.start ?? 0;
  const last = scene.mentions.findLastIndex((mention) => mention.end <= start);
  const [first, second] = [scene.mentions[last - 1], scene.mentions[last]];
  if (!second || start - second.end > 12) return false;
  if (second.form === "group") return true;
  return first !== undefined && scene.text.slice(first.end, second.start) === " and ";
}

function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word.form);
}

/** "spoke with", "spoke today with", "spoke late on Thursday with", "spoke by phone with", "sat down with". */
function leadsAfter(scene: Scene, at: number, lead: string): boolean {
  const leads = lead.split(" ");
  for (let i = at; i < Math.min(scene.words.length, at + 12); i++) {
    const word = scene.words[i];
    if (!word) return false;
    if (leads.every((part, k) => scene.words[i + k]?.lower === part)) return true;
    const told = meansAt(scene.words, i);
    if (told) {
      i = told.to - 1;
      continue;
    }
    const inTime = scene.times.some((time) => time.start <= word.start && word.start < time.end);
    if (
      !inTime &&
      !/^(?:on|in|at|again|also|separately|briefly|privately|earlier|later|late|early|today|yesterday|directly|once|twice|individually|first|jointly)$/.test(
        word.lower,
      )
    )
      return false;
  }
  return false;
}

/** Whether a linked mention begins at this word, or just after an article. */
function startsName(scene: Scene, at: number): boolean {
  const start = scene.words[at]?.start;
  return (
    start !== undefined &&
    scene.mentions.some((mention) => mention.start === start && mention.link.actor !== null)
  );
}

const FURTHEST_GUEST = 10;

/** "Received in Oslo yesterday the President of Norland": the word at which the guest is named. */
export function guestAfter(scene: Scene, at: number): number | null {
  const { words } = scene;
  if (
    words[at]?.lower !== "received" ||
    !/^(?:in|at|on|today|yesterday|this)$/.test(words[at + 1]?.lower ?? "")
  )
    return null;
  for (let i = at + 2; i < Math.min(words.length, at + FURTHEST_GUEST); i++) {
    if (words[i]?.kind === "mark") return null;
    const isLed = /^(?:in|at|on|of|his|her|the)$/.test(words[i - 1]?.lower ?? "");
    const mention = scene.mentions.find(({ start }) => start === words[i]?.start);
    if (!isLed && mention?.link.actor && mention.form !== "metonym" && mention.form !== "pronoun") return i;
  }
  return null;
}

/** "Called Ortiz to discuss …"; not "called Ortiz a liar" and not "called Ortiz's plan absurd". */
function isPhoned(scene: Scene, at: number): boolean {
  const start = scene.words[at + 1]?.start ?? -1;
  const mention = scene.mentions.find((one) => one.start === start);
  if (!mention || mention.form === "metonym") return false;
  const after = scene.words.find((word) => word.start >= mention.end);
  return (
    after === undefined ||
    /^(?:to|on|and|after|before|from|in|late|early|today|yesterday|again|twice|for|[.,;])$/.test(after.lower)
  );
}
