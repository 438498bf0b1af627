import type { Command } from "commander";
import { CliError, EXIT } from "../exit.ts";
import { print } from "../output.ts";

const TOPICS: Readonly<Record<string, string>> = {
  "exit-codes": `Exit codes
  0    done; an empty answer is done, too, in every command
  1    failed: nothing could be read, or the file asked for was not written
  2    wrong use: an unknown command, option or name
  3    done, but some inputs could not be read and were skipped
  4    check found a broken span, quote or id
  130  interrupted
`,
  environment: `Environment
  NO_COLOR       never colour
  FORCE_COLOR    colour even where stdout is no terminal
  DEMARCHE_DEBUG print the stack of an unexpected failure
`,
};

/** `demarche help [COMMAND | exit-codes | environment]` */
export function register(program: Command): void {
  program
    .command("help")
    .summary("help on a command, on exit-codes or on environment")
    .argument("[topic]", "a command, exit-codes, or environment")
    .action((topic: string | undefined) => {
      if (topic === undefined) return program.outputHelp();
      const text = TOPICS[topic];
      if (text !== undefined) return print(text);
      const command = program.commands.find((one) => one.name() === topic);
      if (!command)
        throw new CliError(`No help on "${topic}".`, EXIT.usage, `There is: ${Object.keys(TOPICS).join(", ")}, and every command.`);
      command.outputHelp();
    });
}
