/**
 * Accounts of one invented call, for tests of the commands over a store: two
 * readouts that part on several points, an agency, and a copy of the agency.
 */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const AGENCY = `NEW YORK, March 5, 2021 (Northwind) - French President Emmanuel Macron and Russian President Vladimir Putin talked by telephone on Friday for 40 minutes, the Kremlin said. The officials of both countries had prepared the conversation for weeks in the two capitals, and the diplomats expect a second one before the summer.

Macron warned Putin that France will answer if Russia further invades the province, the Elysee said. The talk had been asked for by Paris.

Observers had not expected a conversation so soon after the failed conference of February, which ended without any paper and left the delegations in ill humour.`;

export const ACCOUNTS: Readonly<Record<string, string>> = {
  "elysee.txt": `---
publisher: Elysee (retold)
date: 2021-03-05
kind: readout
side: FRA
---

President Emmanuel Macron spoke by telephone with President Vladimir Putin of Russia on 5 March 2021. The call lasted 40 minutes. President Macron warned that if Russia further invades the province, France will respond firmly. President Macron urged Russia to release the prisoners. The presidents agreed to speak again in April.
`,
  "kremlin.txt": `---
publisher: Kremlin (retold)
date: 2021-03-05
kind: readout
side: RUS
---

Talk with the President of France (excerpt)

Vladimir Putin spoke by telephone with President of France Emmanuel Macron on 5 March 2021. The call lasted 15 minutes. Emmanuel Macron said that France will respond if the situation escalates. Vladimir Putin stressed that Russia has no plans to enter the province. The presidents agreed to speak again in May.
`,
  "northwind.txt": `---
publisher: Northwind
date: 2021-03-05
---

${AGENCY}
`,
  "post.txt": `---
publisher: Harbour Post
date: 2021-03-06
---

${AGENCY.replace("further invades", "continues to invade")}
`,
};

export interface Folder {
  path: string;
  at: (name: string) => string;
  remove: () => void;
}

/** The accounts as files in a folder of their own. */
export function madeAccounts(): Folder {
  const path = mkdtempSync(join(tmpdir(), "readout-accounts-"));
  for (const [name, text] of Object.entries(ACCOUNTS)) writeFileSync(join(path, name), text);
  return {
    path,
    at: (name) => join(path, name),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
