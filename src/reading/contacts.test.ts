import { describe, expect, test } from "vitest";
import { cpuMs } from "../../test/cpu-time.ts";
import { madeDocument } from "../../test/made-document.ts";
import type { Document } from "../text/document.ts";
import { contactsIn } from "./contacts.ts";
import type { Actor, Contact, Mention, Sentence } from "./reading.ts";
import { timesIn } from "./times.ts";

const PEOPLE: Record<string, string> = {
  "President Ann Vale": "vale",
  "Ann Vale": "vale",
  Vale: "vale",
  "Bo Ortiz": "ortiz",
  Ortiz: "ortiz",
  "Cy Lang": "lang",
  Lang: "lang",
  "The two presidents": "both",
  "The leaders": "both",
  "the Sudland side": "SUD",
  Norland: "NOR",
  Sudland: "SUD",
};

const ACTORS: Actor[] = [
  { id: "vale", kind: "person", name: "Ann Vale", side: "NOR", role: "President of Norland", members: [] },
  { id: "ortiz", kind: "person", name: "Bo Ortiz", side: "SUD", role: "President of Sudland", members: [] },
  { id: "lang", kind: "person", name: "Cy Lang", side: null, role: null, members: [] },
  { id: "both", kind: "group", name: "both", side: null, role: null, members: ["vale", "ortiz"] },
  { id: "NOR", kind: "state", name: "Norland", side: "NOR", role: null, members: [] },
  { id: "SUD", kind: "state", name: "Sudland", side: "SUD", role: null, members: [] },
];

/** A document of 15 March 2023, a Wednesday; a line is a paragraph, the first line after "# " its headline. */
function read(marked: string): Contact[] {
  const text = marked.replace(/^# /, "");
  const title = marked.startsWith("# ") ? text.indexOf("\n") : 0;
  const regions: Document["regions"] =
    title > 0 ? [{ kind: "headline", why: null, start: 0, end: title, words: text.slice(0, title) }] : [];
  const document = madeDocument(text, { published: "2023-03-15", regions });
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const line of text.matchAll(/[^\n]+/g)) {
    for (const one of line[0].matchAll(/\S.*?(?:[.?!]”?(?= [A-Z“])|$)/g)) {
      const start = line.index + one.index;
      sentences.push({ start, end: start + one[0].length, paragraph });
    }
    paragraph++;
  }
  const names = Object.keys(PEOPLE).sort((a, b) => b.length - a.length);
  const mentions: Mention[] = [...text.matchAll(new RegExp(`(?:${names.join("|")})\\b`, "g"))].map(
    (found, i) => ({
      id: `m${i + 1}`,
      start: found.index,
      end: found.index + found[0].length,
      words: found[0],
      form: found[0].includes("two") || found[0].includes("leaders") ? "group" : "name",
      link: {
        actor: PEOPLE[found[0]] ?? null,
        office: null,
        ground: "named",
        via: null,
        rule: "",
        confidence: 1,
      },
    }),
  );
  const voices = { chainAt: () => [], chainOf: () => [], speakerOf: () => null, groups: [] };
  return contactsIn(document, sentences, mentions, ACTORS, timesIn(document, sentences, []), voices);
}

/** "kind day who+who", a contact a line. */
function told(text: string): string[] {
  return read(text).map((contact) =>
    [
      contact.kind?.value ?? "?",
      contact.date?.value ?? "-",
      contact.participants
        .map((one) => one.value)
        .sort()
        .join("+"),
    ].join(" "),
  );
}

function check(cases: Record<string, string | string[]>): void {
  for (const [text, expected] of Object.entries(cases)) {
    test(text.replaceAll("\n", " / "), () => {
      expect(told(text)).toEqual([expected].flat());
    });
  }
}

