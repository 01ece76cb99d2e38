import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actorListAt } from "./actor-list.ts";
import { InputError } from "./errors.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "readout-list-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function faultOf(content: string | Uint8Array): string {
  const path = join(folder, "list.tsv");
  writeFileSync(path, content);
  try {
    actorListAt(path);
    return "none";
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.message.startsWith(`Cannot read actors ${JSON.stringify(path)}: `)).toBe(true);
    expect(error.message).not.toContain("\n");
    return error.message.slice(error.message.indexOf(": ") + 2);
  }
}

describe("actorListAt", () => {
  it.each([
    ["a header, comments and empty lines", "\ufeffkind\tid\tname\tside\tnames\tterms\n# mine\n\n"],
    ["lines that end as on Windows", "person\t\tAnna Lindqvist\tNOR\t\tPresident@2024/\r\n"],
    [
      "every kind",
      "state\tX1\tX\ncapital\tX1\tY\norgan\tX1:court\tCourt\noutlet\torg:n\tN\noffice\tX1:chief\tChief\tX1\n",
    ],
    [
      "terms to the day, month and year",
      "person\tQ1\tA B\tNOR\t\tKing@2024-02-01/2025-03|Envoy@/2019|NATO:Chief@2020/~2024-01-01\n",
    ],
  ])("takes %s", (_, text) => expect(faultOf(text)).toBe("none"));

  it.each([
    ["person Anna Lindqvist NOR", "line 1 has no tab: part its cells by tabs, not by spaces"],
    ["perso\t\tAnna", 'line 1 starts with the unknown kind "perso": write person, state,'],
    ["# mine\n\nperson\tQ1", "line 3 has no name in its third column"],
    ["organ\t\tCourt", "line 1 has no id in its second column: only a person may go without"],
    ["person\tQ 1\tAnna", 'line 1 has the id "Q 1": write it without spaces'],
    ["person\t\tAnna\tNOR and SWE", 'line 1 has the side "NOR and SWE": write the id of one state'],
    [
      "office\tpresident\tPresident\tNOR",
      'line 1 has the office "president": write its side and key, as NOR:president',
    ],
    ["person\t\tAnna\tNOR\t\t\t\t", "line 1 has 8 cells: there are 6"],
    ["state\tX1\tX\tX1\t\tKing@2020/", "line 1 has terms: only a person holds offices"],
    ["person\t\tAnna\t\t\tKing@2020/", "line 1 has terms and no side: fill the fourth column"],
    ["person\t\tAnna\tNOR\t\tKing 2020", 'line 1 has the term "King 2020": write label@start/end'],
    ["person\t\tAnna\tNOR\t\tKing@2020-13/", 'line 1 has the term "King@2020-13/"'],
    ["person\t\tAnna\tNOR\t\tKing@2020/|Envoy@2019/2018", 'line 1 has the term "Envoy@2019/2018"'],
    ["person\t\tAn\0na\tNOR", "line 1 holds a NUL"],
  ])("refuses %j with its line", (text, fault) => expect(faultOf(text)).toContain(fault));

  it("refuses another encoding, a folder, and a file that is not there", () => {
    expect(faultOf(Uint8Array.of(0x70, 0xff, 0x0a))).toBe("it is not UTF-8; save it as UTF-8");
    expect(() => actorListAt(folder)).toThrow("it is a folder");
    expect(() => actorListAt(join(folder, "none.tsv"))).toThrow("there is no such file");
  });
});
