import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { CliError } from "../exit.ts";
import { inkFor, print, save, tell } from "../output.ts";
import { pickDossier, readAnalysis } from "../read.ts";

/** `demarche demo [--no-open] [-o dossier.html]` */
export function register(program: Command): void {
  program
    .command("demo")
    .summary("the sample pages as a dossier: prints the overview, writes dossier.html, opens it")
    .option("--no-open", "write the page, open no browser")
    .option("-o, --output <file>", "where to write the page", "dossier.html")
    .action(async (options: { readonly open: boolean; readonly output: string }) => {
      const folder = fileURLToPath(new URL("../../../samples/", import.meta.url));
      const names = (await readdir(folder)).filter((name) => /\.(html|txt)$/.test(name)).sort();
      const dossier = await pickDossier(
        await readAnalysis(
          names.map((name) => join(folder, name)),
          { issues: [], limit: [], column: [] },
        ),
        undefined,
      );
      if (!dossier) throw new CliError("The sample pages tell of no two parties: samples/ is not as it was shipped.");
      const { writeOverview } = await import("../../view/brief.ts");
      const { writePage } = await import("../../view/html/page.ts");
      const ink = inkFor();
      const [a, b] = dossier.parties;
      print(`${[ink.strong(`# ${a.name} ⇄ ${b.name}`), ...writeOverview(dossier, ink)].join("\n\n")}\n`);
      const file = resolve(options.output);
      tell("\nThe numbers are footnotes: each stands in the page with its exact words.");
      await save(file, writePage(dossier));
      tell(`Open it in a browser. Next: npx demarche brief YOUR-PAGE.html`);
      if (options.open && isDesktop()) openInBrowser(file);
    });
}

function isDesktop(): boolean {
  if (process.stdout.isTTY !== true || process.env["CI"]) return false;
  return process.platform !== "linux" || Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
}

function openInBrowser(file: string): void {
  const opener = { darwin: "open", win32: "explorer.exe" }[process.platform as string] ?? "xdg-open";
  const child = spawn(opener, [file], { stdio: "ignore", detached: true });
  child.on("error", () => tell("No browser could be opened; open the file yourself."));
  child.unref();
}
