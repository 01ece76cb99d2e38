import { describe, expect, test } from "vitest";
import { placeAt } from "../text/span.ts";
import { conditionsIn, conditionsOfPassage } from "./conditions.ts";

/** Each condition as "kind: condition => consequence <= antecedent". */
function told(text: string): string[] {
  return conditionsIn(text, { start: 0, end: text.length }).map(
    ({ kind, condition, consequence, antecedent }) => {
      const words = (passage: { words: string }[]) => passage.map((part) => part.words).join(" … ");
      return `${kind}: ${words(condition)} => ${words(consequence)}${antecedent.length > 0 ? ` <= ${words(antecedent)}` : ""}`;
    },
  );
}

function check(cases: Record<string, string | string[]>): void {
  for (const [text, expected] of Object.entries(cases)) {
    test(text, () => {
      expect(told(text)).toEqual([expected].flat());
    });
  }
}

describe("conditionsIn parts the condition from what follows", () => {
  check({
    "If Norland crosses the river, we will respond decisively.":
      "if: If Norland crosses the river => we will respond decisively",
    "If Norland takes the port, the road or the bridge, then Sudland will close its border.":
      "if: If Norland takes the port, the road or the bridge => Sudland will close its border",
    "If we keep this pace we will reach the goal.": "if: If we keep this pace => we will reach the goal",
    "The sides will not sign unless sanctions are lifted.":
      "unless: unless sanctions are lifted => The sides will not sign",
    "Sudland would act in the event of an “attack” on its ports.":
      "in-the-event-of: in the event of an “attack” on its ports => Sudland would act",
    "Should talks fail, Sudland will leave the accord.":
      "should: Should talks fail => Sudland will leave the accord",
    "We will talk, provided that our concerns are heard.":
      "provided: provided that our concerns are heard => We will talk",
    "We will stay only if you ask us.": "only-if: only if you ask us => We will stay",
    "As long as the troops stay, there can be no peace.":
      "as-long-as: As long as the troops stay => there can be no peace",
    "Had Norland agreed, the war would have ended.": "if: Had Norland agreed => the war would have ended",
    "There will be no accord without guarantees.": "without: without guarantees => There will be no accord",
    "The ban will not be lifted until Norland withdraws its troops.":
      "until: until Norland withdraws its troops => The ban will not be lifted",
    "Sudland will, if necessary, send troops.": "if: if necessary => Sudland will … send troops",
  });
});

describe("conditionsIn knows the less common markers", () => {
  check({
    "The bridge would have stayed open had the guards not fled.":
      "if: had the guards not fled => The bridge would have stayed open",
    "It would help were Norland to free the crew.": "if: were Norland to free the crew => It would help",
    "He promised help should Sudland be attacked.": "should: should Sudland be attacked => He promised help",
    "In return for a ceasefire, Norland would free the crew.":
      "provided: In return for a ceasefire => Norland would free the crew",
    "He thanked them in return for their trust.": [],
    "Absent guarantees, we will not sign.": "without: Absent guarantees => we will not sign",
    "The loan is subject to approval by the council.":
      "provided: subject to approval by the council => The loan",
    "He will not yield, unless or until it pays.": "unless: unless or until it pays => He will not yield",
    "If not, the deal is off.": "otherwise: If not => the deal is off",
    "Vale would not say if the fleet had sailed.": [],
  });
});

describe("conditionsIn reads several conditions in a row", () => {
  check({
    "He would come if asked, if the weather held or if the king wished it.": [
      "if: if asked => He would come",
      "if: if the weather held => He would come",
      "if: if the king wished it => He would come",
    ],
    "If you want peace, it would be better if nobody moved.": [
      "if: If you want peace => it would be better",
      "if: if nobody moved => it would be better",
    ],
    "He thinks if Sudland votes no, the pact is dead.": "if: if Sudland votes no => the pact is dead",
    "If Norland attacks, Sudland responds at once.": "if: If Norland attacks => Sudland responds at once",
    "If the crew is freed, it’s a good sign.": "if: If the crew is freed => it’s a good sign",
    "Sudland says that if he wins “we will see a war” and that he fears for peace.":
      "if: if he wins => “we will see a war”",
  });
});

describe("conditionsIn finds the main clause without its help", () => {
  check({
    "He hoped for talks, and if Sudland had time, Norland would be glad to come.":
      "if: if Sudland had time => Norland would be glad to come",
    "If people came in and took our ships—two or three of them—our answer would be swift.":
      "if: If people came in and took our ships—two or three of them => our answer would be swift",
    "If Norland wanted a quarrel, that was its own affair.":
      "if: If Norland wanted a quarrel => that was its own affair",
    "If the raids go on Norland will follow suit.": "if: If the raids go on => Norland will follow suit",
    "Vale was certain the truce would end unless the guns fell silent.":
      "unless: unless the guns fell silent => the truce would end",
    "It is for this reason that he was ready to wait if Sudland would wait too.":
      "if: if Sudland would wait too => he was ready to wait",
    "Our word is given and Sudland will sign in May if the others refuse.":
      "if: if the others refuse => Sudland will sign in May",
    "She threatened a blockade should the river be crossed.":
      "should: should the river be crossed => She threatened a blockade",
    "Without guarantees there is nothing to sign.": "without: Without guarantees => there is nothing to sign",
    "If they leave and if they pay, we will forget it.": [
      "if: If they leave => we will forget it",
      "if: if they pay => we will forget it",
    ],
    "How should the sides proceed": [],
    "Few, if any, agreed.": [],
  });
});

