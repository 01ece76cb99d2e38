import { beforeAll, describe, expect, it } from "vitest";
import { documentFromText } from "../intake/documents.ts";
import { loadGazetteer } from "../intake/gazetteer.ts";
import type { Gazetteer } from "../lexicon/gazetteer.ts";
import { readingOf } from "../reading/read.ts";
import { accountIdOf, accountOf } from "./account-of.ts";
import { answers } from "./denials.ts";
import { tellingsOf } from "./tellings.ts";

let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = await loadGazetteer();
});

const OPENING = "The ministers of Varenia and Tolmark met in Port Sarn on 3 May 2021. ";

function tellings(text: string) {
  const reading = readingOf(documentFromText(OPENING + text, { date: "2021-05-04" }), gazetteer, null, []);
  return tellingsOf({ reading, account: accountOf(reading, null, accountIdOf(reading, null)) });
}

/** Whether a telling of the second text says what one of the first denies. */
function clash(denying: string, telling: string): boolean {
  const denials = tellings(denying).flatMap(({ denial }) => denial ?? []);
  return tellings(telling).some((one) => denials.some((denial) => answers(one, denial)));
}

describe("denials", () => {
  it.each([
    ["The Sarvian pipeline was not discussed.", "The two also talked about the Sarvian pipeline."],
    ["The Sarvian pipeline did not come up.", "The minister complained about the Sarvian pipeline."],
    ["No paper of any kind was handed over to the guest.", "The host handed over a paper to the guest."],
  ])("holds “%s” against “%s”", (denying, telling) => expect(clash(denying, telling)).toBe(true));

  it.each([
    ["The Sarvian pipeline was not discussed.", "The fish in the eastern lakes were discussed."],
    ["The Sarvian pipeline was not discussed.", "The Sarvian pipeline was not mentioned by anybody."],
    ["The army did not cross the river.", "The army crossed the river."],
  ])("leaves “%s” beside “%s”", (denying, telling) => expect(clash(denying, telling)).toBe(false));
});
