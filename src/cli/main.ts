#!/usr/bin/env node
import { EXIT } from "./exit.ts";
import { run } from "./program.ts";

// `demarche … | head` closes the pipe early: that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(EXIT.done);
  throw error;
});
process.on("SIGINT", () => process.exit(EXIT.interrupted));

process.exitCode = await run(process.argv.slice(2));
