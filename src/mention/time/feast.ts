import { civilOf, dayOf } from "../../text/civil.ts";
import { readPhrase } from "../quantity/number.ts";
import { chooseBy } from "./choose.ts";
import { readEdtf } from "./edtf.ts";
import { dated, isCapital, type Recogniser } from "./reading.ts";
import { yearAt } from "./year.ts";

/** "Christmas Eve", "New Year's Day 2024", "9/11". */
export const readFeast: Recogniser = (scene, at) => {
  const found = readPhrase(scene.atoms, at, scene.lexicon.feasts);
  if (found === null || (scene.atoms[at]!.kind === "word" && !isCapital(scene, at))) return null;
  const whole = readEdtf(found.value);
  if (whole !== null) return { end: found.end, type: "DATE", mod: null, rule: "time/feast", resolve: () => dated(whole, "explicit") };
  const [month, day] = found.value.split("-").map(Number);
  const year = yearAt(scene, found.end);
  const on = (y: number): { lo: number; hi: number } => ({ lo: dayOf(y, month!, day!), hi: dayOf(y, month!, day!) });
  if (year !== null) return { end: found.end + 1, type: "DATE", mod: null, rule: "time/feast", resolve: () => dated(on(year), "explicit") };
  return {
    end: found.end,
    type: "DATE",
    mod: null,
    rule: "time/feast",
    resolve: (frame) =>
      dated(
        chooseBy(frame, (step, p) => on(civilOf(p.lo).year + step)),
        "publication",
      ),
  };
};
