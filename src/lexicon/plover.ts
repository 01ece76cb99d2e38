/**
 * PLOVER event types beside the acts of speech where one fits (PLOVER manual,
 * Open Event Data Alliance; Halterman and others 2023). `null`: a plain
 * statement is no event.
 */

import type { Act } from "./acts.ts";

export const PLOVER_TYPES: Readonly<Record<Act, string | null>> = {
  state: null,
  report: null,
  confirm: null,
  deny: "REJECT",
  predict: null,
  assess: null,
  accuse: "ACCUSE",
  discuss: "CONSULT",
  ask: null,
  request: "REQUEST",
  urge: "REQUEST",
  demand: "REQUEST",
  propose: "REQUEST",
  invite: "AGREE",
  promise: "AGREE",
  offer: "AGREE",
  agree: "AGREE",
  concede: "CONCEDE",
  refuse: "REJECT",
  threaten: "THREATEN",
  warn: "THREATEN",
  thank: "SUPPORT",
  praise: "SUPPORT",
  congratulate: "SUPPORT",
  condole: "SUPPORT",
  condemn: "ACCUSE",
  "voice-concern": null,
  hope: null,
  recognise: "SUPPORT",
  sign: "SUPPORT",
  announce: null,
};
