/**
 * The HTTP interface: each route, each refusal, pages, ETags, jobs and their
 * events. Every answer is checked against the OpenAPI document by `ask`.
 */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schemaText } from "../scripts/build-schema.mjs";
import { ROUTES, type Route } from "../src/server/routes.ts";
import {
  addExamples,
  answersTold,
  ask,
  checked,
  finished,
  type MadeServer,
  madeServer,
} from "./made-server.ts";

const here = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

const TEXT =
  "ARDEN, May 5 (Coastal News) - The strait stays open, President Peter Holt told reporters on Monday.";

let made: MadeServer;
beforeAll(async () => {
  made = await madeServer();
  await addExamples(made);
});
afterAll(() => made.close());

const contactId = async () => (await ask(made, "GET /api/contacts?told=true")).json.items[0].id as string;
const documentId = async () => (await ask(made, "GET /api/documents?limit=1")).json.items[0].id as string;
const added = async (text: string, more: object = {}) => {
  const { json } = await ask(made, "POST /api/documents", { json: { text, ...more } });
  return (await finished(made, json.id)).json;
};

describe("the interface as it is told", () => {
  it("is the schema of the types as they are (npm run schema)", () => {
    expect(here("schema/api.schema.json")).toBe(schemaText("api"));
  }, 60_000);

  it("has the routes that wire.ts lists, no more and no fewer", () => {
    const listed = [...here("src/server/wire.ts").matchAll(/^ \* {3}(GET|POST) +(\S+)/gm)].map(
      ([, method, path]) => `${method} ${path}`,
    );
    const rows: Route[] = Object.values(ROUTES);
    expect(rows.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(listed.sort());
  });

  it("is told in docs/http.md, route by route and problem by problem", () => {
    const docs = here("docs/http.md");
    const rows: Route[] = Object.values(ROUTES);
    const told = rows.map(({ method, path, summary }) => `| \`${method} ${path}\` | ${summary} |`);
    expect(docs.split("\n").filter((line) => /^\| `(?:GET|POST) /.test(line))).toEqual(told);
    const statuses = [...docs.matchAll(/^\| (\d{3}(?:, \d{3})*) \|/gm)].flatMap(([, list = ""]) =>
      list.split(", "),
    );
    const possible = answersTold().flatMap((answer) => /^\w+ ([45]\d\d)$/.exec(answer)?.[1] ?? []);
    // Of these no row of the table can tell: there is no row, or no request.
    expect(statuses.sort()).toEqual([...new Set([...possible, "405", "431"])].sort());
  });

  it("is told at /openapi.json, all of whose names lead somewhere", async () => {
    const { json, text } = await ask(made, "GET /openapi.json");
    expect(json.openapi).toBe("3.1.0");
    const refs = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name ?? "",
    );
    expect(refs.length).toBeGreaterThan(50);
    expect([...new Set(refs)].filter((name) => !(name in json.components.schemas))).toEqual([]);
    expect(Object.keys(json.components.schemas).filter((name) => !/^[A-Za-z0-9._-]+$/.test(name))).toEqual(
      [],
    );
  });
});

describe("routes", () => {
  it("status says what there is and who reads", async () => {
    const { json } = await ask(made, "GET /api/status");
    expect(json).toMatchObject({ documents: 7, reader: { model: null } });
    expect(json.contacts).toBeGreaterThan(0);
  });

  it("contacts can be filtered, and one opens with its comparison", async () => {
    const all = (await ask(made, "GET /api/contacts")).json;
    expect(all.total).toBe(all.items.length);
    const day = (
      await ask(made, "GET /api/contacts?from=2021-12-30&to=2021-12-31&side=RUS&kind=call&told=true")
    ).json;
    expect(day.items).toHaveLength(1);
    expect((await ask(made, "GET /api/contacts?participant=Q1")).json.items).toEqual([]);
    expect((await ask(made, "GET /api/contacts?to=1999-01-01")).json.total).toBe(0);
    const { json } = await ask(made, `GET /api/contacts/${day.items[0].id}`);
    expect(json.contact).toEqual(day.items[0]);
    expect(json.comparison.points.length).toBeGreaterThan(5);
  });

  it("the brief of a contact is a page whose styles its policy knows, and nothing else", async () => {
    const { text, headers } = await ask(made, `GET /api/contacts/${await contactId()}/brief`);
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(text).toMatch(/<h1>.*30 December 2021/s);
    const policy = headers.get("content-security-policy") ?? "";
    const styles = [...text.matchAll(/<style>(.*?)<\/style>/gs)].map(([, style = ""]) => style);
    expect(styles.length).toBeGreaterThan(0);
    for (const style of styles) expect(policy).toContain(createHash("sha256").update(style).digest("base64"));
    expect(policy).not.toMatch(/unsafe|script-src/);
    expect(text).not.toMatch(/<script|\sstyle=|\son[a-z]+=/);
  });

  it("a document comes with its Reading, and its bytes only to be kept", async () => {
    const { json } = await ask(made, "GET /api/documents");
    const page = json.items.find((one: { name: string }) => one.name === "us-readout.txt");
    const document = (await ask(made, `GET /api/documents/${page.id}`)).json;
    expect(document.corrected.reading.document.id).toBe(page.id);
    expect(document.contacts).toHaveLength(1);
    const source = await ask(made, `GET /api/documents/${page.id}/source`);
    expect(source.text).toBe(here("examples/2021-12-30-call/us-readout.txt"));
    expect(source.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(source.headers.get("content-disposition")).toContain("attachment");
    expect(source.headers.get("content-security-policy")).toContain("sandbox");
  });

  it("reading a document again by the same reader changes nothing", async () => {
    const id = await documentId();
    const before = await ask(made, `GET /api/documents/${id}`);
    const again = await ask(made, `POST /api/documents/${id}/readings`);
    expect(again.status).toBe(200);
    expect(again.text).toBe(before.text);
  });

  it("search and facets add up", async () => {
    const facets = (await ask(made, "GET /api/facets?act=warn")).json;
    const found = (await ask(made, "GET /api/search?act=warn&limit=1000")).json;
    expect(facets.total).toBe(found.items.length);
    expect(facets.total).toBeGreaterThan(0);
    const conditional = (await ask(made, "GET /api/search?condition=true&limit=1000")).json.items;
    expect(conditional.every((one: { conditions: number }) => one.conditions > 0)).toBe(true);
    expect((await ask(made, "GET /api/search?condition=unless&minConfidence=0.1")).status).toBe(200);
  });

  it("the queue, the ledger, actors and positions answer", async () => {
    const queue = (await ask(made, "GET /api/queue?limit=3")).json;
    expect(queue.items).toHaveLength(3);
    expect(queue.open).toBeGreaterThan(3);
    expect((await ask(made, `GET /api/queue?contact=${await contactId()}`)).json.open).toBeLessThanOrEqual(
      queue.open,
    );
    const ledger = (await ask(made, "GET /api/ledger")).json;
    const kinds = new Set(ledger.items.map((one: { kind: string }) => one.kind));
    for (const kind of kinds) {
      const own = (await ask(made, `GET /api/ledger?kind=${kind}&status=open`)).json.items;
      expect(
        own.every((one: { kind: string; status: string }) => one.kind === kind && one.status === "open"),
      ).toBe(true);
    }
    const actors = (await ask(made, "GET /api/actors?name=putin")).json.items;
    expect(actors[0]).toMatchObject({ id: "Q7747", name: "Vladimir Putin" });
    expect((await ask(made, "GET /api/actors?name=Angela%20Mer")).json.items[0].name).toBe("Angela Merkel");
    const positions = (await ask(made, "GET /api/actors/Q7747/positions?subject=sanctions")).json;
    expect(positions.actor.name).toBe("Vladimir Putin");
  });

  it("HEAD is GET without the body, and OPTIONS is told what a path takes", async () => {
    const head = await ask(made, "HEAD /api/status");
    expect(head.status).toBe(200);
    expect(head.text).toBe("");
    expect((await ask(made, "OPTIONS /api/documents")).headers.get("allow")).toBe("GET, HEAD, POST");
  });
});

describe("ETags", () => {
  it("of every reading route give 304 without a body while nothing changes", async () => {
    const document = await documentId();
    const paths = [
      "/api/status",
      "/api/contacts",
      `/api/contacts/${await contactId()}`,
      `/api/contacts/${await contactId()}/brief`,
      "/api/documents",
      `/api/documents/${document}`,
      `/api/documents/${document}/source`,
      "/api/corrections",
      "/api/queue",
      "/api/search?words=talks",
      "/api/facets",
      "/api/ledger",
      "/api/actors?name=putin",
      "/api/actors/Q7747/positions",
      "/openapi.json",
    ];
    const tags = new Set<string>();
    for (const path of paths) {
      const etag = (await ask(made, `GET ${path}`)).headers.get("etag") ?? "";
      expect(etag, path).toMatch(/^"[A-Za-z0-9_-]+"$/);
      tags.add(etag);
      const known = await ask(made, `GET ${path}`, { headers: { "if-none-match": `"other", W/${etag}` } });
      expect(known.status, path).toBe(304);
      expect(known.headers.get("etag")).toBe(etag);
    }
    expect(tags.size).toBe(paths.length);
  });

  it("change with the record; a document's only with itself", async () => {
    const document = await documentId();
    const tagOf = async (path: string) => (await ask(made, `GET ${path}`)).headers.get("etag");
    const before = [await tagOf("/api/search"), await tagOf(`/api/documents/${document}`)];
    expect((await added(TEXT)).added).toBe(true);
    expect(await tagOf("/api/search")).not.toBe(before[0]);
    expect(await tagOf(`/api/documents/${document}`)).toBe(before[1]);
  });
});

describe("corrections", () => {
  async function drafted() {
    const { json } = await ask(made, "GET /api/queue?limit=1");
    const [item] = json.items;
    const draft = { target: item.target, action: "accept", author: "vera", reason: "read it" };
    const { headers } = await ask(made, `GET /api/documents/${item.document}`);
    return { draft, document: item.document as string, etag: headers.get("etag") ?? "" };
  }
  const correct = (json: object, etag?: string) =>
    ask(made, "POST /api/corrections", {
      json,
      ...(etag === undefined ? {} : { headers: { "if-match": etag } }),
    });

  it("need the ETag of the document as it was seen, and are taken back by another", async () => {
    const { draft, document, etag } = await drafted();
    expect((await correct(draft)).status).toBe(428);
    const { status, json } = await correct(draft, etag);
    expect(status).toBe(201);
    expect(json.etag).not.toBe(etag);
    expect(json.correction).toMatchObject({ author: "vera", action: "accept" });
    const stale = await correct({ ...draft, author: "otto" }, etag);
    expect(stale.status).toBe(412);
    expect(stale.headers.get("etag")).toBe(json.etag);
    expect((await ask(made, `GET /api/documents/${document}`)).headers.get("etag")).toBe(json.etag);
    const elsewhere = { ...draft, target: { kind: "point", cells: [] }, undoes: json.correction.id };
    expect((await correct(elsewhere)).json.detail).toContain("is about something else");
    const undone = await correct({ ...draft, undoes: json.correction.id }, json.etag);
    expect(undone.status).toBe(201);
    const history = (await ask(made, `GET /api/corrections?document=${document}`)).json.items;
    expect(history.map((one: { undoes: string | null }) => one.undoes)).toEqual([null, json.correction.id]);
  });

  it("of two that saw the same, one is made", async () => {
    const { draft, etag } = await drafted();
    const both = await Promise.all([correct(draft, etag), correct({ ...draft, author: "otto" }, etag)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 412]);
  });

  it("say what does not fit", async () => {
    const { draft, etag } = await drafted();
    const wrong = await correct({ ...draft, action: "change", value: { to: "nobody" } }, etag);
    expect(wrong.status).toBe(422);
    expect((await correct({ ...draft, author: " " }, etag)).json.detail).toContain("needs an author");
    expect((await correct({ ...draft, mood: "good" }, etag)).json.errors).toEqual([
      { place: "/mood", problem: "is not known here" },
    ]);
    expect(
      (await correct({ ...draft, target: { ...draft.target, document: "0".repeat(64) } }, etag)).status,
    ).toBe(404);
  });

  it("of a point want no ETag: it is no one document's", async () => {
    const { comparison } = (await ask(made, `GET /api/contacts/${await contactId()}`)).json;
    const point = comparison.points.find((one: { cells: unknown[] }) => one.cells.length > 1);
    const cells = point.cells.map((cell: { account: string; words: unknown }) => ({
      document: cell.account.split("/")[0],
      anchor: cell.words,
    }));
    const draft = { target: { kind: "point", cells }, action: "accept", author: "vera", reason: "" };
    const { status, json } = await correct(draft);
    expect(status).toBe(201);
    expect(json.etag).toBe(null);
    const marks = (await ask(made, `GET /api/contacts/${await contactId()}`)).json.comparison.marks;
    expect(marks.map((mark: { point: string }) => mark.point)).toContain(point.id);
  });
});

describe("pages", () => {
  async function allOf(path: string): Promise<unknown[]> {
    const items: unknown[] = [];
    for (let next: string | null = ""; next !== null; ) {
      const after: string = next === "" ? "" : `&after=${encodeURIComponent(next)}`;
      const { json } = await ask(made, `GET ${path}limit=1${after}`);
      expect(json.items.length).toBeLessThanOrEqual(1);
      items.push(...json.items);
      next = json.next;
    }
    return items;
  }

  for (const path of ["/api/contacts?", "/api/documents?", "/api/search?act=warn&", "/api/corrections?"]) {
    it(`of ${path} make the whole list, one by one`, async () => {
      expect(await allOf(path)).toEqual((await ask(made, `GET ${path}limit=1000`)).json.items);
    });
  }

  it("refuse a cursor that is none of ours", async () => {
    for (const path of ["contacts", "documents", "search", "corrections"]) {
      const { status, json } = await ask(made, `GET /api/${path}?after=xyz`);
      expect(status).toBe(422);
      expect(json.detail).toContain("no page here ended so");
    }
  });
});

describe("adding", () => {
  it("is a job, told where it is, and done in its turn", async () => {
    const answer = await ask(made, "POST /api/documents", {
      json: { text: `${TEXT} Again.`, name: "x.txt" },
    });
    expect(answer.status).toBe(202);
    expect(answer.json).toMatchObject({ name: "x.txt", state: "waiting", document: null });
    expect(answer.headers.get("location")).toBe(`/api/jobs/${answer.json.id}`);
    const done = (await finished(made, answer.json.id)).json;
    expect(done).toMatchObject({ state: "done", added: true, problem: null });
    const page = (await ask(made, `GET /api/documents/${done.document}`)).json;
    expect(page.document.name).toBe("x.txt");
    expect((await ask(made, "GET /api/jobs")).json.items[0]).toEqual(done);
  });

  it("takes bytes, and what is known of them", async () => {
    const bytes = Buffer.from(`${TEXT} As bytes.`).toString("base64");
    const facts = { publisher: "Brill Post", date: "2031-05-06", title: "The strait" };
    const { json } = await ask(made, "POST /api/documents", { json: { bytes, ...facts } });
    const { document } = (await finished(made, json.id)).json;
    const page = (await ask(made, `GET /api/documents/${document}`)).json;
    expect(page.document).toMatchObject({
      publisher: "Brill Post",
      published: "2031-05-06",
      title: "The strait",
    });
  });

  it("of what is there already reads nothing", async () => {
    await added(`${TEXT} Twice.`);
    expect(await added(`${TEXT} Twice.`)).toMatchObject({ state: "done", added: false });
  });

  it("that is refused says why, in one line", async () => {
    const empty = await added(" ", { name: "empty.txt" });
    expect(empty).toMatchObject({ state: "refused", document: null });
    expect(empty.problem).toMatch(/^Cannot read document "empty.txt": it holds only white space/);
    expect((await added(`${TEXT} Dated.`, { date: "tomorrow" })).problem).toContain("tomorrow");
    const image = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex").toString("base64");
    const { json } = await ask(made, "POST /api/documents", { json: { bytes: image, name: "map.png" } });
    expect((await finished(made, json.id)).json.problem).toMatch(/^Cannot read document "map.png"/);
  });

  it("wants text or bytes, and sound ones", async () => {
    for (const json of [
      {},
      { text: "a", bytes: "YQ==" },
      { bytes: "a b" },
      { text: "half \ud800" },
      { text: 3 },
    ])
      expect((await ask(made, "POST /api/documents", { json })).status, JSON.stringify(json)).toBe(422);
  });
});

describe("events", () => {
  const eventsIn = (text: string) =>
    text
      .split("\n\n")
      .filter((part) => part.startsWith("id: "))
      .map((part) => {
        const [id = "", data = ""] = part.split("\n");
        return { id: Number(id.slice(4)), state: JSON.parse(data.slice(6)).job.state as string };
      });

  it("of a job end with it, go on after the last one had, and then there is nothing", async () => {
    const { json } = await ask(made, "POST /api/documents", { json: { text: `${TEXT} Told.` } });
    const events = eventsIn((await ask(made, `GET /api/jobs/${json.id}/events`)).text);
    expect(events.map(({ state }) => state)).toEqual(["waiting", "reading", "done"]);
    const [first, , last] = events.map(({ id }) => String(id));
    const since = (id = "") =>
      ask(made, `GET /api/jobs/${json.id}/events`, { headers: { "last-event-id": id } });
    expect(eventsIn((await since(first)).text).map(({ state }) => state)).toEqual(["reading", "done"]);
    expect((await since(last)).status).toBe(204);
  });

  it("of all jobs come on one stream, with beats between, and number on", async () => {
    const other = await madeServer({ beatMs: 5 });
    try {
      const { json } = await ask(other, "POST /api/documents", { json: { text: TEXT } });
      await finished(other, json.id);
      const response = await other.server.fetch(new Request("http://localhost/api/events"));
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      let text = "";
      const until = async (part: string) => {
        while (!text.includes(part)) text += (await reader?.read())?.value ?? "";
      };
      await until('"done"');
      await until(": beat");
      await ask(other, "POST /api/documents", { json: { text: " " } });
      await until('"refused"');
      const ids = eventsIn(text).map(({ id }) => id);
      expect(ids).toEqual([1, 2, 3, 4, 5, 6]);
      await reader?.cancel();
      const resumed = await other.server.fetch(
        new Request("http://localhost/api/events", { headers: { "last-event-id": "4" } }),
      );
      await other.server.stop();
      expect(eventsIn(await resumed.text()).map(({ id }) => id)).toEqual([5, 6]);
    } finally {
      await other.close();
    }
  });

  it("leave nothing open behind HEAD or a reader who goes", async () => {
    for (let count = 0; count < 80; count++) {
      expect((await ask(made, "HEAD /api/events")).status).toBe(200);
      const gone = await made.server.fetch(new Request("http://localhost/api/events"));
      await gone.body?.cancel();
    }
  });

  it("are refused past so many streams", async () => {
    const open: Response[] = [];
    for (let count = 0; count < 64; count++)
      open.push(await made.server.fetch(new Request("http://localhost/api/events")));
    const { status, headers } = await ask(made, "GET /api/events");
    expect(status).toBe(503);
    expect(headers.get("retry-after")).toBe("5");
    for (const one of open) await one.body?.cancel();
  });
});

describe("refusals", () => {
  it("of what is not there", async () => {
    const paths = [
      "/api/nothing",
      "/nothing",
      "/api/contacts/none",
      "/api/contacts/none/brief",
      "/api/documents/none",
      "/api/documents/none/source",
      "/api/jobs/none",
      "/api/jobs/none/events",
      "/api/queue?document=none",
      "/api/queue?contact=none",
      "/api/actors/none/positions",
    ];
    for (const path of paths) {
      const { status, json, headers } = await ask(made, `GET ${path}`);
      expect(status, path).toBe(404);
      expect(headers.get("content-type")).toBe("application/problem+json");
      expect(json).toMatchObject({ type: "about:blank", status: 404, instance: path.split("?")[0] });
    }
    expect((await ask(made, "POST /api/documents/none/readings")).status).toBe(404);
    expect((await ask(made, "POST /api/logins")).status).toBe(404);
  });

  it("of a method that a path does not take", async () => {
    const { status, headers, json } = await ask(made, "DELETE /api/documents/x");
    expect(status).toBe(405);
    expect(headers.get("allow")).toBe("GET, HEAD");
    expect(json.title).toBe("Not with this method");
  });

  it("of a body that is no JSON of ours", async () => {
    const post = (body: string, type = "application/json") =>
      ask(made, "POST /api/documents", { body, headers: { "content-type": type } });
    expect((await post("text=x", "application/x-www-form-urlencoded")).status).toBe(415);
    expect((await post('{"text":"x"}', "text/plain")).status).toBe(415);
    expect((await post("{")).status).toBe(400);
    expect((await post("[]")).json.errors).toEqual([{ place: "/", problem: "must be object" }]);
    expect((await post('{"text":"x","kind":"gossip"}')).json.detail).toBe(
      "The body does not fit: /kind must be one of news, readout, transcript, memorandum",
    );
  });

  it("of parameters that are unknown, ill-fitting or given twice", async () => {
    for (const query of [
      "contacts?mood=good",
      "contacts?limit=0",
      "contacts?limit=ten",
      "contacts?limit=1&limit=2",
      "contacts?told=perhaps",
      "contacts?from=yesterday",
      "search?act=sing",
      "search?words=,",
      "search?from=2021-13-40",
      "search?condition=maybe",
      "ledger?status=lost",
      "actors",
      "status?x=1",
    ]) {
      const { status, json } = await ask(made, `GET /api/${query}`);
      expect(status, query).toBe(422);
      expect(json.detail.length).toBeGreaterThan(10);
    }
  });
});

describe("the OpenAPI document", () => {
  it("tells no success that no test has seen, and every route was asked", () => {
    const successes = answersTold().filter((answer) => /^\w+ [23]/.test(answer));
    const elsewhere = new Set(["login 201"]);
    expect(successes.filter((answer) => !checked.has(answer) && !elsewhere.has(answer))).toEqual([]);
  });
});
