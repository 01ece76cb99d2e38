/**
 * `readout completion SHELL`: a script that teaches a shell the commands,
 * flags and values. Made from the definitions, so it cannot lag behind.
 */

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the braces are the shell's.

import { COMMON_FLAGS, type Command, type Flag } from "./command.ts";
import { EXITS, wrongUsage } from "./exit.ts";
import { nearestOf } from "./nearest.ts";
import { put } from "./world.ts";

const SHELLS = ["bash", "zsh", "fish"] as const;
type Shell = (typeof SHELLS)[number];

export function completionCommand(commands: () => readonly Command[]): Command {
  return {
    name: "completion",
    summary: "print a script that completes commands and flags in your shell",
    operands: "SHELL",
    offers: SHELLS,
    details: `SHELL is ${SHELLS.join(", ")}.`,
    flags: [],
    examples: [
      { type: "readout completion bash >> ~/.bashrc", does: "for bash" },
      { type: 'readout completion zsh > "${fpath[1]}/_readout"', does: "for zsh" },
      { type: "readout completion fish > ~/.config/fish/completions/readout.fish", does: "for fish" },
    ],
    async run(given, world) {
      const [name, second] = given.operands;
      const shell = SHELLS.find((one) => one === name);
      if (second !== undefined) throw wrongUsage(`completion takes one SHELL, and ${second} is a second`);
      if (shell === undefined) throw unknownShell(name);
      await put(world.stdout, completionOf(shell, commands()));
      return EXITS.ok;
    },
  };
}

function unknownShell(name: string | undefined) {
  if (name === undefined) return wrongUsage(`completion wants a SHELL: ${SHELLS.join(", ")}`);
  const nearest = nearestOf(name, SHELLS);
  const meant = nearest === null ? "" : `; did you mean ${nearest}?`;
  return wrongUsage(`completion knows ${SHELLS.join(", ")}, not ${name}${meant}`);
}

export function completionOf(shell: Shell, commands: readonly Command[]): string {
  return { bash, zsh, fish }[shell](commands);
}

function flagsOf(command: Command): Flag[] {
  return [...command.flags, ...COMMON_FLAGS];
}

function offersOf(command: Command, commands: readonly Command[]): readonly string[] {
  if (command.name === "help") return commands.map((one) => one.name);
  return typeof command.offers === "string" ? [] : command.offers;
}

/** Names may hold spaces; and only paths are shown as paths. */
const BASH_PATHS =
  "local IFS=$'\\n'; compopt -o filenames 2>/dev/null; " + 'COMPREPLY=($(compgen -f -- "$word"))';

function bash(commands: readonly Command[]): string {
  const cases = commands.flatMap((command) => {
    const values = flagsOf(command)
      .filter((flag) => flag.value !== undefined)
      .map((flag) => {
        const offer =
          flag.path === true
            ? BASH_PATHS
            : `COMPREPLY=($(compgen -W "${(flag.values ?? []).join(" ")}" -- "$word"))`;
        return `        --${flag.name}) ${offer}; return ;;`;
      });
    const words = flagsOf(command).map((flag) => `--${flag.name}`);
    const offers = offersOf(command, commands);
    const operand =
      command.offers === "paths" ? BASH_PATHS : `COMPREPLY=($(compgen -W "${offers.join(" ")}" -- "$word"))`;
    return [
      `    ${command.name})`,
      ...(values.length === 0 ? [] : ['      case "$before" in', ...values, "      esac"]),
      `      if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$word"))`,
      `      else ${operand}; fi ;;`,
    ];
  });
  return [
    "# bash completion for readout",
    "_readout() {",
    '  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"',
    "  COMPREPLY=()",
    "  if [[ $COMP_CWORD -eq 1 ]]; then",
    `    COMPREPLY=($(compgen -W "${commands.map((one) => one.name).join(" ")} --help --version" -- "$word"))`,
    "    return",
    "  fi",
    '  case "${COMP_WORDS[1]}" in',
    ...cases,
    "  esac",
    "}",
    "complete -F _readout readout",
    "",
  ].join("\n");
}

function zsh(commands: readonly Command[]): string {
  const list = commands.map((command) => `    '${command.name}:${zshText(command.summary)}'`);
  const cases = commands.map((command) => {
    const flags = flagsOf(command).map((flag) => {
      const value = flag.value === undefined ? "" : `:${flag.value}:${zshAction(flag)}`;
      return `'--${flag.name}[${zshText(flag.help)}]${value}'`;
    });
    const offers = offersOf(command, commands);
    const operand =
      command.offers === "paths"
        ? "'*:file:_files'"
        : offers.length === 0
          ? ""
          : `'1:${command.operands.toLowerCase()}:(${offers.join(" ")})'`;
    return `    ${command.name}) _arguments ${[...flags, operand].filter((part) => part !== "").join(" ")} ;;`;
  });
  return [
    "#compdef readout",
    "_readout() {",
    "  local -a commands",
    "  commands=(",
    ...list,
    "  )",
    "  if (( CURRENT == 2 )); then",
    "    _describe command commands",
    "    return",
    "  fi",
    "  local command=$words[2]",
    '  words=("${(@)words[2,-1]}")',
    "  (( CURRENT-- ))",
    "  case $command in",
    ...cases,
    "  esac",
    "}",
    'if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _readout "$@"; else compdef _readout readout; fi',
    "",
  ].join("\n");
}

function zshAction(flag: Flag): string {
  if (flag.path === true) return "_files";
  return flag.values === undefined ? " " : `(${flag.values.join(" ")})`;
}

function zshText(text: string): string {
  return text.replaceAll("'", "’").replace(/[[\]:\\]/g, (sign) => `\\${sign}`);
}

function fish(commands: readonly Command[]): string {
  const names = commands.map((one) => one.name).join(" ");
  const none = `not __fish_seen_subcommand_from ${names}`;
  const lines = ["# fish completion for readout", "complete -c readout -f"];
  for (const command of commands) {
    const seen = `__fish_seen_subcommand_from ${command.name}`;
    lines.push(`complete -c readout -n '${none}' -a ${command.name} -d '${fishText(command.summary)}'`);
    if (command.offers === "paths") lines.push(`complete -c readout -n '${seen}' -F`);
    const offers = offersOf(command, commands);
    if (offers.length > 0) lines.push(`complete -c readout -n '${seen}' -a '${offers.join(" ")}'`);
    for (const flag of flagsOf(command)) {
      const short = flag.short === undefined ? "" : ` -s ${flag.short}`;
      const value =
        flag.value === undefined
          ? ""
          : flag.path === true
            ? " -r -F"
            : ` -x${flag.values === undefined ? "" : ` -a '${flag.values.join(" ")}'`}`;
      lines.push(
        `complete -c readout -n '${seen}' -l ${flag.name}${short}${value} -d '${fishText(flag.help)}'`,
      );
    }
  }
  return `${lines.join("\n")}\n`;
}

function fishText(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("'", "\\'");
}
