/** The exit codes of every command, with what they promise. `demarche help exit-codes` prints them. */
export const EXIT = { done: 0, failed: 1, usage: 2, skipped: 3, found: 4, interrupted: 130 } as const;

/** An end that the user should hear about: a message, what to do about it, and the exit code. */
export class CliError extends Error {
  readonly code: number;
  readonly hint: string | undefined;

  constructor(message: string, code: number = EXIT.failed, hint?: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}
