import { beforeAll, describe, expect, it } from "vitest";
import { documentFromText } from "../../intake/documents.ts";
import { loadGazetteer } from "../../intake/gazetteer.ts";
import { correctedReadingOf } from "../../reading/corrected.ts";
import { anchoredOf } from "../../reading/corrections/anchors.ts";
import type { Correction, FindingTarget, Json } from "../../reading/corrections.ts";
import { readingOf } from "../../reading/read.ts";
import type { Reading } from "../../reading/reading.ts";
import { placeAt } from "../../text/span.ts";
import { correctedIds, deedSaid, deedsOn, lastOf, targetOf } from "./hands.ts";

const TEXT =
  "Ana Vale said that the corridor stays open. Bo Lang warned that the port would close on Monday.";

let reading: Reading;
beforeAll(async () => {
  reading = readingOf(documentFromText(TEXT, { date: "2022-01-10" }), await loadGazetteer(), null, []);
});

function target(field: string | null): FindingTarget {
  const found = anchoredOf(reading, "statement", "s2");
  if (found === null) throw new Error("the reading has no s2");
  const { anchor, beside } = found;
  return { kind: "statement", document: reading.document.id, anchor, beside, field };
}

function correction(id: string, more: Partial<Correction> = {}): Correction {
  const at = `2022-01-11T10:00:0${id.slice(1)}Z`;
  const whole = { target: target(null), action: "accept", value: null, former: null, reader: null } as const;
  return { id, ...whole, author: "ida", reason: "", at, undoes: null, ...more };
}

describe("targetOf", () => {
  it("names a statement by the machine's words, also after a person changed them", () => {
    const at = TEXT.indexOf("the port");
    const value: Json = [{ ...placeAt(TEXT, at, at + 8) }];
    const change = correction("c1", { action: "change", target: target("content"), value });
    const corrected = correctedReadingOf(reading, [change]);
    expect(corrected.reading.statements[1]?.content[0]?.words).toBe("the port");
    expect(targetOf(corrected, "statement", "s2")).toEqual(target(null));
    expect([...correctedIds(corrected)].sort()).toEqual(["a2", "s2"]);
  });
});

describe("deeds", () => {
  it("tells what was done to a finding and who took it back", () => {
    const all = [correction("c1"), correction("c2", { undoes: "c1", author: "bo" }), correction("c3")];
    expect(deedsOn(target(null), all).map(({ correction: { id }, undoneBy }) => [id, undoneBy])).toEqual([
      ["c1", "bo"],
      ["c3", null],
    ]);
  });

  it("lastOf passes by what was taken back and what others did", () => {
    const all = [
      correction("c1"),
      correction("c2"),
      correction("c3", { undoes: "c2" }),
      correction("c4", { author: "bo" }),
    ];
    expect(lastOf("ida", all)?.id).toBe("c1");
    expect(lastOf("ida", all.slice(1, 3))).toBeNull();
  });

  it("deedSaid names actors and words", () => {
    const [ana] = reading.actors.filter(({ name }) => name === "Ana Vale");
    const change = correction("c1", {
      action: "change",
      target: target("speaker"),
      former: ana?.id ?? null,
      value: { id: "name:ola-berg", name: "Ola Berg" },
    });
    expect(deedSaid(change, reading.actors)).toBe("changed the speaker from Ana Vale to Ola Berg");
    expect(deedSaid(correction("c2", { action: "reject" }), [])).toBe("rejected it");
  });
});
