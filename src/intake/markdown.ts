/**
 * Markdown: source to text. Takes the decoded source and where the front
 * matter ends; gives the text a reader would see, with a map back. Link labels
 * stay and addresses go; headings become headlines; code stays as it is;
 * images and embedded HTML are left out and told. Square brackets that are no
 * link ("he [the minister] said") are the author's own and stay.
 *
 * Lezer's parser, because it gives exact offsets and a flat tree, and took a
 * hundredth of the time of the next best on hostile input.
 */

import { parser } from "@lezer/markdown";
import type { Extract, LeftOut } from "./extracts.ts";
import { type Setting, TextWriter } from "./text-writer.ts";

/**
 * Emphasis, links and nested quotations cost the square of their marks in a paragraph.
 * A paragraph of prose has a handful; a source past this is read as plain text.
 */
const MOST_MARKS = 1000;
const MARK = new Set(["*", "_", "[", ">"]);

export function extractMarkdown(source: string, start: number): Extract {
  if (hasTooManyMarks(source)) return asPlainText(source, start);
  const walk = new Walk(source, start);
  return { ...walk.finish(), facts: {}, leftOut: walk.leftOut };
}

function hasTooManyMarks(source: string): boolean {
  let marks = 0;
  let lineIsBlank = true;
  for (let at = 0; at < source.length; at++) {
    const unit = source[at];
    if (unit === "\n") {
      if (lineIsBlank) marks = 0;
      lineIsBlank = true;
    } else if (unit !== " " && unit !== "\t" && unit !== "\r") {
      lineIsBlank = false;
      if (MARK.has(unit ?? "") && ++marks > MOST_MARKS) return true;
    }
  }
  return false;
}

function asPlainText(source: string, start: number): Extract {
  const text = source.slice(start);
  const why = `a paragraph has more than ${MOST_MARKS} marks of Markdown: all is read as plain text`;
  return {
    text,
    map: [{ start: 0, end: text.length, sourceStart: start, sourceEnd: source.length }],
    hints: [],
    facts: {},
    leftOut: [{ why, characters: 0 }],
  };
}

const PLAIN: Setting = { pre: false, hint: null };

/** Blocks whose own words are text. */
const LEAVES: Readonly<Record<string, Setting>> = {
  Paragraph: PLAIN,
  TableCell: PLAIN,
  CodeBlock: { pre: true, hint: null },
  CodeText: { pre: true, hint: null },
  ATXHeading1: { pre: false, hint: { kind: "headline", why: "heading (level 1)" } },
  ATXHeading2: { pre: false, hint: { kind: "headline", why: "heading (level 2)" } },
  ATXHeading3: { pre: false, hint: { kind: "headline", why: "heading (level 3)" } },
  ATXHeading4: { pre: false, hint: { kind: "headline", why: "heading (level 4)" } },
  ATXHeading5: { pre: false, hint: { kind: "headline", why: "heading (level 5)" } },
  ATXHeading6: { pre: false, hint: { kind: "headline", why: "heading (level 6)" } },
  SetextHeading1: { pre: false, hint: { kind: "headline", why: "heading (level 1)" } },
  SetextHeading2: { pre: false, hint: { kind: "headline", why: "heading (level 2)" } },
};

/** Marks inside a leaf that are no words. */
const MARKS = new Set(
  "HeaderMark EmphasisMark CodeMark QuoteMark ListMark URL LinkTitle Autolink HTMLTag Comment ProcessingInstruction".split(
    " ",
  ),
);
const LEFT_OUT: Readonly<Record<string, string>> = {
  Image: "images",
  HTMLBlock: "HTML in Markdown",
  CommentBlock: "comments",
  ProcessingInstructionBlock: "HTML in Markdown",
};

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  laquo: "«",
  raquo: "»",
  hellip: "…",
};

interface Node {
  name: string;
  from: number;
  to: number;
  node: { getChild(name: string): { from: number; to: number } | null };
}

/** One walk over the tree of a source; offsets of the tree count from `shift`. */
class Walk {
  readonly leftOut: LeftOut[] = [];
  private readonly writer = new TextWriter();
  private readonly labels = new Set<string>();
  /** The leaf that is being written, and how far it is written. */
  private setting: Setting | null = null;
  private at = 0;
  /** The links around, innermost last: whether each is one, so that its marks go. */
  private links: boolean[] = [];
  /** List items around. */
  private items = 0;
  private readonly source: string;
  private readonly shift: number;

  constructor(source: string, shift: number) {
    this.source = source;
    this.shift = shift;
    const tree = parser.parse(source.slice(shift));
    tree.iterate({ enter: (node) => this.noteLabel(node) });
    tree.iterate({ enter: (node) => this.enter(node), leave: (node) => this.leave(node) });
  }

