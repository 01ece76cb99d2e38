/** In work: refuses until it is there. */
import { cannotRead } from "./errors.ts";
import type { Extract } from "./extracts.ts";

export async function extractMarkdown(source: string, start: number, name?: string): Promise<Extract> {
  void source;
  void start;
  throw cannotRead("format", name, "markdown is not read yet");
}
