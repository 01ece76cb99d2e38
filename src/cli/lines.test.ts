import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesIn } from "./lines.ts";

async function linesOf(bytes: Uint8Array, pieceSize: number, most = 1000): Promise<string[]> {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize);
  }
  const lines: string[] = [];
  for await (const { text } of linesIn(pieces(), most)) lines.push(text);
  return lines;
}

describe("linesIn", () => {
  it("gives the same lines however the stream is cut", async () => {
    const text = fc.array(fc.string({ unit: "grapheme" }).map((line) => line.replace(/[\r\n\ufeff]/g, "")));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (lines, pieceSize) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(""));
        // Bytes that begin as gzip does are gzip.
        fc.pre(bytes[0] !== 0x1f);
        expect(await linesOf(bytes, pieceSize)).toEqual(lines);
      }),
    );
  });

  it("needs no line end after the last line, and takes CRLF and a byte order mark", async () => {
    expect(await linesOf(Buffer.from("\ufeffa\r\n\r\nb"), 2)).toEqual(["a", "", "b"]);
  });

  it("refuses a line that is too long, before it is all read", async () => {
    await expect(linesOf(Buffer.from(`ok\n${"x".repeat(1000)}`), 10, 100)).rejects.toThrow(
      "longer than 100 bytes",
    );
  });
});
