/**
 * Places as targets of W3C Web Annotations: by position, in code points as the
 * recommendation asks, and by the exact words with some on either side. A
 * passage of several parts is several targets.
 */

import { createHash } from "node:crypto";
import type { Document } from "../text/document.ts";
import type { Passage, Place } from "../text/span.ts";
import { CodePoints } from "./code-points.ts";

/** UTF-16 units of text before and after the words. */
const AROUND = 32;

export class Targets {
  /** Names the text itself, by the SHA-256 of its UTF-8 (RFC 6920). */
  readonly source: string;
  readonly #text: string;
  readonly #points: CodePoints;

  constructor({ text }: Pick<Document, "text">) {
    this.#text = text;
    this.#points = new CodePoints(text);
    this.source = `ni:///sha-256;${createHash("sha256").update(text).digest("base64url")}`;
  }

  of(passage: Passage): object[] {
    return passage.map((place) => this.#targetOf(place));
  }

  #targetOf({ start, end, words }: Place): object {
    return {
      type: "SpecificResource",
      source: this.source,
      selector: [
        { type: "TextPositionSelector", start: this.#points.at(start), end: this.#points.at(end) },
        {
          type: "TextQuoteSelector",
          exact: words,
          prefix: this.#text.slice(this.#wholeFrom(Math.max(0, start - AROUND)), start),
          suffix: this.#text.slice(end, this.#wholeFrom(Math.min(this.#text.length, end + AROUND))),
        },
      ],
    };
  }

  /** Not in the middle of a character of two units. */
  #wholeFrom(offset: number): number {
    const unit = this.#text.charCodeAt(offset);
    return unit >= 0xdc00 && unit <= 0xdfff ? offset + 1 : offset;
  }
}
