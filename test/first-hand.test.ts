/**
 * First-hand documents from end to end: who says each sentence of a memorandum
 * or transcript, and who took part. A case is a text and the family names of
 * the speakers that it should give, with the first words of what they say.
 */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Reading } from "../src/index.ts";
import { read } from "../src/index.ts";
import { cpuMs } from "./cpu-time.ts";

const TITLE =
  "Memorandum of a Telephone Conversation Between President Orla Stenmark and Prime Minister Miro Castellan";

async function readTalk(body: string, title = TITLE): Promise<Reading> {
  return read(`${title}\n\nMay 6, 1974, 3:30 p.m.\n\n${body}`, { rules: true });
}

function nameOf(reading: Reading, id: string | null): string {
  const name = reading.actors.find((actor) => actor.id === id)?.name;
  return name?.split(" ").at(-1) ?? "nobody";
}

/** "Castellan: we want to do" for each statement, the chain after the publisher and drafter. */
function saidIn(reading: Reading, words = 4): string[] {
  return reading.statements.map((statement) => {
    const chain = statement.chain.filter((link) => link.attribution !== null);
    const speakers = chain.map((link) => nameOf(reading, link.actor)).join(" > ") || "nobody";
    const start = (statement.content[0]?.words ?? "").split(/\s+/).slice(0, words).join(" ");
    return `${speakers}: ${start}`;
  });
}

describe("a memorandum of conversation", () => {
  it("gives a paragraph to its speaker until another takes over", async () => {
    const reading = await readTalk(
      "The President said that the boats would stay. The treaty was firm. It would be signed in any case. The Prime Minister replied that this was not enough. His people would not understand it.",
    );
    expect(saidIn(reading)).toEqual([
      "Stenmark: the boats would stay",
      "Stenmark: The treaty was firm",
      "Stenmark: It would be signed",
      "Castellan: this was not enough",
      "Castellan: His people would not",
    ]);
  });

  it("leaves what the writer tells to the writer", async () => {
    const reading = await readTalk(
      "The President said that the boats would stay. At this point the interpreter left the room. They then went in to lunch. [Here follows discussion of the weather.]",
    );
    expect(saidIn(reading)).toEqual(["Stenmark: the boats would stay"]);
  });

  it("reads the initials and short titles of minutes", async () => {
    const reading = await readTalk(
      "C asked if they should go in. The Pres said not tonight. C repeated re the show tomorrow. C is unhappy about doing it alone.",
    );
    expect(saidIn(reading, 3)).toEqual([
      "Castellan: they should go",
      "Stenmark: not tonight",
      "Castellan: re the show",
      "Castellan: about doing it",
    ]);
  });

  it("goes on with the paragraph's speaker at 'he said', and parts two speakers of one sentence", async () => {
    const reading = await readTalk(
      "The Prime Minister told the President that the ice was thin. He said that nobody should walk on it. The Prime Minister spoke of his fears, and the President replied that spring was near.",
    );
    expect(saidIn(reading, 3)).toEqual([
      "Castellan: the ice was",
      "Castellan: nobody should walk",
      "Castellan: his fears",
      "Stenmark: spring was near",
    ]);
  });

  it("lets nobody speak who is not in the list, and both who agree", async () => {
    const reading = await read(
      "MEMORANDUM OF CONVERSATION\n\nMay 6, 1974\n\nPARTICIPANTS:\n\nPresident Stenmark\n\nMr. Quill, interpreter\n\nMinister Castellan\n\nMinister Castellan said that the road was open. Mr. Holm had thought that it was closed. They agreed that it should stay open.",
      { rules: true },
    );
    expect(saidIn(reading)).toContain("Castellan: Mr. Holm had thought");
    expect(reading.contacts[0]?.participants).toHaveLength(3);
  });

  it("finds who writes 'I', and that 'he' is the other one", async () => {
    const reading = await readTalk(
      "I told Mr. Castellan that the boats would stay. He said that he was sorry to hear it. I promised to look into the matter.",
      "Memorandum of Telephone Conversation Between Foreign Minister Stenmark and Prime Minister Castellan",
    );
    expect(saidIn(reading, 3)).toEqual([
      "Stenmark: the boats would",
      "Castellan: he was sorry",
      "Stenmark: to look into",
    ]);
  });

  it("takes everybody of the list into the contact, with what the list says of them", async () => {
    const file = "examples/memcon/1974-05-06-memorandum.txt";
    const reading = await read(readFileSync(file), { rules: true, name: file });
    const [contact] = reading.contacts;
    expect(contact?.participants.map((one) => `${nameOf(reading, one.value)}, ${one.role}`)).toEqual([
      "Stenmark, Foreign Secretary",
      "Quill, Director for the Northern Seas",
      "Hale, Private Secretary (notetaker)",
      "Castellan, Ambassador",
      "Orr, Counselor",
    ]);
    expect(contact).toMatchObject({ main: true, kind: { value: "meeting" } });
    const [first] = reading.statements;
    expect(first?.chain.map((link) => `${link.basis} ${nameOf(reading, link.actor)}`)).toEqual([
      "published nobody",
      "wrote Hale",
      "said Castellan",
    ]);
    expect(saidIn(reading, 3)).toContain("Quill: he had asked");
  });
});

