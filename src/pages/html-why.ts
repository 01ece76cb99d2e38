/**
 * Why a statement is there, folded away in its card: a `details` that needs no
 * script. What the card shows already (the words said) is not said twice.
 */

import type { Explanation, Reason } from "../reading/explained/reasons.ts";
import { htmlOf, isolated } from "./html-text.ts";
import { formatConfidence } from "./view.ts";

export function whyHtml(explanation: Explanation | null): string {
  if (explanation === null) return "";
  const told = explanation.reasons.filter(({ field }) => field !== "content");
  const rows = told.map((one, index) => {
    const label = told[index - 1]?.field === one.field ? "" : `<dt>${htmlOf(one.field)}</dt>`;
    return `${label}<dd>${reasonHtml(one)}</dd>`;
  });
  return `<details class="why"><summary>why</summary>\n<dl>${rows.join("\n")}</dl></details>`;
}

function reasonHtml({ says, rule, confidence, words, ids }: Reason): string {
  const certainty =
    confidence === null ? "" : ` <span class="quiet">(probability ${formatConfidence(confidence)})</span>`;
  const ground =
    rule === null
      ? ""
      : `<br><span class="quiet">${htmlOf(`${rule.family} ${rule.name}: ${rule.says}`)}</span>`;
  const places = words.map(
    (place) =>
      `<br>“${isolated(place.words)}” <span class="quiet">line ${place.line}, ${place.start}–${place.end}</span>`,
  );
  const others = ids.length === 0 ? "" : `<br><span class="quiet">see ${ids.map(htmlOf).join(" ")}</span>`;
  return isolated(says) + certainty + ground + places.join("") + others;
}
