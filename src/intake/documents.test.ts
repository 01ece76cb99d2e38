import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { nastyFiles } from "../../cases/nasty/files.ts";
import { cpuMs } from "../../test/cpu-time.ts";
import type { Document } from "../text/document.ts";
import { type DocumentOptions, documentFrom, documentFromText, type Intake } from "./documents.ts";
import { InputError, type InputErrorCode } from "./errors.ts";

const STORY = "The minister said that the talks would go on in the spring.";

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, "utf8");
}

/** Every place holds the words that stand there, and regions cover all but white space, once. */
function expectWhole({ document, map }: Pick<Intake, "document" | "map">): void {
  const { text, regions } = document;
  let at = 0;
  for (const region of regions) {
    expect(region.start).toBeGreaterThanOrEqual(at);
    expect(region.end).toBeGreaterThan(region.start);
    expect(text.slice(region.start, region.end) === region.words).toBe(true);
    expect(text.slice(at, region.start).trim()).toBe("");
    at = region.end;
  }
  expect(text.slice(at).trim()).toBe("");
  for (const fact of factsOf(document)) {
    for (const { start, end, words } of fact.evidence) expect(text.slice(start, end)).toBe(words);
  }
  let end = 0;
  for (const run of map ?? []) {
    expect(run.start).toBeGreaterThanOrEqual(end);
    end = run.end;
  }
  expect(end).toBeLessThanOrEqual(text.length);
}

function factsOf(document: Document) {
  const { title, publisher, dateline, published, address, kind, side, language, translated } = document;
  return [title, publisher, dateline, published, address, kind, side, language, translated].filter(
    (one) => one !== null,
  );
}

async function codeOf(bytes: Uint8Array, options: DocumentOptions = {}): Promise<InputErrorCode | null> {
  try {
    expectWhole(await documentFrom(bytes, options));
    return null;
  } catch (error) {
    if (error instanceof InputError) return error.code;
    throw error;
  }
}

test("documentFrom makes a whole document of any bytes, or refuses them", async () => {
  const names = fc.constantFrom("a.txt", "a.md", "a.html", undefined);
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: "binary", maxLength: 200 }).map(bytesOf),
    fc
      .array(
        fc.constantFrom(
          ..."\n\r .,:“”\"'«»()<>/&;*_[]#`-|".split(""),
          "By ",
          "<p>",
          "<h1>",
          "---\n",
          "31.12.2021",
          "MOSCOW",
          "(AP) — ",
          "said",
          "Share",
          "Read also:",
        ),
        { maxLength: 60 },
      )
      .map((parts) => bytesOf(parts.join(""))),
  );
  await fc.assert(
    fc.asyncProperty(bytes, names, async (some, name) => {
      await codeOf(some, name === undefined ? {} : { name });
    }),
    { numRuns: 60 },
  );
});

test("documentFromText makes a whole document of any text, or refuses it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      try {
        expectWhole({ document: documentFromText(text), map: null });
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
      }
    }),
    { numRuns: 300 },
  );
});

/** At a tenth of their full size: enough to meet every limit that is not about size. */
test.each(nastyFiles(0.1).map((file) => [file.name, file] as const))(
  "documentFrom stands %s",
  async (name, file) => {
    expect(await codeOf(file.bytes, { name })).toBe(file.refused);
  },
);

test("documentFrom gives the same document for the same bytes, whatever the file is called", async () => {
  const first = await documentFrom(bytesOf(STORY), { name: "a.txt" });
  expect(await documentFrom(bytesOf(STORY), { name: "b.text" })).toEqual(first);
  expect(first.document.id).toBe(createHash("sha256").update(STORY).digest("hex"));
});

test("documentFrom keeps the text as it came, line ends and all, without the byte order mark", async () => {
  const { document, map } = await documentFrom(bytesOf(`\ufeffTitle\r\n\r\n${STORY}\r\n`));
  expect(document.text).toBe(`Title\r\n\r\n${STORY}\r\n`);
  expect(map).toBeNull();
});

test("documentFrom names both sizes when a text is too large", async () => {
  await expect(documentFrom(bytesOf(STORY), { maxBytes: 20, name: "x.txt" })).rejects.toThrow(
    `Cannot read document "x.txt": it has ${STORY.length} bytes and the limit is 20`,
  );
});

test("documentFrom takes facts from the front matter, and given ones before them", async () => {
  const source = `---\ntitle: "Ministers meet"\ndate: 2021-12-31\nside: RUS\nmood: grim\n---\n\n${STORY}`;
  const { document, map, ignoredKeys } = await documentFrom(bytesOf(source), { date: "2022-01-01" });
  expect(document).toMatchObject({
    text: STORY,
    title: { value: "Ministers meet", ground: "front-matter" },
    published: { value: "2022-01-01", ground: "given" },
    side: { value: "RUS", ground: "front-matter" },
  });
  expect(ignoredKeys).toEqual(["mood"]);
  const start = source.indexOf("The minister");
  expect(map).toEqual([{ start: 0, end: STORY.length, sourceStart: start, sourceEnd: source.length }]);
});

test("documentFrom reads a rule of hyphens at the start as text", async () => {
  const { document } = await documentFrom(bytesOf(`---\n${STORY}\n---\n`));
  expect(document.text).toContain("---");
});

test.each([
  [{ date: "31.12.2021" }, "its date"],
  [{ date: "2021-02-31" }, "its date"],
])("documentFrom refuses %j", async (options, words) => {
  await expect(documentFrom(bytesOf(STORY), options)).rejects.toThrow(words);
});

test("documentFrom tells pages and TEI by their bytes", async () => {
  const page = `<!-- saved --><html><body><p>${STORY}</p></body></html>`;
  expect((await documentFrom(bytesOf(page))).document.format).toBe("html");
  expect((await documentFrom(bytesOf(page), { format: "text" })).document.text).toBe(page);
  expect(await codeOf(bytesOf('<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"/>'))).toBe(
    "empty",
  );
});

test("documentFromText takes front matter for text: its offsets are the caller's", () => {
  const text = `---\ntitle: x\n---\n${STORY}`;
  expect(documentFromText(text).text).toBe(text);
});

test("documentFromText refuses half a surrogate pair", () => {
  expect(() => documentFromText("He said \ud83d and left.")).toThrow("half a surrogate pair at offset 8");
});

test("documentFrom needs no more than twice the time for twice the text, give or take", async () => {
  const line = "He said “yes” (and “no”) on 31 December 2021; Share this. ";
  const time = async (length: number) => {
    const bytes = bytesOf(line.repeat(length / line.length));
    const start = cpuMs();
    await documentFrom(bytes, { maxBytes: 4_000_000 });
    return cpuMs() - start;
  };
  await time(100_000);
  const short = await time(500_000);
  // Four times the text; a quadratic step would take sixteen times as long, and the machine may be busy.
  expect(await time(2_000_000)).toBeLessThan(short * 10 + 200);
});