describe("conditionsIn looks for clauses, not for commas alone", () => {
  check({
    "When talks fail, if there is still time, the sides will write.":
      "if: if there is still time => the sides will write",
    "If Vale had lost the vote that the council held are you sure he would stay?":
      "if: If Vale had lost the vote that the council held => are you sure he would stay",
    "If the sides want calm, for example, legally they cannot leave.":
      "if: If the sides want calm => they cannot leave",
    "If the port closes, how can the fleet sail?": "if: If the port closes => how can the fleet sail",
    "If you do not like it, work harder.": "if: If you do not like it => work harder",
    "Vale told Ortiz that Norland and its allies will pay if the fleet sails.":
      "if: if the fleet sails => Norland and its allies will pay",
    "The question of closing the straits could be solved if troops left.":
      "if: if troops left => The question of closing the straits could be solved",
    "We will help those who stay behind if they ask.":
      "if: if they ask => We will help those who stay behind",
    "It has no rights and can be sold if Vale agrees.": "if: if Vale agrees => can be sold",
    "I do not think we can talk until the troops leave.":
      "until: until the troops leave => I do not think we can talk",
    "They must wait until the others sign.": "until: until the others sign => They must wait",
    "What would happen if the fleet sailed?": "if: if the fleet sailed => What would happen",
    "If they come, we will talk, but Ortiz will not.": "if: If they come => we will talk",
    "I will stay if asked, and if he leaves, she will come.": [
      "if: if asked => I will stay",
      "if: if he leaves => she will come",
    ],
    "The plan, if not changed, it will fail.": "if: if not changed => it will fail",
    "I do not care if they come.": [],
    "They sent well-meant, if late, advice.": [],
    "It was not an 'if' question.": [],
    "Build a wall, if you will, around it.": [],
  });
});

describe("conditionsOfPassage joins what the reporting clause parts", () => {
  test("“If the bans come”, he said, “the ties will suffer.”", () => {
    const text = "“If the bans come”, he said, “the ties will suffer.”";
    const content = [placeAt(text, 1, 17), placeAt(text, 30, 50)];
    const [found] = conditionsOfPassage(text, content);
    expect(found?.consequence.map(({ words }) => words)).toEqual(["the ties will suffer"]);
  });
});

describe("conditionsIn leaves the reporting words out of the consequence", () => {
  check({
    "Vale warned that Norland would face a ban if it crosses the river.":
      "if: if it crosses the river => Norland would face a ban",
    "Vale warned that if Norland crosses the river, Sudland and its partners would respond.":
      "if: if Norland crosses the river => Sudland and its partners would respond",
    "If Norland comes, we will respond, Vale said.": "if: If Norland comes => we will respond",
    "“We will stay only if you ask us,” Ortiz told Vale.": "only-if: only if you ask us => We will stay",
    "He said the deal is dead if Sudland refuses, but Ortiz disagreed.":
      "if: if Sudland refuses => the deal is dead",
  });
});

describe("conditionsIn ties what points back to what it goes back to", () => {
  check({
    "Sudland would act in the event of an attack. In that case, its allies would help.": [
      "in-the-event-of: in the event of an attack => Sudland would act",
      "anaphoric: In that case => its allies would help <= an attack",
    ],
    "Norland must withdraw; otherwise, there will be no talks.":
      "otherwise: otherwise => there will be no talks <= Norland must withdraw",
    "Vale spoke of possible new tariffs on steel. Ortiz said this would be a grave error.":
      "anaphoric: this => would be a grave error <= possible new tariffs on steel",
    "Vale met Ortiz in Oslo. Ortiz said this would be discussed again.": [],
  });
  test("across the edge of the stretch", () => {
    const text = "Vale raised the threat of a blockade. Ortiz replied that this would end the talks.";
    const [condition] = conditionsIn(text, { start: text.indexOf("this"), end: text.length });
    expect(condition?.antecedent.map((part) => part.words)).toEqual(["a blockade"]);
  });
});

describe("conditionsIn knows what is no condition", () => {
  check({
    "Reporters asked him if he would come.": [],
    "What if they come?": [],
    "It is as if nothing happened.": [],
    "They left without delay.": [],
    "The talks lasted until the evening.": [],
    "An official spoke on condition of anonymity.": [],
    "The talks should bring results.": [],
    "They agreed on guarantees that would hold.": [],
  });
});

test("conditionsOfPassage leaves out a condition on which nothing hangs", () => {
  const text = "Vale asked if the fleet had sailed.";
  expect(conditionsOfPassage(text, [placeAt(text, 11, 34)])).toEqual([]);
});

test("conditionsIn is linear in white space", () => {
  const text = `if they ask${" ".repeat(200_000)}and if they can, we will help`;
  expect(conditionsIn(text, { start: 0, end: text.length })).toHaveLength(2);
});

test("conditionsIn is linear on hostile text", () => {
  const nasty = "if ".repeat(60_000) + "in this case ".repeat(20_000);
  expect(() => conditionsIn(nasty, { start: 0, end: nasty.length })).not.toThrow();
});
