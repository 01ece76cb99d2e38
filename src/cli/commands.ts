/**
 * The list of commands, in the order that help shows them.
 */

import { addCommand } from "./add.ts";
import { briefCommand } from "./brief.ts";
import type { Command } from "./command.ts";
import { compareCommand } from "./compare.ts";
import { completionCommand } from "./completion.ts";
import { contactsCommand } from "./contacts.ts";
import { correctCommand } from "./correct.ts";
import { correctionsCommand } from "./corrections.ts";
import { doctorCommand } from "./doctor.ts";
import { explainCommand } from "./explain.ts";
import { exportCommand } from "./export.ts";
import { helpCommand } from "./help-command.ts";
import { ledgerCommand } from "./ledger.ts";
import { mcpCommand } from "./mcp.ts";
import { positionsCommand } from "./positions.ts";
import { predictCommand } from "./predict.ts";
import { readCommand } from "./read.ts";
import { rereadCommand } from "./reread.ts";
import { reviewCommand } from "./review.ts";
import { schemaCommand } from "./schema.ts";
import { searchCommand } from "./search.ts";
import { serveCommand } from "./serve.ts";

export const COMMANDS: readonly Command[] = [
  readCommand,
  compareCommand,
  briefCommand,
  addCommand,
  contactsCommand,
  searchCommand,
  ledgerCommand,
  positionsCommand,
  correctCommand,
  correctionsCommand,
  reviewCommand,
  rereadCommand,
  doctorCommand,
  explainCommand,
  exportCommand,
  serveCommand,
  mcpCommand,
  predictCommand,
  schemaCommand,
  completionCommand(() => COMMANDS),
  helpCommand(() => COMMANDS),
];
