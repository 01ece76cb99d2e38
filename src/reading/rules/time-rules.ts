/**
 * How the value of a time was reckoned, and what its modifiers mean, in one
 * line for people. A Time does not name its rule: it follows from its value
 * and what it was reckoned from.
 */

import type { Time } from "../reading.ts";

export const TIME_RULES = {
  absolute: "The words tell it whole: nothing had to be reckoned.",
  partial: "The words leave a part of it open, and nothing near says more.",
  reference: "The words say no more than that it is past, now or to come.",
  "from-document": "Reckoned from the day of the document: of its dateline, else of its publication.",
  "from-speech": "Inside a quotation: reckoned from the day on which the text says that it was spoken.",
  "from-speech-assumed":
    "Inside a quotation, and the text does not tell when it was spoken: the day of the document is assumed.",
  "from-event": "Reckoned from the day that the text told of last.",
  duration: "A length of time.",
  set: "A time that comes again and again.",
  "no-value": "The words tell a time, and nothing says which.",
} as const;

export type TimeRule = keyof typeof TIME_RULES;

export function timeRuleOf(time: Time): TimeRule {
  if (time.value === null) return "no-value";
  if (time.type === "SET") return "set";
  if (time.anchor === "document") return "from-document";
  if (time.anchor === "event") return "from-event";
  if (time.anchor === "speech") return time.anchorValue === null ? "from-speech-assumed" : "from-speech";
  if (time.type === "DURATION") return "duration";
  if (time.value.endsWith("_REF")) return "reference";
  return time.value.includes("X") ? "partial" : "absolute";
}

/** TIMEX3 modifiers; of each, what the words say. */
export const MOD_RULES = {
  APPROX: "“About” and the like: near to it.",
  START: "“Early”: the first part of it.",
  MID: "“Mid”: the middle of it.",
  END: "“Late”: the last part of it.",
  LESS_THAN: "“Less than”, “almost”: under it.",
  MORE_THAN: "“More than”, “over”: above it.",
  EQUAL_OR_LESS: "“At most”, “up to”: it, or less.",
  EQUAL_OR_MORE: "“At least”: it, or more.",
  BEFORE: "“Before”, “until”: not later than it.",
  AFTER: "“After”: later than it.",
  ON_OR_BEFORE: "“No later than”: on it or earlier.",
} as const;
