/** Words looked at: enough to be sure, few enough to cost nothing. */
const SAMPLE = 600;
/** Of a text's words at least this share are function words of its language. */
const LEAST_SHARE = 0.12;

/**
 * The language of a text (BCP 47) by its letters and function words (`functionWords`: word → its languages); "und" where neither decides. Tells Uzbek, Kazakh, Kyrgyz, Tajik
 * and Pashto, which common detectors do not know.
 */
export function detectLanguage(text: string, functionWords: ReadonlyMap<string, readonly string[]>): string {
  const sample = text.slice(0, SAMPLE * 12);
  const script = readScript(sample);
  if (script) return script;
  const words = (sample.toLowerCase().match(/[\p{L}\p{M}]+(?:['’ʼʻ‘][\p{L}]+)*/gu) ?? []).slice(0, SAMPLE);
  const scores = new Map<string, number>();
  for (const word of words) for (const language of functionWords.get(word) ?? []) scores.set(language, (scores.get(language) ?? 0) + 1);
  favourLetters(sample, scores);
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (!best || words.length < 5 || best[1] < Math.max(2, words.length * LEAST_SHARE)) return "und";
  return second && second[1] * 1.1 > best[1] ? "und" : best[0];
}

/** Scripts that one language of the news uses. */
function readScript(sample: string): string | null {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const share = (script: RegExp) => (sample.match(script)?.length ?? 0) / Math.max(1, letters);
  if (letters < 10) return null;
  if (share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0.15) return "ja";
  if (share(/\p{Script=Hangul}/gu) > 0.4) return "ko";
  if (share(/\p{Script=Han}/gu) > 0.4) return "zh";
  if (share(/\p{Script=Georgian}/gu) > 0.5) return "ka";
  if (share(/\p{Script=Armenian}/gu) > 0.5) return "hy";
  if (share(/\p{Script=Thai}/gu) > 0.5) return "th";
  if (share(/\p{Script=Bengali}/gu) > 0.5) return "bn";
  return null;
}

/** Letters that neighbours with the same function words do not have. */
const LETTERS: readonly (readonly [language: string, letters: RegExp])[] = [
  ["uk", /[іїєґ]/gi],
  ["uz-Cyrl", /[ўқғҳ]/gi],
  ["kk", /[әіңғүұқөһ]/gi],
  ["ky", /[ңөү]/gi],
  ["tg", /[ӣӯҳҷқғ]/gi],
  ["ru", /[ыэё]/gi],
  ["sr", /[ђћљњџј]/gi],
  ["ps", /[ټډړږښګڼېۍ]/g],
  ["fa", /[پچژگ]/g],
  ["ur", /[ٹڈڑںےہ]/g],
  ["az", /[ə]/gi],
  ["uz", /[og][ʻ‘'’]/gi],
];

function favourLetters(sample: string, scores: Map<string, number>): void {
  for (const [language, letters] of LETTERS) {
    const score = scores.get(language);
    // A letter of its own is worth as much as a function word, up to as many as there are.
    if (score) scores.set(language, score + Math.min(score, sample.match(letters)?.length ?? 0));
  }
}
