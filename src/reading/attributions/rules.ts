/**
 * The rules of attribution and how far each is to be trusted.
 *
 * The number is the rule's precision on PolNeAR's dev part: the share of its
 * attributions that match one that people marked (relaxed). It is the
 * confidence of what the rule finds. What each rule reads, with examples and
 * known misses, stands in docs/rules.md.
 */
export const RULES = {
  closing: 0.93,
  "closing-inverted": 0.93,
  inserted: 0.93,
  opening: 0.75,
  "opening-shared": 0.56,
  object: 0.61,
  gerund: 0.68,
  passive: 0.6,
  "as-says": 0.45,
  "according-to": 0.9,
  "light-verb": 0.6,
  noun: 0.7,
  turn: 0.57,
  signature: 0.95,
  "block-quotation": 0.7,
  "quotation-goes-on": 0.6,
  "quotation-alone": 0.3,
  "goes-on": 0.5,
  "goes-on-past-gap": 0.5,
  credit: 0.8,
  "speaker-turn": 0.98,
  "turn-goes-on": 0.9,
  "paragraph-goes-on": 0.8,
  minutes: 0.85,
  letter: 0.95,
} as const;

export type RuleName = keyof typeof RULES;
