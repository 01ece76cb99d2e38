import { defineConfig } from "tsdown";

export default defineConfig({
  entry: { index: "src/index.ts", cli: "src/cli/main.ts", "model-worker": "src/model/worker.ts" },
  format: "esm",
  platform: "node",
  target: "node20",
  dts: { entry: "src/index.ts" },
  // package.json says "module", so .js is right, and `bin` and `exports` name it so.
  fixedExtension: false,
  minify: false,
});
