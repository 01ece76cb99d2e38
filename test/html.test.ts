/**
 * The page: nothing of a document may break out of it, its text is the
 * document's to the letter, and every link arrives.
 */

import { createHash } from "node:crypto";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { footOf, headOf, sectionFrom } from "../src/pages/reading-page.ts";
import type { Reading } from "../src/reading/reading.ts";
import { placeAt } from "../src/text/span.ts";
import { cpuMs } from "./cpu-time.ts";
import { MADE_TEXT, madeReading, readingOfText } from "./made-reading.ts";

function pageOf(...readings: Reading[]): string {
  const sections = readings.map((reading, index) => sectionFrom(reading, index + 1));
  return headOf(sections) + sections.map((section) => section.html).join("") + footOf(sections);
}

interface Node {
  localName: string;
  textContent: string;
  attributes: Iterable<{ name: string; value: string }>;
}

function elementsIn(page: string): Node[] {
  return [...parseHTML(page).document.querySelectorAll("*")] as unknown as Node[];
}

/** Elements and attributes that our own mark-up uses: anything else came from a document. */
const ELEMENTS = new Set(
  "html head meta title style body main nav section h1 h2 h3 ul ol li div p a span bdi b br article blockquote dl dt dd details summary".split(
    " ",
  ),
);
const ATTRIBUTES = new Set(
  "lang charset http-equiv content name id class href title rel aria-label aria-labelledby data-number".split(
    " ",
  ),
);

const HOSTILE = [
  `</script><script>alert(1)</script>`,
  `</title></style></p></div><img src=x onerror=alert(1)>`,
  `<!-- --><!doctype html><svg/onload=alert(1)>`,
  `" onmouseover="alert(1)" x="`,
  `' onfocus='alert(1)' autofocus='`,
  "` onclick=`alert(1)`",
  `javascript:alert(1)`,
  `data:text/html,<script>alert(1)</script>`,
  `https://user:secret@example.org/`,
  `vbscript:x`,
  `<![CDATA[ ]]> <?php ?>`,
  `&lt;script&gt; &amp; &#60;b&#62; &notanentity;`,
  `{{constructor.constructor('alert(1)')()}}`,
  `\u0000\u001b[31m\u202eevil\u2066\u2069\u200f`,
  `\ud800 alone, \udc00 too`,
  `--></style><style>*{display:none}</style>`,
  `]]></a><base href="https://evil.example/"><meta http-equiv=refresh content=0>`,
];

describe("the page", () => {
  for (const text of HOSTILE) {
    it(`holds ${JSON.stringify(text)}`, () => {
      const page = pageOf(readingOfText(text));
      const strange: string[] = [];
      for (const element of elementsIn(page)) {
        if (!ELEMENTS.has(element.localName)) strange.push(`<${element.localName}>`);
        for (const { name, value } of element.attributes) {
          if (!ATTRIBUTES.has(name)) strange.push(`${element.localName} ${name}`);
          if (name === "href" && !/^(?:#d\d+(?:-[swnp]\d+)?$|https?:\/\/)/.test(value))
            strange.push(`href ${value}`);
        }
      }
      expect(strange).toEqual([]);
      expect(page.match(/<style/g)).toHaveLength(2);
      expect(page).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
    });
  }

  it("shows the words of a hostile document as they are", () => {
    for (const text of HOSTILE.slice(0, 13)) expect(verbatimIn(pageOf(readingOfText(text)))).toBe(text);
  });

  it("keeps the text to the letter, line breaks and white space included", () => {
    expect(verbatimIn(pageOf(madeReading()))).toBe(MADE_TEXT);
    for (const text of ["a\n\n\n b\t c\r\nd", "\n\nx", "x\n\n"]) {
      expect(verbatimIn(pageOf(readingOfText(text, "t")))).toBe(text);
    }
  });

  it("links only to places that are there, and gives each id once", () => {
    const { document } = parseHTML(pageOf(madeReading(), madeReading()));
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...document.querySelectorAll("a[href^='#']")].map((link) =>
      link.getAttribute("href")?.slice(1),
    );
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((link) => !ids.includes(link ?? ""))).toEqual([]);
  });

  it("allows its own styles and nothing else", () => {
    const page = pageOf(madeReading());
    const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map((match) => match[1] ?? "");
    const hashes = styles.map((style) => `'sha256-${createHash("sha256").update(style).digest("base64")}'`);
    expect(page).toContain(
      `content="default-src 'none'; style-src ${hashes.join(" ")}; base-uri 'none'; form-action 'none'"`,
    );
    expect(page).not.toMatch(/<script|\son\w+=|\sstyle=|\ssrc=|@import|url\(/i);
  });

  it("links the address of a document when it is a web address", () => {
    const link = (address: string) =>
      pageOf(madeReading({ address })).includes('rel="noopener noreferrer external"');
    expect(link("https://example.org/a?b=1&c='2'")).toBe(true);
    expect(link("javascript:alert(1)")).toBe(false);
    expect(link("https://user:secret@example.org/")).toBe(false);
    expect(link("no address")).toBe(false);
  });

  it("gives every statement a card with chain, act, addressee, condition and words", () => {
    const cards = [...parseHTML(pageOf(madeReading())).document.querySelectorAll(".card")].map((card) =>
      (card.textContent ?? "").replace(/\s+/g, " "),
    );
    expect(cards).toHaveLength(2);
    expect(cards[0]).toContain("Coastal News›Ana Ruiz: state");
    expect(cards[1]).toContain("Coastal News›Ana Ruiz›Peter Holt: threaten → Eva Lund (the other party)");
    expect(cards[1]).toContain("condition if the strait is closed");
    expect(cards[1]).toContain("then Arden will answer");
    expect(cards[1]).toContain("unsure: 0.4");
  });

  it("says on whose word a fact stands when it is not the document's own", () => {
    expect(pageOf(madeReading())).toMatch(/about 40 minutes<\/bdi>.{0,60}on the word of .{0,40}Ana Ruiz/);
  });

  it("stays quick where thousands of findings lie within one another", () => {
    const depth = 3000;
    const made = readingOfText("x".repeat(2 * depth), "t");
    const attributions = Array.from({ length: depth }, (_, index) => ({
      ...madeAttribution(made),
      id: `a${index + 1}`,
      content: [placeAt(made.document.text, index, 2 * depth - index)],
    }));
    const began = cpuMs();
    const page = pageOf({ ...made, attributions });
    expect(cpuMs() - began).toBeLessThan(5000);
    expect(page.length).toBeLessThan(1000 * depth);
  });
});

function madeAttribution(reading: Reading) {
  const [attribution] = reading.attributions;
  if (attribution === undefined) throw new Error("the made Reading has no attribution");
  return { ...attribution, source: [], cue: [] };
}

function verbatimIn(page: string): string {
  return parseHTML(page).document.querySelector(".verbatim")?.textContent ?? "";
}
