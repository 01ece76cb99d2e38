import { expect, test } from "vitest";
import { isLength } from "./told-facts.ts";

test.each([
  ["an hour and a half", "PT1H30M", null, true],
  ["within an hour: when it was settled", "PT1H", "EQUAL_OR_LESS", false],
  ["three seconds: a handshake", "PT3S", null, false],
  ["a few hours", "PTXH", null, true],
])("%s", (_, value, mod, is) => {
  expect(isLength({ value, mod })).toBe(is);
});
