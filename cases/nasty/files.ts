/**
 * Hostile files, made by code so that no editor mends them: what each is
 * called, its bytes, and whether a document is made of it (`refused: null`) or
 * which refusal it meets. Anything that reads documents is run over them; none
 * may crash, hang, or give places whose words do not stand there.
 *
 * `size` scales the big ones: running them at 1 and 2 shows whether time grows
 * in step with the text.
 */

import type { InputErrorCode } from "../../src/intake/errors.ts";

export interface NastyFile {
  name: string;
  bytes: Uint8Array;
  refused: InputErrorCode | null;
}

const SENTENCE = "The minister said that “the talks will go on”, and the aide denied it. ";
const PARAGRAPH =
  "<p>The minister said that the talks would go on in the spring, if nobody asked for more.</p>\n";

export function nastyFiles(size = 1): NastyFile[] {
  return [...brokenEncodings(), ...hostileTexts(size), ...hostilePages(size), ...hostileMarkdown(size)];
}

function file(
  name: string,
  content: string | number[] | Uint8Array,
  refused: InputErrorCode | null = null,
): NastyFile {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : Uint8Array.from(content);
  return { name, bytes, refused };
}

function brokenEncodings(): NastyFile[] {
  const text = "Министр сказал, что переговоры продолжатся. ";
  const cp1251 = Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
  });
  return [
    file("empty.txt", "", "empty"),
    file("only-white-space.txt", " \r\n\t\u00a0\u3000\n", "empty"),
    file("only-bom.txt", [0xef, 0xbb, 0xbf], "empty"),
    file("utf16le-bom.txt", Buffer.from(`\ufeff${SENTENCE}`, "utf16le"), "encoding"),
    file("utf16le-no-bom.txt", Buffer.from(SENTENCE, "utf16le"), "encoding"),
    file("utf16be.txt", Buffer.from(SENTENCE, "utf16le").swap16(), "encoding"),
    file(
      "utf32le.txt",
      Array.from(SENTENCE).flatMap((one) => [one.codePointAt(0) ?? 0, 0, 0, 0].map((n) => n & 255)),
      "encoding",
    ),
    file("windows-1251.txt", cp1251, "encoding"),
    file("windows-1252.txt", [...Buffer.from("He called it ", "latin1"), 0x93, 0x41, 0x94], "encoding"),
    file("cut-character.txt", [...Buffer.from("Élys"), 0xc3], "encoding"),
    file("overlong.txt", [0x41, 0xc0, 0xaf, 0x41], "encoding"),
    file("surrogate-in-utf8.txt", [0x41, 0xed, 0xa0, 0x80, 0x41], "encoding"),
    file("nul.txt", "He said\0 that it was over.", "encoding"),
    file("pdf.txt", "%PDF-1.7\n1 0 obj", "format"),
    file("docx.txt", [0x50, 0x4b, 3, 4, 20, 0, 6, 0], "format"),
    file("png.html", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], "format"),
    file("gzip.txt", [0x1f, 0x8b, 8, 0, 0, 0, 0, 0], "format"),
    file(
      "random.txt",
      Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251),
      "format",
    ),
    file("atom.xml", '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"/>', "format"),
  ];
}

