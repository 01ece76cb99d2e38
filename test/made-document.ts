/** A news document for tests: its text, and of all else only what the case is about. */

import type { Document } from "../src/text/document.ts";

export function madeDocument(
  text: string,
  { published = null as string | null, regions = [] as Document["regions"] } = {},
): Document {
  const given = <T>(value: T) => ({ value, ground: "given" as const, evidence: [] });
  return {
    id: "test",
    text,
    format: "text",
    title: null,
    publisher: null,
    dateline: null,
    published: published === null ? null : given(published),
    address: null,
    kind: given("news" as const),
    side: null,
    language: given("en"),
    translated: null,
    regions,
  };
}
