import { describe, expect, it } from "vitest";
import { genderOf, givenNameOf } from "./given-names.ts";
import { foldOf, nameKeyOf, nameKeysOf } from "./names.ts";

describe("nameKeyOf gives one key to all spellings", () => {
  const same = [
    ["Yuri", "Yury", "Yuriy", "Iurii", "Yurij"],
    ["Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskij"],
    ["Aliyev", "Aliev"],
    ["Lukashenko", "Lukashenka"],
    ["Erdogan", "Erdoğan"],
    ["Sergei", "Sergey", "Sergej"],
    ["Schröder", "Schroeder"],
    ["Scholz", "Scholtz"],
    ["António", "Antonio"],
    ["Nazarbayev", "Nazarbaev"],
    ["Sa'ar", "Saar", "Sa’ar"],
    ["Khamenei", "Hamenei"],
    ["Berdimuhamedow", "Berdimuhamedov"],
  ];
  it.each(same)("%s", (first, ...others) => {
    for (const other of others) expect(nameKeyOf(other)).toBe(nameKeyOf(first));
  });

  it("but keeps names apart that differ", () => {
    const names = ["Macron", "Merkel", "Putin", "Pompeo", "Patrushev", "Peskov", "Petrov"];
    expect(new Set(names.map(nameKeyOf)).size).toBe(names.length);
  });

  it("and none to a word too long to be a name", () => {
    expect(nameKeyOf("a".repeat(10_000))).toBe("");
  });
});

describe("nameKeysOf", () => {
  it("finds a full name and its first and last words", () => {
    expect(nameKeysOf("Yuri Viktorovich Ushakov")).toContain(nameKeysOf("Yury Ushakov")[0]);
  });
  it("takes short forms of first names for the long ones", () => {
    expect(nameKeysOf("Joseph Biden")).toEqual(nameKeysOf("Joe Biden"));
    expect(nameKeysOf("Vladimir Zelensky")).toEqual(nameKeysOf("Volodymyr Zelenskyy"));
  });
});

describe("given names", () => {
  it("are written as keys, or nothing would find them", () => {
    for (const name of ["Joseph", "Michael", "Oleksandr", "Mykola", "Mohammed"]) {
      expect(givenNameOf(nameKeyOf(name))).not.toBe(nameKeyOf(name));
    }
  });
  it("tell a woman by first name, or by a family name that only women bear", () => {
    expect(genderOf("annalena", "baerbock")).toBe("f");
    expect(genderOf("zlata", "orlova")).toBe("f");
    expect(genderOf("nikita", "orlov")).toBe(null);
  });
});

describe("foldOf", () => {
  it("drops accents, stops and apostrophes", () => {
    expect(foldOf("U.S.")).toBe("us");
    expect(foldOf("Élysée")).toBe("elysee");
    expect(foldOf("d’Orsay")).toBe("dorsay");
    expect(foldOf("Łukasz")).toBe("lukasz");
  });
});
