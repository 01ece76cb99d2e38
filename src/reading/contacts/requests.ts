/**
 * Requests: who asked for the contact.
 *
 * "At the initiative of the Norland side", "which Norland asked for", "the call
 * was requested by Vale". Takes the draft of a contact with its scenes; gives
 * the actor with the words that say so, or `null`: what is asked in the course
 * of a contact ("at Vale's request, Ortiz told of …") is none of its facts.
 *
 * Known miss: "it was Vale's idea to talk"; who rang whom, except in "Vale
 * received a call from Ortiz".
 */

import { demonymIn } from "../../lexicon/demonym-look.ts";
import { type Place, placeAt } from "../../text/span.ts";
import type { Mention, Participant, Told } from "../reading.ts";
import type { Draft } from "./drafts.ts";
import { isReceived } from "./people.ts";
import type { Cast, Scene } from "./scenes.ts";
import type { Teller } from "./telling.ts";

/** The one who asked, from the scenes near the contact's words and those that go on about it. */
export function requesterOf(
  draft: Draft,
  participants: readonly Participant[],
  cast: Cast,
  tell: Teller,
  scenes: readonly Scene[],
): Told<string> | null {
  const near = draft.words.map((word) => word.scene);
  for (const scene of new Set([...near, ...scenes.slice(0, 3), ...scenes.filter(isAboutIt)])) {
    const request = requestIn(scene);
    if (!request || !isOfContact(request, scene)) continue;
    const actor = askerOf(request, scene, participants, cast);
    if (actor) return tell(actor.id, request.place, actor.confidence);
  }
  return callerOf(draft, tell);
}

/** "Vale received a call from Ortiz": Ortiz called. */
function callerOf(draft: Draft, tell: Teller): Told<string> | null {
  for (const word of draft.words) {
    if (!isReceived(word) || (word.kind !== "call" && word.kind !== "video-call")) continue;
    const caller = draft.people.find((party) => party.place.start >= word.place.end);
    const from = word.scene.text.slice(word.place.end, caller?.place.start);
    if (caller && /^ from /.test(from))
      return tell(caller.actor, placeAt(word.scene.text, word.place.start, caller.place.end), 0.7);
  }
  return null;
}

/** "At the Norland side's request, Vale told of …" asks for words, not for the contact. */
function isOfContact(request: Request, scene: Scene): boolean {
  const text = scene.text.slice(scene.sentence.start, scene.sentence.end);
  if (/\bfrom\b/i.test(request.place.words)) return OF_CONTACT.test(text);
  if (/\brequest\b/i.test(request.place.words) && !/\brequested by\b/i.test(request.place.words)) {
    return /\b(?:conversation|call|talks?|contact|meeting|spoke)\b.*\b(?:held|took place|at|on|upon|was)\b|\b(?:had|held) (?:an? )?(?:\w+ ){0,2}(?:conversation|call|meeting)\b|\b(?:received|met|hosted|saw)\b.*\bat the request\b/i.test(
      text,
    );
  }
  return isAboutIt(scene) || OF_CONTACT.test(text) || CLEFT.test(request.place.words);
}

const OF_CONTACT = /\b(?:conversations?|calls?|talks?|contact|meeting|visit|spoke|met|received)\b/i;

function askerOf(
  request: Request,
  scene: Scene,
  participants: readonly Participant[],
  cast: Cast,
): { id: string; confidence: number } | null {
  if (request.isLatter) {
    const last = scene.mentions.findLast(
      (mention) =>
        mention.end <= request.who.start && participants.some((one) => one.value === mention.link.actor),
    );
    return last?.link.actor && participants.length > 1 ? { id: last.link.actor, confidence: 0.85 } : null;
  }
  const mention = mentionIn(scene, request.who);
  const known = mention?.link.actor ? cast.get(mention.link.actor) : undefined;
  if (known && known.kind !== "group") return { id: known.id, confidence: 0.9 };
  if (mention) return null;
  const words = scene.text.slice(request.who.start, request.who.end);
  return sideNamed(words, participants, cast) ?? strangerNamed(words, scene, participants);
}

/** "The Norland side" of a state that no list knows: the one who took part and is told to be of it. */
function strangerNamed(
  words: string,
  scene: Scene,
  participants: readonly Participant[],
): { id: string; confidence: number } | null {
  const name = /^(?:the )?(\p{Lu}[\p{L}-]+)(?: (?:side|party|government))?$/u.exec(words)?.[1];
  if (name === undefined) return null;
  const of = participants.filter(({ evidence }) => belongsTo(name, scene.text, evidence[0]));
  const [only] = of;
  return only && of.length === 1 ? { id: only.value, confidence: 0.7 } : null;
}