describe("contactsIn finds who was in contact, how and when", () => {
  check({
    "Ann Vale had a telephone conversation with Bo Ortiz on Monday.": "call 2023-03-13 ortiz+vale",
    "A phone call took place late on Monday between Ann Vale and Bo Ortiz.": "call 2023-03-13 ortiz+vale",
    "Ann Vale spoke on Monday with Bo Ortiz by video link.": "video-call 2023-03-13 ortiz+vale",
    "Ann Vale and Bo Ortiz spoke by phone.": "call - ortiz+vale",
    "Ann Vale told Bo Ortiz in a video call on Monday that the border would open.":
      "video-call 2023-03-13 ortiz+vale",
    "Ann Vale phoned Bo Ortiz yesterday.": "call 2023-03-14 ortiz+vale",
    "Ann Vale met Bo Ortiz in Geneva on 2 March.": "meeting 2023-03-02 ortiz+vale",
    "The two presidents held a call on Monday.": "call 2023-03-13 ortiz+vale",
    "# Telephone conversation with Bo Ortiz\nAnn Vale congratulated Bo Ortiz on his birthday.":
      "call - ortiz+vale",
    "# Telephone conversations with Bo Ortiz and Cy Lang\nAnn Vale had telephone conversations with Bo Ortiz and Cy Lang.":
      ["call - ortiz+vale", "call - lang+vale"],
  });
});

describe("contactsIn keeps one contact one", () => {
  check({
    "# Vale and Ortiz speak by phone\nAnn Vale called Bo Ortiz on Monday. The conversation lasted an hour. During the call Vale said no.":
      "call 2023-03-13 ortiz+vale",
    "Ann Vale met Bo Ortiz in Oslo on Monday. On 2 March Vale and Ortiz held a videoconference.": [
      "meeting 2023-03-13 ortiz+vale",
      "video-call 2023-03-02 ortiz+vale",
    ],
    "Ann Vale spoke by phone with Bo Ortiz on Monday. As agreed in the call of 2 March, Norland opened its border.":
      ["call 2023-03-13 ortiz+vale", "call 2023-03-02 "],
    "Ann Vale spoke by phone with Bo Ortiz on Monday. Ortiz will meet Cy Lang on Friday.":
      "call 2023-03-13 ortiz+vale",
    "Ann Vale spoke by phone with Bo Ortiz. They discussed preparations for a summit in Oslo.":
      "call - ortiz+vale",
  });
});

describe("contactsIn knows a contact by other words", () => {
  check({
    "Talks were held in Oslo between Ann Vale and Bo Ortiz.": "? - ortiz+vale",
    "Talks took place in the Great Hall between Ann Vale and Bo Ortiz.": "? - ortiz+vale",
    "Ann Vale called on Bo Ortiz at the Great Hall on Monday.": "meeting 2023-03-13 ortiz+vale",
    "Ann Vale shook hands with Bo Ortiz on Monday.": "meeting 2023-03-13 ortiz+vale",
    "Ann Vale had more than two hours with Bo Ortiz on Monday.": "? 2023-03-13 ortiz+vale",
    "Ann Vale received at Oslo yesterday Bo Ortiz.": "meeting 2023-03-14 ortiz+vale",
    "Ann Vale, who was in Oslo with Lang, met with Bo Ortiz on Monday.": "meeting 2023-03-13 ortiz+vale",
    "# Norland summit in Oslo\nAnn Vale, who was in Oslo, held a meeting with Bo Ortiz.":
      "meeting - ortiz+vale",
    "# Joint press conference in Oslo\nAnn Vale: We are content.\nBo Ortiz: So are we.": "? - ortiz+vale",
  });
});

describe("contactsIn takes no passing word for the contact told", () => {
  check({
    // The day of a paper is not that of the meeting.
    "Ann Vale met Bo Ortiz in line with the statement of 10 March.": "meeting - ortiz+vale",
    // The day of what they went back to is not theirs.
    "# Conversation with Bo Ortiz\nAnn Vale had a call with Bo Ortiz.\nFollowing up on the talks held in Oslo on 2 March, both leaders exchanged opinions.":
      "call - ortiz+vale",
    // Those who took part stand in the next sentence.
    "A video conference was held on Monday. Ann Vale and Bo Ortiz took part, as did others.":
      "video-call 2023-03-13 ortiz+vale",
    // An earlier meeting of the same two.
    "Ann Vale met with Bo Ortiz on Monday. The two presidents had last met in November of last year.": [
      "meeting 2023-03-13 ortiz+vale",
      "meeting 2022-11 ortiz+vale",
    ],
    // Another meeting of one of them.
    "Ann Vale spoke with Bo Ortiz today. Ann Vale also held a meeting of the staff.":
      "? 2023-03-15 ortiz+vale",
    // A meeting that has been called off.
    "Ann Vale spoke with Bo Ortiz today. No day was set for the meeting that was to take place in May.":
      "? 2023-03-15 ortiz+vale",
    "Ann Vale spoke with Bo Ortiz today after the cancellation of the visit to Oslo.":
      "? 2023-03-15 ortiz+vale",
    // Who had worked together did not talk with the other side.
    "Norland waits. Cy Lang and Bo Ortiz had worked all night.": [],
  });
});

