/**
 * What each rule of attribution goes by, in one line for people.
 */

import type { RuleName } from "../attributions/rules.ts";

export const ATTRIBUTION_RULES: Readonly<Record<RuleName | "model" | "model-inner", string>> = {
  model: "The trained model marks these words as cue, source and content.",
  "model-inner": "The trained model marks them, inside the words of somebody else.",
  closing: "Words, then a comma and who said them.",
  "closing-inverted": "Words, then the verb of saying and only then its speaker.",
  inserted: "The speaker and the verb stand between commas in the middle of the words.",
  opening: "A speaker, a verb of saying, and what was said.",
  "opening-shared": "A second verb of saying that shares the subject of its sentence.",
  object: "A verb of judgement or talk, whose object is what it is about.",
  gerund: "A verb of saying in -ing that shares the subject of its sentence.",
  passive: "A verb of saying in the passive: nobody is named as its speaker.",
  "as-says": "“As … puts it” in the middle of a sentence that it vouches for.",
  "according-to": "“According to” and the like, with the one whose word it is.",
  "light-verb": "A pale verb with a noun of saying: “expressed hope”.",
  noun: "A noun of saying with its owner: “his claim that …”.",
  turn: "A name and a colon at the head of a line.",
  signature: "A quotation, a dash, and who signs it.",
  "block-quotation": "A colon hands the quotation in the next paragraph to the one who spoke last.",
  "quotation-goes-on": "A quotation without a cue of its own goes on from the one before.",
  "quotation-alone": "A quotation for which the text names nobody.",
  "goes-on": "“In this case” and the like go on in the words of the one who spoke before.",
  "goes-on-past-gap": "Words go on after damage to the text in the middle of a quotation.",
  credit: "The name of an agency stands by itself at the end of the text.",
  "speaker-turn": "A line of a first-hand document opens with the name of a speaker.",
  "turn-goes-on": "A paragraph without a name, between turns: the speaker goes on.",
  "paragraph-goes-on": "Minutes go on telling what the one said who spoke before.",
  minutes: "A verb of minutes, that is no verb of saying elsewhere.",
  letter: "The whole text is words of the one who signs it.",
};
