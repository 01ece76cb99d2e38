// The model's thread from source, for tests: a thread by itself cannot load TypeScript.
import { register } from "tsx/esm/api";

register();
await import("../src/model/worker.ts");