test("contactsIn takes a contact that is told in passing and of nobody for no main one", () => {
  const [only] = read(
    "Norland waits.\nIt signed a pact that ministers shelved at a video conference on Monday.",
  );
  expect(only?.main).toBe(false);
});

describe("contactsIn knows what is no contact", () => {
  check({
    "Ann Vale called on Bo Ortiz to resign.": [],
    "Ann Vale will meet Bo Ortiz on Friday.": [],
    "Ann Vale proposed a meeting with Bo Ortiz.": [],
    "Cy Lang called for calm.": [],
    "Cy Lang called Ortiz a friend of peace.": [],
  });
});

describe("contactsIn tells the facts with their words", () => {
  const facts = (text: string) => {
    const [main] = read(text);
    return {
      asked: main?.requestedBy?.value ?? null,
      length: main?.duration ? [main.duration.value, main.duration.mod] : null,
      clocks: main?.clocks.map((clock) => clock.value) ?? [],
      place: main?.place?.value ?? null,
      language: main?.language?.value ?? null,
      handed: main?.handedOver.map((one) => one.value) ?? [],
      next: main?.followUps.map((one) => one.value) ?? [],
    };
  };
  const call = "Ann Vale had a telephone conversation with Bo Ortiz";

  test("who asked for it", () => {
    expect(facts(`${call} at the initiative of the Sudland side.`).asked).toBe("SUD");
    expect(facts(`${call} at the latter’s initiative.`).asked).toBe("ortiz");
    expect(facts(`${call}. It was requested by Norland.`).asked).toBe("NOR");
    expect(facts(`${call}. At the request of Ortiz, Vale told him of the talks.`).asked).toBe(null);
  });
  test("how long it was", () => {
    expect(facts(`${call}. It lasted about 40 minutes.`).length).toEqual(["PT40M", "APPROX"]);
    expect(facts("Ann Vale and Bo Ortiz spoke by phone for more than an hour.").length).toEqual([
      "PT1H",
      "MORE_THAN",
    ]);
    expect(facts("Ann Vale had a 25-minute call with Bo Ortiz.").length).toEqual(["PT25M", null]);
    expect(facts(`${call} about the 72-hour truce.`).length).toBe(null);
  });
  test("its clocks", () => {
    expect(facts(`${call} on Monday. It began at 18:05 Moscow time.`).clocks).toEqual([
      "2023-03-13T18:05+03:00",
    ]);
  });
  test("where it was", () => {
    expect(facts("Ann Vale met Bo Ortiz in Geneva.").place).toBe("Geneva");
    expect(facts(`${call} about the talks in Geneva.`).place).toBe(null);
  });
  test("through whom they spoke", () => {
    expect(facts(`${call}. The leaders spoke through interpreters.`).language).toBe("through interpreters");
  });
  test("what was handed over", () => {
    expect(facts(`${call} about the two drafts handed over by Norland.`).handed).toEqual([
      "the two drafts handed over by Norland",
    ]);
  });
  test("what comes next", () => {
    expect(facts(`${call}. The leaders agreed to continue their contacts.`).next).toEqual([
      "agreed to continue their contacts",
    ]);
    expect(facts(`${call}. They plan to resume the dialogue after Easter, Lang said.`).next).toEqual([
      "plan to resume the dialogue after Easter",
    ]);
    expect(facts(`${call}. They agreed that trade matters.`).next).toEqual([]);
  });
});

test("contactsIn is linear on hostile text", () => {
  const began = cpuMs();
  read("talks in Geneva on January 10, ".repeat(4000));
  read("Vale had a call with Ortiz and ".repeat(4000));
  expect(cpuMs() - began).toBeLessThan(4000);
});
