import { describe, expect, test } from "vitest";
import { cpuMs } from "../../../test/cpu-time.ts";
import { placeAt } from "../../text/span.ts";
import { qualifiersOf } from "../qualifiers.ts";
import { eventIn } from "./events.ts";
import { ploverOf } from "./of-statement.ts";

describe("eventIn names the type of a deed", () => {
  test.each([
    ["AGREE", "Norland invited the premier of Sudland to visit Oslo."],
    ["AGREE", "Norland will lift its sanctions next month."],
    ["CONSULT", "The Norland president met his Sudland counterpart."],
    ["SUPPORT", "Norland and Sudland established diplomatic relations."],
    ["COOPERATE", "Norland extradited two suspects to Sudland."],
    ["AID", "Norland sent peacekeepers to Sudland."],
    ["CONCEDE", "Norland lifted the state of emergency."],
    ["RETREAT", "Norland pulled its troops out of Sudland."],
    ["REQUEST", "Norland said Sudland must disarm."],
    ["ACCUSE", "Norland summoned the Sudland ambassador over the raid."],
    ["REJECT", "Norland turned down the offer."],
    ["REJECT", "Norland said it would not attend the conference."],
    ["THREATEN", "Norland said it will expel three envoys."],
    ["PROTEST", "Miners went on strike in Norland."],
    ["SANCTION", "Norland recalled its ambassador from Sudland."],
    ["MOBILIZE", "Norland massed troops along the border."],
    ["COERCE", "Norland imposed a curfew in the capital."],
    ["ASSAULT", "Norland jets bombed rebel bases."],
    [undefined, "The weather in Norland was fine."],
  ])("%s: %s", (root, text) => {
    expect(eventIn(text, { start: 0, end: text.length })?.root).toBe(root);
  });

  test("takes the deed of the target's clause, and not what the source suffers", () => {
    const text = "The rebels have kidnapped two drivers and shelled Port Vale.";
    const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
    const whole = { start: 0, end: text.length };
    expect(eventIn(text, whole, span("The rebels"), span("two drivers"))?.root).toBe("COERCE");
    expect(eventIn(text, whole, span("The rebels"), span("Port Vale"))?.root).toBe("ASSAULT");
  });

  test("is linear on hostile text", () => {
    const text = "call for and ".repeat(20_000);
    const started = cpuMs();
    eventIn(text, { start: 0, end: text.length });
    expect(cpuMs() - started).toBeLessThan(500);
  });
});

describe("ploverOf gives a statement its type", () => {
  const read = (act: Parameters<typeof ploverOf>[1], content: string, hypothetical = false) => {
    const places = [placeAt(content, 0, content.length)];
    return ploverOf(content, act, places, qualifiersOf(content, places, act), hypothetical);
  };
  test("a threat carries what is threatened; a condition makes it hypothetical", () => {
    expect(read("threaten", "we will break off relations", true)).toEqual({
      type: "THREATEN",
      mode: "relations",
      operators: ["future", "hypothetical"],
    });
  });
  test("a promise to release prisoners yields", () => {
    expect(read("promise", "to release the prisoners")?.mode).toBe("yield");
  });
  test("a plain statement has none, unless it tells a deed between states", () => {
    expect(read("state", "the weather was fine")).toBeNull();
    expect(read("state", "the ministry had summoned the ambassador")?.type).toBe("ACCUSE");
    expect(read("state", "the army had attacked a village")).toBeNull();
  });
});
