import { readAgo, readBeside, readYearAgo } from "./ago.ts";
import { readBounded, readDefinite, readEnd } from "./bounded.ts";
import { readClock } from "./clock.ts";
import { readDay } from "./day.ts";
import { readSeason, readSpan, readThat, readUnit, readVagueSpan } from "./deictic.ts";
import { readDuration, readWhole } from "./duration.ts";
import { readAfterEvent, readEra, readOffice, readSince, readYearOfEra } from "./era.ts";
import { readFeast } from "./feast.ts";
import { readMonth } from "./month.ts";
import { readNumeric } from "./numeric.ts";
import { readQuarter } from "./quarter.ts";
import type { Recogniser } from "./reading.ts";
import { readReference } from "./reference.ts";
import { readSet } from "./set.ts";
import { readWeekday, readWeekdays } from "./weekday.ts";
import { readPartOf, readUnitOf } from "./within.ts";
import { readCentury, readDecade, readYear } from "./year.ts";

/** All recognisers. The longest reading at an atom wins; of two as long, the earlier here. */
export const RECOGNISERS: readonly Recogniser[] = [
  // Written out: nothing to guess.
  readNumeric,
  readWeekday,
  readMonth,
  readFeast,
  readClock,
  // Seen from publication or from what is told; before years and counts, which are parts of them.
  readYearOfEra,
  readSince,
  readAfterEvent,
  readEra,
  readOffice,
  readQuarter,
  readPartOf,
  readUnitOf,
  readEnd,
  readDay,
  readThat,
  readUnit,
  readSeason,
  readVagueSpan,
  readSpan,
  readAgo,
  readYearAgo,
  readBeside,
  readDefinite,
  // Lengths and sets, then the plain year.
  readWeekdays,
  readSet,
  readWhole,
  readDuration,
  readCentury,
  readDecade,
  readYear,
  // Last: "the past" must not cut "the past two years".
  readReference,
];

/** Those that hold another reading within: tried apart, so that the inner one is read without them. */
export const OUTER: readonly Recogniser[] = [readBounded];
