/**
 * A user's own list of actors, through the program: whom it names is known,
 * over our own list too, and the Reading says that it was made with it.
 */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Reading } from "../src/reading/reading.ts";
import { ran } from "./made-world.ts";

let folder = "";
const at = (name: string) => join(folder, name);
const TEXT = `OSLO, March 5 (Northwind) - Norwegian President Anna Lindqvist said that the strait would stay open.

The US president agreed to a second call. The Foreign Ministry of Norway said that it was content.`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "readout-actors-"));
  writeFileSync(at("talk.txt"), TEXT);
  writeFileSync(
    at("mine.tsv"),
    [
      "kind\tid\tname\tside\tnames\tterms",
      "person\tmine:lindqvist\tAnna Lindqvist\tNOR\t\tPresident@2021/",
      "person\tmine:brook\tJane Brook\tUSA\t\tPresident@2021-01-20/",
      "",
    ].join("\n"),
  );
  writeFileSync(at("bad.tsv"), "kind\tid\tname\nperson\t\tAnna Lindqvist\nperso\t\tOle\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function readWith(...flags: string[]): Promise<Reading> {
  const args = ["read", at("talk.txt"), "--date", "2021-12-31", "--rules", "--json", ...flags];
  const { out, err, exit } = await ran(args);
  expect({ err, exit }).toEqual({ err: "", exit: 0 });
  return JSON.parse(out) as Reading;
}

const linkOf = (reading: Reading, words: string) =>
  reading.mentions.find((mention) => mention.words === words)?.link;

describe("--actors", () => {
  it("ties names to the people of the list, whom nobody knows without it", async () => {
    const words = "Norwegian President Anna Lindqvist";
    expect(linkOf(await readWith(), words)).toMatchObject({
      actor: "name:anna-lindqvist",
      rule: "unlisted-name",
    });
    expect(linkOf(await readWith("--actors", at("mine.tsv")), words)).toMatchObject({
      actor: "mine:lindqvist",
      rule: "full-name",
    });
  });

  it("overrules our list in who held an office", async () => {
    expect(linkOf(await readWith(), "The US president")?.actor).toBe("Q6279");
    const reading = await readWith("--actors", at("mine.tsv"));
    expect(linkOf(reading, "The US president")).toMatchObject({
      actor: "mine:brook",
      ground: "role-at-date",
    });
    expect(reading.actors.find((actor) => actor.id === "mine:brook")?.role).toBe(
      "President of the United States",
    );
  });

  it("is told in the Reading's hash of actors, by content and not by name", async () => {
    const bare = (await readWith()).reader.actors;
    const mine = (await readWith("--actors", at("mine.tsv"))).reader.actors;
    writeFileSync(at("copy.tsv"), "person\tmine:x\tXenia Moe\n");
    const other = (await readWith("--actors", at("copy.tsv"))).reader.actors;
    expect(new Set([bare, mine, other]).size).toBe(3);
  });

  it("goes with predict", async () => {
    const stdin = `${JSON.stringify({ id: 1, text: TEXT })}\n`;
    expect(await ran(["predict", "--rules", "--actors", at("mine.tsv")], { stdin })).toMatchObject({
      exit: 0,
      err: "",
    });
  });

  for (const command of [
    ["read", "talk.txt", "--json"],
    ["read", "talk.txt", "--html", "out.html"],
    ["predict", "talk.txt"],
  ]) {
    it(`stops ${command[0]} ${command[2] ?? ""} before anything is read when a row cannot be used`, async () => {
      const args = command.map((arg) => (arg.includes(".") ? at(arg) : arg));
      const { exit, out, err } = await ran([...args, "--actors", at("bad.tsv")]);
      expect(err).toContain(
        `readout: cannot read actors "${at("bad.tsv")}": line 3 starts with the unknown kind "perso"`,
      );
      expect(err).toContain("\n  docs/actors.md tells how a list is written\n");
      expect({ exit, out }).toEqual({ exit: 3, out: "" });
    });
  }

  it("says that a list is not there", async () => {
    const { exit, err } = await ran(["read", at("talk.txt"), "--actors", at("none.tsv")]);
    expect(err).toContain("there is no such file");
    expect(exit).toBe(3);
  });
});
