import { Command, CommanderError } from "commander";
import { CliError, EXIT } from "./exit.ts";
import { mayColour, tell, version } from "./output.ts";

interface CommandModule {
  readonly register: (program: Command) => void;
}

// Loaded only when asked for, so that a command pays for itself alone.
const COMMANDS: Readonly<Record<string, () => Promise<CommandModule>>> = {
  analyze: () => import("./commands/analyze.ts"),
  split: () => import("./commands/split.ts"),
  brief: () => import("./commands/brief.ts"),
  ledger: () => import("./commands/ledger.ts"),
  moves: () => import("./commands/moves.ts"),
  accounts: () => import("./commands/accounts.ts"),
  diff: () => import("./commands/diff.ts"),
  direction: () => import("./commands/direction.ts"),
  actors: () => import("./commands/actors.ts"),
  sources: () => import("./commands/sources.ts"),
  why: () => import("./commands/why.ts"),
  check: () => import("./commands/check.ts"),
  schema: () => import("./commands/schema.ts"),
  demo: () => import("./commands/demo.ts"),
  help: () => import("./commands/help.ts"),
};

const EXAMPLES = `
Examples:
  demarche demo                                        the sample pages as a dossier, in the browser
  demarche brief page1.html page2.txt                  who asked, offered, threatened and gave what
  demarche brief *.html --between Bolivia Paraguay -o dossier.html
  demarche analyze *.html --json > analysis.json       everything found, as data
  demarche check analysis.json                         every span, quote and id verified again

Exit codes: 0 done, 1 failed, 2 wrong use, 3 some inputs skipped, 4 check found something (demarche help exit-codes)`;

/** The command line with the commands that `wanted` names, or all of them where it names none. */
export async function makeProgram(wanted?: string): Promise<Command> {
  const program = new Command("demarche")
    .description(
      "Reads news pages into evidence: who asked, offered, threatened and gave what,\nin whose words, and where the papers disagree.",
    )
    .version(version(), "-V, --version")
    .helpCommand(false)
    .exitOverride()
    .showHelpAfterError("(demarche --help shows the commands)")
    .configureOutput({ getOutHasColors: () => mayColour(process.stdout), getErrHasColors: () => mayColour(process.stderr) })
    .addHelpText("after", EXAMPLES);
  const load = wanted === undefined ? undefined : COMMANDS[wanted];
  const loads = load && wanted !== "help" ? [load] : Object.values(COMMANDS);
  for (const module of await Promise.all(loads.map((one) => one()))) module.register(program);
  return program;
}

/** Runs the command line on the arguments after the program's name; returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const program = await makeProgram(args.find((arg) => !arg.startsWith("-")));
  const json = args.includes("--json");
  // Where JSON was asked for, the complaint comes as JSON, too, and once.
  if (json) for (const one of [program, ...program.commands]) one.configureOutput({ writeErr: () => {} });
  if (args.length === 0) {
    process.stdout.write(program.helpInformation() + EXAMPLES.concat("\n"));
    return EXIT.done;
  }
  try {
    await program.parseAsync(betweenLast(args), { from: "user" });
    return Number(process.exitCode ?? EXIT.done);
  } catch (error) {
    return report(error, json);
  }
}

/** The arguments with `--between A B` behind the files: the option takes all that follows it, and would take the files for parties. */
function betweenLast(args: readonly string[]): string[] {
  const at = args.findIndex((arg) => arg === "--between" || arg === "-b");
  const pair = at < 0 ? [] : args.slice(at, at + 3);
  if (pair.length < 3 || pair.slice(1).some((arg) => arg.startsWith("-")) || args.includes("--")) return [...args];
  return [...args.slice(0, at), ...args.slice(at + 3), ...pair];
}

function report(error: unknown, json: boolean): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.done;
    const message = error.message.replace(/^error: /, "");
    if (json) tell(JSON.stringify({ error: { code: EXIT.usage, message, hint: "demarche --help shows the commands" } }));
    return EXIT.usage;
  }
  const known = error instanceof CliError;
  const code = known ? error.code : EXIT.failed;
  const hint = known ? error.hint : undefined;
  const message = error instanceof Error ? error.message : String(error);
  if (json) tell(JSON.stringify({ error: { code, message, ...(hint === undefined ? {} : { hint }) } }));
  else tell(`demarche: ${message}${hint === undefined ? "" : `\n${hint}`}`);
  if (!known && process.env["DEMARCHE_DEBUG"] && error instanceof Error) tell(error.stack ?? "");
  return code;
}
