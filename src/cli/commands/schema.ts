import { Argument, type Command } from "commander";
import { print } from "../output.ts";

/** `demarche schema analysis` */
export function register(program: Command): void {
  program
    .command("schema")
    .summary("print the JSON Schema of what demarche writes")
    .addArgument(new Argument("<name>", "which one").choices(["analysis"]))
    .action(async () => {
      const { analysisJsonSchema } = await import("../../view/schema.ts");
      print(`${JSON.stringify(analysisJsonSchema(), null, 2)}\n`);
    });
}
