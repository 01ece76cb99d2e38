/**
 * Words whose change between two accounts changes what is said: modals,
 * quantifiers, scales of numbers, opposites, denials that are no negation by
 * form, and acts by their force. Lower case, a family a line, its key first.
 *
 * The words without weight are those in which two reporters of one sentence
 * differ freely: articles, prepositions, auxiliaries, pronouns.
 */

import type { Act } from "./acts.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Word → key of its family, the first word of its line. */
function familiesFrom(lines: string): ReadonlyMap<string, string> {
  return new Map(
    lines
      .trim()
      .split("\n")
      .flatMap((line) => {
        const [key = "", ...members] = line.trim().split(/\s+/);
        return members.map((member) => [member, key] as const);
      }),
  );
}

/** How much is claimed or bound. "Would" is the "will" of reported speech, "could" its "can", "might" its "may". */
export const MODAL_KEYS = familiesFrom(`
  will will would won't wouldn't 'll
  must must mustn't shall
  should should shouldn't ought
  can can could can't cannot couldn't able
  may may might possibly perhaps maybe potentially
  likely likely probably presumably
  unlikely unlikely improbable
`);

/** Modals in the order of what they claim: the further apart, the more was moved. */
export const MODAL_FORCE: ReadonlyMap<string, number> = new Map([
  ["unlikely", 0],
  ["may", 1],
  ["can", 1],
  ["likely", 2],
  ["should", 2],
  ["will", 3],
  ["must", 4],
]);

/** Verbs that put a wish or a thought before the deed: "agreed to consider opening". */
export const HEDGES = familiesFrom(`
  consider consider considers considered considering examine examines examined explore explores explored study studies studied weigh weighs weighed
  try try tries tried trying seek seeks sought seeking endeavour endeavor attempt attempts attempted
  ready ready readiness willing willingness prepared
  possible possible possibility
  hope hope hopes hoped hoping
  intend intend intends intended intending intention intentions
  principle principle provisionally tentatively
`);

export const QUANTIFIER_KEYS = familiesFrom(`
  each each every
  all all entire entirely whole fully full complete completely total totally wholly
  some some several various partly partially partial limited
  most most mostly majority largely mainly
  many many numerous
  few few
  only only solely merely exclusively
  any any
  both both
  almost almost nearly
  about about around approximately roughly circa
`);

/** Quantifiers that say how much or how many of a thing; "any", "each", "only" and "about" leave it as it was. */
export const MEASURING_QUANTIFIERS = words(`all some most many few over under atleast atmost`);

/** Words that open a list of what is meant: "among them", "including", "in particular". */
export const LIST_OPENERS = words(`among including particular particularly especially namely notably such`);

/** The same told with several words: longest first. */
export const QUANTIFIER_PHRASES: readonly (readonly [key: string, words: readonly string[]])[] = [
  ["atmost", ["no", "more", "than"]],
  ["atmost", ["not", "more", "than"]],
  ["atleast", ["no", "less", "than"]],
  ["atleast", ["no", "fewer", "than"]],
  ["over", ["more", "than"]],
  ["under", ["less", "than"]],
  ["under", ["fewer", "than"]],
  ["atleast", ["at", "least"]],
  ["atmost", ["at", "most"]],
  ["atmost", ["up", "to"]],
  ["some", ["a", "number", "of"]],
];

export const SCALES: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["dozen", 12],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["m", 1e6],
  ["mn", 1e6],
  ["bn", 1e9],
]);

/** "Hundreds of", "dozens": numbers that leave the number open. */
export const OPEN_NUMBERS = words(`dozens hundreds thousands millions billions tens scores`);

/** Words that deny without "not". */
export const DENIALS = words(`
  without refuse refuses refused refusing refusal decline declines declined declining fail fails failed failing failure
  reject rejects rejected rejecting rejection exclude excludes excluded excluding preclude precludes precluded
  deny denies denied denying denial lack lacks lacked lacking absence impossible unable unwilling
  refrain refrains refrained refraining avoid avoids avoided avoiding
  prevent prevents prevented preventing forbid forbids forbidden hardly unacceptable inadmissible neither nor`);

