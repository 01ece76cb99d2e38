import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nameKeyOf } from "../lexicon/names.ts";
import { holderOf } from "../reading/links/terms-of-office.ts";
import { loadGazetteer } from "./gazetteer.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "readout-actors-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("loadGazetteer", () => {
  it("loads our list once, with a hash", async () => {
    const list = await loadGazetteer();
    expect(list.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await loadGazetteer()).toBe(list);
  });

  it.each([
    ["USA:president", "2021-12-30", "Joe Biden"],
    ["USA:president", "2017-01-20", "Donald Trump"],
    ["RUS:president", "2010-01-01", "Dmitry Medvedev"],
    ["RUS:presidential-aide", "2021-12-30", null],
    ["USA:press-secretary", "2021-12-30", "Jen Psaki"],
    ["GBR:prime-minister", "2019-07-20", "Theresa May"],
    ["GBR:prime-minister", "2019-07-24", "Boris Johnson"],
    ["DEU:prime-minister", "2021-12-08", "Olaf Scholz"],
    ["NATO:secretary-general", "2021-12-30", "Jens Stoltenberg"],
    ["SUN:foreign-minister", "1962-10-18", "Andrei Gromyko"],
    ["IND:foreign-minister", "2014-05-05", "Salman Khurshid"],
  ])("knows who was %s on %s: %s", async (office, day, name) => {
    const list = await loadGazetteer();
    const holder = holderOf(list, office, day);
    expect(holder === null ? null : list.personOf(holder.person)?.name).toBe(name);
  });

  it("lays a user's list over it, with another hash", async () => {
    const list = await loadGazetteer([
      file("mine.tsv", "person\t\tAnna Lindqvist\tNOR\t\tPresident@2024/\n"),
    ]);
    expect(list.peopleNamed(["Anna", "Lindqvist"].map(nameKeyOf))).toEqual(["name:anna-lindqvist"]);
    expect(list.peopleNamed(["Joe", "Biden"].map(nameKeyOf))).toEqual(["Q6279"]);
    expect(list.hash).not.toBe((await loadGazetteer()).hash);
  });

  it("refuses a row that it cannot understand, with its line", async () => {
    const bad = file("bad.tsv", "# mine\nperson\t\tAnna Lindqvist\nperso\t\tOle\n");
    await expect(loadGazetteer([bad])).rejects.toThrow(/line 3 starts with the unknown kind "perso"/);
    const nameless = file("nameless.tsv", "person\tQ1\n");
    await expect(loadGazetteer([nameless])).rejects.toThrow(/line 1 has no name/);
  });
});
