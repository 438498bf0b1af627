import type { ActReading } from "../act/reading.ts";
import type { Move } from "../move/move.ts";
import type { Scene } from "../read.ts";
import type { Sides } from "../role/sides.ts";
import { agreedByNobody, mentioned, opinion } from "./agreeing.ts";
import { openAim } from "./aim.ts";
import { able, absent, bare, bidden, listed, named, unanchored } from "./anchor.ts";
import { amongCapitals, inLabel } from "./heading.ts";
import { heldByNobody } from "./held.ts";
import { byStrangers, byWitness, crime, inquiry, marching, ofNobody, unarmedTaking, visitOfNobody, warning } from "./nobody.ts";
import { ofThings } from "./patient.ts";
import { askedWho, mannerOfSpeaking } from "./quoted.ts";
import type { Silence } from "./silence.ts";
import { byNothing, byOrder, courtroom, press, quarrel, unarmed } from "./stranger.ts";
import { byThing, byThings } from "./thing.ts";
import { aimed, aired, alleged, blocked, discussed, escaped, purpose, quitted, summoned, suspected, weighed } from "./topic.ts";
import { annulled, cutShort, lapsed, lessened, notUnder, ofAnother, undone } from "./undone.ts";
import { entitled, notClaimed, ofNothing, reasonDenied, supposed, undenied, unnamed, unsaid } from "./untold.ts";
import { attribute, graded, habitual, preposition, ranOver, scattered, weakNoun } from "./word.ts";

/** Every reason for which words that look like an act tell none; any one is enough, so their order says nothing. */
const RULES: readonly Silence[] = [
  inLabel,
  undenied,
  amongCapitals,
  notClaimed,
  attribute,
  preposition,
  graded,
  habitual,
  weakNoun,
  ofNobody,
  byStrangers,
  visitOfNobody,
  warning,
  crime,
  marching,
  unarmedTaking,
  undone,
  annulled,
  cutShort,
  lessened,
  notUnder,
  ofAnother,
  agreedByNobody,
  inquiry,
  mentioned,
  opinion,
  byThing,
  lapsed,
  entitled,
  byWitness,
  unsaid,
  discussed,
  aired,
  aimed,
  quitted,
  escaped,
  purpose,
  openAim,
  weighed,
  summoned,
  suspected,
  blocked,
  alleged,
  press,
  quarrel,
  unarmed,
  courtroom,
  byOrder,
  byNothing,
  scattered,
  ranOver,
  byThings,
  ofThings,
  unanchored,
  named,
  bidden,
  listed,
  absent,
  able,
  bare,
  mannerOfSpeaking,
  askedWho,
  heldByNobody,
  reasonDenied,
  supposed,
  unnamed,
  ofNothing,
];

/** True where the words of an act tell nothing between parties, for one of the reasons above. */
export function isSilent(scene: Scene, act: ActReading, move: Move, sides: Sides): boolean {
  return RULES.some((rule) => rule(scene, act, move, sides));
}
