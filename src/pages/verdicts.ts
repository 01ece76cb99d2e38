/**
 * Verdicts for people: the sign that tells each apart without colour, its name,
 * and what it means. Gravest first.
 */

import type { VerdictKind } from "../accounts/accounts.ts";

export interface VerdictWords {
  /** One column wide on a terminal. */
  sign: string;
  name: string;
  means: string;
}

export const VERDICTS: Readonly<Record<VerdictKind, VerdictWords>> = {
  contradicted: { sign: "≠", name: "contradicted", means: "they cannot both be true" },
  "attribution-differs": {
    sign: "@",
    name: "attribution differs",
    means: "the same words in another mouth",
  },
  "wording-differs": {
    sign: "≈",
    name: "wording differs",
    means: "the same act, but a word that matters moved",
  },
  "scope-differs": { sign: "⊂", name: "scope differs", means: "one is wider, narrower or more exact" },
  "one-account-only": {
    sign: "•",
    name: "one account only",
    means: "the others were searched and are silent",
  },
  confirmed: { sign: "=", name: "confirmed", means: "both sides, or independent accounts, say it" },
};

export const VERDICT_KINDS = Object.keys(VERDICTS) as readonly VerdictKind[];

/** What may be asked for: one verdict, or several by a word. */
export const ONLY = ["differences", "disputes", ...VERDICT_KINDS] as const;
export type Only = (typeof ONLY)[number];

/** Differences are all but what is confirmed; disputes leave out what one account alone tells, too. */
export function isOnly(kind: VerdictKind, only: Only): boolean {
  if (only === "differences") return kind !== "confirmed";
  if (only === "disputes") return kind !== "confirmed" && kind !== "one-account-only";
  return kind === only;
}
