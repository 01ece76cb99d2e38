/**
 * What is known of where a document comes from, as labelled values for people.
 */

import { formatTimex } from "../reading/times/timex-words.ts";
import type { Document, Fact } from "../text/document.ts";

export interface SourceField {
  label: string;
  value: string;
  /** Whether it is a conclusion of the machine's; else the text, the page or a person says it. */
  reckoned: boolean;
}

/** Title of the document, or the beginning of its text when it has none. */
export function titleOf(document: Document): string {
  if (document.title !== null) return document.title.value;
  const beginning = document.text.trim().split(/\s+/u, 9);
  return beginning.length > 8 ? `${beginning.slice(0, 8).join(" ")} …` : beginning.join(" ");
}

export function sourceFieldsOf(document: Document, side: (id: string) => string): SourceField[] {
  const fields: SourceField[] = [];
  const add = <T>(label: string, fact: Fact<T> | null, format: (value: T) => string) => {
    if (fact !== null)
      fields.push({ label, value: format(fact.value), reckoned: fact.ground === "reckoned" });
  };
  add("Publisher", document.publisher, (value) => value);
  add("Published", document.published, (value) => formatTimex(value));
  add("Kind", document.kind, (value) => value);
  add("Side", document.side, side);
  if (!isPlainEnglish(document.language)) add("Language", document.language, languageOf);
  add("Translated", document.translated, (value) => (value ? "a translation" : "not a translation"));
  add("Address", document.address, (value) => value);
  return fields;
}

/** English that nobody had to say is not worth a line; nor is loading the names of languages. */
function isPlainEnglish(language: Fact<string>): boolean {
  return language.value === "en" && language.ground === "reckoned";
}

function languageOf(tag: string): string {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
