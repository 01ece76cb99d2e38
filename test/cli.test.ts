/**
 * The command line as a person meets it: what comes out, what is said on the
 * error stream, and the exit code.
 */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { VERSION } from "../src/reading/version.ts";
import { MADE_TEXT } from "./made-reading.ts";
import { ESCAPES, ran } from "./made-world.ts";

let folder = "";
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "readout-test-"));
  writeFileSync(at("talk.txt"), MADE_TEXT);
  writeFileSync(at("empty.txt"), "");
  mkdirSync(at("pile"));
  writeFileSync(join(folder, "pile", "b.txt"), MADE_TEXT);
  writeFileSync(join(folder, "pile", "a.txt"), "Holt said that he will come.");
  writeFileSync(join(folder, "pile", "photo.png"), "no text");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("readout", () => {
  it("shows what there is, and says so as a mistake when nothing was asked", async () => {
    expect(await ran(["--help"])).toMatchObject({ exit: 0, err: "" });
    expect(await ran([])).toMatchObject({ exit: 2, out: "" });
  });

  it("prints its version", async () => {
    expect(await ran(["--version"])).toEqual({ exit: 0, out: `${VERSION}\n`, err: "" });
  });

  const wrong: [args: string[], line: string][] = [
    [["raed", "x"], "there is no command raed; did you mean read?"],
    [["read", "x", "--jsn"], "read has no flag --jsn; did you mean --json?"],
    [["read", "x", "--min-conf", "1"], "read has no flag --min-conf; did you mean --min-confidence?"],
    [["read", "x", "-z"], "read has no flag -z"],
    [["read", "x", "--date"], "--date wants a value: --date DATE"],
    [["read", "x", "--date", "--json"], "--date wants a value"],
    [
      ["read", "x", "--date", "31.12.2021"],
      "--date wants a day or moment as ISO 8601 writes it, not 31.12.2021",
    ],
    [["read", "x", "--date", "2021-02-30"], "--date wants a day"],
    [["read", "x", "--kind", "reedout"], "did you mean readout?"],
    [["read", "x", "--json=yes"], "--json takes no value"],
    [["read", "x", "--json", "--json"], "--json is given twice"],
    [["read", "x", "--max-bytes", "lots"], "--max-bytes wants a size above 0, not lots"],
    [["read", "x", "--min-confidence", "50"], "--min-confidence wants a number from 0 to 1, not 50"],
    [["read", "x", "--json", "--html", "y"], "--json and --html are two outputs"],
    [["read", "x", "--json", "--min-confidence", "0.5"], "--min-confidence does not go with --json"],
    [["read", "x", "y", "--title", "T"], "--title is for one document; 2 are named"],
    [["read", "-", "-"], "- is given twice"],
    [["--json", "read"], "--json stands before the command"],
    [["completion", "fihs"], "did you mean fish?"],
    [["completion"], "completion wants a SHELL: bash, zsh, fish"],
    [["predict", "x", "y"], "predict takes one FILE"],
    [["schema", "x"], "schema takes no x"],
    [["help", "red"], "there is no command red; did you mean read?"],
  ];
  for (const [args, line] of wrong) {
    it(`answers ${args.join(" ")} in one line`, async () => {
      const { exit, out, err } = await ran(args);
      expect(err).toContain(line);
      expect(err.startsWith("readout: ")).toBe(true);
      expect(err.trimEnd().split("\n").length).toBeLessThan(3);
      expect({ exit, out }).toEqual({ exit: 2, out: "" });
    });
  }

  it("knows a forgotten read by the file", async () => {
    expect((await ran([at("talk.txt")])).err).toContain(`did you mean readout read ${at("talk.txt")}?`);
  });

  it("gives help even when the rest of the line is wrong", async () => {
    const { exit, out } = await ran(["read", "--jsn", "--help"]);
    expect(exit).toBe(0);
    expect(out).toContain("--min-confidence P");
  });
});

