/**
 * The texts that the labels of this folder point into, made anew from the open
 * sources; nothing of them is kept here.
 *
 *   kremlin-…  the field `body` of a line of readouts/kremlin-calls-*.jsonl
 *   frus…      the paragraphs (`p`) of the document `div` of frus/*.xml without
 *              `note` and `pb`, white space made one space, joined by an empty line
 *   examples/… the document text that our own intake stores
 *   polnear-…  the field `text` of a line of polnear/{train,dev}.jsonl.gz
 *
 * Offsets are UTF-16 code units, as everywhere in Readout.
 */

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { loadGazetteer } from "../../src/intake/gazetteer.ts";
import { documentFrom } from "../../src/intake/documents.ts";
import { readingOf } from "../../src/reading/read.ts";
import type { Reading } from "../../src/reading/reading.ts";
import type { Span } from "../../src/text/span.ts";

export interface LabelText {
  id: string;
  source: "kremlin" | "frus" | "examples" | "polnear";
  text: string;
  date: string | null;
  title: string | null;
}

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

export async function labelTexts(data: string): Promise<Map<string, LabelText>> {
  const all = [...kremlinTexts(data), ...frusTexts(data), ...(await exampleTexts()), ...polnearTexts(data)];
  return new Map(all.map((text) => [text.id, text]));
}

/** The Reading of such a text, by rules alone; its offsets are those of the labels. */
export async function readingOfText({ text, source, date, title }: LabelText): Promise<Reading> {
  const kind = source === "kremlin" ? "readout" : source === "frus" ? "memorandum" : null;
  const { document } = await documentFrom(new TextEncoder().encode(text), {
    ...(date === null ? {} : { date }),
    ...(title === null ? {} : { title }),
    ...(kind === null ? {} : { kind }),
    ...(source === "kremlin" ? { side: "RUS" } : {}),
    ...(source === "frus" ? { side: "USA" } : {}),
  });
  if (document.text !== text) throw new RangeError(`Cannot read "${title}": the intake changed its text`);
  return readingOf(document, await loadGazetteer());
}

function kremlinTexts(data: string): LabelText[] {
  const files = ["kremlin-calls-2000-2020.jsonl", "kremlin-calls-2021-2022.jsonl"];
  return files.flatMap((file) =>
    readFileSync(join(data, "readouts", file), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
      .map(({ id, body, date, title }) => ({ id, source: "kremlin", text: body, date, title }) as LabelText),
  );
}

function frusTexts(data: string): LabelText[] {
  const folder = join(data, "frus");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".xml"))
    .sort()
    .map((name) => frusText(name.slice(0, -4), readFileSync(join(folder, name), "utf8")));
}

function frusText(id: string, xml: string): LabelText {
  const body = xml.slice(xml.indexOf('<div type="document"')).replace(/<note\b.*?<\/note>/gs, "");
  const paragraphs = [...body.matchAll(/<p\b[^>]*>(.*?)<\/p>/gs)].map((match) => plainOf(match[1] ?? ""));
  const date = /<date when="(\d{4}-\d\d-\d\d)/.exec(body)?.[1] ?? null;
  const title = plainOf(/<head>(.*?)<\/head>/s.exec(body)?.[1] ?? "");
  return { id, source: "frus", text: paragraphs.filter(Boolean).join("\n\n"), date, title };
}

interface PolnearArticle {
  id: string;
  date: string | null;
  title: string | null;
  text: string;
  attributions: Record<"source" | "cue" | "content", [number, number][]>[];
}

function polnearArticles(data: string): PolnearArticle[] {
  return ["train", "dev"].flatMap((name) =>
    gunzipSync(readFileSync(join(data, "polnear", `${name}.jsonl.gz`)))
      .toString("utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as PolnearArticle),
  );
}

function polnearTexts(data: string): LabelText[] {
  return polnearArticles(data).map(({ id, text, date, title }) => ({
    id: `polnear-${id}`,
    source: "polnear",
    text,
    date,
    title,
  }));
}

/** The attributions of PolNeAR, as annotated there. */
export function polnearAttributions(
  data: string,
): { text: string; attribution: { source: Span[]; cue: Span[] }; content: Span[] }[] {
  const spans = (pairs: readonly [number, number][]) => pairs.map(([start, end]) => ({ start, end }));
  return polnearArticles(data).flatMap(({ id, attributions }) =>
    attributions.map(({ source, cue, content }) => ({
      text: `polnear-${id}`,
      attribution: { source: spans(source), cue: spans(cue) },
      content: spans(content),
    })),
  );
}

function plainOf(xml: string): string {
  return xml
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
}

async function exampleTexts(): Promise<LabelText[]> {
  const folder = join(root, "examples/2021-12-30-call");
  const texts: LabelText[] = [];
  for (const name of readdirSync(folder).sort()) {
    const { document } = await documentFrom(readFileSync(join(folder, name)), { name });
    const { text, published, title } = document;
    const id = `examples/${name}`;
    texts.push({ id, source: "examples", text, date: published?.value ?? null, title: title?.value ?? null });
  }
  return texts;
}