/** "Ruled out": two words that deny. */
export const RULED = words(`rule rules ruled ruling`);

/** Deeds and states of which only one can hold, a pair of families a line. */
const OPPOSITE_LINES = `
  accept agree approve back support welcome endorse / reject refuse decline oppose dismiss rebuff
  open reopen / close shut seal
  keep retain maintain preserve extend prolong continue / abandon cancel drop end lift scrap withdraw suspend halt stop terminate
  impose introduce tighten / lift ease remove relax waive
  increase raise expand strengthen boost grow widen / reduce cut lower decrease shrink narrow limit weaken
  start begin launch resume restart open / end stop halt finish suspend cancel break postpone
  deploy station send place / withdraw remove pull recall
  attend join / skip boycott miss
  before / after
  possible / impossible
  acceptable / unacceptable
  likely / unlikely
  success successful / failure unsuccessful
  win / lose
  allow permit let / ban forbid bar block prohibit
  confirm / deny
  better / worse
  more / less fewer
  public publicly / secret secretly private privately
  temporary temporarily interim / permanent permanently
`;

export interface Opposites {
  one: ReadonlySet<string>;
  other: ReadonlySet<string>;
}

export const OPPOSITES: readonly Opposites[] = OPPOSITE_LINES.trim()
  .split("\n")
  .map((line) => {
    const [one = "", other = ""] = line.split("/");
    return { one: words(one), other: words(other) };
  });

/** Acts by what they bind whom to; the force grows within a family. A plain act has force 0: it says nothing of its own. */
export interface ActForce {
  family:
    | "plain"
    | "ask"
    | "bind"
    | "harm"
    | "feel"
    | "refuse"
    | "accuse"
    | "admit"
    | "confirm"
    | "praise"
    | "foresee";
  force: number;
}

/** A record keyed by act: a new act without a force does not compile. */
export const ACT_FORCES: Readonly<Record<Act, ActForce>> = {
  state: { family: "plain", force: 0 },
  report: { family: "plain", force: 0 },
  announce: { family: "plain", force: 0 },
  assess: { family: "plain", force: 0 },
  discuss: { family: "plain", force: 0 },
  confirm: { family: "confirm", force: 1 },
  predict: { family: "foresee", force: 1 },
  hope: { family: "foresee", force: 1 },
  ask: { family: "plain", force: 0 },
  propose: { family: "ask", force: 1 },
  invite: { family: "ask", force: 1 },
  request: { family: "ask", force: 2 },
  urge: { family: "ask", force: 3 },
  demand: { family: "ask", force: 4 },
  offer: { family: "bind", force: 1 },
  agree: { family: "bind", force: 2 },
  promise: { family: "bind", force: 3 },
  sign: { family: "bind", force: 4 },
  recognise: { family: "admit", force: 2 },
  concede: { family: "admit", force: 1 },
  warn: { family: "harm", force: 1 },
  threaten: { family: "harm", force: 2 },
  refuse: { family: "refuse", force: 2 },
  deny: { family: "refuse", force: 1 },
  accuse: { family: "accuse", force: 2 },
  condemn: { family: "accuse", force: 3 },
  "voice-concern": { family: "accuse", force: 1 },
  thank: { family: "praise", force: 1 },
  praise: { family: "praise", force: 1 },
  congratulate: { family: "feel", force: 1 },
  condole: { family: "feel", force: 1 },
};

/** Words without weight. */
export const SMALL_WORDS = words(`
  a an the this that these those such it its itself he him his himself she her hers herself they them their theirs
  themselves we us our ours ourselves i me my mine you your who whom whose which what there here
  of in on at to from by with about for as into onto upon over under between among amid within through during per via
  towards toward against across around regarding concerning
  is was were are be been being am has have had having do does did doing get gets got
  and or but so than then also too both either just even still already yet very quite rather
  said says say told tells tell stated noted added mr mrs ms president that's it's how when where while because since
  own again further now if unless until provided country's`);
