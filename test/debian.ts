/**
 * Programs that tests need and npm does not bring. On Debian, root gets the
 * package installed when it is missing; elsewhere what is there is used.
 */

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/**
 * @param name of Debian's package.
 * @param find gives what is wanted of it; `null` when it is not here.
 */
export function broughtFrom<T>(name: string, find: () => T | null): T | null {
  const found = find();
  if (found !== null || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return found;
  process.stderr.write(`${name} is not here: installing Debian's package for the tests\n`);
  const apt = (...args: string[]) =>
    execFileSync("apt-get", args, {
      stdio: "pipe",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  try {
    apt("-q", "update");
    apt("-q", "install", "-y", "--no-install-recommends", name);
  } catch (error) {
    process.stderr.write(`apt-get could not install it: ${error instanceof Error ? error.message : error}\n`);
  }
  return find();
}

/** Whether tests without this program may be left out; where they may not, that is a failure of its own. */
export function mayLeaveOut(name: string): boolean {
  if (process.env.READOUT_NO_SKIP === "1")
    throw new Error(`${name} is not here, and no test may be left out`);
  process.stderr.write(`SKIPPED: tests that need ${name}, which is not here\n`);
  return true;
}
