import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

/** The desk: from `src/desk` to `dist/desk`, after tsdown has built the rest. */
export default defineConfig({
  root: "src/desk",
  plugins: [svelte({ configFile: false })],
  build: {
    outDir: "../../dist/desk",
    emptyOutDir: true,
    target: "es2022",
    // Every font is a file of its own: a strict policy allows no data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": "http://127.0.0.1:4600", "/openapi.json": "http://127.0.0.1:4600" } },
});
