/**
 * The list of commands, in the order that help shows them.
 */

import type { Command } from "./command.ts";
import { completionCommand } from "./completion.ts";
import { explainCommand } from "./explain.ts";
import { helpCommand } from "./help-command.ts";
import { predictCommand } from "./predict.ts";
import { readCommand } from "./read.ts";
import { schemaCommand } from "./schema.ts";
import { serveCommand } from "./serve.ts";

export const COMMANDS: readonly Command[] = [
  readCommand,
  explainCommand,
  serveCommand,
  predictCommand,
  schemaCommand,
  completionCommand(() => COMMANDS),
  helpCommand(() => COMMANDS),
];
