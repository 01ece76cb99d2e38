import { beforeAll, describe, expect, it } from "vitest";
import { loadGazetteer } from "../intake/gazetteer.ts";
import type { Gazetteer } from "../lexicon/gazetteer.ts";
import type { Document } from "../text/document.ts";
import { quotationsIn } from "../text/quotations.ts";
import { paragraphsOf, sentencesIn } from "../text/sentences.ts";
import { type Place, placeAt } from "../text/span.ts";
import { linksOf, mentionFor } from "./links.ts";
import { mentionsIn } from "./mentions.ts";
import type { Attribution, Quotation, Sentence } from "./reading.ts";

let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = await loadGazetteer();
});

const PUTIN = "Q7747";
const BIDEN = "Q6279";
const USHAKOV = "Q4479563";
const LAVROV = "Q58217";
const MACRON = "Q3052772";
const BLINKEN = "Q7821917";

interface Setting {
  day?: string | null;
  /** Whose official voice the text is. */
  side?: string;
  /** Source and content of each attribution, in the text's words; the content is told without marks unless it has some. */
  said?: [string, string][];
}

function links(text: string, { day = "2021-12-30", side, said = [] }: Setting = {}) {
  const regions = [{ ...placeAt(text, 0, text.length), kind: "body", why: null }];
  const fact = (value: string) => ({ value, ground: "given", evidence: [] });
  const document = {
    text,
    regions,
    published: day === null ? null : fact(day),
    side: side === undefined ? null : fact(side),
  } as unknown as Document;
  const { sentences } = sentencesIn(document) as { sentences: Sentence[] };
  const { quotations } = quotationsIn(text, paragraphsOf(sentences));
  const numbered = quotations.map((quotation, at) => ({
    ...quotation,
    id: `q${at + 1}`,
  })) as unknown as Quotation[];
  const mentions = mentionsIn(document, sentences, gazetteer);
  return linksOf(document, sentences, numbered, mentions, said.map(attributionIn(text)), gazetteer);
}

