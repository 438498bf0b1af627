import type { Command } from "commander";
import { addPair, type PairFlags } from "../filter.ts";
import { inkFor, print, printJson } from "../output.ts";
import { answerNothing, pickDossier, readAnalysis } from "../read.ts";

const EXAMPLE = `
Each figure opens on the moves it is made of, each move on its words.

Example:
  demarche direction analysis.json --between Bolivia Paraguay`;

/** `demarche direction FILE… [--between A B]` */
export function register(program: Command): void {
  const command = program.command("direction").summary("whether a relation warms or cools, month by month, and the demands that moved");
  addPair(command)
    .addHelpText("after", EXAMPLE)
    .action(async (files: readonly string[], options: PairFlags) => {
      const { readCourse } = await import("../../pipeline/course.ts");
      const { writeCourse } = await import("../../view/course.ts");
      const analysis = await readAnalysis(files, options);
      const dossier = await pickDossier(analysis, options.between);
      if (!dossier)
        return answerNothing(analysis, options.json && { noun: "direction", data: { parties: [], direction: null, demands: [] } });
      const course = readCourse(analysis, dossier.parties[0].id, dossier.parties[1].id);
      if (options.json) return printJson("direction", { parties: dossier.parties.map((p) => p.name), ...course });
      print(writeCourse(dossier, analysis, course, inkFor()));
    });
}
