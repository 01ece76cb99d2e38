import { describe, expect, it } from "vitest";
import { placeAt } from "../text/span.ts";
import { nameOfLink } from "./link-names.ts";
import type { ChainLink } from "./reading.ts";

const TEXT = "An official, and later another official, said so.";
const usual = (actor: string) => (actor === "Q1" ? "Anna Vale" : actor);
const link = (given: Partial<ChainLink>): ChainLink => ({
  actor: null,
  evidence: [],
  basis: "said",
  attribution: null,
  ...given,
});
const words = (...parts: string[]) =>
  parts.map((part) => placeAt(TEXT, TEXT.indexOf(part), TEXT.indexOf(part) + part.length));

describe("nameOfLink", () => {
  it("calls an actor by the usual name, whatever the words", () => {
    expect(nameOfLink(link({ actor: "Q1", evidence: words("An official") }), usual, null)).toBe("Anna Vale");
  });

  it("gives the text's words of somebody whom no list knows", () => {
    const evidence = words("An official", "another official");
    expect(nameOfLink(link({ evidence }), usual, "Herald")).toBe("An official … another official");
  });

  it("gives the publisher's name where the text does not name who published it", () => {
    expect(nameOfLink(link({ basis: "published" }), usual, "Herald")).toBe("Herald");
    expect(nameOfLink(link({ basis: "said" }), usual, "Herald")).toBeNull();
    expect(nameOfLink(link({ basis: "published" }), usual, null)).toBeNull();
  });
});