describe("readout read", () => {
  it("prints a record", async () => {
    const { exit, out, err } = await ran(["read", at("talk.txt"), "--date", "2031-05-06"]);
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(out).toContain("Aide tells of a frank talk");
    expect(out).toMatch(/\d+ statements/);
    expect(out).toContain("if the strait is closed");
  });

  it("gives the same letters in colour and without", async () => {
    const plain = await ran(["read", at("talk.txt")], { env: { COLUMNS: "80" } });
    const colour = await ran(["read", at("talk.txt")], { env: { COLUMNS: "80", FORCE_COLOR: "1" } });
    expect(plain.out).not.toContain("\u001b");
    expect(colour.out).toContain("\u001b[");
    expect(colour.out.replace(ESCAPES, "")).toBe(plain.out);
  });

  it("colours a screen, unless NO_COLOR says otherwise", async () => {
    expect((await ran(["read", at("talk.txt")], { columns: 80 })).out).toContain("\u001b[");
    expect((await ran(["read", at("talk.txt")], { columns: 80, env: { NO_COLOR: "1" } })).out).not.toContain(
      "\u001b",
    );
  });

  it("keeps to the width of the screen", async () => {
    for (const columns of [30, 44, 60, 100]) {
      const { out } = await ran(["read", at("talk.txt")], { columns, env: { NO_COLOR: "1" } });
      expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(columns);
    }
  });

  it("lets nothing in a document act on the terminal", async () => {
    const text = `\u001b]0;owned\u0007Holt\u202e said that \u009b31m he will come.\u001b[2J`;
    const { out, exit } = await ran(["read", "-", "--title", "\u001b[2Jtitle\r"], { stdin: text });
    expect(exit).toBe(0);
    expect(out).toContain("<U+001B>");
    expect(out).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
  });

  it("prints one object for one document, a line each for several", async () => {
    const one = await ran(["read", at("talk.txt"), "--json"]);
    expect(JSON.parse(one.out).document.text).toBe(MADE_TEXT);
    const pile = await ran(["read", at("pile"), "--json"]);
    const lines = pile.out.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).document.text)).toEqual([
      "Holt said that he will come.",
      MADE_TEXT,
    ]);
    expect(pile.err).toContain("photo.png");
    expect((await ran(["read", at("pile"), "--json", "--quiet"])).err).toBe("");
  });

  it("gives the same bytes twice, and in another order", async () => {
    const args = (names: string[]) => ["read", ...names.map((name) => at(`pile/${name}`)), "--json"];
    const once = await ran(args(["a.txt", "b.txt"]));
    const again = await ran(args(["b.txt", "a.txt"]));
    expect(again.out.trimEnd().split("\n").reverse().join("\n")).toBe(once.out.trimEnd());
  });

  it("takes what is said of a document", async () => {
    const flags = ["--publisher", "Tarn Times", "--date", "2031-05-06", "--title", "T", "--kind", "readout"];
    const more = ["--side", "RUS", "--language", "en", "--address", "https://example.org/a", "--translated"];
    const { out } = await ran(["read", at("talk.txt"), "--json", ...flags, ...more]);
    const { document } = JSON.parse(out);
    const given = (value: unknown) => ({ value, ground: "given", evidence: [] });
    expect(document).toMatchObject({
      publisher: given("Tarn Times"),
      published: given("2031-05-06"),
      title: given("T"),
      kind: given("readout"),
      side: given("RUS"),
      language: given("en"),
      address: given("https://example.org/a"),
      translated: given(true),
    });
  });

  it("reads on when one file cannot be read, and says so in the exit code", async () => {
    const { exit, out, err } = await ran([
      "read",
      at("nowhere.txt"),
      at("empty.txt"),
      at("talk.txt"),
      "--json",
    ]);
    expect(exit).toBe(3);
    expect(out.trimEnd().split("\n")).toHaveLength(1);
    expect(err).toMatch(/^readout: cannot read .*nowhere\.txt": there is no such file\n/);
    expect(err).toMatch(/empty\.txt": .*empty/);
    expect(err.trimEnd().split("\n")).toHaveLength(2);
  });

  it("refuses what is too large, by the limit given", async () => {
    const { exit, err } = await ran(["read", at("talk.txt"), "--max-bytes", "100"]);
    expect(exit).toBe(3);
    expect(err).toContain("the limit is 100");
  });

  it("reads standard input when no file is named", async () => {
    const { exit, out } = await ran(["read", "--json"], { stdin: "Holt said that he will come." });
    expect(exit).toBe(0);
    expect(JSON.parse(out).document.text).toBe("Holt said that he will come.");
  });

  it("counts what min-confidence hides", async () => {
    const { out } = await ran(["read", at("talk.txt"), "--min-confidence", "1"]);
    expect(out).toMatch(/No statements, \d+ more below 1/);
  });

  it("writes a page whole or not at all", async () => {
    const page = at("out.html");
    expect(await ran(["read", at("talk.txt"), "--html", page])).toMatchObject({ exit: 0, out: "" });
    expect(readFileSync(page, "utf8")).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
    rmSync(page);
    expect((await ran(["read", at("empty.txt"), "--html", page])).exit).toBe(3);
    expect((await ran(["read", at("talk.txt"), "--html", at("no/such/place.html")])).exit).toBe(4);
    expect((await ran(["read", at("talk.txt"), "--html", folder])).exit).toBe(4);
    expect(readdirSync(folder).filter((name) => name.includes("html") || name.includes("tmp"))).toEqual([]);
  });

  it("puts a pile on one page, and a page on standard output", async () => {
    const { out } = await ran(["read", at("pile"), "--html", "-", "--quiet"]);
    expect(out).toContain("<title>2 documents</title>");
    expect(out.match(/<section class="document"/g)).toHaveLength(2);
  });
});

