/**
 * Acts of speech, each with its class. The classes are Searle's (1976, "A
 * classification of illocutionary acts"); the acts are those the field names.
 */

export type ActClass = "assertive" | "directive" | "commissive" | "expressive" | "declarative";

export type Act =
  | "state"
  | "report"
  | "confirm"
  | "deny"
  | "predict"
  | "assess"
  | "accuse"
  | "discuss"
  | "ask"
  | "request"
  | "urge"
  | "demand"
  | "propose"
  | "invite"
  | "promise"
  | "offer"
  | "agree"
  | "concede"
  | "refuse"
  | "threaten"
  | "warn"
  | "thank"
  | "praise"
  | "congratulate"
  | "condole"
  | "condemn"
  | "voice-concern"
  | "hope"
  | "recognise"
  | "sign"
  | "announce";

/** A record keyed by act: a new act without a class does not compile. */
export const ACT_CLASSES: Readonly<Record<Act, ActClass>> = {
  state: "assertive",
  report: "assertive",
  confirm: "assertive",
  deny: "assertive",
  predict: "assertive",
  assess: "assertive",
  accuse: "assertive",
  discuss: "assertive",
  concede: "assertive",
  ask: "directive",
  request: "directive",
  urge: "directive",
  demand: "directive",
  propose: "directive",
  invite: "directive",
  warn: "directive",
  promise: "commissive",
  offer: "commissive",
  agree: "commissive",
  refuse: "commissive",
  threaten: "commissive",
  thank: "expressive",
  praise: "expressive",
  congratulate: "expressive",
  condole: "expressive",
  condemn: "expressive",
  "voice-concern": "expressive",
  hope: "expressive",
  recognise: "declarative",
  sign: "declarative",
  announce: "declarative",
};
