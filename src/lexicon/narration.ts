/**
 * Words with which official prose tells of a conversation in its own voice,
 * without handing over: "the leaders touched on …", "special attention was paid
 * to …". Lower case, a family a list.
 */

import type { Act } from "./acts.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const LINES = `
discuss discussed reviewed considered examined addressed touched covered raised exchanged compared analysed analyzed
discuss continued talked conferred consulted explored focused focussed dwelt dealt concentrated followed-up
agree coordinated arranged synchronised synchronized
report updated related sent gave provided handed presented shared
state spoke extended put made drew paid devoted laid placed
`;

/**
 * What those who talk do in the telling, each verb with the act that it names
 * when its object shows no other; further verbs of speech stand in `cues.ts`.
 */
export const TELLING_VERBS: ReadonlyMap<string, Act> = new Map(
  LINES.trim()
    .split("\n")
    .flatMap((line) => {
      const [act, ...verbs] = line.split(" ");
      return verbs.map((verb) => [verb, act as Act] as const);
    }),
);

/** Verbs of talking that need two, so that the passive, too, is the doing of both: "was discussed". */
export const JOINT_VERBS = words(`
  discussed reviewed considered examined addressed touched covered raised exchanged compared analysed analyzed
  continued coordinated arranged agreed talked conferred consulted explored`);

/** Verbs of speech that in a telling as often tell of something else: "found", "saw", "ordered". */
export const UNTOLD_VERBS = words(`
  called found showed shown saw seen knew known read heard named attacked charged backed ordered projected posted
  learned learnt pressed felt set planned aimed counted committed mocked blasted slammed put`);

/** Verbs that tell a position in the present tense: "Norland supports the plan". */
export const POSITION_VERBS = words(`
  supports support welcomes welcome condemns condemn hopes hope believes believe considers consider opposes oppose
  agrees agree confirms confirm reaffirms reaffirm stresses stress emphasises emphasise emphasizes emphasize notes
  urges urge intends intend expects expect insists insist rejects reject appreciates appreciate proposes propose`);

/** Participles of passives that leave open whose act it is: "it was noted that". */
export const OPEN_PASSIVES = words(`
  noted stressed emphasised emphasized underscored underlined highlighted stated confirmed reaffirmed affirmed
  reiterated expressed voiced conveyed given made pointed mentioned acknowledged recognised recognized praised
  welcomed commended condemned decided proposed suggested outlined declared recalled announced informed invited accepted
  handed extended sent presented provided paid placed devoted drawn supported`);

/** Verbs that say what a conversation was about: "the discussion focused on". */
export const TOPIC_VERBS = words(`
  focused focussed centred centered covered touched dealt included concerned revolved addressed continued considered
  featured`);

/** Nouns for the conversation itself, as the subject of such a verb, or as the object of "had". */
export const TALK_NOUNS = words(`
  conversation conversations discussion discussions call talk talks meeting exchange exchanges negotiations dialogue
  agenda consultations`);

/** Nouns that a conversation gives to its subjects: "special attention was paid to". */
export const HEED_NOUNS = words(`attention focus emphasis priority accent consideration stress`);

/** Verbs with which a subject has such a noun: "the truce received special attention". */
export const HEED_VERBS = words(`gained received got attracted deserved enjoyed gave paid devoted`);

/** Nouns for what is talked about: "other *topics* discussed included". */
export const SUBJECT_NOUNS = words(`issues topics matters questions subjects themes points`);

/** Such a noun in the singular, of a talk: "the main *topic* of the conversation was". */
export const TOPIC_NOUNS = words(`topic subject theme issue matter point focus`);

/** Those who talk, named by nothing but their part in it. */
export const PARTIES = words(`
  presidents leaders parties sides heads ministers interlocutors they counterparts colleagues chancellors premiers`);

/** Verbs that pass on greetings, wishes, thanks and condolences. */
export const COURTESY_VERBS = words(`exchanged sent extended conveyed related gave offered expressed wished`);

/** Words that make a passive the doing of both: "the mutual interest was confirmed". */
export const SHARED = words(`mutual mutually jointly both reciprocal reciprocally`);

/** Words of worth that a sentence says of the conversation itself, besides those of `act-words.ts`. */
export const WORTHS = words(`
  friendly warm cordial businesslike business-like trusting atmosphere tone nature character spirit thorough sincere
  candid`);
