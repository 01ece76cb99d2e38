/**
 * Draws the statements to label, at random with a fixed seed.
 *
 *   npx tsx training/labels/draw.ts DATA_DIR > drawn.jsonl
 *
 * `random`: statements that the pipeline of the day delimits, one a Kremlin
 * call at most; `missed`: sentences in which it saw none; `conditional`:
 * further statements of FRUS that hold a word of condition, because readouts
 * hardly have any. The split is by document.
 */

import type { Span } from "../../src/text/span.ts";
import { chanceFrom } from "./chance.ts";
import { type LabelText, labelTexts, readingOfText } from "./texts.ts";

const DRAWS = { kremlin: 210, frus: 120, examples: 30, missedKremlin: 20, missedFrus: 20, conditional: 100 };
const CONDITIONAL =
  /\b(?:if|unless|provided|in case|in the event|in that event|in such|as long as|so long as|until|without|should|otherwise|assuming|condition|in (?:this|that) case|when|once)\b/i;

interface Drawn {
  text: string;
  source: LabelText["source"];
  part: "random" | "missed" | "conditional";
  split: "train" | "dev" | "test";
  attribution: { source: Span[]; cue: Span[] };
  content: Span[];
  sentence: Span;
}

const [data] = process.argv.slice(2);
if (!data) throw new TypeError("usage: draw.ts DATA_DIR");
const texts = await labelTexts(data);
const splits = new Map<string, Drawn["split"]>();
for (const source of ["kremlin", "frus", "examples"] as const) {
  const ids = chanceFrom(4).shuffled([...texts.values()].filter((text) => text.source === source).map(({ id }) => id));
  for (const [i, id] of ids.entries()) {
    const at = (i + 0.5) / ids.length;
    splits.set(id, at < 0.4 ? "test" : at < 0.6 ? "dev" : "train");
  }
}

const spans = (list: readonly Span[]) => list.map(({ start, end }) => ({ start, end }));
const told: Drawn[] = [];
const missed: Drawn[] = [];
for (const text of texts.values()) {
  if (text.source === "polnear" || text.text.trim() === "") continue;
  const reading = await readingOfText(text);
  const split = splits.get(text.id) ?? "train";
  for (const statement of reading.statements) {
    const at = statement.content[0]?.start ?? 0;
    const sentence = reading.sentences.findLast((one) => one.start <= at);
    const own = reading.attributions.find(({ id }) => id === statement.attribution);
    if (!sentence || !own) continue;
    told.push({
      text: text.id,
      source: text.source,
      part: "random",
      split,
      attribution: { source: spans(own.source), cue: spans(own.cue) },
      content: spans(statement.content),
      sentence: { start: sentence.start, end: sentence.end },
    });
  }
  for (const { start, end } of reading.sentences) {
    if (reading.statements.some(({ content }) => content.some((part) => part.start < end && start < part.end)))
      continue;
    const attribution = { source: [], cue: [] };
    const sentence = { start, end };
    missed.push({
      text: text.id,
      source: text.source,
      part: "missed",
      split,
      attribution,
      content: [sentence],
      sentence,
    });
  }
}

const drawn: Drawn[] = [];
for (const source of ["kremlin", "frus", "examples"] as const) {
  const seen = new Set<string>();
  const own = chanceFrom(11).shuffled(told.filter((one) => one.source === source));
  const kept = own.filter(({ text }) => source !== "kremlin" || (!seen.has(text) && seen.add(text)));
  drawn.push(...kept.slice(0, DRAWS[source]));
}
const missedOf = (source: string) => chanceFrom(12).shuffled(missed.filter((one) => one.source === source));
drawn.push(...missedOf("kremlin").slice(0, DRAWS.missedKremlin), ...missedOf("frus").slice(0, DRAWS.missedFrus));
const rest = [...told, ...missed].filter((one) => one.source === "frus" && !drawn.includes(one));
const conditional = chanceFrom(13).shuffled(rest).filter((one) => {
  const text = texts.get(one.text)?.text ?? "";
  return one.content.some(({ start, end }) => CONDITIONAL.test(text.slice(start, end)));
});
drawn.push(...conditional.slice(0, DRAWS.conditional).map((one) => ({ ...one, part: "conditional" as const })));
for (const [i, one] of drawn.entries()) console.log(JSON.stringify({ id: `l${i + 1}`, ...one }));
