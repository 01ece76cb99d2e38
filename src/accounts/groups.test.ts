import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { documentFromText } from "../intake/documents.ts";
import { loadGazetteer } from "../intake/gazetteer.ts";
import type { Gazetteer } from "../lexicon/gazetteer.ts";
import { readingOf } from "../reading/read.ts";
import type { DocumentKind } from "../text/document.ts";
import type { ContactGroup } from "./accounts.ts";
import { groupsFrom } from "./groups.ts";
import { type ContactHead, headsOf } from "./heads.ts";

let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = await loadGazetteer();
});

/** `PUBLISHER · DATE · KIND · text`: heads of its contacts. */
function headsIn(line: string) {
  const [publisher = "", date = "", kind = "", text = ""] = line.split(" · ");
  const facts = { publisher, date, kind: kind === "readout" ? ("readout" as const) : ("news" as const) };
  return headsOf(readingOf(documentFromText(text, facts), gazetteer, null, []));
}

/** Publishers by contact: "Elysium+Herald | Courier", whatever the order of adding. */
function grouped(...lines: string[]): string {
  return groupedHeads(lines.map(headsIn));
}

function groupedHeads(
  heads: ContactHead[][],
  isCounted: (group: ContactGroup) => boolean = () => true,
): string {
  const said = (order: typeof heads) => {
    const publisherOf = new Map(order.flat().map((head) => [head.account, head.publisher]));
    return groupsFrom(order.flat())
      .filter(isCounted)
      .map(({ accounts }) =>
        accounts
          .map((account) => publisherOf.get(account))
          .sort()
          .join("+"),
      )
      .sort()
      .join(" | ");
  };
  const there = said(heads);
  expect(said([...heads].reverse())).toBe(there);
  return there;
}

const A_CALL =
  "Kremlin · 2021-12-30 · readout · Vladimir Putin had a telephone conversation with President of the United States Joe Biden.";

describe("groupsFrom", () => {
  it("joins two sides' readouts of one call", () => {
    expect(
      grouped(
        A_CALL,
        "White House · 2021-12-30 · readout · President Joe Biden spoke by phone today with President Vladimir Putin of Russia.",
      ),
    ).toBe("Kremlin+White House");
  });

  it("joins over midnight", () => {
    expect(
      grouped(
        "Kremlin · 2021-12-31 · readout · On 31 December, Vladimir Putin had a telephone conversation with President of the United States Joe Biden.",
        "White House · 2021-12-30 · readout · President Joe Biden spoke by phone today with President Vladimir Putin of Russia.",
      ),
    ).toBe("Kremlin+White House");
  });

  it("parts two calls that one publisher reports on two days running", () => {
    expect(
      grouped(
        A_CALL,
        "Kremlin · 2021-12-31 · readout · Vladimir Putin had a telephone conversation with President of the United States Joe Biden. They wished each other well.",
      ),
    ).toBe("Kremlin | Kremlin");
  });

  it("parts calls with different partners on one day", () => {
    expect(
      grouped(
        A_CALL,
        "Elysium · 2021-12-30 · readout · President Emmanuel Macron spoke by telephone with Vladimir Putin today.",
      ),
    ).toBe("Elysium | Kremlin");
  });

  it("parts a call and a meeting of the same two on one day", () => {
    expect(
      grouped(
        A_CALL,
        "White House · 2021-12-30 · readout · President Joe Biden met with President Vladimir Putin of Russia in Geneva today.",
      ),
    ).toBe("Kremlin | White House");
  });

  it("gives a day, a kind and names as id", () => {
    expect(groupsFrom(headsIn(A_CALL)).map(({ id }) => id)).toEqual([
      "2021-12-30-call-joe-biden-vladimir-putin",
    ]);
  });

  it("lets a person part and join", () => {
    const kremlin = headsIn(A_CALL);
    const house = headsIn(
      "White House · 2021-12-30 · readout · President Joe Biden spoke by phone today with President Vladimir Putin of Russia.",
    );
    const accounts = [...kremlin, ...house].map(({ account }) => account);
    expect(groupsFrom([...kremlin, ...house], [{ same: false, accounts }])).toHaveLength(2);
    const other = headsIn(
      "Herald · 2022-03-01 · news · President Joe Biden met President Vladimir Putin of Russia in Vienna on 28 February.",
    );
    const both = [...kremlin, ...other].map(({ account }) => account);
    expect(groupsFrom([...kremlin, ...other])).toHaveLength(2);
    expect(groupsFrom([...kremlin, ...other], [{ same: true, accounts: both }])).toHaveLength(1);
  });
});

/** `== PUBLISHER | DATE | KIND | SIDE` and the text: heads of its contacts. */
function headsOfAccount(block: string): ContactHead[] {
  const [head = "", ...lines] = block.split("\n");
  const [publisher = "", date = "", kind = "", side = "-"] = head.split(" | ");
  const facts = { publisher, date, kind: kind as DocumentKind, ...(side === "-" ? {} : { side }) };
  return headsOf(readingOf(documentFromText(lines.join("\n").trim(), facts), gazetteer, null, []));
}

describe("groupsFrom, on the accounts of cases/groups.txt", () => {
  const cases = readFileSync("cases/groups.txt", "utf8").split(/^# /m).slice(1);
  it.each(cases.map((block) => ({ title: block.split("\n")[0] ?? "", block })))("$title", ({ block }) => {
    const [accounts = "", expected = ""] = block.split(/^=> /m);
    const heads = accounts.split(/^== /m).slice(1).map(headsOfAccount);
    expect(groupedHeads(heads, ({ told }) => told)).toBe(expected.trim());
  });
});
