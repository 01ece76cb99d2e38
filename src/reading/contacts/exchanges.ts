/**
 * Exchanges: who speaks with whom in sentences that name no contact. "Vale
 * congratulated Ortiz", "Vale and Ortiz discussed …", "the two leaders".
 *
 * Serves the main contact when its own words name fewer than two people, as in
 * a readout whose title says the rest. An official text tells of its own
 * leader: there whatever he and one other are said to do together is one, and
 * so is what each of them alone is said to say. Two who face the press together
 * have just talked with each other.
 *
 * Known miss: "Vale and Ortiz condemned the attack", each at home, looks like
 * an exchange in an official text; elsewhere only verbs that need two are read
 * so.
 */

import { type Party, partiesBefore, partiesFrom, partiesOf } from "./people.ts";
import { type Cast, isBeside, isMouthpiece, type Scene } from "./scenes.ts";

/** Verbs of two or more who talk with each other. */
const JOINT = new Set(
  "discussed discuss shared exchanged agreed reviewed considered talked spoke examined coordinated touched continued held had confirmed compared addressed synchronised synchronized".split(
    " ",
  ),
);
/** What two who talk are said to do in an official text. */
const TOGETHER = new Set(
  "said stressed noted pointed underlined underscored emphasised emphasized praised welcomed expressed reaffirmed recalled condemned stated voiced wished voted resolved decided signed".split(
    " ",
  ),
);
/** Verbs of one who says or gives something to another. */
const DIRECTED = new Set(
  "congratulated informed told briefed thanked invited assured warned wished asked urged offered expressed extended conveyed welcomed greeted described reminded gave instructed updated pressed reassured encouraged commended summarised summarized outlined explained reiterated presented handed".split(
    " ",
  ),
);
/** Verbs of one who speaks, without a word to whom. */
const SPEAKING = new Set(
  "said appealed declared stressed noted thanked informed proposed accepted expressed supported assured recalled asked answered replied repeated explained warned told".split(
    " ",
  ),
);

const FURTHEST_SCENE = 6;
/** Who took part in a contact that official words tell of may be named late, in answers to questions. */
const FURTHEST_TOLD = 40;
const FURTHEST_OBJECT = 14;

/**
 * The first pair that talks in the opening of a document and has all of the
 * known ones in it. Where an official text tells of a contact (`isTold`), those
 * who took part may be named later: one of its side, and one other.
 */
export function exchangeIn(
  scenes: readonly Scene[],
  cast: Cast,
  known: readonly string[],
  voice: string | null,
  isTold = false,
): Party[] {
  const isOne = (pair: readonly Party[]) =>
    known.every((actor) => pair.some((party) => party.actor === actor));
  const found = pairIn(scenes.slice(0, FURTHEST_SCENE), cast, voice, isOne);
  if (found.length > 0 || !isTold || voice === null) return found;
  const isOwn = (pair: readonly Party[]) => isOne(pair) && isOfVoice(pair, cast, voice);
  return pairIn(scenes.slice(0, FURTHEST_TOLD), cast, voice, isOwn);
}

function pairIn(
  scenes: readonly Scene[],
  cast: Cast,
  voice: string | null,
  isOne: (pair: readonly Party[]) => boolean,
): Party[] {
  const opening = scenes.filter((scene) => !isBeside(scene));
  for (const scene of opening) {
    const found = [
      ...jointIn(scene, cast, JOINT),
      ...directedIn(scene, cast),
      ...groupsIn(scene, cast, voice),
      ...(voice === null
        ? []
        : jointIn(scene, cast, TOGETHER).filter((pair) => isOfVoice(pair, cast, voice))),
    ].find(isOne);
    if (found) return found;
  }
  const pair = voice === null ? [] : bothSpeak(opening, cast, voice);
  return isOne(pair) ? pair : [];
}

const JOINT_TITLE =
  /\bjoint (?:press|news|media)\b|\b(?:press|news) conference (?:following|after) .*\btalks\b|\b(?:remarks|statements?) by .{2,80} and /iu;

/**
 * The two who speak by turns before the press, where the headline says that they
 * do so together: "Vale: … Ortiz: …". One for each of two sides, or nobody.
 */
export function turnsIn(scenes: readonly Scene[], headline: string | null, cast: Cast): Party[] {
  if (headline === null || !JOINT_TITLE.test(headline)) return [];
  const each = new Map<string, Party>();
  for (const party of scenes.flatMap((scene) => labelOf(scene, cast))) {
    if (!each.has(party.actor) && !isMouthpiece(cast, party.actor)) each.set(party.actor, party);
  }
  const sides = new Set([...each.values()].map(({ actor }) => cast.get(actor)?.side ?? null));
  return each.size === 2 && sides.size === 2 && !sides.has(null) ? [...each.values()] : [];
}

