/**
 * The store: one suite, run over each database.
 */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, type StoreOptions } from "../src/store/open.ts";
import type { SearchQuery, Store } from "../src/store/store.ts";
import { wordsAt } from "./made-reading.ts";
import { correctionAt, madeCorrection, madeDraft, moved, readingFor, sha256 } from "./made-store.ts";
import { type StorePlace, storePlaces } from "./store-places.ts";

const CALL =
  "Holt warned that if the strait is closed, Arden will answer. Lund said the sanctions were never discussed. Ruiz added that talks go on.";
const call = madeDraft(CALL, {
  name: "call.txt",
  title: "A frank talk",
  publisher: "Coastal News",
  published: "2031-05-05",
  statements: [
    {
      chain: ["CN", "ruiz", "holt"],
      words: "if the strait is closed, Arden will answer",
      act: "threaten",
      addressee: "lund",
      kinds: ["if"],
      confidence: 0.4,
    },
    { chain: ["CN", "lund"], words: "the sanctions were never discussed", act: "deny" },
    { chain: ["CN", "ruiz"], words: "talks go on" },
  ],
});
const later = madeDraft("Lund promised not to close the strait unless Arden imposes further sanctions.", {
  publisher: "Brill Gazette",
  published: "2031-06-10T09:00+02:00",
  statements: [
    {
      chain: [null, "lund"],
      words: "not to close the strait unless Arden imposes further sanctions",
      act: "promise",
      kinds: ["unless"],
    },
  ],
});
const undated = madeDraft("Nobody said anything of café sanctions.", {
  statements: [{ chain: [null], words: "Nobody said anything of café sanctions" }],
});

