/** What a command gives back: its exit code. Output goes to the console. */
export interface Command {
  readonly usage: string;
  run(argv: readonly string[]): Promise<number> | number;
}

/** Something the person at the keyboard can mend: the message is for them. */
export class UsageError extends Error {}
