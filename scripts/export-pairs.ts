/**
 * Writes the tellings of planted contacts, with the points they tell, for training.
 *
 *   npx tsx scripts/export-pairs.ts FOLDER… > pairs.jsonl
 *
 * A line for each contact: its tellings as the reader cuts them, with the
 * points that each is found in and its group there; the points with their
 * verdicts; and how near pairs are by their words. The likeness model, which
 * learns from this, has no part in it.
 */

import { contactFolders, openReader } from "./verdicts/contact-folder.ts";
import { isFoundBy, placed } from "./verdicts/matching.ts";

const folders = process.argv.slice(2).flatMap(contactFolders);
if (folders.length === 0) throw new TypeError("usage: export-pairs.ts FOLDER…");

const reader = await openReader({ rules: false, alike: false });
for (const folder of folders) {
  const planted = await reader.lay(folder);
  const { comparison, gold, ids } = planted;
  const { tellings, texts, candidates } = planted.laid.pairing;
  const origins = new Map(comparison.accounts.map(({ id, origin }) => [id, origin]));
  const names = new Map([...ids].map(([name, id]) => [id, name]));
  const points = gold.points.map((point) => ({ point, cells: placed(planted, point) }));
  const row = {
    contact: folder,
    points: gold.points.map(({ id, verdict, kind, stands }) => ({ id, verdict, kind, stands: stands ?? [] })),
    tellings: tellings.map((telling, i) => ({
      account: names.get(telling.account),
      origin: names.get(origins.get(telling.account) ?? "") ?? null,
      text: texts[i],
      homes: points.flatMap(({ point, cells }, at) =>
        cells.flatMap((cell, nth) =>
          isFoundBy(telling, cell) ? [{ point: at, group: point.cells[nth]?.group ?? null }] : [],
        ),
      ),
    })),
    near: candidates.map(({ a, b, overlap }) => [a, b, Math.round(overlap * 1000) / 1000]),
  };
  console.log(JSON.stringify(row));
}
await reader.close();
