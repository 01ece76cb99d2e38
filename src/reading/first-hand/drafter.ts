/** Who wrote a memorandum down: a link of every chain in it, after its publisher. */

import type { Document } from "../../text/document.ts";
import { mentionAt } from "../links/mention-index.ts";
import type { ChainLink, Mention } from "../reading.ts";
import { memoHeadOf } from "./head.ts";

/** `null` when the text does not name the drafter. */
export function drafterLink(document: Document, mentions: readonly Mention[]): ChainLink | null {
  const { drafter } = memoHeadOf(document);
  if (!drafter) return null;
  const mention = mentionAt(mentions, drafter);
  const { start, end, words } = mention ?? drafter;
  return {
    actor: mention?.link.actor ?? null,
    evidence: [{ start, end, words }],
    basis: "wrote",
    attribution: null,
  };
}
