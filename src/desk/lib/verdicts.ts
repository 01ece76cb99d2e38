/** Verdicts for people: name, shape and colour. A shape alone is enough to tell them apart. */

import type { VerdictKind } from "../../accounts/accounts.ts";

export interface VerdictLook {
  name: string;
  /** CSS custom property of its colour. */
  colour: string;
  /** What it means, in one line. */
  means: string;
}

export const VERDICTS: Readonly<Record<VerdictKind, VerdictLook>> = {
  contradicted: { name: "Contradicted", colour: "--contradicted", means: "They cannot both be true." },
  "attribution-differs": {
    name: "Attribution differs",
    colour: "--attribution-differs",
    means: "The same words, another mouth.",
  },
  "wording-differs": {
    name: "Wording differs",
    colour: "--wording-differs",
    means: "The same act, but a word that matters moved.",
  },
  "scope-differs": {
    name: "Scope differs",
    colour: "--scope-differs",
    means: "One is wider, narrower or more exact.",
  },
  "one-account-only": {
    name: "One account only",
    colour: "--one-account-only",
    means: "Said here; the others were searched and are silent.",
  },
  confirmed: {
    name: "Confirmed",
    colour: "--confirmed",
    means: "Both sides, or independent accounts, say it.",
  },
};
