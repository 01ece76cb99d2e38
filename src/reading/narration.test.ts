import { beforeAll, describe, expect, it } from "vitest";
import { documentFromText } from "../intake/documents.ts";
import { loadGazetteer } from "../intake/gazetteer.ts";
import type { Gazetteer } from "../lexicon/gazetteer.ts";
import { readingOf } from "./read.ts";
import type { Reading } from "./reading.ts";

let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = await loadGazetteer();
});

const CALL =
  "Vladimir Putin had a telephone conversation with President of France Emmanuel Macron at the French side’s initiative.";

const readoutOf = (sentence: string) =>
  readingOf(
    documentFromText(
      `Telephone conversation with President of France Emmanuel Macron\n\n${CALL}\n\n${sentence}`,
      {
        date: "2021-12-14",
        publisher: "Kremlin",
      },
    ),
    gazetteer,
  );

const newsOf = (sentence: string) =>
  readingOf(
    documentFromText(
      `PARIS, Dec 14 (Northwind) - Vladimir Putin and Emmanuel Macron spoke by telephone on Tuesday.\n\n${sentence}`,
      { date: "2021-12-14", publisher: "Northwind" },
    ),
    gazetteer,
  );

/** "who: act: words", a statement that the narrator tells himself. */
function toldIn(reading: Reading): string[] {
  const name = (id: string | null) => reading.actors.find((actor) => actor.id === id)?.name ?? "nobody";
  return reading.statements
    .filter(({ attribution }) => attribution === null)
    .map(
      ({ speaker, act, content }) =>
        `${name(speaker)}: ${act}: ${content.map(({ words }) => words).join("…")}`,
    );
}

const BOTH = "Emmanuel Macron and Vladimir Putin";

describe("narration in an official account", () => {
  it.each([
    ["Special attention was paid to the supply of grain.", `${BOTH}: discuss`],
    ["The situation in the port was examined in detail.", `${BOTH}: discuss`],
    ["The conversation also covered the visa question.", `${BOTH}: discuss`],
    ["The agenda included a number of cultural projects.", `${BOTH}: discuss`],
    ["There was an exchange of views on the winter games.", `${BOTH}: discuss`],
    ["A schedule of further contacts was coordinated.", `${BOTH}: agree`],
    ["The presidents covered the settlement of the border question.", `${BOTH}: discuss`],
    ["The two leaders were supportive of the plan, which has been long in the making.", `${BOTH}: praise`],
    ["Earlier, Mr Putin sent Mr Macron a message of greetings.", "Vladimir Putin: congratulate"],
    ["Vladimir Putin updated his French counterpart on the harvest.", "Vladimir Putin: report"],
    [
      "Emmanuel Macron, at the request of the Russian President, gave details of the summit.",
      "Emmanuel Macron: report",
    ],
    ["The need for restraint was stressed.", "nobody: urge"],
    ["In this context, a positive assessment was given of the work of the envoys.", "nobody: praise"],
    ["The conversation was constructive and frank.", "Russia: assess"],
    ["Bilateral trade grew by 12 percent last year.", "Russia: state"],
  ])("%s", (sentence, expected) => {
    const attributed = readoutOf(sentence).statements.filter(({ attribution }) => attribution !== null);
    expect(attributed).toEqual([]);
    expect(toldIn(readoutOf(sentence))).toEqual([`${expected}: ${sentence}`]);
  });

  it.each([
    "The conversation took place at the initiative of France.",
    "The call lasted an hour.",
    "The call was arranged at the proposal of the French side and lasted an hour.",
    "The Prime Minister of Italy also took part in the conversation.",
    "Following the summit of the Council, Vladimir Putin had a telephone conversation with Emmanuel Macron.",
    "The message reads, in part:",
  ])("gives no statement for a bare fact: %s", (sentence) => {
    expect(toldIn(readoutOf(sentence))).toEqual([]);
  });

  it("tells each deed of a sentence by itself", () => {
    const told = toldIn(readoutOf("The presidents compared their schedules and coordinated further steps."));
    expect(told).toEqual([
      `${BOTH}: discuss: The presidents compared their schedules`,
      `${BOTH}: agree: coordinated further steps.`,
    ]);
  });

  it("ends the chain with the narrator, and keeps the speaker apart", () => {
    const [told] = readoutOf("Special attention was paid to the supply of grain.").statements;
    expect(told?.chain.map(({ basis }) => basis)).toEqual(["published"]);
    expect(told?.speaker).toMatch(/^group:/);
  });

  it("names both only where the text tells of one conversation", () => {
    const text =
      "Vladimir Putin had telephone conversations with President of France Emmanuel Macron and Federal Chancellor of Germany Olaf Scholz.\n\nThe truce was discussed.";
    const reading = readingOf(
      documentFromText(text, { date: "2021-12-14", publisher: "Kremlin" }),
      gazetteer,
    );
    expect(toldIn(reading)).toEqual(["nobody: discuss: The truce was discussed."]);
  });
});

describe("narration in news", () => {
  it("takes the narrator's word for what was done in the contact", () => {
    expect(toldIn(newsOf("The two presidents covered the supply of grain."))).toEqual([
      `${BOTH}: discuss: The two presidents covered the supply of grain.`,
    ]);
  });

  it.each([
    "Bilateral trade grew by 12 percent last year.",
    "The conversation was constructive and frank.",
    "The border was closed in March.",
    "Olaf Scholz addressed the parliament on Monday.",
    "The two presidents had discussed the matter in June.",
  ])("leaves what is not of the contact: %s", (sentence) => {
    expect(toldIn(newsOf(sentence))).toEqual([]);
  });
});
