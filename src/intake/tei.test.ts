import { expect, test } from "vitest";
import { cpuMs } from "../../test/cpu-time.ts";
import { documentFrom } from "./documents.ts";
import { InputError } from "./errors.ts";

/** A file in the manner of an edition of diplomatic papers; the texts are made up. */
function fileOf(document: string, before = ""): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v3_d12"><teiHeader><fileDesc>
<titleStmt><title>Papers, volume 3, document 12</title></titleStmt>
<publicationStmt><publisher>Office of the Archivist, U.S. Department of State</publisher>
<idno type="url">https://papers.example/v3/d12</idno></publicationStmt></fileDesc></teiHeader>
<text><front>${before}</front><body>${document}</body></text></TEI>`;
}

const MEMORANDUM = fileOf(
  `<div type="document" xml:id="d12" n="12">
    <head>12. Memorandum of Conversation<note n="1" type="source">Source: Archive, Box 4. Secret. Drafted by <persName>Hale</persName>.</note></head>
    <dateline><placeName>Lakeport</placeName>, <date when="1974-05-06T15:30:00">May 6, 1974, 3:30 p.m.</date></dateline>
    <list type="participants"><head>PARTICIPANTS</head><item>Minister <persName corresp="#p1">Orla
      Brandt</persName></item><item>Ambassador Vale</item></list>
    <p>The Minister said that ships &amp; crews would <pb n="31"/>leave.<note n="2">Not printed.</note> She did not say when.</p>
    <pb n="32"/>
    <p>The Ambassador asked who would pay.</p>
  </div>`,
  `<div xml:id="persons"><list><item><persName xml:id="p1">Brandt, Orla</persName>, Minister</item></list></div>`,
);

async function read(source: string, name = "x.xml") {
  return documentFrom(new TextEncoder().encode(source), { name });
}

async function refusalOf(source: string): Promise<string> {
  try {
    await read(source);
  } catch (error) {
    if (error instanceof InputError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "read";
}

test("extractTei keeps the document's words and nothing of the editors'", async () => {
  const { document } = await read(MEMORANDUM);
  expect(document.text).toBe(
    `Memorandum of Conversation

Lakeport, May 6, 1974, 3:30 p.m.

PARTICIPANTS

Minister Orla Brandt

Ambassador Vale

The Minister said that ships & crews would leave. She did not say when.

The Ambassador asked who would pay.`,
  );
});

test("extractTei tells what it left out", async () => {
  const { leftOut } = await read(MEMORANDUM);
  expect(leftOut).toEqual([
    { why: "list of persons", characters: 22 },
    { why: "the document's number", characters: 3 },
    { why: "source note", characters: 47 },
    { why: "editors' notes", characters: 12 },
    { why: "page breaks are not part of the text (2)", characters: 0 },
  ]);
});

test("extractTei maps every word back to the source", async () => {
  const { document, map } = await read(MEMORANDUM);
  for (const run of map ?? []) {
    const source = MEMORANDUM.slice(run.sourceStart, run.sourceEnd);
    const words = document.text.slice(run.start, run.end);
    const isExact = run.end - run.start === run.sourceEnd - run.sourceStart;
    if (isExact) expect(source).toBe(words);
    else expect([source, words]).toEqual(["&amp;", "&"]);
  }
  const runs = map ?? [];
  expect(runs.some((run) => MEMORANDUM.slice(run.sourceStart, run.sourceEnd).endsWith("leave."))).toBe(true);
});

test("extractTei reads comments, CDATA and references as XML means them", async () => {
  const body = `<p>One<!-- two --> three <![CDATA[<four> & five]]> &#x2014;&#33;</p><?pi six?>`;
  const { document, map } = await read(fileOf(body));
  expect(document.text).toBe("One three <four> & five —!");
  const source = fileOf(body);
  expect(
    (map ?? []).map((run) => source.slice(run.sourceStart, run.sourceEnd)).includes("<four> & five"),
  ).toBe(true);
});

test("extractTei keeps the printed one of two readings", async () => {
  const body = `<p>The <choice><sic>teh</sic><corr>the</corr></choice> <del>ten</del> <corr>ships</corr></p>`;
  expect((await read(fileOf(body))).document.text).toBe("The teh ships");
});

test("factsInTei takes day, hour, kind, side, publisher and address from the file", async () => {
  const { document } = await read(MEMORANDUM);
  expect(document.format).toBe("tei");
  expect(document.title?.value).toBe("Memorandum of Conversation");
  expect(document.published).toMatchObject({ value: "1974-05-06T15:30", ground: "text" });
  expect(document.published?.evidence[0]?.words).toBe("May 6, 1974, 3:30 p.m.");
  expect(document.kind).toMatchObject({ value: "memorandum", ground: "text" });
  expect(document.side?.value).toBe("USA");
  expect(document.publisher?.value).toBe("Office of the Archivist, U.S. Department of State");
  expect(document.address?.value).toBe("https://papers.example/v3/d12");
});

test("factsInTei tells a transcript by its turns, and gives no side where no state publishes", async () => {
  const turns = `<div type="document"><head>Call on the Ferry</head><p>Vale: Hello.</p><p>The Minister: Good day.</p><p>Vale: Well then.</p></div>`;
  const { document } = await read(
    fileOf(turns).replace("Office of the Archivist, U.S. Department of State", "Lakeport Press"),
  );
  expect(document.kind.value).toBe("transcript");
  expect(document.side).toBeNull();
});

test.each([
  [
    "a document type declaration",
    `<!DOCTYPE TEI [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><TEI><text><body><p>&b;</p></body></text></TEI>`,
    /^format: .*line 1 has a document type declaration/,
  ],
  [
    "a declaration that fetches",
    `<!DOCTYPE TEI SYSTEM "file:///etc/passwd"><TEI/>`,
    /document type declaration/,
  ],
  ["an entity nobody declared", fileOf("<p>&passwords;</p>"), /not well-formed XML: .*entity.* \(line 6, /],
  [
    "tags that do not match",
    fileOf("<p>One<hi>two</p></hi>"),
    /not well-formed XML: .*\(line \d+, column \d+\)/,
  ],
  ["an end too soon", fileOf("").slice(0, -9), /not well-formed XML/],
  [
    "elements nested without end",
    fileOf(`${"<hi>".repeat(300)}x${"</hi>".repeat(300)}`),
    /^too-large: .*nested deeper than 200/,
  ],
  [
    "attributes without end",
    fileOf(`<p ${Array.from({ length: 200 }, (_, i) => `a${i}="x"`).join(" ")}>x</p>`),
    /^too-large: .*more than 100 attributes/,
  ],
  ["two documents", fileOf(`<div type="document"/><div type="document"/>`), /it holds 2 documents/],
  ["no words", fileOf("<p/>"), /^empty: /],
  [
    "another kind of XML",
    `<?xml version="1.0"?><feed><entry>News</entry></feed>`,
    /^format: .*root is <feed>/,
  ],
])("extractTei refuses %s", async (_, source, message) => {
  expect(await refusalOf(source)).toMatch(message);
});

test("extractTei takes time in proportion to the file", async () => {
  const start = cpuMs();
  await read(fileOf(`<p>${"word<pb/>&amp;<!-- x -->".repeat(20_000)}</p>`));
  expect(cpuMs() - start).toBeLessThan(3000);
});