describe.each(storePlaces())("a store in $kind", (place: StorePlace) => {
  const opened: Store[] = [];
  const opening = async (address?: string, options: StoreOptions = {}) => {
    const store = await openStore(address ?? (await place.fresh()), options);
    opened.push(store);
    return store;
  };
  const withAll = async () => {
    const store = await opening();
    for (const draft of [later, undated, call]) await store.add(draft);
    return store;
  };

  beforeAll(() => place.start(), 120_000);
  afterAll(async () => {
    for (const store of opened) await store.close();
    await place.stop();
  });

  it("keeps a document, its bytes and its Reading as they came", async () => {
    const store = await opening(undefined, { now: () => new Date("2031-07-01T10:00:00Z") });
    const { document, added } = await store.add(call);
    expect(added).toBe(true);
    expect(document).toEqual({
      id: sha256(CALL),
      name: "call.txt",
      addedAt: "2031-07-01T10:00:00.000Z",
      bytes: CALL.length,
      title: "A frank talk",
      publisher: "Coastal News",
      published: "2031-05-05",
      kind: "news",
      side: null,
      reader: { version: "0.0.0", model: null, actors: "0" },
    });
    expect(await store.document(document.id)).toEqual(document);
    expect(await store.bytesOf(document.id)).toEqual({ bytes: call.bytes, given: { rules: true } });
    expect(JSON.stringify(await store.reading(document.id))).toBe(JSON.stringify(call.reading));
  });

  it("adds the same document once", async () => {
    const store = await opening();
    const first = await store.add(call);
    const revision = await store.revision();
    const second = await store.add({ ...call, name: "copy.txt" });
    expect(second).toEqual({ document: first.document, added: false });
    expect(await store.revision()).toBe(revision);
    expect((await store.doctor()).documents).toBe(1);
  });

  it("adds many at once, and the same one from several hands once", async () => {
    const address = await place.fresh();
    const [one, other] = [await opening(address), await opening(address)];
    const drafts = Array.from({ length: 12 }, (_, i) => madeDraft(`Text number ${i} says little.`));
    const results = await Promise.all(
      drafts.flatMap((draft) => [one.add(draft), other.add(draft), other.add(call)]),
    );
    expect(results.filter((result) => result.added)).toHaveLength(13);
    const report = await one.doctor();
    expect(report.documents).toBe(13);
    expect(report.faults).toEqual([]);
  });

  it("knows nothing of what was never added", async () => {
    const store = await opening();
    const id = "f".repeat(64);
    expect(await store.document(id)).toBeNull();
    expect(await store.bytesOf(id)).toBeNull();
    expect(await store.reading(id)).toBeNull();
    expect(await store.readingsOf(id)).toEqual([]);
    expect(await store.documents()).toEqual({ items: [], next: null });
    expect(await store.search({})).toEqual({ items: [], next: null });
    await expect(store.saveReading(call.reading)).rejects.toMatchObject({ code: "unknown" });
  });

  it("refuses a Reading of other bytes, and one whose words do not stand in the text", async () => {
    const store = await opening();
    const other = { ...call, bytes: new TextEncoder().encode("other bytes") };
    await expect(store.add(other)).rejects.toMatchObject({ code: "mismatch" });
    const [statement, ...rest] = call.reading.statements;
    const content = [moved(wordsAt(CALL, "talks go on"), 1)];
    const reading = { ...call.reading, statements: [{ ...statement, content }, ...rest] };
    await expect(store.add({ ...call, reading } as typeof call)).rejects.toThrow(
      /words of statements\[0\]\.content\[0\] do not stand at/,
    );
    expect((await store.doctor()).documents).toBe(0);
  });

  it("gives documents in pages, in the order of their ids, whatever is added meanwhile", async () => {
    const store = await opening();
    const drafts = Array.from({ length: 7 }, (_, i) => madeDraft(`Page ${i} of seven.`));
    for (const draft of drafts) await store.add(draft);
    const ids = drafts.map((draft) => draft.reading.document.id).sort();
    const first = await store.documents({ limit: 3 });
    expect(first.items.map((item) => item.id)).toEqual(ids.slice(0, 3));
    const second = await store.documents({ limit: 3, after: first.next });
    const last = await store.documents({ limit: 3, after: second.next });
    expect([...second.items, ...last.items].map((item) => item.id)).toEqual(ids.slice(3));
    expect(last.next).toBeNull();
    await expect(store.documents({ after: "nonsense" })).rejects.toMatchObject({ code: "query" });
    await expect(store.documents({ limit: 0 })).rejects.toMatchObject({ code: "query" });
  });

  it("finds ids by their beginning", async () => {
    const store = await withAll();
    const id = call.reading.document.id;
    expect(await store.idsBeginning(id.slice(0, 9))).toEqual([id]);
    expect(await store.idsBeginning(id.slice(0, 9).toUpperCase())).toEqual([id]);
    expect(await store.idsBeginning("")).toEqual([]);
    expect(await store.idsBeginning("%")).toEqual([]);
  });

  it("keeps Readings of several readers beside each other, and searches the newest", async () => {
    const store = await opening();
    await store.add(call);
    const newer = readingFor(CALL, {
      version: "0.2.0",
      model: "m1",
      title: "A franker talk",
      statements: [{ chain: ["lund"], words: "talks go on" }],
    });
    expect(await store.saveReading(newer)).toBe(true);
    expect(await store.saveReading(newer)).toBe(false);
    expect(await store.reading(newer.document.id)).toEqual(newer);
    expect(await store.reading(newer.document.id, call.reading.reader)).toEqual(call.reading);
    expect(await store.reading(newer.document.id, { ...newer.reader, actors: "1" })).toBeNull();
    const keys = await store.readingsOf(newer.document.id);
    expect(keys.map((key) => key.reader)).toEqual([call.reading.reader, newer.reader]);
    expect((await store.document(newer.document.id))?.title).toBe("A franker talk");
    expect((await store.search({})).items.map((item) => item.speaker)).toEqual(["lund"]);
    expect((await store.search({ words: "sanctions" })).items).toEqual([]);
    expect((await store.doctor()).faults).toEqual([]);
  });

  it("gives all newest Readings by their documents' ids", async () => {
    const store = await withAll();
    const ids: string[] = [];
    for await (const reading of store.readings()) ids.push(reading.document.id);
    expect(ids).toEqual([call, later, undated].map((draft) => draft.reading.document.id).sort());
  });

  it("shows a statement with its chain, its words and its sentence", async () => {
    const store = await withAll();
    const { items } = await store.search({ words: "strait", act: "threaten" });
    expect(items).toEqual([
      {
        document: call.reading.document.id,
        statement: "s1",
        publisher: "Coastal News",
        title: "A frank talk",
        published: "2031-05-05",
        speaker: "holt",
        addressee: "lund",
        act: "threaten",
        chain: ["CN", "ruiz", "holt"],
        chainNames: ["Coastal News", "Ana Ruiz", "Peter Holt"],
        content: [wordsAt(CALL, "if the strait is closed, Arden will answer")],
        sentence: "Holt warned that if the strait is closed, Arden will answer.",
        conditions: 1,
        confidence: 0.4,
      },
    ]);
  });

  it.each<[string, SearchQuery, string[]]>([
    [
      "nothing: all, the newest day first, those without a day last",
      {},
      ["promise", "threaten", "deny", "talks", "nobody"],
    ],
    ["words in any form", { words: "sanction" }, ["promise", "deny", "nobody"]],
    ["all of several words", { words: "STRAIT closed" }, ["promise", "threaten"]],
    ["words in a row", { words: '"strait is closed"' }, ["threaten"]],
    ["words in a row, but another", { words: '"closed is strait"' }, []],
    ["small words too", { words: "not" }, ["promise"]],
    ["without accents", { words: "cafe" }, ["nobody"]],
    ["with accents", { words: "CAFÉ" }, ["nobody"]],
    ["a speaker", { speaker: "lund" }, ["promise", "deny"]],
    ["somebody on the way", { via: "ruiz" }, ["threaten"]],
    ["the speaker is not on the way", { via: "holt" }, []],
    ["an act", { act: "deny" }, ["deny"]],
    ["an addressee", { addressee: "lund" }, ["threaten"]],
    ["a side", { side: "ARD" }, ["threaten", "talks"]],
    ["a publisher", { publisher: "Brill Gazette" }, ["promise"]],
    ["from a day", { from: "2031-06-10" }, ["promise"]],
    ["to a day", { to: "2031-06-09" }, ["threaten", "deny", "talks"]],
    ["any condition", { condition: true }, ["promise", "threaten"]],
    ["no condition", { condition: false }, ["deny", "talks", "nobody"]],
    ["a kind of condition", { condition: "unless" }, ["promise"]],
    ["a confidence", { minConfidence: 0.5, publisher: "Coastal News" }, ["deny", "talks"]],
    ["a document", { document: later.reading.document.id }, ["promise"]],
    ["several at once", { words: "strait", condition: true, side: "BRL" }, ["promise"]],
    ["a value that nobody can have", { speaker: "a\0b" }, []],
  ])("searches by %s", async (_title, query, expected) => {
    const store = await kept(withAll);
    const words: { [words: string]: string } = {
      promise: "not to close",
      threaten: "if the strait",
      deny: "the sanctions were",
      talks: "talks go on",
      nobody: "Nobody",
    };
    const { items } = await store.search(query);
    const begun = items.map((item) => item.content[0]?.words ?? "");
    expect(begun.map((text) => Object.keys(words).find((key) => text.startsWith(words[key] ?? "")))).toEqual(
      expected,
    );
  });

  it("searches in pages that do not overlap and leave nothing out", async () => {
    const store = await kept(withAll);
    const all = (await store.search({})).items;
    const paged: typeof all = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof store.search>> = await store.search({ limit: 2, after });
      paged.push(...page.items);
      after = page.next;
    } while (after !== null);
    expect(paged).toEqual(all);
  });

  it("refuses a query that it cannot answer", async () => {
    const store = await kept(withAll);
    for (const query of [
      { from: "May 2031" },
      { to: "2031-13-40" },
      { words: "?!" },
      { limit: 100_000 },
      { after: "x" },
    ])
      await expect(store.search(query)).rejects.toMatchObject({ code: "query" });
    await expect(store.search({ document: "f".repeat(64) })).rejects.toMatchObject({ code: "unknown" });
  });

  it("counts what it finds by speaker, act, side and publisher", async () => {
    const store = await kept(withAll);
    const counted = await store.facets({ words: "sanctions" });
    expect(counted.total).toBe(3);
    expect(counted.speaker).toEqual([
      { value: "lund", name: "Eva Lund", count: 2 },
      { value: null, name: null, count: 1 },
    ]);
    expect(counted.act.map(({ value, count }) => `${value} ${count}`)).toEqual([
      "deny 1",
      "promise 1",
      "state 1",
    ]);
    expect(counted.side).toEqual([
      { value: "BRL", name: "Brill", count: 2 },
      { value: null, name: null, count: 1 },
    ]);
    expect(counted.publisher.map((facet) => facet.value)).toEqual(["Brill Gazette", "Coastal News", null]);
    expect((await store.facets({ speaker: "nobody-of-this-name" })).total).toBe(0);
  });

  it("finds documents by their text, newest first", async () => {
    const store = await kept(withAll);
    const found = async (words: string) => (await store.searchDocuments(words)).items.map((item) => item.id);
    expect(await found("strait")).toEqual([later.reading.document.id, call.reading.document.id]);
    expect(await found("strait warned")).toEqual([call.reading.document.id]);
    expect(await found('"warned that if"')).toEqual([call.reading.document.id]);
    const first = await store.searchDocuments("sanctions", { limit: 2 });
    const rest = await store.searchDocuments("sanctions", { limit: 2, after: first.next });
    expect([...first.items, ...rest.items].map((item) => item.id)).toEqual([
      later.reading.document.id,
      call.reading.document.id,
      undated.reading.document.id,
    ]);
  });

  it("finds words far apart in a long document, and words in a row anywhere in it", async () => {
    const store = await opening();
    const filler = Array.from({ length: 9000 }, (_, i) => `word${i} the`).join(" ");
    const long = `Alpha begins. ${filler} omega ends it.`;
    await store.add(madeDraft(long, { statements: [{ chain: ["holt"], words: long.slice(0, -1) }] }));
    for (const words of [
      "alpha omega",
      '"the omega ends"',
      '"word8000 the word8001"',
      '"word124 the word125"',
    ])
      expect((await store.searchDocuments(words)).items, words).toHaveLength(1);
    expect((await store.searchDocuments('"omega the"')).items).toHaveLength(0);
    expect((await store.search({ words: '"the omega ends"' })).items).toHaveLength(1);
    expect((await store.doctor()).faults).toEqual([]);
  });

  it("keeps hostile texts: one word of a megabyte, one letter over and over, a name without end", async () => {
    const store = await opening();
    const oneWord = `${"x".repeat(1_000_000)}.`;
    const speaker = `name-${"y".repeat(100_000)}`;
    const ofOneWord = madeDraft(oneWord, {
      publisher: "z".repeat(10_000),
      statements: [{ chain: [speaker, speaker], words: oneWord }],
    });
    await store.add(ofOneWord);
    await store.add(
      madeDraft("a ".repeat(50_000), {
        statements: [{ chain: ["holt"], words: "a ".repeat(50_000).trim() }],
      }),
    );
    const { items } = await store.search({ speaker });
    expect(items[0]?.speaker).toBe(speaker);
    const [facet] = (await store.facets({ speaker })).speaker;
    expect(facet?.count).toBe(1);
    expect((await store.search({ speaker: facet?.value ?? "" })).items).toHaveLength(1);
    expect((await store.searchDocuments('"a a a a"')).items).toHaveLength(1);
    expect((await store.doctor()).faults).toEqual([]);
  });

  it("keeps corrections apart, in order of time, and each once", async () => {
    const store = await opening();
    for (const draft of [call, later]) await store.add(draft);
    const second = madeCorrection(call, "talks go on", { at: "2031-06-02T00:00:00.000Z" });
    const first = madeCorrection(call, "the sanctions were never discussed");
    const elsewhere = madeCorrection(later, "the strait", { at: "2031-06-03T00:00:00.000Z" });
    for (const one of [second, first, elsewhere, first]) await store.correct(one);
    expect(await store.corrections()).toEqual([first, second, elsewhere]);
    expect(await store.corrections(later.reading.document.id)).toEqual([elsewhere]);
    const undo = madeCorrection(call, "talks go on", { undoes: second.id, at: "2031-06-04T00:00:00.000Z" });
    await store.correct(undo);
    expect((await store.corrections()).at(-1)).toEqual(undo);
    expect(await store.reading(call.reading.document.id)).toEqual(call.reading);
  });

  it("keeps a correction over several documents, found by each", async () => {
    const store = await opening();
    for (const draft of [call, later]) await store.add(draft);
    const accounts = [call, later].map((draft) => ({
      document: draft.reading.document.id,
      anchor: [wordsAt(draft.reading.document.text, "strait")],
    }));
    const correction = correctionAt("", wordsAt(CALL, "strait"), { target: { kind: "grouping", accounts } });
    await store.correct(correction);
    for (const { document } of accounts) expect(await store.corrections(document)).toEqual([correction]);
  });

  it("refuses a correction whose words do not stand there, of an unknown document, without words, or misshapen", async () => {
    const store = await opening();
    await store.add(call);
    const id = call.reading.document.id;
    const place = wordsAt(CALL, "talks go on");
    const cases: [ReturnType<typeof correctionAt>, string][] = [
      [correctionAt(id, moved(place, 1)), "mismatch"],
      [correctionAt(id, { ...place, words: "talks go in" }), "mismatch"],
      [correctionAt(id, place, { value: [moved(place, 1)] as never }), "mismatch"],
      [correctionAt("f".repeat(64), place), "unknown"],
      [correctionAt(id, place, { undoes: "e".repeat(64) }), "unknown"],
      [correctionAt(id, place, { at: "yesterday" }), "mismatch"],
      [{ ...correctionAt(id, place), id: "short" }, "mismatch"],
      [correctionAt(id, place, { target: { kind: "grouping", accounts: [] } }), "mismatch"],
      [
        correctionAt(id, place, { target: { kind: "point", cells: [{ document: id, anchor: [] }] } }),
        "mismatch",
      ],
    ];
    for (const [correction, code] of cases)
      await expect(store.correct(correction), correction.id).rejects.toMatchObject({ code });
    expect(await store.corrections()).toEqual([]);
  });

  it("counts its changes", async () => {
    const store = await opening();
    const revisions = [await store.revision()];
    const then = async (change: Promise<unknown>) => {
      await change;
      revisions.push(await store.revision());
    };
    await then(store.add(call));
    await then(store.saveReading(readingFor(CALL, { version: "0.3.0" })));
    await then(store.correct(madeCorrection(call, "talks go on")));
    expect(new Set(revisions).size).toBe(4);
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
  });

  it("keeps vectors by their keys", async () => {
    const store = await opening();
    const vectors = new Map(
      Array.from({ length: 1500 }, (_, i) => [sha256(`${i}`), Float32Array.of(i, -0.5, Math.PI)] as const),
    );
    await store.saveVectors(vectors);
    await store.saveVectors(new Map([...vectors].slice(0, 3)));
    const keys = [...vectors.keys(), "unknown"];
    expect(await store.vectors(keys)).toEqual(vectors);
    expect((await store.doctor()).vectors).toBe(1500);
  });

  it("is the same after closing and opening, and does nothing once closed", async () => {
    const address = await place.fresh();
    const store = await openStore(address);
    await store.add(call);
    await store.close();
    await store.close();
    await expect(store.document(call.reading.document.id)).rejects.toMatchObject({ code: "closed" });
    const again = await opening(address, { create: false });
    expect(await again.reading(call.reading.document.id)).toEqual(call.reading);
    const report = await again.doctor();
    expect(report).toMatchObject({
      documents: 1,
      readings: 1,
      statements: 3,
      corrections: 0,
      vectors: 0,
      faults: [],
    });
    expect(report.migrations).toEqual(["documents", "readings", "search", "corrections", "vectors"]);
    expect(report.bytes).toBeGreaterThan(10_000);
  });

  it("is made once by several who open it at the same moment", async () => {
    const address = await place.fresh();
    const stores = await Promise.all([1, 2, 3, 4].map(() => opening(address)));
    await Promise.all(stores.map((store, i) => store.add(madeDraft(`Hand ${i}.`))));
    expect(await stores[0]?.doctor()).toMatchObject({ documents: 4, faults: [] });
  });

  it("goes on where an older store ends, and refuses one of a newer Readout", async () => {
    const address = await place.fresh();
    const { STEPS } = await import("../src/store/migrations.ts");
    const older = await openStore(address, { steps: STEPS.slice(0, 2) });
    await older.close();
    const now = await opening(address);
    await now.add(call);
    const newer = { name: "time machine", up: async () => undefined };
    await (await openStore(address, { steps: [...STEPS, newer] })).close();
    await expect(openStore(address)).rejects.toThrow(/a newer Readout wrote it \(its step "time machine"/);
  });

  it("leaves nothing of a step that fails", async () => {
    const address = await place.fresh();
    const { STEPS } = await import("../src/store/migrations.ts");
    const half = {
      name: "half",
      async up(db: Parameters<(typeof STEPS)[number]["up"]>[0]) {
        await db.schema.createTable("half_done").addColumn("x", "integer").execute();
        throw new Error("power cut");
      },
    };
    await expect(openStore(address, { steps: [...STEPS, half] })).rejects.toThrow("power cut");
    const whole = {
      name: "half",
      up: async (db: Parameters<typeof half.up>[0]) =>
        db.schema.createTable("half_done").addColumn("x", "integer").execute(),
    };
    const store = await opening(address, { steps: [...STEPS, whole] });
    expect((await store.doctor()).faults).toEqual([]);
  });

  it("refuses a store that is not there when it may not make one", async () => {
    await expect(openStore(await place.fresh(), { create: false })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("names what is damaged, gives none of it, and finds the rest", async () => {
    const address = await place.fresh();
    const store = await opening(address);
    for (const draft of [call, later, undated]) await store.add(draft);
    const correction = madeCorrection(later, "the strait");
    await store.correct(correction);
    const numbered = (draft: typeof call) =>
      `(select number from documents where id = '${draft.reading.document.id}')`;
    await place.meddle(address, [
      `update originals set bytes = (select bytes from originals where document = ${numbered(later)}) where document = ${numbered(call)}`,
      `update readings set body = (select body from readings where document = ${numbered(undated)}) where document = ${numbered(later)}`,
      "update corrections set body = replace(body, 'the strait', 'the street')",
      "update statements set speaker = 'lund' where speaker = 'holt'",
    ]);
    await expect(store.bytesOf(call.reading.document.id)).rejects.toMatchObject({ code: "damaged" });
    await expect(store.reading(later.reading.document.id)).rejects.toMatchObject({ code: "damaged" });
    await expect(store.corrections()).rejects.toMatchObject({ code: "damaged" });
    expect(await store.reading(undated.reading.document.id)).toEqual(undated.reading);
    const { faults } = await store.doctor();
    const told = (words: RegExp) => faults.filter((fault) => words.test(fault.message)).length;
    expect(told(/bytes of document/)).toBe(1);
    expect(told(/Reading of document/)).toBe(1);
    expect(told(/Correction .* do not stand/)).toBe(1);
    expect(told(/search does not hold/)).toBe(1);
  });

  it("names an index that differs from the texts", async () => {
    const address = await place.fresh();
    const store = await opening(address);
    await store.add(call);
    await place.meddle(address, place.loseWords);
    expect((await store.doctor()).faults.map((fault) => fault.message)).toEqual([
      expect.stringMatching(/full-text index statement_words differs/),
    ]);
  });

  let all: Promise<Store> | null = null;
  /** One store for all searches, for they change nothing. */
  function kept(make: () => Promise<Store>): Promise<Store> {
    all ??= make();
    return all;
  }
});
