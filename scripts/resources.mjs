/** Preloaded by `bench.mjs`: tells on descriptor 3 the most memory (KiB) and the processor time (µs) that the process had. */

import { writeSync } from "node:fs";

process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(3, JSON.stringify({ peakKib: maxRSS, cpuMicros: userCPUTime + systemCPUTime }));
});
