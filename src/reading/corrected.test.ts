import { beforeAll, describe, expect, it } from "vitest";
import { documentFromText } from "../intake/documents.ts";
import { loadGazetteer } from "../intake/gazetteer.ts";
import type { Gazetteer } from "../lexicon/gazetteer.ts";
import { placeAt } from "../text/span.ts";
import { answerAt, correctedReadingOf, correctionProblem } from "./corrected.ts";
import { anchoredOf } from "./corrections/anchors.ts";
import type { Correction, FindingTarget, Json } from "./corrections.ts";
import { readingOf } from "./read.ts";
import type { Reading } from "./reading.ts";

const TEXT =
  "Ana Vale said that the corridor stays open. Bo Lang warned that the port would close on Monday.";

let gazetteer: Gazetteer;
let reading: Reading;
beforeAll(async () => {
  gazetteer = await loadGazetteer();
  reading = readingOf(documentFromText(TEXT, { date: "2022-01-10" }), gazetteer, null, []);
});

function targetAt(kind: FindingTarget["kind"], id: string, field: string | null = null): FindingTarget {
  const found = anchoredOf(reading, kind, id);
  if (found === null) throw new Error(`the reading has no ${id}`);
  return { kind, document: reading.document.id, anchor: found.anchor, beside: found.beside, field };
}

let count = 0;
function correction(
  target: FindingTarget,
  action: Correction["action"],
  value: Json = null,
  undoes: string | null = null,
): Correction {
  count++;
  const at = `2022-01-11T10:00:${String(count).padStart(2, "0")}Z`;
  return {
    id: `c${count}`,
    target,
    action,
    value,
    former: null,
    reader: null,
    author: "ida",
    reason: "read it",
    at,
    undoes,
  };
}

const speakers = (one: Reading) => one.statements.map(({ speaker }) => speaker);

describe("correctedReadingOf", () => {
  it("gives a changed act its own event type", () => {
    const to = (act: string) =>
      correctedReadingOf(reading, [correction(targetAt("statement", "s2", "act"), "change", act)]).reading
        .statements[1]?.plover;
    expect(to("promise")).toMatchObject({ type: "AGREE", mode: null });
    expect(to("predict")).toBeNull();
  });

  it("changes a speaker and leaves the Reading as it was", () => {
    const before = JSON.stringify(reading);
    const change = correction(targetAt("statement", "s2", "speaker"), "change", {
      id: "name:ola-berg",
      name: "Ola Berg",
    });
    const corrected = correctedReadingOf(reading, [change]);
    expect(corrected.reading.statements[1]?.speaker).toBe("name:ola-berg");
    expect(corrected.reading.statements[1]?.chain.at(-1)?.actor).toBe("name:ola-berg");
    expect(corrected.reading.actors.some(({ name }) => name === "Ola Berg")).toBe(true);
    expect(corrected.marks.map(({ finding, field }) => [finding, field])).toEqual([["s2", "speaker"]]);
    expect(JSON.stringify(reading)).toBe(before);
  });

  it("lets the latest correction of a place hold, and an undone one do nothing", () => {
    const target = targetAt("statement", "s1", "act");
    const first = correction(target, "change", "promise");
    const second = correction(target, "change", "deny");
    expect(correctedReadingOf(reading, [second, first]).reading.statements[0]?.act).toBe("deny");
    const undo = correction(target, "change", null, second.id);
    expect(correctedReadingOf(reading, [first, second, undo]).reading.statements[0]?.act).toBe("promise");
    const redo = correction(target, "change", null, undo.id);
    expect(correctedReadingOf(reading, [first, second, undo, redo]).reading.statements[0]?.act).toBe("deny");
  });

  it("takes a rejected attribution away with its statement", () => {
    const corrected = correctedReadingOf(reading, [correction(targetAt("attribution", "a1"), "reject")]);
    expect(speakers(corrected.reading)).toEqual(speakers(reading).slice(1));
    expect(corrected.rejected).toEqual([{ finding: "a1", kind: "attribution" }]);
  });

  it("finds a finding again by its words when another reader numbers it anew", () => {
    const accept = correction(targetAt("statement", "s2"), "accept");
    const renumbered: Reading = {
      ...reading,
      statements: reading.statements.map((one) => ({ ...one, id: `x${one.id}` })).reverse(),
    };
    expect(correctedReadingOf(renumbered, [accept]).marks[0]?.finding).toBe("xs2");
  });

  it("makes an orphan of a correction whose words are no finding any more, and changes nothing", () => {
    const change = correction(targetAt("statement", "s2", "speaker"), "change", "USA");
    const wider: Reading = {
      ...reading,
      statements: reading.statements.map((one) => ({
        ...one,
        content: one.content.map(({ start, end }) => placeAt(TEXT, start, end - 1)),
      })),
    };
    const corrected = correctedReadingOf(wider, [change]);
    expect(corrected.orphans).toEqual([change]);
    expect(corrected.reading).toEqual(wider);
  });

  it("adds a statement that the machine missed, marked as a person's", () => {
    const words = placeAt(TEXT, TEXT.indexOf("the port"), TEXT.indexOf("the port") + 8);
    const target: FindingTarget = {
      kind: "statement",
      document: reading.document.id,
      anchor: [words],
      beside: [],
      field: null,
    };
    const add = correction(target, "add", {
      speaker: { id: "name:ana-vale", name: "Ana Vale" },
      act: "announce",
    });
    expect(correctionProblem(reading, add)).toBeNull();
    const corrected = correctedReadingOf(reading, [add]);
    const last = corrected.reading.statements.at(-1);
    expect([last?.speaker, last?.act, last?.content[0]?.words]).toEqual([
      "name:ana-vale",
      "announce",
      "the port",
    ]);
    expect(corrected.marks.map(({ finding }) => finding)).toEqual([last?.id]);
  });
});

describe("correctionProblem", () => {
  it("refuses what does not fit, in words", () => {
    const change = (field: string, value: Json) =>
      correctionProblem(reading, { target: targetAt("statement", "s1", field), action: "change", value });
    expect(change("act", "shout")).toMatch(/^the value for "act" must be one of state, /);
    expect(change("colour", "red")).toMatch(
      /^a statement has no field "colour" to change: there are speaker, /,
    );
    expect(change("content", [{ start: 0, end: 3, words: "Eva" }])).toBe(
      'the value for "content" must stand in the text: at 0 to 3 there is "Ana"',
    );
    expect(change("act", "deny")).toBeNull();
  });

  it("gives the machine's former answer", () => {
    expect(answerAt(reading, targetAt("statement", "s2", "act"))).toBe("warn");
  });
});
