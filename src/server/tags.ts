/**
 * ETags: strong ones, each a hash of all that the answer is made from, so that
 * most are known before the answer is.
 */

import { createHash } from "node:crypto";
import { VERSION } from "../reading/version.ts";

export function tagOf(...parts: readonly (string | number | null)[]): string {
  const hash = createHash("sha256").update(JSON.stringify([VERSION, ...parts]));
  return `"${hash.digest("base64url").slice(0, 27)}"`;
}

/** Whether `If-None-Match` names the tag; compared weakly, as RFC 9110 has it. */
export function isKnown(header: string | null, tag: string): boolean {
  return (
    header !== null &&
    (header.trim() === "*" || tagsIn(header).some((one) => one.replace(/^W\//, "") === tag))
  );
}

/** Whether `If-Match` names the tag; compared strongly. */
export function isMatched(header: string, tag: string): boolean {
  return header.trim() === "*" || tagsIn(header).includes(tag);
}

function tagsIn(header: string): string[] {
  return [...header.matchAll(/(?:W\/)?"[^"]*"/g)].map(([tag]) => tag);
}
