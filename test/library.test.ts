/**
 * The library as a program meets it.
 */

import { describe, expect, it } from "vitest";
import { InputError, read, readAll } from "../src/index.ts";

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
