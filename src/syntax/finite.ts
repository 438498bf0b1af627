/** Tags of verb forms that are finite by themselves: past, present, modal. */
export const FINITE: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBP", "MD"]);
