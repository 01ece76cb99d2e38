import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { InputError } from "./errors.ts";
import { type FileOptions, filesFrom } from "./files.ts";

const folder = mkdtempSync(join(tmpdir(), "readout-files-"));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, "b"));
for (const name of ["z.txt", "a.md", "B.html", "note.docx", ".hidden.txt", "b/c.txt"])
  writeFileSync(join(folder, name), name);
symlinkSync(folder, join(folder, "loop"));

async function namesOf(inputs: string[], options: FileOptions = {}): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of filesFrom(inputs, options)) names.push(name.replace(`${folder}/`, ""));
  return names;
}

test("filesFrom gives the files of a folder sorted, and tells which it skips", async () => {
  const skipped: string[] = [];
  const onSkipped = (name: string, why: string) => skipped.push(`${name.replace(`${folder}/`, "")}: ${why}`);
  expect(await namesOf([folder], { onSkipped })).toEqual(["B.html", "a.md", "b/c.txt", "z.txt"]);
  expect(skipped).toEqual([
    ".hidden.txt: its name starts with a stop",
    "loop: it is neither a file nor a folder",
    "note.docx: its ending is not known",
  ]);
});

test("filesFrom reads what is named outright, whatever its ending, in the order named", async () => {
  const inputs = [join(folder, "z.txt"), join(folder, "note.docx"), join(folder, "a.md")];
  expect(await namesOf(inputs)).toEqual(["z.txt", "note.docx", "a.md"]);
});

test("filesFrom reads standard input", async () => {
  async function* stdin() {
    yield Buffer.from("He ");
    yield Buffer.from("left.");
  }
  for await (const { name, bytes } of filesFrom(["-"], { stdin: stdin() })) {
    expect([name, Buffer.from(bytes).toString()]).toEqual(["-", "He left."]);
  }
});

test("filesFrom throws at the first file that is not there", async () => {
  await expect(namesOf(["no-such.txt"])).rejects.toThrow(
    'Cannot read document "no-such.txt": there is no such file',
  );
});

test("filesFrom goes on after an error when somebody listens", async () => {
  const errors: InputError[] = [];
  expect(
    await namesOf(["no-such.txt", join(folder, "a.md")], { onError: (error) => errors.push(error) }),
  ).toEqual(["a.md"]);
  expect(errors.map((error) => error.code)).toEqual(["not-found"]);
});

test("filesFrom refuses a file or an input over the limit", async () => {
  writeFileSync(join(folder, "b", "big.txt"), "x".repeat(100));
  await expect(namesOf([join(folder, "b", "big.txt")], { maxBytes: 10 })).rejects.toThrow(
    "the file has 100 bytes and the limit is 80",
  );
  async function* endless() {
    for (;;) yield Buffer.alloc(50);
  }
  await expect(namesOf(["-"], { maxBytes: 10, stdin: endless() })).rejects.toBeInstanceOf(InputError);
});

test("filesFrom stops when told to", async () => {
  await expect(namesOf([folder], { signal: AbortSignal.abort() })).rejects.toThrow("aborted");
});
