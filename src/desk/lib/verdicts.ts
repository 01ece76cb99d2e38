/** How the desk shows a verdict: its name and meaning as everywhere, its colour, and the shape in `VerdictMark`. */

import type { VerdictKind } from "../../accounts/accounts.ts";
import { VERDICTS } from "../../pages/verdicts.ts";

export { isOnly, ONLY, type Only, VERDICT_KINDS } from "../../pages/verdicts.ts";

/** CSS custom property of its colour. */
export function colourOf(kind: VerdictKind): string {
  return `--${kind}`;
}

export function nameOfVerdict(kind: VerdictKind): string {
  return capital(VERDICTS[kind].name);
}

/** What it means, as a sentence. */
export function meaningOf(kind: VerdictKind): string {
  return `${capital(VERDICTS[kind].means)}.`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
