/**
 * docs/rules.md, the tables in src/reading/rules/ and the reader say the same:
 * every rule has its row with its line, every example shows its rule, and
 * whatever rule a Reading names is in the tables.
 */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { read } from "../src/index.ts";
import { RULES } from "../src/reading/attributions/rules.ts";
import { explainerOf } from "../src/reading/explain.ts";
import { RULE_TABLES, type RuleFamily } from "../src/reading/rules.ts";
import { casesIn } from "./marked.ts";
import { explanationsOf, parseExample, ruleRowsIn, showsRule } from "./rule-examples.ts";

const FAMILIES = Object.keys(RULE_TABLES) as RuleFamily[];
const rows = ruleRowsIn("docs/rules.md");
const tableOf = (family: RuleFamily): Readonly<Record<string, string>> => RULE_TABLES[family];

/** Rules without an example, and why there is none. A row with an example must not stand here. */
const NOT_SHOWN: Readonly<Record<string, string>> = {
  "link no-clue": "a guard: every mention has a clue",
  "link no-name": "a guard: it is asked of names only",
  "link no-pronoun": "a guard: it is asked of pronouns only",
  "link no-role": "a guard: it is asked of roles only",
  "link no-thing": "a guard: it is asked of things only",
  "link no-rule": "a guard: every clue has its rule",
  "link no-words": "a guard: a role has letters",
  "link circle": "a guard: no rule asks for a mention after its own",
  "link participant-unknown": "a guard: who stands in a list of those present has a name",
  "plover COOPERATE": "a plain statement tells no such deed yet",
  "plover AID": "a plain statement tells no such deed yet",
  "plover PROTEST": "a plain statement tells no such deed yet",
  "plover MOBILIZE": "a plain statement tells no such deed yet",
  "plover ASSAULT": "a plain statement tells no such deed yet",
  "operator historical": "no rule sets it yet",
};

describe("docs/rules.md", () => {
  for (const family of FAMILIES) {
    it(`names every rule of ${family}, with the line that explain gives, and no other`, () => {
      const told = new Map(rows.filter((row) => row.family === family).map(({ name, says }) => [name, says]));
      const known = new Map(Object.entries(tableOf(family)));
      const missing = [...known.keys()].filter((name) => !told.has(name));
      const tooMany = [...told.keys()].filter((name) => !known.has(name));
      const otherwise = [...told].filter(([name, says]) => known.has(name) && known.get(name) !== says);
      expect({ missing, tooMany, otherwise }).toEqual({ missing: [], tooMany: [], otherwise: [] });
    });
  }

  it("has an example for each rule, but for those that cannot have one", () => {
    const without = rows
      .filter(({ example }) => example === "—")
      .map(({ family, name }) => `${family} ${name}`);
    expect(without.sort()).toEqual(Object.keys(NOT_SHOWN).sort());
  });

  it("says of each what is known to go wrong, be it nothing", () => {
    expect(rows.filter(({ misses }) => misses === "").map(({ name }) => name)).toEqual([]);
  });

  for (const family of FAMILIES) {
    it(`has examples that show the rules of ${family}`, async () => {
      const wrong: string[] = [];
      for (const row of rows.filter((one) => one.family === family && one.example !== "—")) {
        const example = parseExample(row.example);
        const explanations = await explanationsOf(example);
        if (!explanations.some((one) => showsRule(one, row, example.words)))
          wrong.push(`${row.name}: ${row.example}`);
      }
      expect(wrong).toEqual([]);
    });
  }
});

describe("the tables of rules", () => {
  it("have every rule of attribution", () => {
    const known = Object.keys(RULE_TABLES.attribution).filter((name) => !name.startsWith("model"));
    expect(known.sort()).toEqual(Object.keys(RULES).sort());
  });

  it("have every rule that stands in the code as a word", () => {
    const names = FAMILIES.flatMap((family) => Object.keys(tableOf(family)));
    const known = new Set(names.map((name) => name.replace(/^condition\//, "")));
    expect(rulesInCode().filter((name) => !known.has(name))).toEqual([]);
  });

  it("have every rule that Readings of the examples and cases name", async () => {
    const texts = [
      ...["cases/attributions.txt", "cases/misses.txt"].flatMap((path) =>
        casesIn(path).map(({ text }) => text),
      ),
      ...filesUnder("examples").map((path) => readFileSync(path)),
    ];
    const missing = new Set<string>();
    let named = 0;
    for (const text of texts) {
      const explainer = explainerOf(await read(text, { rules: true, date: "2021-12-31" }));
      for (const id of explainer.ids.flatMap(({ ids }) => ids)) {
        for (const { rule } of explainer.explain(id)?.reasons ?? []) {
          if (rule === null) continue;
          named++;
          if (!Object.hasOwn(tableOf(rule.family), rule.name)) missing.add(`${rule.family} ${rule.name}`);
        }
      }
    }
    expect([...missing]).toEqual([]);
    expect(named).toBeGreaterThan(1000);
  });
});

/** Names given as `rule: "…"`, or to the functions that make a link. */
function rulesInCode(): string[] {
  const code = filesUnder("src/reading")
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
    .map((path) => readFileSync(path, "utf8"))
    .join("\n");
  const patterns = [
    /\brule: "([^"]+)"(?! \|)/g,
    /\bunknown\("([^"]+)"/g,
    /\b(?:linked|officeLink)\((?:[^;]*?),\s*"([a-z]+(?:-[a-z]+)+)"/g,
  ];
  const names = patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? ""));
  return [...new Set(names.map((name) => name.replace(/^condition\//, "")))].sort();
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("README"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