  finish() {
    return this.writer.finish();
  }

  /** Labels that are defined somewhere: only brackets around these are links. */
  private noteLabel(node: Node): void {
    if (node.name !== "LinkReference") return;
    const label = node.node.getChild("LinkLabel");
    if (label) this.labels.add(this.labelAt(label.from, label.to));
  }

  private labelAt(from: number, to: number): string {
    return this.words(from, to)
      .replace(/^\[|\]$/gu, "")
      .replace(/\s+/gu, " ")
      .trim()
      .toLowerCase();
  }

  private words(from: number, to: number): string {
    return this.source.slice(from + this.shift, to + this.shift);
  }

  /** Answers `false` to stay out of what is below. */
  private enter(node: Node): boolean {
    const why = LEFT_OUT[node.name];
    if (why) return this.drop(node, why);
    if (node.name === "LinkReference") return false;
    const leaf = LEAVES[node.name];
    if (leaf && this.setting === null) {
      this.separate(node.name);
      this.setting = leaf;
      this.at = node.from;
      return true;
    }
    if (this.setting === null) {
      if (node.name === "ListItem") this.items++;
      this.separate(node.name);
      return true;
    }
    return this.enterInline(node, this.setting);
  }

  private enterInline(node: Node, setting: Setting): boolean {
    if (node.name === "Link") {
      this.links.push(this.isLink(node));
      return true;
    }
    if (node.name === "LinkMark" || node.name === "LinkLabel") {
      if (this.links[this.links.length - 1]) this.skip(node, setting);
      return false;
    }
    if (node.name === "HardBreak") {
      this.skip(node, setting);
      this.writer.separate(2);
    } else if (node.name === "HTMLTag") {
      this.skip(node, setting);
      if (/^<br\b/iu.test(this.words(node.from, node.to))) this.writer.separate(2);
    } else if (MARKS.has(node.name)) {
      this.skip(node, setting);
    } else if (node.name === "Escape") {
      this.flush(node.from, setting);
      this.at = node.from + 1;
    } else if (node.name === "Entity") {
      this.putEntity(node, setting);
    }
    return true;
  }

  private isLink(node: Node): boolean {
    if (node.node.getChild("URL")) return true;
    const label = node.node.getChild("LinkLabel");
    return this.labels.has(label ? this.labelAt(label.from, label.to) : this.labelAt(node.from, node.to));
  }

  private putEntity(node: Node, setting: Setting): void {
    const name = this.words(node.from + 1, node.to - 1);
    const code = /^#(?:x(?<hex>[0-9a-f]{1,6})|(?<decimal>\d{1,7}))$/iu.exec(name)?.groups;
    const value = code ? Number.parseInt(code.hex ?? code.decimal ?? "", code.hex ? 16 : 10) : 0;
    const isCharacter = value > 0 && value <= 0x10ffff && !(value >= 0xd800 && value <= 0xdfff);
    const data = code ? (isCharacter ? String.fromCodePoint(value) : undefined) : ENTITIES[name];
    // An entity that is not known here stays as it is written.
    if (data === undefined) return;
    this.flush(node.from, setting);
    this.writer.write({ data, start: node.from + this.shift, end: node.to + this.shift }, setting);
    this.at = node.to;
  }

  private skip(node: Node, setting: Setting): void {
    this.flush(node.from, setting);
    this.at = Math.max(this.at, node.to);
  }

  /** Writes the leaf's words up to there. */
  private flush(to: number, setting: Setting): void {
    if (to <= this.at) return;
    this.writer.write(
      { data: this.words(this.at, to), start: this.at + this.shift, end: to + this.shift },
      setting,
    );
    this.at = to;
  }

  private leave(node: Node): void {
    if (node.name === "Link" && this.setting) this.links.pop();
    if (node.name === "ListItem") this.items--;
    if (this.setting === null || LEAVES[node.name] !== this.setting) return;
    this.flush(node.to, this.setting);
    this.setting = null;
    this.separate(node.name);
  }

  private separate(name: string): void {
    if (name === "ListItem" || name === "TableRow") this.writer.separate(2);
    else if (name === "TableCell") this.writer.separate(1);
    else if (
      /^(?:Paragraph|ATX|Setext|Code|FencedCode|Bullet|Ordered|Blockquote|Table|HorizontalRule)/u.test(name)
    ) {
      this.writer.separate(name === "Paragraph" && this.items > 0 ? 2 : 3);
    }
  }

  private drop(node: Node, why: string): boolean {
    if (this.setting) this.skip(node, this.setting);
    const characters = node.to - node.from;
    const known = this.leftOut.find((one) => one.why === why);
    if (known) known.characters += characters;
    else this.leftOut.push({ why, characters });
    return false;
  }
}
