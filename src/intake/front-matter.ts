/**
 * Front matter: a header of `key: value` lines between two lines `---` at the
 * very start of a plain text or Markdown file. Takes the source, gives the
 * facts in it, the keys that mean nothing here, and where the rest begins.
 *
 * It is not YAML: a value is what stands behind the first colon, without
 * quotation marks around it. A file that opens with `---` and has no such
 * header is all text.
 */

import type { DocumentKind } from "../text/document.ts";
import { cannotRead, type InputError } from "./errors.ts";

/** What a person can say of a document beforehand. */
export interface GivenFacts {
  publisher?: string;
  title?: string;
  /** ISO 8601 day or moment. */
  date?: string;
  kind?: DocumentKind;
  /** An actor's id: "RUS". */
  side?: string;
  address?: string;
  /** BCP 47 tag. */
  language?: string;
  translated?: boolean;
}

export interface FrontMatter {
  facts: GivenFacts;
  /** Keys that Readout does not know, in the file's order. */
  ignoredKeys: string[];
  /** Offset just after the header. */
  end: number;
}

const LONGEST = 20_000;
const KEYS: Readonly<Record<string, keyof GivenFacts>> = {
  publisher: "publisher",
  source: "publisher",
  title: "title",
  date: "date",
  published: "date",
  kind: "kind",
  side: "side",
  address: "address",
  url: "address",
  language: "language",
  lang: "language",
  translated: "translated",
};

/** The header at the start of the source; `null` when there is none. */
export function frontMatterIn(source: string, name?: string): FrontMatter | null {
  const opening = /^---[ \t]*\r?\n/u.exec(source);
  if (!opening) return null;
  const facts: GivenFacts = {};
  const ignoredKeys: string[] = [];
  let at = opening[0].length;
  while (at < source.length && at < LONGEST) {
    const lineEnd = endOfLine(source, at);
    const line = source.slice(at, lineEnd.text);
    at = lineEnd.next;
    if (/^(?:---|\.\.\.)[ \t]*$/u.test(line)) return { facts, ignoredKeys, end: at };
    if (/^\s*(?:#.*)?$/u.test(line)) continue;
    const pair = /^(?<key>[A-Za-z][\w-]{0,40})[ \t]*:(?:[ \t]+(?<value>.*))?$/u.exec(line);
    if (!pair?.groups?.key) {
      // A list or a nested value belongs to the key above it, which Readout does not know.
      if (/^[ \t]|^-[ \t]/u.test(line) && ignoredKeys.length > 0) continue;
      return null;
    }
    const key = KEYS[pair.groups.key.toLowerCase()];
    const value = unquoted(pair.groups.value ?? "");
    if (!key) ignoredKeys.push(pair.groups.key);
    else if (value !== "") put(facts, key, value, name);
  }
  return null;
}

function endOfLine(source: string, at: number): { text: number; next: number } {
  const newline = source.indexOf("\n", at);
  if (newline === -1) return { text: source.length, next: source.length };
  return { text: source[newline - 1] === "\r" ? newline - 1 : newline, next: newline + 1 };
}

function unquoted(value: string): string {
  const trimmed = value.trim();
  return /^(["']).*\1$/u.test(trimmed) && trimmed.length > 1 ? trimmed.slice(1, -1) : trimmed;
}

function put(facts: GivenFacts, key: keyof GivenFacts, value: string, name: string | undefined): void {
  if (key === "kind") facts.kind = kindFrom(value, name);
  else if (key === "translated") facts.translated = booleanFrom(value, name);
  else facts[key] = value;
}

const KINDS: readonly DocumentKind[] = ["news", "readout", "transcript", "memorandum"];

function kindFrom(value: string, name: string | undefined): DocumentKind {
  const kind = KINDS.find((one) => one === value.toLowerCase());
  if (!kind) throw badValue(name, "kind", value, `one of ${KINDS.join(", ")}`);
  return kind;
}

function booleanFrom(value: string, name: string | undefined): boolean {
  const lower = value.toLowerCase();
  if (lower === "true" || lower === "yes") return true;
  if (lower === "false" || lower === "no") return false;
  throw badValue(name, "translated", value, "true or false");
}

export function badValue(name: string | undefined, key: string, value: string, wanted: string): InputError {
  return cannotRead(
    "option",
    name,
    `its ${key} is given as ${JSON.stringify(value.slice(0, 60))}, which is not ${wanted}`,
  );
}
