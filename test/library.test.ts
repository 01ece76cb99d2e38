/**
 * The library as a program meets it.
 */

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CorrectionError, compare, InputError, openArchive, read, readAll } from "../src/index.ts";

const TEXT = "Ruiz said that Holt will come.";

describe("read", () => {
  it("reads text and bytes alike", async () => {
    const reading = await read(TEXT, { date: "2031-05-06", publisher: "Tarn Times" });
    expect(reading.document.publisher?.value).toBe("Tarn Times");
    expect(reading.attributions[0]?.source[0]?.words).toBe("Ruiz");
    const bytes = new TextEncoder().encode(TEXT);
    expect(await read(bytes, { date: "2031-05-06", publisher: "Tarn Times" })).toEqual(reading);
  });

  it("refuses with an error that a program can tell apart", async () => {
    await expect(read("")).rejects.toBeInstanceOf(InputError);
    await expect(read("")).rejects.toMatchObject({ code: "empty" });
    await expect(read(TEXT, { maxBytes: 5 })).rejects.toMatchObject({ code: "too-large" });
    await expect(read(TEXT, { date: "tomorrow" })).rejects.toMatchObject({ code: "option" });
    await expect(read(new Uint8Array([0x68, 0xff, 0x69]))).rejects.toMatchObject({ code: "encoding" });
    await expect(read("half \ud800 a pair")).rejects.toMatchObject({ code: "encoding" });
  });

  it("heeds a signal", async () => {
    const reason = new Error("enough");
    await expect(read(TEXT, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const reading = read(TEXT, { signal: controller.signal });
    controller.abort(reason);
    await expect(reading).rejects.toBe(reason);
  });
});

describe("readAll", () => {
  it("reads as documents come, in their order", async () => {
    async function* inputs() {
      yield TEXT;
      yield { input: new TextEncoder().encode(TEXT), publisher: "Harbour Post" };
    }
    const publishers: (string | null)[] = [];
    for await (const reading of readAll(inputs(), { publisher: "Tarn Times" })) {
      publishers.push(reading.document.publisher?.value ?? null);
    }
    expect(publishers).toEqual(["Tarn Times", "Harbour Post"]);
  });

  it("asks for a document only when the one before was taken", async () => {
    let given = 0;
    function* inputs() {
      for (;;) {
        given++;
        yield TEXT;
      }
    }
    for await (const reading of readAll(inputs())) {
      expect(reading.document.text).toBe(TEXT);
      if (given === 3) break;
    }
    expect(given).toBe(3);
  });

  it("stops at a signal between two documents", async () => {
    const controller = new AbortController();
    let read = 0;
    const all = async () => {
      for await (const reading of readAll([TEXT, TEXT, TEXT], { signal: controller.signal })) {
        expect(reading.notes).toBeDefined();
        read++;
        controller.abort(new Error("enough"));
      }
    };
    await expect(all()).rejects.toThrow("enough");
    expect(read).toBe(1);
  });
});

const EXAMPLES = new URL("../examples/2021-12-30-call/", import.meta.url);
const example = (name: string) => readFileSync(new URL(name, EXAMPLES));

describe("compare", () => {
  it("lays accounts of one contact side by side, in any order", async () => {
    const readings = await Promise.all(
      ["russia-readout.txt", "us-readout.txt", "capital-courier.md"].map((name) =>
        read(example(name), { name, rules: true }),
      ),
    );
    const [comparison, ...others] = await compare(readings, { rules: true });
    expect(others).toEqual([]);
    expect(comparison?.accounts).toHaveLength(3);
    const asked = comparison?.points.find(({ field }) => field === "requestedBy");
    expect(asked?.verdict.kind).toBe("contradicted");
    expect(await compare([...readings].reverse(), { rules: true })).toEqual([comparison]);
  });
});

describe("openArchive", () => {
  it("keeps documents and takes corrections", async () => {
    const folder = mkdtempSync(join(tmpdir(), "readout-library-"));
    const archive = await openArchive({ address: join(folder, "calls.db"), rules: true });
    const { document, reading } = await archive.add(new TextEncoder().encode(TEXT), { date: "2031-05-06" });
    const statement = reading.statements[0];
    const target = {
      kind: "statement" as const,
      document: document.id,
      anchor: statement?.content ?? [],
      beside: reading.attributions[0]?.cue ?? [],
      field: "act",
    };
    const draft = { target, action: "change" as const, author: "Ida Berg", reason: "He gave his word." };
    await archive.correct({ ...draft, value: "promise" });
    expect((await archive.reading(document.id))?.reading.statements[0]?.act).toBe("promise");
    expect((await archive.store.reading(document.id))?.statements[0]?.act).toBe(statement?.act);
    await expect(archive.correct({ ...draft, value: "shout" })).rejects.toBeInstanceOf(CorrectionError);
    await archive.close();
    rmSync(folder, { recursive: true });
  });
});
