import { type ActorLexicon, loadActorLexicon } from "../lexicon/actors.ts";
import { loadActLexicon } from "../lexicon/acts.ts";
import { loadCertainty } from "../lexicon/certainty.ts";
import { loadControl } from "../lexicon/control.ts";
import { loadCueLexicon } from "../lexicon/cues.ts";
import { type EventTables, loadEventTables } from "../lexicon/events.ts";
import { loadActIssues, loadIssueLexicon } from "../lexicon/issues.ts";
import { loadOutcomes } from "../lexicon/outcomes.ts";
import { loadPageLexicon, type PageLexicon } from "../lexicon/pages.ts";
import { loadViewTable } from "../lexicon/plover.ts";
import { readDataBytes } from "../lexicon/table.ts";
import { loadTimeLexicon, type TimeLexicon } from "../lexicon/times.ts";
import { loadTrust } from "../lexicon/trust.ts";
import { loadUnitLexicon, type UnitLexicon } from "../lexicon/units.ts";
import { type Core, loadCore } from "../sentence/index.ts";
import type { StatementLexicons } from "../statement/read.ts";

/** All that the stages are handed: word tables and the language core. Made once, never changed. */
export interface Tools extends StatementLexicons {
  readonly core: Core;
  readonly pages: PageLexicon;
  readonly actors: ActorLexicon;
  readonly times: TimeLexicon;
  readonly units: UnitLexicon;
  readonly events: EventTables;
}

/** A user's own names and issues, as the text of their files. */
export interface UserFiles {
  /** `actors.yaml`: adds or corrects names. */
  readonly actors?: string;
  /** `issues.yaml` of the same shape as data/issues.yaml. */
  readonly issues?: readonly string[];
}

const DATA = new URL("../../data/", import.meta.url);

/** Loads data/, the language core and a user's files. Throws a RangeError that names the file and line where a table is wrong. */
export function loadTools(user: UserFiles = {}): Tools {
  return {
    core: loadCore(readDataBytes("core.bin")),
    pages: loadPageLexicon(),
    actors: loadActorLexicon(DATA, user.actors),
    times: loadTimeLexicon(),
    units: loadUnitLexicon(),
    acts: loadActLexicon(),
    certainty: loadCertainty(),
    control: loadControl(),
    cues: loadCueLexicon(),
    issues: loadIssueLexicon(user.issues),
    actIssues: loadActIssues(),
    outcomes: loadOutcomes(),
    views: loadViewTable(),
    trust: loadTrust(),
    events: loadEventTables(),
  };
}