/** "Ortiz of Norland", "Norland's president, Ortiz". */
function belongsTo(name: string, text: string, place: Place | undefined): boolean {
  if (!place) return false;
  const before = /[^\s,.;]+['’]s $/.exec(text.slice(Math.max(0, place.start - 40), place.start))?.[0] ?? "";
  const after = /^ of [^\s,.;]+/.exec(text.slice(place.end, place.end + 60))?.[0] ?? "";
  return `${before}${place.words}${after}`.includes(name);
}

/** "On the American initiative": an adjective alone is no mention; its state, or the one who took part for it. */
function sideNamed(
  words: string,
  participants: readonly Participant[],
  cast: Cast,
): { id: string; confidence: number } | null {
  const side = demonymIn(words);
  if (side === null) return null;
  if (cast.has(side)) return { id: side, confidence: 0.85 };
  const of = participants.find((one) => cast.get(one.value)?.side === side);
  return of ? { id: of.value, confidence: 0.75 } : null;
}

/** "It was requested by …". */
function isAboutIt(scene: Scene): boolean {
  return /^["“”«]?(?:It|The (?:[a-z]+ )?(?:call|conversation|talks?|meeting|discussion|exchange|visit|initiative|request))\b/.test(
    scene.text.slice(scene.sentence.start, scene.sentence.start + 40),
  );
}

interface Request {
  /** The words that name who asked, with "at the initiative of". */
  place: Place;
  /** Words of the one who asked: "the French side". */
  who: { start: number; end: number };
  /** "the latter": the one named last before. */
  isLatter: boolean;
}

const BY_OF =
  /\b(?:at|on|upon|by|under) (?:the )?(?:joint |sole )?(?:initiative|request|suggestion|proposal|urging|wish|behest) (?:of|from) ((?:the |its |his )?[^,.;:()]{2,60})/iu;
const BY_OWNER =
  /\b(?:at|on|upon|was) ((?:the )?(?:(?!at |on |upon )[^\s,.;:()]+ ){0,4}?[^\s,.;:()]+?)(?:['’]s?)? (?:own )?(?:initiative|request|suggestion)\b/iu;
const PASSIVE =
  /\b(?:initiated|requested|asked for|proposed|sought|arranged) (?:by|at the request of) ((?:the )?[^,.;:()]{2,60})/iu;
const CAME_FROM =
  /\b(?:initiative|request|proposal)\b(?: for [^,.;:]{2,50}?)? (?:had |has )?(?:came|come|comes) from ((?:the )?[^,.;:()]{2,60})/iu;
const WHICH =
  /\b(?:which|that) ((?:the )?[^,.;:()]{2,40}?) (?:had |has )?(?:initiated|requested|asked for|sought|proposed)\b/iu;
const CLEFT =
  /\b[Ii]t was ([^,.;:()]{2,60}?) (?:that|who|which) (?:had |has )?(?:initiated|requested|asked for|sought|proposed|suggested|reached out|wanted|wished for|placed the call|called)\b/u;
const ACTIVE =
  /\b(?:had |has )?(?:initiated|requested|asked for|sought|proposed|placed) (?:the|this|a|another|their|his) (?:\w+ ){0,3}(?:call|conversation|talks?|meeting|contact)\b/iu;

/** Who asked for the contact, as the scene tells it. */
function requestIn(scene: Scene): Request | null {
  const text = scene.text.slice(scene.sentence.start, scene.sentence.end);
  if (
    !/initiat|request|asked for|suggestion|sought|propos|placed|urging|wish|behest|suggested|reached out|it was/i.test(
      text,
    )
  )
    return null;
  for (const form of [BY_OF, BY_OWNER, PASSIVE, CAME_FROM, CLEFT, WHICH]) {
    const found = form.exec(text);
    if (!found) continue;
    const inner = found[1] ?? "";
    const start = scene.sentence.start + found.index;
    const at = start + found[0].lastIndexOf(inner);
    const who = { start: at, end: at + inner.length };
    return {
      place: placeAt(scene.text, start, start + found[0].length),
      who,
      isLatter: /^(?:the )?latter/i.test(inner),
    };
  }
  const active = ACTIVE.exec(text);
  if (!active) return null;
  const start = scene.sentence.start + active.index;
  const subject = scene.mentions.findLast((mention) => mention.end <= start && start - mention.end < 40);
  if (!subject) return null;
  return {
    place: placeAt(scene.text, subject.start, start + active[0].length),
    who: subject,
    isLatter: false,
  };
}

function mentionIn(scene: Scene, place: { start: number; end: number }): Mention | null {
  return scene.mentions.find((mention) => mention.start < place.end && place.start < mention.end) ?? null;
}
