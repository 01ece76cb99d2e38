import { Readable, Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { spoken } from "./spoken.ts";
import type { World } from "./world.ts";

function worldOf(columns: number | null): World {
  const stream = new Writable();
  const talkScreen = columns === null ? null : { isTTY: true, columns };
  return {
    stdin: Readable.from([]),
    stdout: stream,
    stderr: stream,
    screen: null,
    talkScreen,
    env: {},
    nowMs: () => 0,
    untilStopped: () => Promise.resolve(),
  };
}

describe("spoken", () => {
  const text = "readout: passed over 1 file: points.json (its ending is not known)";

  it("is one line where nobody looks", () => {
    expect(spoken(text, worldOf(null))).toBe(`${text}\n`);
  });

  it("breaks between words on a screen", () => {
    expect(spoken(text, worldOf(40))).toBe(
      "readout: passed over 1 file: points.json\n  (its ending is not known)\n",
    );
  });

  it("keeps an address whole, however long", () => {
    const address = `http://127.0.0.1:4600/login?token=${"a".repeat(60)}`;
    expect(spoken(`log in at ${address} once`, worldOf(40))).toContain(`  ${address}\n`);
  });

  it("shows what acts on a terminal by its number", () => {
    expect(spoken("a\u001b[2Jb", worldOf(40))).toBe("a<U+001B>[2Jb\n");
  });
});
