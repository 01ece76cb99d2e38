/**
 * A page that is ready: to its file, whole or not at all, or to standard output.
 */

import type { Talk } from "./talk.ts";
import { WholeFile } from "./whole-file.ts";
import { put, type World } from "./world.ts";

export async function writePage(path: string, html: string, world: World, talk: Talk): Promise<void> {
  if (path === "-") return put(world.stdout, html);
  const file = await WholeFile.open(path);
  await file.add(html);
  await file.finish();
  talk.say(`wrote ${path}`);
}
