import { describe, expect, it } from "vitest";
import { Jobs, type Work } from "./jobs.ts";
import { Refusal } from "./problems.ts";

const told = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Works that end when they are told to. */
function held(name: string, bytes = 1) {
  let end = (_document: string) => {};
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  const work: Work = { name, bytes, run: async () => ({ document: await ended, added: true }) };
  return { work, end: (document: string) => end(document) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("jobs", () => {
  it("run one at a time, in the order they came", async () => {
    const jobs = new Jobs(told);
    const [one, two] = [held("one"), held("two")];
    jobs.add(one.work);
    jobs.add(two.work);
    await settled();
    expect(jobs.jobs().map(({ name, state }) => `${name} ${state}`)).toEqual(["two waiting", "one reading"]);
    const [first] = jobs.jobs().reverse();
    const over = jobs.over(first?.id ?? "");
    one.end("a");
    expect((await over)?.state).toBe("done");
    expect((await jobs.over(first?.id ?? ""))?.document).toBe("a");
    await settled();
    expect(jobs.jobs().map(({ name, state }) => `${name} ${state}`)).toEqual(["two reading", "one done"]);
    two.end("b");
    await jobs.stop();
    expect(jobs.jobs()[0]).toMatchObject({ state: "done", document: "b" });
  });

  it("that fail say why, and the next one runs", async () => {
    const jobs = new Jobs(told);
    const failing = jobs.add({
      name: null,
      bytes: 1,
      run: () => Promise.reject(new Error("it is a picture")),
    });
    const next = jobs.add({ name: null, bytes: 1, run: async () => ({ document: "b", added: false }) });
    await settled();
    expect(jobs.job(failing.id)).toMatchObject({ state: "refused", problem: "it is a picture" });
    expect(jobs.job(next.id)).toMatchObject({ state: "done", added: false });
  });

  it("are refused when too many or too large ones wait, and taken again later", async () => {
    const large = new Jobs(told);
    const MiB = 1024 * 1024;
    const first = held("first", 40 * MiB);
    large.add(first.work);
    await settled();
    large.add(held("second", 60 * MiB).work);
    expect(() => large.add(held("third", 40 * MiB).work)).toThrow(Refusal);
    first.end("a");
    await settled();
    expect(large.add(held("third", 40 * MiB).work).state).toBe("waiting");

    const many = new Jobs(told);
    const add = () => many.add(held("x").work);
    for (let count = 0; count < 500; count++) add();
    expect(add).toThrow("wait to be read already");
  });

  it("are forgotten when they are over and many", async () => {
    const jobs = new Jobs(told);
    const first = jobs.add({ name: null, bytes: 0, run: async () => ({ document: "a", added: true }) });
    for (let count = 0; count < 2100; count++) {
      jobs.add({ name: null, bytes: 0, run: async () => ({ document: "a", added: true }) });
      if (count % 400 === 0) await settled();
    }
    expect(jobs.job(first.id)).toBe(null);
    expect(jobs.jobs().length).toBeLessThanOrEqual(2000);
  });

  it("end with the server: the one under way to its end, the others not begun", async () => {
    const jobs = new Jobs(told);
    const one = held("one");
    jobs.add(one.work);
    const two = jobs.add(held("two").work);
    await settled();
    const stopped = jobs.stop();
    one.end("a");
    await stopped;
    expect(jobs.job(two.id)).toMatchObject({
      state: "refused",
      problem: "The server stopped before its turn",
    });
    expect(() => jobs.add(held("three").work)).toThrow("stopping");
  });

  it("number their steps over all, and from an earlier life tell everything", async () => {
    const jobs = new Jobs(told);
    const { id } = jobs.add({ name: null, bytes: 0, run: async () => ({ document: "a", added: true }) });
    jobs.add({ name: null, bytes: 0, run: async () => ({ document: "b", added: true }) });
    await settled();
    expect(jobs.stepsAfter(0, null).map((step) => step.id)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(jobs.stepsAfter(1, id).map((step) => step.id)).toEqual([3, 4]);
    expect(jobs.stepsAfter(99, null)).toHaveLength(6);
  });
});
