import { describe, expect, test } from "vitest";
import type { Act } from "../lexicon/acts.ts";
import { placeAt } from "../text/span.ts";
import { actOf } from "./act-of.ts";
import { conditionsOfPassage } from "./conditions.ts";
import { qualifiersOf } from "./qualifiers.ts";

/** "cue | content", with the act that it performs. */
function check(cases: Record<string, Act>): void {
  for (const [marked, act] of Object.entries(cases)) {
    test(`${marked} → ${act}`, () => {
      const at = marked.indexOf(" | ");
      const text = marked.replace(" | ", " ");
      const content = [placeAt(text, at + 1, text.length)];
      const cue = at > 0 ? [{ start: 0, end: at }] : [];
      const found = actOf(text, cue, content, conditionsOfPassage(text, content));
      expect(found.act).toBe(act);
      for (const { start, end, words } of found.evidence) expect(text.slice(start, end)).toBe(words);
    });
  }
}

describe("actOf believes a cue that names an act", () => {
  check({
    "demanded | the release of the crew": "demand",
    "warned | the truce is thin": "warn",
    "agreed to | meet in May": "agree",
    "could not agree to | such a draft": "refuse",
    "told | the two sides had signed the accord": "state",
  });
});

describe("actOf reads the noun that a plain cue hands over", () => {
  check({
    "expressed | readiness to host the talks": "offer",
    "reaffirmed | their mutual intention to widen trade": "promise",
    "stressed | the importance of keeping the truce": "urge",
    "noted | the importance of this day for both nations": "assess",
    "underlined | the need for a swift answer": "urge",
    "expressed | deep regret over the delay": "voice-concern",
    "expressed | satisfaction with the harvest accord": "praise",
    "conveyed | his condolences to the families": "condole",
    "expressed | confidence that trade will grow": "predict",
    "exchanged | New Year greetings": "congratulate",
    "exchanged | views on the harvest": "discuss",
    "confirmed | the date of the summit": "confirm",
  });
});

describe("actOf reads the clause that a plain cue hands over", () => {
  check({
    ": | I'll write it down and send it tonight.": "promise",
    ": | We're ready any time.": "offer",
    "said | he would be glad to come": "offer",
    "said | she couldn't accept the draft": "refuse",
    ": | No, he did not.": "deny",
    ": | I'm grateful to you.": "thank",
    "said | we won't let them starve": "promise",
    "said | you should talk to him": "urge",
    "said | we should meet again": "propose",
    "said | let us meet in May": "propose",
    "said | the ports must be reopened": "demand",
    ": | Don't leave.": "request",
    ": | When will you come?": "ask",
    "said | the talks had been fruitful": "assess",
    "said | the army had violated the truce": "accuse",
    "said | it would rain": "predict",
    "said | Sudland will continue to supply grain": "promise",
    "said | Norland would face dire consequences": "warn",
    "said | we are deeply concerned by the raids": "voice-concern",
    "said | the delegation arrived on Monday": "state",
    "thought | we should wait": "propose",
    "thought | the draft was weak": "assess",
  });
});

describe("actOf takes harm that hangs on a condition for a threat or a warning", () => {
  check({
    "said | if Norland crosses the river, we will strike back": "threaten",
    "said | if Norland crosses the river, the truce will collapse": "warn",
    "said | we cannot sign unless they withdraw": "refuse",
    "said | there can be no peace until they withdraw": "demand",
    "said | if you wait, we are ready to talk": "offer",
  });
});

describe("actOf reads a sentence of the narrator", () => {
  check({
    " | Special attention was paid to the harvest.": "discuss",
    " | The presidents spoke in favour of keeping the truce.": "propose",
    " | Vale provided details of his visit to Sudland.": "report",
  });
});

describe("actOf reads what is done by saying it", () => {
  check({
    "said | we must warn you that the bridge is mined": "warn",
    "said | I would ask you to wait": "request",
    "said | he appreciated the frankness of the talks": "praise",
    "said | we have decided to leave the pact": "announce",
    "said | I would like to reaffirm our readiness to meet": "offer",
    "said | they are going to complain anyway": "predict",
    "asked | that the matter be investigated": "request",
    "asked for | more time": "request",
    "asked | whether the ships had sailed": "ask",
    "was convinced | this was the only way out": "assess",
    "acknowledged | the contribution of the medics": "praise",
    "conveyed | words of sympathy to the families": "condole",
    "expressed | support to Norland after the attack": "condole",
    "expressed | support for the fight against attacks": "praise",
    "stressed | the reluctance of the allies to pay": "accuse",
    "reaffirmed | the importance of consistently and fully implementing the accord": "urge",
    "said | accusations of theft were groundless": "deny",
    "said | while the talks were long, he was ready to go on": "offer",
    "said | Norland should withdraw its troops": "urge",
    "said | the talks play a useful role": "assess",
    "said | he would have come": "state",
    "said | it could work if both sides agreed": "predict",
    ": | Of course.": "agree",
    ": | Why don't we meet in Oslo?": "propose",
    ": | Suppose our side paid the half.": "propose",
    ": | It is a great pleasure to see you.": "praise",
  });
});

describe("qualifiersOf", () => {
  const read = (content: string, act: Act, cue = "") => {
    const text = `${cue} ${content}`;
    const { polarity, certainty, orientation } = qualifiersOf(
      text,
      [placeAt(text, cue.length + 1, text.length)],
      act,
      [{ start: 0, end: cue.length }],
    );
    return `${polarity.value} ${certainty.value} ${orientation.value}`;
  };
  test.each([
    ["the talks were fruitful", "assess", "", "positive certain past"],
    ["the talks were fruitful", "assess", "said", "positive certain present"],
    ["he had met the envoy", "state", "said", "positive certain past"],
    ["not only trade but peace is at stake", "state", "", "positive certain present"],
    ["they may leave", "predict", "", "positive possible future"],
    ["to meet", "agree", "did not agree", "negative certain future"],
    ["if it rains, we will not come", "refuse", "", "negative certain future"],
    ["when will they come?", "ask", "", "positive uncommitted future"],
  ] as const)("%s (%s, %s) → %s", (content, act, cue, expected) => {
    expect(read(content, act, cue)).toBe(expected);
  });
});
