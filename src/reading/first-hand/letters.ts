/**
 * Letters: all of the text is the words of the one who signed it.
 *
 * The writer is the one named after "from" in the title, or the signature of a
 * letter that stands inside another document, between "Dear …" and "/s/".
 *
 * Known miss: a letter without title and signature is nobody's.
 */

import type { Document } from "../../text/document.ts";
import { contains, type Place, placeAt } from "../../text/span.ts";
import { RULES } from "../attributions/rules.ts";
import type { Draft } from "../attributions.ts";
import type { Sentence } from "../reading.ts";
import { paragraphsFrom } from "./paragraphs.ts";

const FROM =
  /^(?<cue>(?:(?:Personal|Oral|Draft|Secret) )?(?:Letter|Message|Note|Cable) [Ff]rom )(?<writer>.{3,120}?)(?= to |,|$)/u;
const SALUTATION = /^["“]?(?:My )?Dear .{2,60}[:,]$/u;
const SIGNED = /^\/s\/\s*(?<name>\p{Lu}[\p{L}. ]{2,40})/u;

export function lettersIn(document: Document, prose: readonly Sentence[]): Draft[] {
  const { text } = document;
  const paragraphs = paragraphsFrom(prose).map((sentences) =>
    placeAt(text, sentences[0]?.start ?? 0, sentences[sentences.length - 1]?.end ?? 0),
  );
  const title = document.regions.find((region) => region.kind === "headline");
  const match = title ? FROM.exec(title.words.slice(0, 300)) : null;
  if (title && match?.groups?.writer && match.groups.cue) {
    const from = title.start + match.groups.cue.length;
    const writer = placeAt(text, from, from + match.groups.writer.length);
    const cue = placeAt(text, title.start, from - 1);
    const body = paragraphs
      .filter((paragraph) => !contains(title, paragraph) && isProse(paragraph))
      .map((paragraph) => withoutNumber(text, paragraph));
    return body.length === 0 ? [] : [letterOf(writer, cue, body)];
  }
  return signedIn(text, paragraphs);
}

function signedIn(text: string, paragraphs: readonly Place[]): Draft[] {
  const start = paragraphs.findIndex((paragraph) => SALUTATION.test(paragraph.words.slice(0, 100)));
  const end = paragraphs.findIndex((paragraph, i) => i > start && SIGNED.test(paragraph.words));
  const signature = paragraphs[end];
  const name = signature ? SIGNED.exec(signature.words)?.groups?.name?.trim() : undefined;
  if (start === -1 || !signature || !name) return [];
  const from = signature.start + signature.words.indexOf(name);
  const body = paragraphs
    .slice(start + 1, end)
    .filter(isProse)
    .map((paragraph) => withoutNumber(text, paragraph));
  if (body.length === 0) return [];
  const cue = placeAt(text, signature.start, signature.start + 3);
  return [letterOf(placeAt(text, from, from + name.length), cue, body)];
}

/** "2. We shall …": the number is the page's. */
function withoutNumber(text: string, paragraph: Place): Place {
  const number = /^\(?\d{1,3}[.)]\s+/u.exec(paragraph.words)?.[0].length ?? 0;
  return placeAt(text, paragraph.start + number, paragraph.end);
}

function isProse(paragraph: Place): boolean {
  return /[.!?:;]["”’)\]]{0,2}$/u.test(paragraph.words) && /\s/u.test(paragraph.words);
}

function letterOf(writer: Place, cue: Place, content: Place[]): Draft {
  return { source: [writer], cue: [cue], content, rule: "letter", confidence: RULES.letter, continues: null };
}
