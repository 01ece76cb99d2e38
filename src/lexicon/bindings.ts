/**
 * Words of the ledger: which acts bind or press, and words that take back, keep
 * or break what was promised or demanded. A line a word.
 */

import type { Act } from "./acts.ts";

export type CommitmentKind = "commitment" | "demand" | "threat" | "offer";

/** Acts that bind whoever does them, or press somebody else. */
export const BINDING_ACTS: Readonly<Partial<Record<Act, CommitmentKind>>> = {
  promise: "commitment",
  agree: "commitment",
  offer: "offer",
  threaten: "threat",
  demand: "demand",
  urge: "demand",
};

/** "dropped", of a demand */
export const TAKES_BACK: ReadonlySet<string> = new Set(
  `withdrew
withdraw
withdrawn
withdraws
drop
drops
dropped
retract
retracts
retracted
rescind
rescinded
revoke
revoked
abandon
abandons
abandoned
shelve
shelved
renounce
renounced
reversed
cancel
cancelled
canceled
waive
waived`.split("\n"),
);

/** What can be taken back: "dropped its demand", and not "withdraws its troops". */
export const BONDS: ReadonlySet<string> = new Set(
  `promise
pledge
commitment
guarantee
assurance
offer
proposal
demand
demands
request
threat
threats
warning
undertaking`.split("\n"),
);

/** "kept its word" */
export const SAYS_KEPT: ReadonlySet<string> = new Set(
  `fulfilled
fulfils
fulfills
honoured
honored
kept
implemented
delivered
completed
complied`.split("\n"),
);

/** "broke its word" */
export const SAYS_BROKEN: ReadonlySet<string> = new Set(
  `broke
broken
breach
breached
breaching
violated
violates
violating
violation
reneged
failed
ignored`.split("\n"),
);