function attributionIn(text: string) {
  return ([source, content]: [string, string], index: number): Attribution => ({
    id: `a${index + 1}`,
    source: source === "" ? [] : [find(text, source)],
    cue: [],
    content: [find(text, content)],
    manner: /[“"]/.test(text[find(text, content).start - 1] ?? "") ? "direct" : "indirect",
    within: null,
    continues: null,
    rule: "by-hand",
    confidence: 1,
    rivals: [],
  });
}

/** "He#2" is the second "He" of the text. */
function find(text: string, words: string): Place {
  const [sought = "", nth = "1"] = words.split("#");
  let start = -1;
  for (let count = 0; count < Number(nth); count++) {
    start = text.indexOf(sought, start + 1);
    if (start < 0) throw new Error(`Cannot find "${words}": it is not in the text`);
  }
  return placeAt(text, start, start + sought.length);
}

/** Whom the words mean; `null` for unknown. */
function meant(text: string, words: string, setting?: Setting): string | null {
  return linkTo(text, words, setting)?.actor ?? null;
}

function linkTo(text: string, words: string, setting?: Setting) {
  const place = find(text, words);
  const { mentions } = links(text, setting);
  return mentions.find((mention) => mention.start <= place.start && place.end <= mention.end)?.link ?? null;
}

function actorsOf(text: string, setting?: Setting) {
  return links(text, setting).actors;
}

describe("links of names", () => {
  it("know all spellings, and a family name once it is known", () => {
    const text = "Yury V. Ushakov spoke, then Vladimir Zelenskiy. Mr Ushakov left.";
    expect(meant(text, "Yury V. Ushakov")).toBe(USHAKOV);
    expect(meant(text, "Vladimir Zelenskiy")).toBe("Q3874799");
    expect(meant(text, "Mr Ushakov")).toBe(USHAKOV);
  });
  it("give a stranger an id from the name, with the side and role that the text tells", () => {
    const text = "Norwegian envoy Anna Lindqvist-Moe arrived. Lindqvist-Moe smiled.";
    const id = "name:anna-lindqvist-moe";
    expect(meant(text, "Lindqvist-Moe#2")).toBe(id);
    expect(actorsOf(text).find((actor) => actor.id === id)).toMatchObject({
      kind: "person",
      name: "Anna Lindqvist-Moe",
      side: "NOR",
      role: "Norwegian envoy",
    });
  });
  it("give listed people the role of the day", () => {
    const role = (day: string) =>
      actorsOf("Joe Biden spoke.", { day }).find((actor) => actor.id === BIDEN)?.role;
    expect(role("2021-12-30")).toBe("President of the United States");
    expect(role("2012-12-30")).toBe("Vice President of the United States");
    expect(role("2018-12-30")).toBe(null);
  });
  it("take a slip of the pen for the one it is near", () => {
    const text = "Heiko Lindqvist came. Heiko Lindquist left.";
    expect(meant(text, "Heiko Lindquist")).toBe("name:heiko-lindqvist");
  });
  it("take a damaged name for the one whom a title or a word of saying vouches for", () => {
    const rule = (text: string, words: string) => linkTo(text, words)?.rule;
    expect(meant("The Kremlin aide Yuri Ushakova left.", "Yuri Ushakova")).toBe(USHAKOV);
    expect(meant("Russian Foreign Minister Sergei Lavorv left.", "Lavorv")).toBe(LAVROV);
    const text = "Yuri Ushakov came. Mr Ushakova left. Ushakob said no. Ushakova said yes.";
    expect(meant(text, "Mr Ushakova")).toBe(USHAKOV);
    expect(meant(text, "Ushakob")).toBe(USHAKOV);
    expect(rule(text, "Ushakob")).toBe("mangled-name");
    // She may be his wife.
    expect(meant(text, "Ushakova#2")).toBe(null);
    const couple = "Dmitry Peskov came. Mrs Peskova left.";
    expect(meant(couple, "Mrs Peskova")).not.toBe(meant(couple, "Dmitry Peskov"));
  });
  it("tell the Bushes apart by their initials", () => {
    const text = "George H. W. Bush and George W. Bush came.";
    const [elder, younger] = [meant(text, "George H. W. Bush"), meant(text, "George W. Bush")];
    expect(younger).toBe("Q207");
    expect(elder).toBe("name:george-h-w-bush");
  });
  it("know a sheikh by his first name, and a leader by a name with small words", () => {
    const text =
      "Emir of Qatar Sheikh Tamim bin Hamad Al Thani came. Sheikh Tamim left. So did Mrs von der Leyen.";
    expect(meant(text, "Sheikh Tamim#2")).toBe(meant(text, "Emir of Qatar Sheikh Tamim bin Hamad Al Thani"));
    expect(meant(text, "Mrs von der Leyen")).toBe("name:ursula-von-der-leyen");
  });
  it("do not take another time's or another side's namesake", () => {
    expect(meant("Norwegian Foreign Minister James Baker came.", "James Baker")).toBe("name:james-baker-nor");
  });
});

describe("links of titles", () => {
  it("mean the holder on the day of the document", () => {
    const link = (day: string) => linkTo("The US president left.", "US president", { day });
    expect(link("2021-12-30")).toMatchObject({
      actor: BIDEN,
      office: "USA:president",
      ground: "role-at-date",
    });
    expect(link("2016-12-30")).toMatchObject({ actor: "Q76", office: "USA:president" });
    expect(link("2021-01-20")?.actor).toBe(BIDEN);
  });
  it("mean the office alone when the day is not known", () => {
    expect(linkTo("The US president left.", "US president", { day: null })).toMatchObject({
      actor: null,
      office: "USA:president",
      ground: "unknown",
    });
  });
  it("mean the one whom the text itself names", () => {
    const text = "French President Emmanuel Macron came. The French president left.";
    expect(meant(text, "The French president", { day: null })).toBe(MACRON);
  });
  it.each([
    ["the Kremlin chief", PUTIN],
    ["the head of the White House", BIDEN],
    ["the American leader", BIDEN],
    ["the leader of France", MACRON],
    ["the US secretary of state", BLINKEN],
    ["the Kremlin spokesman", "name:dmitry-peskov"],
    ["the NATO secretary general", "Q57665"],
  ])("%s", (words, id) => {
    expect(meant(`Then ${words} spoke.`, words)).toBe(id);
  });
  it("mean no prime minister of a state without chancellors by a chancellor", () => {
    const text = "Germany waits. The Federal Chancellor spoke.";
    expect(meant(text, "The Federal Chancellor", { side: "RUS" })).toBe("Q61053");
    expect(meant("The Federal Chancellor spoke.", "The Federal Chancellor", { side: "RUS" })).toBe(null);
    expect(meant("The Taoiseach spoke.", "The Taoiseach")).toBe("Q920403");
  });
  it("mean the one whose office an official transcript puts before his turns", () => {
    const text = "Prime Minister: We met.\n\nReporter: How long?\n\nPrime Minister: An hour.";
    expect(meant(text, "Prime Minister#2", { side: "NZL" })).toBe("Q3606816");
    expect(meant(text, "Prime Minister#2")).toBe(null);
  });
  it("mean of two leaders of one family name the one whose state the text names", () => {
    const day = "2021-08-25";
    expect(meant("The United States waits. Harris left.", "Harris", { day })).toBe("Q10853588");
    expect(meant("Saint Kitts and Nevis waits. Harris left.", "Harris", { day })).toBe("Q3529064");
  });
  it("know a leader by both his family names", () => {
    const text = "President Peña Nieto left.";
    expect(meant(text, "President Peña Nieto", { day: "2017-01-27" })).toBe("Q296741");
  });
  it("name nobody of the past for a former office", () => {
    expect(meant("The former US president spoke.", "former US president")).toBe(null);
  });
});

describe("links of descriptions", () => {
  const text = "Vladimir Putin met Yuri Ushakov. The diplomat spoke to reporters.";
  it("take an aide for the diplomat, not the president", () => {
    expect(meant(text, "The diplomat")).toBe(USHAKOV);
  });
  it("take nobody when two fit alike", () => {
    const two = "Sergey Lavrov and Antony Blinken met. The minister left early.";
    expect(meant(two, "The minister")).toBe(null);
  });
  it("find the counterpart's office on the other side", () => {
    expect(meant("Sergey Lavrov called his American counterpart.", "his American counterpart")).toBe(BLINKEN);
    expect(meant("Joe Biden thanked his Russian counterpart.", "his Russian counterpart")).toBe(PUTIN);
  });
  it("follow an aside after a name", () => {
    const aside = "Pavel Sorin, the spokesman for the Norwegian government, left. The spokesman smiled.";
    expect(meant(aside, "the spokesman for")).toBe("name:pavel-sorin");
    expect(meant(aside, "The spokesman smiled".slice(0, 13))).toBe("name:pavel-sorin");
  });
  it("keep an unnamed official apart, and come back to him", () => {
    const official = "A senior US official spoke. The official said no more.";
    expect(meant(official, "The official")).toBe(meant(official, "A senior US official"));
    expect(actorsOf(official)[0]).toMatchObject({ kind: "unnamed", side: "USA", name: "senior US official" });
  });
});

describe("links of pronouns", () => {
  it("he is the last speaker", () => {
    const text = "Yuri Ushakov told Joe Biden that Vladimir Putin was ready. He noted that time was short.";
    const said: [string, string][] = [["Yuri Ushakov", "Vladimir Putin was ready"]];
    expect(meant(text, "He noted".slice(0, 2), { said })).toBe(USHAKOV);
  });
  it("he is nobody when two are about as likely", () => {
    expect(meant("There were Vladimir Putin with Joe Biden. Then he left.", "he left".slice(0, 2))).toBe(
      null,
    );
  });
  it("she is a woman", () => {
    const text = "Emmanuel Macron met Angela Merkel. She agreed.";
    expect(meant(text, "She", { day: "2019-01-01" })).toBe("Q567");
  });
  it("him is not the subject, and his after congratulations is the other's", () => {
    expect(meant("Putin met Biden. Biden thanked him.", "him")).toBe(PUTIN);
    const text = "Vladimir Putin congratulated Emmanuel Macron on his victory and wished him luck.";
    expect(meant(text, "his victory".slice(0, 3))).toBe(MACRON);
    expect(meant(text, "him")).toBe(MACRON);
  });
  it("I is the speaker and we his state, in a quotation named after it too", () => {
    const text = "“I think we will wait,” Sergey Lavrov said.";
    const said: [string, string][] = [["Sergey Lavrov", "I think we will wait"]];
    expect(meant(text, "I", { said })).toBe(LAVROV);
    expect(meant(text, "we", { said })).toBe("RUS");
  });
  it("we and I are nobody's when nobody speaks", () => {
    expect(meant("“I think we will wait.”", "we")).toBe(null);
  });
  it("our president is the president of the speaker's side", () => {
    const text = "“Our president answered at once,” Yuri Ushakov said.";
    const said: [string, string][] = [["Yuri Ushakov", "Our president answered at once"]];
    expect(linkTo(text, "Our president", { said })).toMatchObject({ actor: PUTIN, office: "RUS:president" });
  });
  it("we in an official text's own words is its state", () => {
    expect(meant("We welcome the talks.", "We", { side: "NOR" })).toBe("NOR");
  });
  it("it is the house that spoke", () => {
    const text = "The White House denied the report. It said that nothing had changed.";
    const said: [string, string][] = [["The White House", "the report"]];
    expect(meant(text, "It", { said })).toBe("USA:presidency");
  });
});

describe("links of groups", () => {
  const both = "group:Q6279+Q7747";
  it("are the pair told of", () => {
    expect(meant("Vladimir Putin and Joe Biden spoke. Both presidents agreed.", "Both presidents")).toBe(
      both,
    );
    expect(meant("Putin called Biden. The parties agreed.", "The parties")).toBe(both);
    expect(meant("Putin and Biden spoke. They agreed.", "They")).toBe(both);
  });
  it("are the offices' holders when the words name the sides", () => {
    expect(meant("The presidents of Russia and the United States spoke.", "The presidents of Russia")).toBe(
      both,
    );
  });
  it("are the states for the two countries", () => {
    expect(meant("Putin and Biden spoke of the two countries.", "the two countries")).toBe("group:RUS+USA");
  });
  it("have the official text's own leader in them", () => {
    const text = "The President of France called. The presidents agreed.";
    expect(meant(text, "The presidents", { side: "RUS" })).toBe("group:Q3052772+Q7747");
  });
  it("are unknown when only one is told of", () => {
    expect(meant("Joe Biden spoke. The presidents agreed.", "The presidents")).toBe(null);
  });
  it("carry their members", () => {
    const group = actorsOf("Putin and Biden spoke. They agreed.").find((actor) => actor.kind === "group");
    expect(group?.members).toEqual([BIDEN, PUTIN]);
  });
});

describe("links of states and houses", () => {
  it.each([
    ["Moscow hopes for peace.", "Moscow", "RUS", "metonym"],
    ["The Norwegian side agreed.", "The Norwegian side", "NOR", "described"],
    [
      "The Norwegian Foreign Ministry agreed.",
      "The Norwegian Foreign Ministry",
      "NOR:foreign-ministry",
      "named",
    ],
    ["RIA News reported it.", "RIA News", "org:ria-novosti", "named"],
    ["The Kremlin agreed.", "The Kremlin", "RUS:presidency", "named"],
  ])("%s", (text, words, actor, ground) => {
    expect(linkTo(text, words)).toMatchObject({ actor, ground });
  });
});

describe("linksOf", () => {
  const text =
    "Putin and Biden spoke. “We agree,” he said. They, the leaders, and their aides left Moscow’s envoy.";
  it("gives every actor that a link names, with the sides and members", () => {
    const { mentions, actors } = links(text, { said: [["he", "We agree"]] });
    const ids = new Set(actors.map((actor) => actor.id));
    for (const { link } of mentions) if (link.actor !== null) expect(ids).toContain(link.actor);
    for (const actor of actors) {
      for (const member of actor.members) expect(ids).toContain(member);
      if (actor.side !== null) expect(ids).toContain(actor.side);
    }
  });
  it("keeps no clues, and confidences between 0 and 1", () => {
    for (const mention of links(text).mentions) {
      expect(mention).not.toHaveProperty("clue");
      expect(mention.link.confidence).toBeGreaterThanOrEqual(0);
      expect(mention.link.confidence).toBeLessThan(1);
    }
  });
  it("comes to an end when pronouns and groups go round in circles", () => {
    const round = "They and he and they and his and their leaders and he. ".repeat(300);
    expect(() => links(round)).not.toThrow();
  });
});

describe("mentionFor", () => {
  it("finds the mention that heads a source", () => {
    const text = "On Friday White House press secretary Jen Psaki in a statement to Reuters denied it.";
    const { mentions } = links(text);
    const source = find(text, "White House press secretary Jen Psaki in a statement to Reuters");
    expect(mentionFor(mentions, source)?.words).toBe("White House press secretary Jen Psaki");
    expect(mentionFor(mentions, find(text, "denied it"))).toBe(null);
  });
});
