/**
 * The texts that the labels of this folder point into, made anew from the open
 * sources; nothing of them is kept here.
 *
 *   kremlin-…  the field `body` of a line of readouts/kremlin-calls-*.jsonl
 *   frus…      the paragraphs (`p`) of the document `div` of frus/*.xml without
 *              `note` and `pb`, white space made one space, joined by an empty line
 *   examples/… the document text that our own intake stores
 *   polnear-…  the field `text` of a line of polnear/{train,dev}.jsonl.gz
 *   gum-…      the sentences (`# text`) of a document of gum/train.conllu.gz, joined by a
 *              space, by an empty line where a paragraph begins (`# newpar`)
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
  source: "kremlin" | "frus" | "examples" | "polnear" | "gum";
  text: string;
  date: string | null;
  title: string | null;
}

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

export async function labelTexts(data: string): Promise<Map<string, LabelText>> {
  const all = [
    ...kremlinTexts(data),
    ...frusTexts(data),
    ...(await exampleTexts()),
    ...polnearTexts(data),
    ...gumTexts(data),
  ];
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

const POLNEAR_FILES: readonly string[] = ["train", "dev"];

function polnearArticles(data: string, files = POLNEAR_FILES): PolnearArticle[] {
  return files.flatMap((name) =>
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
  files = POLNEAR_FILES,
): { text: string; attribution: { source: Span[]; cue: Span[] }; content: Span[] }[] {
  const spans = (pairs: readonly [number, number][]) => pairs.map(([start, end]) => ({ start, end }));
  return polnearArticles(data, files).flatMap(({ id, attributions }) =>
    attributions.map(({ source, cue, content }) => ({
      text: `polnear-${id}`,
      attribution: { source: spans(source), cue: spans(cue) },
      content: spans(content),
    })),
  );
}

function gumTexts(data: string): LabelText[] {
  return gumDocuments(data).map(({ id, text }) => ({ id, source: "gum", text, date: null, title: null }));
}

/** The sentences of GUM's documents, as they are parted there. */
export function gumSentences(data: string): { text: string; sentence: Span }[] {
  return gumDocuments(data).flatMap(({ id, sentences }) =>
    sentences.map((sentence) => ({ text: id, sentence })),
  );
}

function gumDocuments(data: string): { id: string; text: string; sentences: Span[] }[] {
  const lines = gunzipSync(readFileSync(join(data, "gum/train.conllu.gz"))).toString("utf8").split("\n");
  const documents: { id: string; text: string; sentences: Span[] }[] = [];
  let between = "";
  for (const line of lines) {
    const id = /^# newdoc id = (.*)/.exec(line)?.[1];
    if (id) documents.push({ id: `gum-${id}`, text: "", sentences: [] });
    if (line.startsWith("# newpar")) between = "\n\n";
    const words = /^# text = (.*)/.exec(line)?.[1]?.trim();
    const own = documents[documents.length - 1];
    if (!words || !own) continue;
    const before = own.text === "" ? "" : `${own.text}${between}`;
    own.text = before + words;
    own.sentences.push({ start: before.length, end: own.text.length });
    between = " ";
  }
  return documents;
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
