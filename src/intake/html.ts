/** In work: refuses until it is there. */
import { cannotRead } from "./errors.ts";
import type { Extract } from "./extracts.ts";

export async function extractHtml(source: string, name?: string): Promise<Extract> {
  void source;

  throw cannotRead("format", name, "html is not read yet");
}
