import { expect, test } from "vitest";
import { type KnownFacts, metadataOf } from "./metadata.ts";
import { regionsIn } from "./regions.ts";

function metadata(text: string, known: KnownFacts = {}) {
  const found = metadataOf(text, regionsIn(text), known);
  for (const fact of Object.values(found)) {
    for (const { start, end, words } of fact?.evidence ?? []) expect(text.slice(start, end)).toBe(words);
  }
  return found;
}

const STORY =
  "The minister said on Monday that the talks would go on in the spring.\n\nHe did not say where they would be held.";

test("metadataOf takes the title from the headline", () => {
  expect(metadata(`Ministers meet\n\n${STORY}`).title).toMatchObject({
    value: "Ministers meet",
    ground: "text",
  });
  expect(metadata(STORY).title).toBeNull();
});

test("metadataOf takes publisher and date from the dateline", () => {
  const { publisher, published, dateline } = metadata(`GENEVA, January 10, 2022 (AP) — ${STORY}`);
  expect(publisher).toMatchObject({ value: "Associated Press", ground: "text", evidence: [{ words: "AP" }] });
  expect(published).toMatchObject({ value: "2022-01-10", evidence: [{ words: "January 10, 2022" }] });
  expect(dateline?.value).toBe("GENEVA, January 10, 2022 (AP) —");
});

test("metadataOf gives no date without a year", () => {
  expect(metadata(`GENEVA, Jan 10 (Reuters) - ${STORY}`).published).toBeNull();
});

test("metadataOf joins a date and the clock under it", () => {
  const { published } = metadata(`Ministers meet\n\n31 December 2021\n02:20\n\n${STORY}`);
  expect(published).toMatchObject({
    value: "2021-12-31T02:20",
    evidence: [{ words: "31 December 2021" }, { words: "02:20" }],
  });
});

test("metadataOf prefers the day of publication to the day of a change", () => {
  const text = `Ministers meet\n\nUpdated: 2 January 2022\nPublished: 31 December 2021\n\n${STORY}`;
  expect(metadata(text).published?.value).toBe("2021-12-31");
  expect(metadata(`Ministers meet\n\nUpdated: 2 January 2022\n\n${STORY}`).published?.value).toBe(
    "2022-01-02",
  );
});

test("metadataOf takes the publisher from a copyright line or a byline", () => {
  expect(metadata(`${STORY}\n\n© 2021 Harbour Post. All rights reserved.`).publisher?.value).toBe(
    "Harbour Post",
  );
  expect(metadata(`Ministers meet\n\nBy Anna Vale, Reuters\n\n${STORY}`).publisher?.value).toBe("Reuters");
});

test("metadataOf does not take an agency that is only credited for a publisher", () => {
  expect(metadata(`${STORY} Interfax`).publisher).toBeNull();
});

test("metadataOf lets what is given win", () => {
  const given: KnownFacts = { publisher: { value: "Herald", ground: "given", evidence: [] } };
  expect(metadata(`GENEVA (AP) — ${STORY}`, given).publisher).toEqual(given.publisher);
});

test("metadataOf reckons publisher, side, kind and date from the address", () => {
  const known: KnownFacts = {
    address: { value: "http://en.kremlin.ru/events/2021/12/31/a", ground: "given", evidence: [] },
  };
  expect(metadata(STORY, known)).toMatchObject({
    publisher: { value: "Kremlin", ground: "reckoned" },
    published: { value: "2021-12-31", ground: "reckoned" },
    side: { value: "RUS", ground: "reckoned" },
    kind: { value: "readout", ground: "reckoned" },
  });
});

test("metadataOf does not call a state's news agency its official voice", () => {
  expect(metadata(`MOSCOW, December 31. /TASS/. ${STORY}`)).toMatchObject({
    publisher: { value: "TASS" },
    side: null,
    kind: { value: "news" },
  });
});

test.each([
  [
    "memorandum",
    `MEMORANDUM OF CONVERSATION\n\nSUBJECT: Berlin\n\nPARTICIPANTS: The President, the Ambassador\n\n${STORY}`,
  ],
  [
    "transcript",
    "MR. PRICE: Good afternoon.\n\nQUESTION: Who called?\n\nMR. PRICE: They did.\n\nQUESTION: When?",
  ],
  ["readout", `Readout of the call with the Prime Minister\n\n${STORY}`],
  [
    "news",
    `Ministers publish a memorandum of conversation that was secret for fifty years after the war ended\n\n${STORY}`,
  ],
  ["news", STORY],
])("metadataOf knows a %s by its cues", (kind, text) => {
  expect(metadata(text).kind.value).toBe(kind);
});

test("metadataOf knows English from other languages", () => {
  expect(metadata(STORY).language.value).toBe("en");
  expect(
    metadata("Le ministre a dit que les pourparlers allaient continuer au printemps.").language.value,
  ).toBe("und");
  expect(metadata("Die Minister haben in Wien gesagt, was sie wollen.").language.value).toBe("und");
  expect(metadata("Министр сказал, что переговоры продолжатся весной.").language.value).toBe("und");
});

test("metadataOf knows a translation by its notice", () => {
  const text = `${STORY}\n\nThis article was translated automatically.`;
  expect(metadata(text).translated).toMatchObject({ value: true, ground: "text" });
  expect(metadata(STORY).translated).toBeNull();
});
