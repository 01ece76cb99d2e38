import { describe, expect, test } from "vitest";
import { cpuMs } from "../../../test/cpu-time.ts";
import { type Making, madeNumbers } from "../../../test/made-numbers.ts";
import { decoded, modelDrafts } from "./decode.ts";

/** What is found, an attribution a line: `rule: source | cue | content`, parts of a content set off by ` + `. */
function found(text: string, layers: readonly string[], making?: Making): string[] {
  const words = (passage: readonly { words: string }[]) => passage.map((place) => place.words).join(" + ");
  return modelDrafts(text, madeNumbers(text, layers, making)).map(
    ({ rule, source, cue, content }) => `${rule}: ${words(source)} | ${words(cue)} | ${words(content)}`,
  );
}

describe("modelDrafts", () => {
  test("reads source, cue and content", () => {
    expect(found("Vale said that talks go on .", ["s!cccc."])).toEqual([
      "model: Vale | said | that talks go on",
    ]);
  });

  test("gives places whose words are those of the text", () => {
    const text = "Vale   said\nthat 👍 talks go on";
    for (const draft of modelDrafts(text, madeNumbers(text, ["s!ccccc"]))) {
      for (const place of [...draft.source, ...draft.cue, ...draft.content]) {
        expect(text.slice(place.start, place.end)).toBe(place.words);
      }
      expect(draft.content[0]?.words).toBe("that 👍 talks go on");
    }
  });

  test("reads a cue of several words and a content of several parts", () => {
    expect(found("“ Talks failed , ” Vale has said , “ for now . ”", ["cccccs!!.ccccc"])).toEqual([
      "model: Vale | has said | “ Talks failed , ” + “ for now . ”",
    ]);
  });

  test("keeps a content that nobody answers for", () => {
    expect(found("It was said that talks failed", ["..!ccc"])).toEqual([
      "model:  | said | that talks failed",
    ]);
  });

  test("drops a cue without content", () => {
    expect(found("Vale said nothing", ["s!."])).toEqual([]);
  });

  test("takes the source that gains most, the earlier of equals", () => {
    expect(found("Vale Ortiz said talks failed", ["ss!cc"])).toEqual([
      "model: Vale Ortiz | said | talks failed",
    ]);
    expect(found("Vale , Ortiz said talks failed", ["s.s!cc"])).toEqual([
      "model: Vale | said | talks failed",
    ]);
  });

  test("reads several cues side by side", () => {
    expect(found("Vale said A and Ortiz denied B", ["s!c....", "....s!c"])).toEqual([
      "model: Vale | said | A",
      "model: Ortiz | denied | B",
    ]);
  });

  test("finds nothing in no words", () => {
    expect(found("", [])).toEqual([]);
  });

  test("looks for inner cues inside contents only", () => {
    const text = "Vale said Ortiz warned of delay , others doubt it";
    const layers = ["s!cccc....", "..s?cc....", ".......s?c"];
    expect(found(text, layers)).toEqual([
      "model: Vale | said | Ortiz warned of delay",
      "model-inner: Ortiz | warned | of delay",
    ]);
    expect(found(text, layers, { settings: { inner: false } })).toHaveLength(1);
  });

  test("finds inner cues of any depth at once, and keeps their roles inside the outermost content", () => {
    const text = "Vale said Ortiz warned Lind hopes for peace today";
    expect(found(text, ["s!cccccc.", "..s?ccccc", "....s?cc."])).toEqual([
      "model: Vale | said | Ortiz warned Lind hopes for peace",
      "model-inner: Ortiz | warned | Lind hopes for peace",
      "model-inner: Lind | hopes | for peace",
    ]);
  });

  test("drops inner cues below the threshold", () => {
    const inner = (minInnerCue: number) =>
      found("Vale said Ortiz warned of delay", ["s!cccc", "..s?cc"], {
        strength: 2,
        settings: { minInnerCue },
      });
    expect(inner(0.8)).toHaveLength(2);
    expect(inner(0.9)).toHaveLength(1);
  });

  test("finds more cues the less likely none is made", () => {
    const cues = (outerBias: number) =>
      found("Vale said A", ["s!c"], { strength: 0.5, settings: { outerBias } }).length;
    expect(cues(-2)).toBe(0);
    expect(cues(0)).toBe(1);
  });

  test("reads a cue in the window that answers for its first word", () => {
    const layers = ["s!c....", "....s!c"];
    const numbers = madeNumbers("Vale said A and Ortiz denied B", layers, { cuts: [4] });
    const second = numbers.windows[1];
    if (second) second.word = new Float32Array(second.word.length);
    // The second window lost its scores, and with them the roles of its cue.
    expect(
      modelDrafts("Vale said A and Ortiz denied B", numbers).map((draft) => draft.cue[0]?.words),
    ).toEqual(["said"]);
  });

  test("tells a rival source, and only one that is nearly as likely", () => {
    const rivals = (layers: string[], rivalBias: number) =>
      modelDrafts(
        "Vale met Ortiz and said talks failed",
        madeNumbers("Vale met Ortiz and said talks failed", layers, { settings: { rivalBias } }),
      ).map((draft) => (draft.rivals ?? []).map((rival) => rival.source.map((place) => place.words)));
    expect(rivals(["s.r.!cc"], 1)).toEqual([[["Ortiz"]]]);
    expect(rivals(["s.r.!cc"], 0.1)).toEqual([[]]);
    expect(rivals(["s...!cc"], 1)).toEqual([[]]);
  });

  test("rounds confidence to two decimals", () => {
    const [draft] = modelDrafts("Vale said A", madeNumbers("Vale said A", ["s!c"], { strength: 2 }));
    // Four tags of which one is e² as likely as none, three e⁻²: 1 − 1 / (1 + e² + 3e⁻²).
    expect(draft?.confidence).toBe(0.89);
  });

  test("is less sure of content that is nearly something else", () => {
    const byContent = { weights: [0, 0, 1, 0, 0, 0, 0, 0], bias: 0 };
    const sure = modelDrafts(
      "Vale said A",
      madeNumbers("Vale said A", ["s!c"], { confidence: byContent }),
    )[0];
    const unsure = modelDrafts(
      "Vale said A",
      madeNumbers("Vale said A", ["s!c"], { confidence: byContent, strength: 1 }),
    )[0];
    expect(unsure?.confidence).toBeLessThan(sure?.confidence ?? 0);
  });

  test("gives the same for the same numbers", () => {
    const numbers = madeNumbers("Vale said Ortiz warned of delay", ["s!cccc", "..s?cc"]);
    expect(decoded(numbers)).toEqual(decoded(numbers));
  });
});