describe("readout predict", () => {
  const line = (id: string, text: string) => `${JSON.stringify({ id, text, mood: "?" })}\n`;

  it("writes a line for a line, with offsets into the text as it stands", async () => {
    const text = "\ufeffRuiz said: “Holt will come.”";
    const { exit, out } = await ran(["predict", "--rules"], { stdin: line("x", text) + line("y", "") });
    expect(exit).toBe(0);
    const [first, second] = out
      .trimEnd()
      .split("\n")
      .map((one) => JSON.parse(one));
    expect(second).toEqual({ id: "y", attributions: [] });
    const [{ source, cue, within }] = first.attributions;
    expect({ source, cue, within }).toEqual({ source: [[1, 5]], cue: [[6, 10]], within: null });
  });

  it("takes front matter and markup for text", async () => {
    const text = "---\ntitle: x\n---\nRuiz said that <b>Holt</b> will come.";
    const { out } = await ran(["predict"], { stdin: line("x", text) });
    const [{ source }] = JSON.parse(out).attributions;
    expect(text.slice(...(source[0] as [number, number]))).toBe("Ruiz");
  });

  it("unpacks gzip, told by its first bytes", async () => {
    const stdin = line("x", "Ruiz said that Holt will come.");
    expect((await ran(["predict"], { stdin: gzipSync(stdin) })).out).toBe(
      (await ran(["predict"], { stdin })).out,
    );
  });

  const bad: [what: string, stdin: string | Uint8Array, says: string][] = [
    ["no JSON", `${line("x", "Fine.")}{"id":\n`, "line 2: it is not JSON"],
    ["no object", "[]\n\n3\n", 'line 1: it has no "id"'],
    ["a number alone", "3\n", "line 1: it is not an object"],
    ["no id", '{"text":"x"}\n', 'line 1: it has no "id"'],
    ["no text", '\n{"id":"x"}\n', 'line 2: it has no "text"'],
    ["other encodings", Buffer.from([0x7b, 0xff, 0x0a]), "line 1: the line is not UTF-8"],
    [
      "half a gzip file",
      gzipSync(line("x", "Fine. ".repeat(5000))).subarray(0, 60),
      "gzip data is broken or ends too soon",
    ],
    ["half a surrogate pair", '{"id":"x","text":"a\\ud800"}\n', "line 1: it holds half a surrogate pair"],
  ];
  for (const [what, stdin, says] of bad) {
    it(`stops at ${what}, with the line`, async () => {
      const { exit, err } = await ran(["predict"], { stdin });
      expect(err).toContain(says);
      expect(err.trimEnd().split("\n")).toHaveLength(1);
      expect(exit).toBe(3);
    });
  }

  it("says which file is missing", async () => {
    const { exit, err } = await ran(["predict", at("none.jsonl")]);
    expect(err).toBe(`readout: cannot read "${at("none.jsonl")}": there is no such file\n`);
    expect(exit).toBe(3);
  });

  it("refuses a text over the limit", async () => {
    const { exit, err } = await ran(["predict", "--max-bytes", "10"], { stdin: line("x", "a".repeat(11)) });
    expect(err).toContain("line 1: it has 11 bytes and the limit is 10");
    expect(exit).toBe(3);
  });
});

describe("readout completion", () => {
  for (const shell of ["bash", "zsh", "fish"]) {
    it(`knows commands, flags and values in ${shell}`, async () => {
      const { exit, out } = await ran(["completion", shell]);
      expect(exit).toBe(0);
      for (const word of ["predict", "min-confidence", "memorandum", "zsh"]) expect(out).toContain(word);
    });
  }
});

describe("readout schema", () => {
  it("prints the published schema", async () => {
    const file = readFileSync(new URL("../schema/reading.schema.json", import.meta.url), "utf8");
    expect(await ran(["schema"])).toEqual({ exit: 0, out: file, err: "" });
  });
});
