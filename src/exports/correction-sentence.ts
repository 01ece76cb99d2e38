/**
 * What a person did, in one sentence: for annotations and for the history in a
 * TEI header.
 */

import type { Json } from "../reading/corrections.ts";
import type { HumanMark } from "./provenance.ts";

export function correctionSentence({ action, kind, field, value, former, reason }: HumanMark): string {
  const what = field === null ? `the ${kind}` : `the ${field} of the ${kind}`;
  const done = {
    accept: `Accepted ${what}`,
    reject: `Rejected ${what}`,
    change: `Changed ${what} from ${formatValue(former)} to ${formatValue(value)}`,
    add: `Added ${what}`,
  }[action];
  return reason === "" ? `${done}.` : `${done}: ${reason}`;
}

function formatValue(value: Json): string {
  if (value === null) return "nothing";
  return typeof value === "string" ? value : JSON.stringify(value);
}