/** "President Vale:" at the head of a turn. */
function labelOf({ text, sentence, mentions }: Scene, cast: Cast): Party[] {
  const [first] = mentions;
  if (first === undefined || text[first.end] !== ":") return [];
  const isHead = /^(?:\p{Lu}[\p{L}.]* ?){0,3}$/u.test(text.slice(sentence.start, first.start));
  return isHead ? partiesOf(first, cast).filter(({ ground }) => ground === "person") : [];
}

/** One of the text's own side with one of another. */
function isOfVoice(pair: readonly Party[], cast: Cast, voice: string): boolean {
  const own = pair.filter((party) => cast.get(party.actor)?.side === voice);
  return own.length === 1 && pair.length === 2;
}

/** The text's own leader speaks, and one other: "Vale declared … Mr Ortiz appealed …". */
function bothSpeak(scenes: readonly Scene[], cast: Cast, voice: string): Party[] {
  const speakers = scenes.flatMap((scene) =>
    verbsIn(scene, SPEAKING).flatMap((at) => {
      const subjects = partiesBefore(scene, at, cast).filter((party) => party.ground === "person");
      return subjects.length === 1 ? subjects.filter(({ actor }) => !isMouthpiece(cast, actor)) : [];
    }),
  );
  const each = [...new Map(speakers.toReversed().map((party) => [party.actor, party])).values()].reverse();
  return isOfVoice(each, cast, voice) ? each : [];
}

function jointIn(scene: Scene, cast: Cast, verbs: ReadonlySet<string>): Party[][] {
  return verbsIn(scene, verbs).flatMap((at) => {
    if (isAuxiliary(scene, at)) return [];
    const subjects = partiesBefore(scene, at, cast).filter((party) => party.ground !== "side");
    return subjects.length >= 2 ? [subjects] : [];
  });
}

/** "Had worked all night": the verb itself stands behind. */
function isAuxiliary({ words }: Scene, at: number): boolean {
  return words[at]?.lower === "had" && /(?:ed|en|wn)$|^(?:not|met|led|sat)$/.test(words[at + 1]?.lower ?? "");
}

function directedIn(scene: Scene, cast: Cast): Party[][] {
  return verbsIn(scene, DIRECTED).flatMap((at) => {
    const subjects = partiesBefore(scene, at, cast).filter((party) => party.ground === "person");
    const object = subjects[0] ? objectAfter(scene, at, cast, subjects[0].actor) : null;
    return object ? [[...subjects, object]] : [];
  });
}

/** "congratulated Ortiz", "expressed his gratitude to Ortiz", "summarised the talks for Ortiz". */
function objectAfter(scene: Scene, at: number, cast: Cast, subject: string): Party | null {
  const isAnother = (party: Party | undefined) => party?.ground === "person" && party.actor !== subject;
  const direct = partiesFrom(scene, at + 1, cast, 2)[0];
  if (direct && isAnother(direct) && !isOwner(scene, direct)) return direct;
  for (let i = at + 1; i < Math.min(scene.words.length, at + FURTHEST_OBJECT); i++) {
    const lower = scene.words[i]?.lower ?? "";
    if (/^(?:that|which|who)$/.test(lower) || /^[;.]$/.test(lower)) return null;
    if (lower !== "to" && lower !== "for") continue;
    const led = partiesFrom(scene, i + 1, cast, 4)[0];
    if (led && isAnother(led) && !isOwner(scene, led)) return led;
  }
  return null;
}

/** "Welcomed Ortiz's plan" welcomes no Ortiz. */
function isOwner(scene: Scene, party: Party): boolean {
  return /^['’]/.test(scene.text.slice(party.place.end, party.place.end + 1));
}

/** "The two leaders": a group whose members the links know; "their" only of the text's own and another. */
function groupsIn(scene: Scene, cast: Cast, voice: string | null): Party[][] {
  return scene.mentions.flatMap((mention) => {
    const parties = partiesOf(mention, cast);
    if (mention.form === "pronoun" && (voice === null || !isOfVoice(parties, cast, voice))) return [];
    return parties.length === 2 && parties.every((party) => party.ground === "group") ? [parties] : [];
  });
}

function verbsIn(scene: Scene, verbs: ReadonlySet<string>): number[] {
  return scene.words.flatMap((word, at) => (verbs.has(word.lower) ? [at] : []));
}
