/**
 * How the act of a statement and all that qualifies it are found, in one line
 * for people: acts, event types, qualifiers, addressees, steps of a chain.
 */

import type { PloverRoot } from "../../lexicon/plover-verbs.ts";
import type { Act, Addressee, ChainBasis, Plover } from "../reading.ts";

export const ACT_RULES: Readonly<Record<Act, string>> = {
  state: "Something is said, and neither the cue nor the words make another act of it.",
  report: "What happened is told or passed on.",
  confirm: "Something is said to be so that was said or done before.",
  deny: "Something is said not to be so.",
  predict: "Something is said about what will come, that the speaker does not decide.",
  assess: "Something is judged: a value in the predicate, or a noun of opinion.",
  accuse: "A wrong is laid on somebody.",
  discuss: "Those who talk have something for their topic.",
  ask: "A question.",
  request: "Somebody is asked for a deed.",
  urge: "Somebody is pressed to do something.",
  demand: "A deed is called for as due.",
  propose: "A deed is put forward for all.",
  invite: "Somebody is asked to come.",
  promise: "The speaker binds himself to a deed.",
  offer: "The speaker says that he is ready for a deed.",
  agree: "A deed is agreed on.",
  concede: "A point or a wish is granted.",
  refuse: "A deed or an offer is turned down.",
  threaten: "Harm by the speaker’s own side is announced, for a case that may come.",
  warn: "Harm is announced that would follow.",
  thank: "Thanks.",
  praise: "Somebody or something is spoken well of.",
  congratulate: "Congratulations or good wishes on an occasion.",
  condole: "Sympathy with a loss.",
  condemn: "A deed is spoken against as wrong.",
  "voice-concern": "Worry or regret.",
  hope: "A wish that something may come.",
  recognise: "A state, a rule or a fact is recognised as valid.",
  sign: "A paper is signed.",
  announce: "What was decided is made known.",
};

export const PLOVER_RULES: Readonly<Record<PloverRoot, string>> = {
  AGREE: "An offer, a promise, an agreement or an invitation.",
  CONSULT: "A call, a meeting or talks.",
  SUPPORT: "Praise, thanks, recognition, a signed accord.",
  COOPERATE: "Working together, in deed.",
  AID: "Help given, in deed.",
  CONCEDE: "Giving in.",
  RETREAT: "Drawing back, in deed.",
  REQUEST: "A request, a call, a demand, a proposal.",
  ACCUSE: "Blame, condemnation, a summoned ambassador.",
  REJECT: "A denial or a refusal.",
  THREATEN: "A threat or a warning.",
  PROTEST: "Protest in the street.",
  SANCTION: "Ties cut down: sanctions, expelled envoys, suspended talks.",
  MOBILIZE: "Forces made ready or moved.",
  COERCE: "Force short of violence: arrests, seizures, bans.",
  ASSAULT: "Violence.",
};

export const OPERATOR_RULES: Readonly<Record<Plover["operators"][number], string>> = {
  historical: "The event lies far back, and is told to be remembered.",
  future: "The event is still to come.",
  hypothetical: "The event hangs on a condition.",
  negated: "The event is said not to be.",
};

/** Qualifiers that words of the content show; without such words a statement has the default. */
export const QUALIFIER_RULES = {
  negative: "A negation in the first clause, or with the cue.",
  probable: "A word of likelihood in the first clause: “probably”, “should”.",
  possible: "A word of possibility in the first clause: “may”, “perhaps”.",
  uncommitted: "A question: the speaker does not commit himself.",
  past: "A past tense or a word of time past in the first clause.",
  present: "A present tense in the first clause.",
  future: "“Will” or a word of time to come in the first clause.",
  weak: "A word that softens: “cautiously”.",
  strong: "A word that hardens: “firmly”, “must”.",
} as const;

export const ADDRESSEE_RULES: Readonly<Record<Addressee["basis"], string>> = {
  named: "The text names who it was said to.",
  contact: "The text does not name who it was said to: of two who talk it is the other one.",
};

export const CHAIN_RULES: Readonly<Record<ChainBasis, string>> = {
  published: "Whoever published the document.",
  agency: "The agency to which the document is credited.",
  said: "Said it.",
  wrote: "Wrote it.",
  "read-out": "Gave it as a statement or an official account.",
  told: "Knows it from hearing.",
  thought: "Is said to think or feel it.",
  anonymous: "Said it without a name.",
  "on-background": "Said it on background.",
};