describe("decoded", () => {
  test("gives each attribution the innermost one that holds its cue", () => {
    const text = "Vale said Ortiz warned Lind hopes for peace";
    const parents = decoded(madeNumbers(text, ["s!cccccc", "..s?cccc", "....s?cc"])).map((one) => one.parent);
    expect(parents).toEqual([null, 0, 1]);
  });

  test("marks a cue as close that hardly gains", () => {
    const close = (strength: number) =>
      decoded(madeNumbers("Vale said A", ["s!c"], { strength })).map((one) => one.close);
    expect(close(0.2)).toEqual([true]);
    expect(close(0.4)).toEqual([false]);
  });

  test("reads ten thousand words with a cue in every third, in linear time", () => {
    const numbers = madeNumbers("Vale said A ".repeat(3334).trim(), [`${"s!c".repeat(3334)}`], {
      cuts: [5000],
    });
    // One window would be read for every cue; real ones have some 350 words.
    const words = 9;
    numbers.windows = Array.from({ length: Math.ceil(10002 / words) }, (_, i) => {
      const run = { from: i * words, to: Math.min(10002, (i + 1) * words) };
      const rows = (array: Float32Array, width: number) => array.subarray(run.from * width, run.to * width);
      const [all] = numbers.windows;
      if (!all) throw new Error("no window");
      return {
        words: run,
        owned: run,
        outer: rows(all.outer, 5),
        any: rows(all.any, 5),
        unary: rows(all.unary, 9),
        word: rows(all.word, 10),
        cue: rows(all.cue, 10),
      };
    });
    const before = cpuMs();
    expect(decoded(numbers)).toHaveLength(3334);
    expect(cpuMs() - before).toBeLessThan(5000);
  });
});
