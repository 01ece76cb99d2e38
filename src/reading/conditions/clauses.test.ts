import { describe, expect, test } from "vitest";
import { wordsIn } from "../../text/words.ts";
import { clausesIn } from "./clauses.ts";
import { windowsIn } from "./sentences.ts";

/** Each clause as "link: from its first word to its verb". */
function told(text: string): string[] {
  const words = wordsIn(text, { start: 0, end: text.length });
  return windowsIn(words).flatMap((window) =>
    clausesIn(words, window).map(
      ({ from, verb, link }) => `${link}: ${text.slice(words[from]?.start, words[verb]?.end)}`,
    ),
  );
}

function check(cases: Record<string, string[]>): void {
  for (const [text, expected] of Object.entries(cases))
    test(text, () => expect(told(text)).toEqual(expected));
}

describe("clausesIn finds verbs that carry a clause, with their subjects", () => {
  check({
    "The fleet returns.": ["free: The fleet returns"],
    "Norland attacks at dawn.": ["free: Norland attacks"],
    "The attacks of the fleet have ended.": ["free: The attacks of the fleet have"],
    "Vale and Ortiz of the council signed it.": ["free: Vale and Ortiz of the council signed"],
    "Vale, the minister, will sign.": ["free: Vale, the minister, will"],
    "Closing the straits would help.": ["free: Closing the straits would"],
    "Do you know?": ["free: Do"],
  });
});

describe("clausesIn tells how a clause hangs on the words before", () => {
  check({
    "Vale said the deal is dead.": ["free: Vale said", "that: the deal is"],
    "Vale told Ortiz that the sides and their allies will meet.": [
      "free: Vale told",
      "that: the sides and their allies will",
    ],
    "The men who stayed will leave.": ["relative: stayed", "free: The men who stayed will"],
    "They came because the road was open.": ["free: They came", "adverbial: the road was"],
    "He knows what they want.": ["free: He knows", "question: what they want"],
    "The sides met, and Norland will pay.": ["free: The sides met", "joined: Norland will"],
    "It has no rights and can be sold.": ["free: It has", "predicate: can"],
    "If they want it, Norland, Sudland and the rest will come.": [
      "adverbial: they want",
      "free: Norland, Sudland and the rest will",
    ],
  });
});