describe("a transcript", () => {
  it("in TEI gives each turn to its speaker, and 'he' in it to a third", async () => {
    const file = "examples/memcon/1974-05-09-call.xml";
    const reading = await read(readFileSync(file), { rules: true, name: file });
    expect(saidIn(reading, 3)).toEqual([
      "Castellan: Good morning, Madam",
      "Castellan: I have my",
      "Stenmark: I hope it",
      "Castellan: It is.",
      "Castellan: If the patrols",
      "Castellan > nobody: he could not",
      "Stenmark: With the owners’",
      "Castellan: With the owners’",
      "Stenmark: Then we have",
      "Stenmark: The patrols will",
    ]);
    const [contact] = reading.contacts;
    expect(contact).toMatchObject({
      kind: { value: "call" },
      date: { value: "1974-05-09" },
      clocks: [{ value: "1974-05-09T09:10" }],
    });
    expect(contact?.participants.map((one) => nameOf(reading, one.value))).toEqual(["Stenmark", "Castellan"]);
    expect(reading.statements[0]?.addressee?.actor).toBe(contact?.participants[0]?.value);
  });

  it("reads a label with a word about how it was said, and what is told after the talk", async () => {
    const reading = await readTalk(
      "Stenmark: Good evening.\n\nCastellan (via interpreter): Good evening. I am glad that you called.\n\nStenmark: So am I.\n\nThe President turned to an aide. He said that the talk was over.",
      "Transcript of a Telephone Conversation Between President Stenmark and Prime Minister Castellan",
    );
    expect(saidIn(reading, 3)).toEqual([
      "Stenmark: Good evening.",
      "Castellan: Good evening.",
      "Castellan: I am glad",
      "Stenmark: So am I.",
      "Stenmark: the talk was",
    ]);
  });

  it("goes on with the last speaker where a paragraph names nobody, and knows labels by elimination", async () => {
    const reading = await readTalk(
      "OS: Good evening.\n\nXY: Good evening.\n\nOS: The ice is thin.\n\nNobody should walk on it.\n\nXY: I agree.",
      "Transcript of a Telephone Conversation Between President Orla Stenmark and Prime Minister Miro Castellan",
    );
    expect(saidIn(reading)).toEqual([
      "Stenmark: Good evening.",
      "Castellan: Good evening.",
      "Stenmark: The ice is thin.",
      "Stenmark: Nobody should walk on",
      "Castellan: I agree.",
    ]);
  });
});

describe("a letter", () => {
  it("is all its writer's, and what it quotes of others stands within", async () => {
    const reading = await read(
      "Message From Prime Minister Castellan to President Stenmark\n\nMay 6, 1974\n\n1. I have read your letter with care. You say that the boats will stay.\n\n2. If they stay, we shall call ours home.",
      { rules: true, kind: "transcript" },
    );
    expect(saidIn(reading)).toEqual([
      "Castellan: I have read your",
      "Castellan: You say that the",
      "Castellan: If they stay, we",
    ]);
  });
});

describe("a press briefing", () => {
  it("is not taken for the talk that it tells of", async () => {
    const reading = await read(
      "Press briefing on the call between President Stenmark and Prime Minister Castellan\n\nMay 7, 1974\n\nQ: How long was it?\n\nLars Quill: An hour.\n\nQ: When?\n\nLars Quill: Last night.",
      { rules: true, kind: "transcript" },
    );
    expect(reading.contacts.every((contact) => contact.date?.value !== "1974-05-07")).toBe(true);
    expect(reading.attributions.every((one) => one.rule !== "speaker-turn")).toBe(true);
  });
});

describe("hostile first-hand documents", () => {
  it.each([
    "Vale: yes.\n\n",
    "He said that K replied. ",
    "The President said that, and the Secretary replied. ",
  ])("take linear time on %j again and again", async (words) => {
    const start = cpuMs();
    await readTalk(words.repeat(3000));
    const once = cpuMs() - start;
    expect(once).toBeLessThan(8000);
  });
});
