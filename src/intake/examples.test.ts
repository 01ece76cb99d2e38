import { expect, test } from "vitest";
import { documentFrom } from "./documents.ts";
import { filesFrom } from "./files.ts";

const FOLDER = new URL("../../examples/2021-12-30-call", import.meta.url).pathname;

test("documentFrom reads the examples as their readme says", async () => {
  const rows: unknown[] = [];
  for await (const file of filesFrom([FOLDER])) {
    const { document } = await documentFrom(file.bytes, { name: file.name });
    const left = document.regions
      .filter((region) => region.kind === "boilerplate")
      .map((region) => region.why);
    rows.push([
      document.publisher?.value ?? null,
      document.kind.value,
      document.side?.value ?? null,
      document.published?.value ?? null,
      left,
    ]);
  }
  const pleas = ["source link", "share buttons", "funding plea", "ad-blocker plea", "signature"];
  expect(rows).toEqual([
    ["Kremlin (retold)", "transcript", "RUS", "2021-12-31", []],
    ["The Capital Courier", "news", null, "2021-12-31", ["link list", "subscription plea", "copyright line"]],
    [null, "news", null, "2021-12-31T09:14", pleas],
    ["Northwind News Agency", "news", null, "2021-12-30", []],
    ["Kremlin (retold)", "readout", "RUS", "2021-12-31", []],
    ["Harbour Post", "news", null, "2021-12-31T10:05+02:00", []],
    ["White House (retold)", "readout", "USA", "2021-12-30", []],
  ]);
});
