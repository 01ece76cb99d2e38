import { expect, test } from "vitest";
import { textFromBytes } from "./decode.ts";

function expectRefusal(bytes: number[] | Uint8Array, message: string): void {
  expect(() => textFromBytes(Uint8Array.from(bytes), "x.txt")).toThrow(message);
}

const WORDS = "The two presidents spoke.";

test("textFromBytes keeps every unit but the byte order mark", () => {
  expect(textFromBytes(Buffer.from("\ufeffa\r\n\tb\u00a0\u202e\ufeff\u001b\f"))).toBe(
    "a\r\n\tb\u00a0\u202e\ufeff\u001b\f",
  );
});

test("textFromBytes says which encoding it met and how to convert it", () => {
  expectRefusal(
    Buffer.from(`\ufeff${WORDS}`, "utf16le"),
    'Cannot read document "x.txt": the bytes are UTF-16LE, not UTF-8; convert it, for example with iconv -f UTF-16LE -t UTF-8',
  );
  expectRefusal(Buffer.from(WORDS, "utf16le"), "the bytes are UTF-16LE");
  expectRefusal(Buffer.from(WORDS, "utf16le").swap16(), "the bytes are UTF-16BE");
});

test("textFromBytes names the first bad byte and guesses at the encoding", () => {
  expectRefusal(
    [0x48, 0x65, 0x20, 0x93, 0x79, 0x94],
    "the byte at offset 3 is not UTF-8; it may be WINDOWS-1252",
  );
  const cyrillic = [
    0xcf, 0xf0, 0xe5, 0xe7, 0xe8, 0xe4, 0xe5, 0xed, 0xf2, 0x20, 0xd0, 0xee, 0xf1, 0xf1, 0xe8, 0xe8,
  ];
  expectRefusal(cyrillic, "the byte at offset 0 is not UTF-8; it may be WINDOWS-1251");
});

test("textFromBytes believes what a page says of its encoding", () => {
  expectRefusal(
    Buffer.from('<meta charset="koi8-r"><p>\u00c1\u00c2', "latin1"),
    "it may be KOI8-R: convert it",
  );
});

test.each([
  ["%PDF-1.7", "a PDF"],
  ["PK\u0003\u0004", "a ZIP archive"],
  ["{\\rtf1", "RTF"],
  ["GIF89a", "a GIF image"],
])("textFromBytes names the kind of file behind %j", (start, kind) => {
  expectRefusal(Buffer.from(start, "latin1"), `Cannot read document "x.txt": it is ${kind}`);
});

test("textFromBytes says what it cannot use", () => {
  expectRefusal([], "it is empty");
  expectRefusal(Buffer.from(" \n\u00a0"), "it holds only white space");
  expectRefusal(Buffer.from("a\0b"), "it holds a NUL character at offset 1");
});

test("textFromBytes reads a text that only starts like a file name", () => {
  expect(textFromBytes(Buffer.from("PDF files were exchanged."))).toBe("PDF files were exchanged.");
});
