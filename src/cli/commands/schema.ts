import type { Command } from "commander";
import { print } from "../output.ts";

/** `demarche schema analysis` */
export function register(program: Command): void {
  program
    .command("schema")
    .summary("print the JSON Schema of what demarche writes")
    .argument("<name>", 'which one; "analysis" is there', (value) => {
      if (value !== "analysis") throw program.createCommand().error(`error: no schema is called "${value}"; there is: analysis`);
      return value;
    })
    .action(async () => {
      const { analysisJsonSchema } = await import("../../view/schema.ts");
      print(`${JSON.stringify(analysisJsonSchema(), null, 2)}\n`);
    });
}