function hostileTexts(size: number): NastyFile[] {
  return [
    file("bom.txt", `\ufeff${SENTENCE}`),
    file("bom-inside.txt", `${SENTENCE}\ufeff${SENTENCE}`),
    file("crlf.txt", `Title\r\n\r\n${SENTENCE}\r\n${SENTENCE}\r\n`),
    file("old-mac.txt", `Title\r\r${SENTENCE}\r${SENTENCE}`),
    file("controls.txt", `${SENTENCE}\u001b[31m red \u0007\u0008\f${SENTENCE}\u0085${SENTENCE}`),
    file("bidi.txt", `He said \u202e“fo dne eht si siht”\u202c and \u2067left\u2069. \u200f${SENTENCE}`),
    file("zero-width.txt", `The min\u200bister s\u00adaid \u2060that\ufeff it was over. ${SENTENCE}`),
    file("combining.txt", `He said “Z${"\u0301".repeat(5000)}algo”. ${SENTENCE}`),
    file("emoji.txt", `The aide said “👩‍👩‍👧‍👦 yes 🇫🇷” and left. ${SENTENCE}`),
    file("noncharacters.txt", `He said \uffff “yes” \ufdd0. ${SENTENCE}`),
    file("no-space.txt", "a".repeat(500_000 * size)),
    file("no-line-break.txt", SENTENCE.repeat(7_000 * size)),
    file("opening-marks.txt", `He said ${"“".repeat(10_000 * size)}yes`),
    file("straight-marks.txt", `He said ${'"'.repeat(10_000 * size)}yes`),
    file("marks-and-words.txt", `He said ${"“a ".repeat(10_000 * size)}yes`),
    file("nested-marks.txt", `He said ${"“‘".repeat(5_000 * size)}yes${"’”".repeat(5_000 * size)}.`),
    file("apostrophes.txt", "'a".repeat(20_000 * size)),
    file("brackets.txt", "(".repeat(50_000 * size) + SENTENCE),
    file("said-said.txt", "said ".repeat(50_000 * size)),
    file("if-if.txt", "if ".repeat(50_000 * size)),
    file("names.txt", "Vladimir Putin Joe Biden ".repeat(10_000 * size)),
    file("dates.txt", "31 December 2021 ".repeat(10_000 * size)),
    file("stops.txt", ".".repeat(100_000 * size)),
    file("short-lines.txt", "a\n".repeat(50_000 * size)),
    file("blank-lines.txt", `${SENTENCE}${"\n".repeat(200_000 * size)}${SENTENCE}`),
    file("share-lines.txt", "Share\n".repeat(20_000 * size)),
    file("link-labels.txt", "Related\nA title without a stop\n\n".repeat(5_000 * size)),
    file("all-boilerplate.txt", "Share\nSource link\n© 2021 Herald\n"),
    file("front-matter-open.txt", `---\ntitle: x\n${SENTENCE}`),
    file("front-matter-only.txt", "---\ntitle: x\n---\n", "empty"),
    file("front-matter-kind.txt", `---\nkind: poem\n---\n${SENTENCE}`, "option"),
  ];
}

function hostilePages(size: number): NastyFile[] {
  const page = (body: string) => `<!doctype html><html><body>${body}`;
  return [
    file("no-text.html", page("<script>let a = 1</script><img src=x>"), "empty"),
    file("nested.html", page(`${"<div>".repeat(900)}${PARAGRAPH}`)),
    file("nested-too-deep.html", page(`${"<div>".repeat(100_000)}${PARAGRAPH}`), "too-large"),
    file("chains.html", page(`${"<div>".repeat(100)}${PARAGRAPH}${"</div>".repeat(100)}`.repeat(20 * size))),
    file(
      "attributes.html",
      page(`<p ${Array.from({ length: 50_000 * size }, (_, n) => `a${n}=1`).join(" ")}>He left.</p>`),
    ),
    file("long-class.html", page(`<div class="${"article ".repeat(50_000 * size)}">${PARAGRAPH}</div>`)),
    file("script.html", page(`<script>${"var a = 1;".repeat(100_000 * size)}</script>${PARAGRAPH}`)),
    file("entities.html", page(`<p>${"&amp;".repeat(20_000 * size)}</p>`)),
    file("wide.html", page("<p>a".repeat(5_000 * size))),
    file("breaks.html", page(`<div>${"a<br><br>".repeat(3_000 * size)}</div>`)),
    file("broken.html", page(`<p>He said <b><i>yes</p></div></b>&lt &notanentity; <<<p>${PARAGRAPH}`)),
    file("nested-tables.html", page(`${"<table><tr><td>".repeat(100)}${PARAGRAPH}`)),
    file("comment-bomb.html", page(`${PARAGRAPH}${"<!--".repeat(50_000 * size)}`)),
    file(
      "json-ld-bomb.html",
      `<html><script type="application/ld+json">${"[".repeat(100_000)}</script><p>He left.</p>`,
    ),
    file(
      "hidden.html",
      page(`<p style="display:none">He said no.</p><p hidden>Never.</p><p>He said yes.</p>`),
    ),
    file("breakout.html", page(`<p>He said &lt;script&gt;alert(1)&lt;/script&gt; and "left".</p>`)),
  ];
}

function hostileMarkdown(size: number): NastyFile[] {
  return [
    file("stars.md", "a**b".repeat(20_000 * size)),
    file("stars-in-paragraphs.md", `${"a**b".repeat(400)}\n\n`.repeat(20 * size)),
    file("links.md", "[a](".repeat(20_000 * size)),
    file("quotes.md", `${">".repeat(20_000 * size)} He left.`),
    file("headings.md", "# a\n\n".repeat(5_000 * size)),
    file("list.md", "- a\n".repeat(10_000 * size)),
    file("deep-list.md", Array.from({ length: 300 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n")),
    file("only-image.md", "![a](b.png)", "empty"),
  ];
}
